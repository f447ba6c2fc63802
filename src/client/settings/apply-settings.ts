import { createEffect, on } from "solid-js";
import { readLanguage } from "../../core/page/language.ts";
import { toRootStyle } from "../../core/settings/resolve.ts";
import type { Chosen } from "../../core/settings/schema.ts";
import { keepReadingPosition } from "../page/reading-position.ts";
import { applyRootStyle } from "../page/root-style.ts";
import { painted } from "../platform/after-paint.ts";
import type { SettingsState } from "./state.ts";

/** Applies settings to an element: the root element, or the sample in the panel. */
export function showSettings(element: HTMLElement, chosen: Chosen): void {
  applyRootStyle(element, toRootStyle(chosen, readLanguage(document.documentElement)));
}

/**
 * Applies each change of the settings to the page, and keeps the line that is being read where it
 * is. The page follows after the next paint, which shows the pressed control and the sample:
 * styling the whole page takes 45 to 90 ms on a slow phone.
 */
export function attachSettings(root: HTMLElement, state: SettingsState): void {
  const colours = [...document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")];
  const printed = colours.map((meta) => meta.content);
  let theme: string | null = null;
  const followTheme = () => {
    if (root.getAttribute("data-theme") === theme) return;
    theme = root.getAttribute("data-theme");
    const isChosen = root.hasAttribute("data-theme");
    const paper = getComputedStyle(root).getPropertyValue("--paper").trim();
    for (const [at, meta] of colours.entries())
      meta.content = isChosen ? paper : (printed[at] ?? "");
  };
  followTheme();
  let isScheduled = false;
  const follow = () => {
    isScheduled = false;
    keepReadingPosition(() => showSettings(root, state.chosen()));
    followTheme();
  };
  createEffect(
    on(
      state.chosen,
      () => {
        // A dragged slider changes more often than the page can be laid out.
        if (!isScheduled) painted().then(follow);
        isScheduled = true;
      },
      { defer: true },
    ),
  );
}
