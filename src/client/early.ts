// Runs inline in the head, before first paint: what the reader chose holds from the first frame, and parts
// that were open in this tab are opened while the page is still being parsed. It must never throw.
import type { Language } from "../core/report/report.ts";
import { toRootStyle } from "../core/settings/resolve.ts";
import { parseStoredSettings, settingsStorageKey } from "../core/settings/stored.ts";
import { readOpenParts } from "./platform/open-parts.ts";
import { applyRootStyle } from "./platform/root-style.ts";
import { localStore, sessionStore } from "./platform/storage.ts";

const root = document.documentElement;

root.dataset.script = "";
// If the main script does not arrive, controls that need it are taken away again.
addEventListener(
  "error",
  (event) => {
    if (event.target instanceof HTMLScriptElement) delete root.dataset.script;
  },
  true,
);

const stored = localStore.read(settingsStorageKey);
if (stored) applyRootStyle(root, toRootStyle(parseStoredSettings(stored), root.lang as Language));

const open = readOpenParts(sessionStore);
if (open.size > 0) {
  const observer = new MutationObserver(() => {
    for (const id of open) {
      const part = document.getElementById(id);
      if (!(part instanceof HTMLDetailsElement)) continue;
      part.open = true;
      open.delete(id);
    }
  });
  observer.observe(root, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => observer.disconnect());
}
