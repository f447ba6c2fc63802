// Moves the reader from hit to hit on the page that is shown.
import { announce } from "../page/announce.ts";
import { focusBriefly } from "../page/brief-focus.ts";
import { bringIntoView } from "../page/keep-in-view.ts";
import { publishedText } from "../page/published.ts";
import { openAround } from "../page/reveal.ts";
import type { PanelWords } from "../panels/words.ts";
import { markFound } from "./found-mark.ts";
import type { SearchedReport } from "./searched-report.ts";
import type { SearchState } from "./state.ts";

/** Ways from hit to hit. */
export interface HitNavigation {
  /** To a hit, with the focus on its sentence. */
  goTo(hit: number): void;
  /**
   * To the hit so many after the one where the reader is, beyond the last to the first; the focus
   * stays in the panel.
   */
  step(by: number): void;
  /** To the hit where the reader is, else to the first there is, on this page or another. */
  enter(): void;
}

/** Makes the ways from hit to hit. */
export function createHitNavigation(
  report: SearchedReport,
  state: SearchState,
  words: PanelWords,
): HitNavigation {
  /** Opens what a hit is closed in, marks it and scrolls to it. Returns its sentence. */
  const show = (hit: number): Element | undefined => {
    const stretches = report.shown()?.stretchesOf(hit) ?? [];
    state.goTo(hit, true);
    for (const { element } of stretches) openAround(element);
    const range = markFound(stretches);
    if (range) bringIntoView(range, true);
    return stretches[0]?.element;
  };
  return {
    goTo: (hit) => focusBriefly(show(hit)),
    step(by) {
      const count = report.shown()?.count() ?? 0;
      const from = state.at() ?? (by > 0 ? -1 : count);
      const at = (from + by + count) % count;
      const sentence = show(at);
      const text = sentence ? publishedText(sentence) : "";
      announce(`${words("search.at", { at: at + 1, count })} ${text}`);
    },
    enter() {
      const { here, results } = state.view();
      const first = results.find(Boolean)?.parts[0]?.rows[0];
      if (here > 0) focusBriefly(show(state.at() ?? 0));
      else if (first) location.assign(first.href);
    },
  };
}
