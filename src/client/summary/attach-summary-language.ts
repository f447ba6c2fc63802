import { once } from "../../core/once.ts";
import { summaryControlSelector } from "../../core/page/contract.ts";
import { summaryKey } from "../page/summary-changed.ts";
import type { SafeStorage } from "../platform/storage.ts";

/** Shows the summary in a language; `control` is the control that was pressed for it. */
export type ShowSummary = (language: string, control?: HTMLElement) => Promise<void>;

/** The controls beside the summary's heading, each of which leads to a language. */
export const summaryControls = (section: HTMLElement) => [
  ...section.querySelectorAll<HTMLElement>(summaryControlSelector),
];

/**
 * Lets the controls beside the summary's heading change its language in place, and restores the
 * language that the reader has chosen during this visit. What changes it is loaded then; where that
 * fails, a link leads where it would without script.
 */
export function attachSummaryLanguage(
  section: HTMLElement,
  storage: SafeStorage,
  load: () => Promise<ShowSummary>,
  fail: () => void,
  signal: AbortSignal,
): void {
  const controls = summaryControls(section);
  const loaded = once(load);
  const show: ShowSummary = async (language, control) => (await loaded())(language, control);
  let isPending = false;
  const press = (control: HTMLElement, event: MouseEvent) => {
    // A reader who asks for another tab, or presses again because nothing happens, follows the
    // link.
    if (isPending || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    isPending = true;
    show(control.lang, control)
      .catch(() => (control instanceof HTMLAnchorElement ? location.assign(control.href) : fail()))
      .finally(() => {
        isPending = false;
      });
  };
  for (const control of controls) {
    control.addEventListener("click", (event) => press(control, event), { signal });
    if (!(control instanceof HTMLAnchorElement)) continue;
    // It acts as a button here, so it is one, and takes the space key.
    control.setAttribute("role", "button");
    const pressBySpace = (event: KeyboardEvent) => {
      if (event.key !== " ") return;
      event.preventDefault();
      control.click();
    };
    control.addEventListener("keydown", pressBySpace, { signal });
  }
  const stored = storage.read(summaryKey);
  if (stored && controls.some(({ lang }) => lang === stored)) show(stored).catch(() => undefined);
}
