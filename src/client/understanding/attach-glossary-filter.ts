import { foldForSearch } from "../../core/search/fold.ts";
import { foldPinyin, pinyinInitials } from "../../core/search/pinyin-initials.ts";

/** An entry of the glossary and what it is found by. */
interface Entry {
  readonly element: HTMLElement;
  readonly category: string;
  readonly text: string;
  readonly pinyin: string;
  readonly initials: string;
}

const folded = (text: string) => foldForSearch(text).text;

function readEntry(element: HTMLElement): Entry {
  const pinyin = element.querySelector(".pinyin > :first-child")?.textContent ?? "";
  return {
    element,
    category: element.dataset.category ?? "",
    text: folded(element.textContent ?? ""),
    pinyin: foldPinyin(pinyin),
    initials: pinyinInitials(pinyin),
  };
}

/** Whether an entry has the words: in its text, as pinyin, or as the first letters of its pinyin. */
function hasWords({ text, pinyin, initials }: Entry, sought: string): boolean {
  const letters = sought.replace(/[\s']/g, "");
  const isLatin = /^[a-z0-9]+$/.test(letters);
  return (
    text.includes(sought) || (isLatin && (pinyin.includes(letters) || initials.includes(letters)))
  );
}

/**
 * Filters the entries of the glossary by what is typed and chosen, and says how many are left.
 * Parts without an entry are hidden with their letters. A link to a hidden entry clears the filter.
 */
export function attachGlossaryFilter(form: HTMLFormElement, signal: AbortSignal): void {
  const main = form.closest("main");
  const field = form.querySelector("input");
  const choice = form.querySelector("select");
  const status = form.querySelector("[role=status]");
  if (!main || !field || !choice || !status) return;
  const sections = [...main.querySelectorAll<HTMLElement>("section")];
  const entries = [...main.querySelectorAll<HTMLElement>("section > .term")].map(readEntry);
  const show = () => {
    const sought = folded(field.value.trim());
    const isFiltering = Boolean(sought || choice.value);
    let found = 0;
    for (const entry of entries) {
      const isShown =
        (!choice.value || entry.category === choice.value) && (!sought || hasWords(entry, sought));
      entry.element.hidden = !isShown;
      if (isShown) found++;
    }
    for (const section of sections) {
      section.hidden = isFiltering && !section.querySelector(".term:not([hidden])");
      for (const link of main.querySelectorAll(`.letters [href="#${section.id}"]`))
        link.parentElement?.toggleAttribute("hidden", section.hidden);
    }
    status.textContent = isFiltering ? (form.dataset.found ?? "").replace("#", String(found)) : "";
  };
  const clear = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("[hidden]")) return;
    form.reset();
    show();
    target.scrollIntoView();
  };
  form.addEventListener("input", show, { signal });
  form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  addEventListener("hashchange", clear, { signal });
  // The browser may have filled the field again, or the reader typed before this was attached.
  show();
}
