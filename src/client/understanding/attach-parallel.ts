import {
  besideClass,
  languageLinkSelector,
  pageSentenceSelector,
} from "../../core/page/contract.ts";
import { readLanguage } from "../../core/page/language.ts";
import { loadPage } from "../page/pages.ts";
import { keepReadingPosition } from "../page/reading-position.ts";

/**
 * Adds after each sentence its counterpart from the page in the other language, where there is none
 * yet.
 */
function addOther(page: Document): void {
  for (const sentence of document.querySelectorAll(`${pageSentenceSelector}[id]`)) {
    const other = page.getElementById(sentence.id);
    if (!other || sentence.nextElementSibling?.classList.contains(besideClass)) continue;
    const copy = document.createElement("span");
    copy.className = besideClass;
    copy.lang = readLanguage(page.documentElement);
    copy.append(...document.importNode(other, true).childNodes);
    // Only text, and `lang` of Chinese words: links would lead to the other page.
    for (const each of copy.querySelectorAll(":not([lang])")) each.replaceWith(...each.childNodes);
    sentence.after(copy);
  }
}

/** Makes a switch show both languages sentence by sentence. */
export function attachParallel(
  button: HTMLButtonElement,
  fail: () => void,
  signal: AbortSignal,
): void {
  const isOn = () => button.getAttribute("aria-checked") === "true";
  const turn = (on: boolean) => {
    button.setAttribute("aria-checked", String(on));
    document.documentElement.toggleAttribute("data-parallel", on);
  };
  button.addEventListener(
    "click",
    () => {
      if (isOn())
        return keepReadingPosition(() => {
          turn(false);
          for (const each of document.querySelectorAll(`.${besideClass}`)) each.remove();
        });
      const link = document.querySelector<HTMLAnchorElement>(languageLinkSelector);
      if (!link) return;
      turn(true);
      loadPage(link.href)
        .then((page) => {
          // It may have been turned off while the page was loading.
          if (isOn()) keepReadingPosition(() => addOther(page));
        })
        .catch(() => {
          turn(false);
          fail();
        });
    },
    { signal },
  );
}
