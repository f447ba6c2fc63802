// Joins what tells the summary in another language; loaded when that is first asked for.

import summaries from "virtual:summaries";
import type { Language } from "../../core/document/report.ts";
import { summaryId, summaryTextSelector } from "../../core/page/contract.ts";
import { announce } from "../page/announce.ts";
import { holdElement, holdPlace } from "../page/place-on-screen.ts";
import { onReveal } from "../page/reveal.ts";
import { summaryKey, tellSummaryChanged } from "../page/summary-changed.ts";
import { loadPanelWords } from "../panels/words.ts";
import { sessionStore } from "../platform/storage.ts";
import { type ShowSummary, summaryControls } from "./attach-summary-language.ts";
import { retell, tellAsPrinted } from "./retell.ts";
import { tellSummary } from "./summary-words.ts";

/** Returns what tells the summary in a language, its controls leading to those that are not shown. */
export function startSummary(section: HTMLElement, signal: AbortSignal): ShowSummary {
  const { lang, dataset } = document.documentElement;
  const told = summaries[dataset.report ?? ""] ?? {};
  const controls = summaryControls(section);
  const ways = new Map(controls.map((each) => [each.lang, each.getAttribute("href")]));
  const printed = section.querySelector<HTMLElement>("p[lang]")?.lang ?? lang;
  let shown = printed;
  let asked = printed;

  /** Lets the control that led to a language lead to the one that was shown before it. */
  function turnControl(language: string): void {
    const control = controls.find((each) => each.lang === language);
    if (!control) return;
    control.lang = shown;
    // Its name begins with words that are heard only, in the page's language.
    control.lastChild?.replaceWith(told[shown]?.name ?? shown);
    if (!(control instanceof HTMLAnchorElement)) return;
    control.hreflang = shown;
    control.setAttribute("href", ways.get(shown) ?? `#${summaryId}`);
  }

  /** Changes the words on the page. What is pressed stays where it is on the screen, else what is being read. */
  function change(language: string, put: () => void, control?: HTMLElement): void {
    if (language === shown) return;
    const all = () => {
      turnControl(language);
      put();
    };
    if (control) holdElement(control, all);
    else holdPlace(all, summaryTextSelector);
    shown = language;
    tellSummaryChanged();
  }

  // A link or a mark leads to what was printed, and that is hidden.
  const restorePrinted = () => {
    asked = printed;
    sessionStore.remove(summaryKey);
    change(printed, tellAsPrinted);
  };
  onReveal(restorePrinted, signal);

  return async (language, control) => {
    asked = language;
    const own = told[language];
    if (!own) throw new Error(`There is no summary in ${language}.`);
    const [words, resource] = await Promise.all([
      loadPanelWords(lang as Language),
      language === printed ? undefined : own.load(),
    ]);
    const summary = resource && (await tellSummary(language, resource.default));
    // Whoever has asked for another meanwhile gets that.
    if (asked !== language) return;
    change(language, () => (summary ? retell({ language, ...summary }) : tellAsPrinted()), control);
    if (!control) return;
    if (language === printed) sessionStore.remove(summaryKey);
    else sessionStore.write(summaryKey, language);
    announce(words("summaryNow", { language: own.names[lang as Language] }));
  };
}
