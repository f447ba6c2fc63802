// Runs inline in the head, before first paint: what the reader chose holds from the first frame, and parts
// that were open in this tab are opened while the page is still being parsed. It must never throw.
import type { Language } from "../core/report/report.ts";
import { toRootStyle } from "../core/settings/resolve.ts";
import { parseStoredSettings, settingsStorageKey } from "../core/settings/stored.ts";
import { hasKeptPlace } from "./platform/kept-place.ts";
import { readOpenParts } from "./platform/open-parts.ts";
import { applyRootStyle } from "./platform/root-style.ts";
import { localStore, sessionStore } from "./platform/storage.ts";

const root = document.documentElement;

root.dataset.script = "";

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

const start = () => {
  import(document.querySelector<HTMLLinkElement>("link[rel=modulepreload]")?.href ?? "").catch(
    () => {
      // If the main script does not arrive, controls that need it are taken away again.
      delete root.dataset.script;
    },
  );
};
// Text first: the main script waits for the first frame, but for a reader who must be taken to a place before it shows.
if (location.hash || document.hidden || hasKeptPlace(sessionStore)) start();
else requestAnimationFrame(() => setTimeout(start));
