import { createEffect, on } from "solid-js";
import type { Language } from "../../core/document/report.ts";
import { toRootStyle } from "../../core/settings/resolve.ts";
import type { Chosen } from "../../core/settings/schema.ts";
import { holdPlace } from "../page/place-on-screen.ts";
import { applyRootStyle } from "../page/root-style.ts";
import { painted } from "../platform/after-paint.ts";
import type { SettingsState } from "./state.ts";

/** Shows what is chosen on the root element, or on a sample of text by itself. */
export function showSettings(element: HTMLElement, chosen: Chosen): void {
  applyRootStyle(element, toRootStyle(chosen, document.documentElement.lang as Language));
}

/**
 * Shows each change of the settings on the page, with the line being read kept where it is. The page follows after the
 * next paint: what was pressed, and the sample beside it, answer first.
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
  let isAwaited = false;
  const follow = () => {
    isAwaited = false;
    holdPlace(() => showSettings(root, state.chosen()));
    followTheme();
  };
  createEffect(
    on(
      state.chosen,
      () => {
        // A slider that is dragged asks more often than the page can follow.
        if (!isAwaited) painted().then(follow);
        isAwaited = true;
      },
      { defer: true },
    ),
  );
}
