import {
  besideClass,
  languageLinkSelector,
  pageSentenceSelector,
} from "../../core/page/contract.ts";
import { loadPage } from "../page/pages.ts";
import { holdPlace } from "../page/place-on-screen.ts";

/** Puts each sentence of the page in the other language after it; what stands there already stays alone. */
function addOther(page: Document): void {
  const { lang } = page.documentElement;
  for (const sentence of document.querySelectorAll(`${pageSentenceSelector}[id]`)) {
    const other = page.getElementById(sentence.id);
    if (!other || sentence.nextElementSibling?.classList.contains(besideClass)) continue;
    const copy = document.createElement("span");
    copy.className = besideClass;
    copy.lang = lang;
    copy.append(...document.importNode(other, true).childNodes);
    // Its words alone, and which of them are Chinese: links to the other page would lead away from this one.
    for (const each of copy.querySelectorAll(":not([lang])")) each.replaceWith(...each.childNodes);
    sentence.after(copy);
  }
}

/** Lets a button show both languages sentence by sentence, and the page's own alone again. */
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
        return holdPlace(() => {
          turn(false);
          for (const each of document.querySelectorAll(`.${besideClass}`)) each.remove();
        });
      const link = document.querySelector<HTMLAnchorElement>(languageLinkSelector);
      if (!link) return;
      turn(true);
      loadPage(link.href)
        .then((page) => {
          // Whoever turned it off while the page was on its way wants it off.
          if (isOn()) holdPlace(() => addOther(page));
        })
        .catch(() => {
          turn(false);
          fail();
        });
    },
    { signal },
  );
}
