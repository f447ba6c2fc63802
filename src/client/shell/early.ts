// Runs inline in the head, before first paint: applies the reader's settings from the first frame
// on, and opens the disclosures that were open in this tab while the page is still being parsed. It
// must never throw.
import { readLanguage } from "../../core/page/language.ts";
import { toRootStyle } from "../../core/settings/resolve.ts";
import { parseStoredSettings, settingsStorageKey } from "../../core/settings/stored.ts";
import { readOpenDisclosures } from "../page/open-disclosures.ts";
import { applyRootStyle } from "../page/root-style.ts";
import { readOnly } from "../platform/storage.ts";

const root = document.documentElement;
const local = readOnly(() => localStorage);
const session = readOnly(() => sessionStorage);

root.dataset.script = "";

const stored = local.read(settingsStorageKey);
if (stored) applyRootStyle(root, toRootStyle(parseStoredSettings(stored), readLanguage(root)));

const open = readOpenDisclosures(session);
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

const load = () => {
  import(document.querySelector<HTMLLinkElement>("link[rel=modulepreload]")?.href ?? "")
    .catch(() => undefined)
    .then(() => {
      if (root.dataset.script) return;
      // The main script failed to load: controls that need it are hidden again, and since the
      // browser would keep a broken copy for a year, it is fetched past the cache for the next
      // visit.
      delete root.dataset.script;
      for (const { href } of document.querySelectorAll<HTMLLinkElement>("link[rel=modulepreload]"))
        fetch(href, { cache: "reload" }).catch(() => undefined);
    });
};
// Once the page is parsed, as a module script would be.
if (document.readyState === "loading") addEventListener("DOMContentLoaded", load);
else load();
