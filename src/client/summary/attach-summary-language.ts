import { summaryKey } from "../page/summary-changed.ts";
import type { SafeStorage } from "../platform/storage.ts";

/** Tells the summary in a language; `control` is what was pressed for it. */
export type ShowSummary = (language: string, control?: HTMLElement) => Promise<void>;

/** The controls beside the summary's heading, each of which leads to a language. */
export const summaryControls = (section: HTMLElement) => [
  ...section.querySelectorAll<HTMLElement>("h2 ~ a, h2 ~ button"),
];

/**
 * Lets the controls beside the summary's heading change its language in place, and does so by itself where the reader has
 * during this visit. What changes it is loaded then; where it can't be had, a link leads where it would without script.
 */
export function attachSummaryLanguage(
  section: HTMLElement,
  storage: SafeStorage,
  load: () => Promise<ShowSummary>,
  fail: () => void,
): void {
  const controls = summaryControls(section);
  const show: ShowSummary = async (language, control) => (await load())(language, control);
  let isPending = false;
  for (const control of controls) {
    const link = control instanceof HTMLAnchorElement ? control : undefined;
    link?.setAttribute("role", "button");
    control.addEventListener("click", (event) => {
      // Whoever asks for another tab, or again because nothing comes, is led there.
      if (isPending || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      isPending = true;
      show(control.lang, control)
        .catch(() => (link ? location.assign(link.href) : fail()))
        .finally(() => {
          isPending = false;
        });
    });
    link?.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      link.click();
    });
  }
  const kept = storage.read(summaryKey);
  if (kept && controls.some((each) => each.lang === kept)) show(kept).catch(() => undefined);
}
