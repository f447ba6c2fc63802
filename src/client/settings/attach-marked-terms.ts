import { createEffect } from "solid-js";
import { explainedSelector, sentenceSelector } from "../../core/page/contract.ts";
import type { SettingsState } from "./state.ts";

/** Takes the links to the glossary out of the text while the reader does not want terms marked, and gives them back. */
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
