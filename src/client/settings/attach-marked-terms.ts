import { createEffect } from "solid-js";
import { explainedSelector, sentenceSelector } from "../../core/page/contract.ts";
import type { SettingsState } from "./state.ts";

/**
 * Removes the glossary links from the text while the reader has turned them off, and restores them.
 */
export function attachMarkedTerms(settings: SettingsState): void {
  createEffect((before: boolean) => {
    const isUnmarked = settings.chosen().unmarked ?? false;
    if (isUnmarked !== before)
      for (const term of document.querySelectorAll<HTMLAnchorElement>(
        `${explainedSelector}, ${sentenceSelector} a[data-href]`,
      )) {
        const from = isUnmarked ? "href" : "data-href";
        term.setAttribute(isUnmarked ? "data-href" : "href", term.getAttribute(from) ?? "");
        term.removeAttribute(from);
      }
    return isUnmarked;
  }, false);
}
