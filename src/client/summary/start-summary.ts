// Joins what shows the summary in another language; loaded when that is first asked for.

import summaries from "virtual:summaries";
import { readReportAttributes } from "../../core/page/attributes.ts";
import { summaryId, summaryTextSelector } from "../../core/page/contract.ts";
import { readLanguage } from "../../core/page/language.ts";
import { announce } from "../page/announce.ts";
import { keepElementInPlace, keepReadingPosition } from "../page/reading-position.ts";
import { onReveal } from "../page/reveal.ts";
import { summaryKey, tellSummaryChanged } from "../page/summary-changed.ts";
import { loadPanelWords } from "../panels/words.ts";
import { sessionStore } from "../platform/storage.ts";
import { type ShowSummary, summaryControls } from "./attach-summary-language.ts";
import { showPrinted, showSummaryIn } from "./show-summary.ts";
import { translateSummary } from "./summary-words.ts";

/** Returns what shows the summary in a language, and lets its controls name the other languages. */
export function startSummary(section: HTMLElement, signal: AbortSignal): ShowSummary {
  const root = document.documentElement;
  const lang = readLanguage(root);
  const available = summaries[readReportAttributes(root).report] ?? {};
  const controls = summaryControls(section);
  const printedLinks = new Map(controls.map((each) => [each.lang, each.getAttribute("href")]));
  const printed = section.querySelector<HTMLElement>("p[lang]")?.lang ?? lang;
  let shown = printed;
  let requested = printed;

  /** Turns the control of a language into one for the language that was shown before. */
  function turnControl(language: string): void {
    const control = controls.find((each) => each.lang === language);
    if (!control) return;
    control.lang = shown;
    // Its name begins with visually hidden words in the page's language.
    control.lastChild?.replaceWith(available[shown]?.name ?? shown);
    if (!(control instanceof HTMLAnchorElement)) return;
    control.hreflang = shown;
    control.setAttribute("href", printedLinks.get(shown) ?? `#${summaryId}`);
  }

  /**
   * Changes the summary. The pressed control stays where it is on the screen, else the text that is
   * being read.
   */
  function change(language: string, show: () => void, control?: HTMLElement): void {
    if (language === shown) return;
    const changeAll = () => {
      turnControl(language);
      show();
    };
    if (control) keepElementInPlace(control, changeAll);
    else keepReadingPosition(changeAll, summaryTextSelector);
    shown = language;
    tellSummaryChanged();
  }

  // The target of a link or an annotation is in the printed summary, which is hidden.
  const restorePrinted = () => {
    requested = printed;
    sessionStore.remove(summaryKey);
    change(printed, showPrinted);
  };
  onReveal(restorePrinted, signal);

  return async (language, control) => {
    requested = language;
    const resource = available[language];
    if (!resource) throw new Error(`There is no summary in ${language}.`);
    const [words, module] = await Promise.all([
      loadPanelWords(lang),
      language === printed ? undefined : resource.load(),
    ]);
    const summary = module && (await translateSummary(language, module.default));
    // Another language has been asked for meanwhile.
    if (requested !== language) return;
    change(
      language,
      () => (summary ? showSummaryIn({ language, ...summary }) : showPrinted()),
      control,
    );
    if (!control) return;
    if (language === printed) sessionStore.remove(summaryKey);
    else sessionStore.write(summaryKey, language);
    announce(words("summaryNow", { language: resource.names[lang] }));
  };
}
