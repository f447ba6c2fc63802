// The text of the page as it was printed. Programs in the reader's browser rewrite what is shown:
// page translators, extensions that add pinyin or replace words. What is spoken, searched, noted,
// proved and copied is read here, and not from the page.
import { readPrintedChecksum } from "../../core/page/attributes.ts";
import { checksumOf } from "../../core/page/checksum.ts";
import { mainId, pageSentenceSelector, searchedSelector } from "../../core/page/contract.ts";
import { readLanguage } from "../../core/page/language.ts";
import { loadPage } from "./pages.ts";

/** The printed texts of a page, by their elements and, where these are replaced, by their ids. */
interface Published {
  readonly texts: Map<Element | string, string>;
  /** Settles when they are known, or can't be had. */
  ready: Promise<void> | undefined;
}

/** By the `main` element: a page that is shown in place of another has texts of its own. */
const known = new WeakMap<Element, Published>();

/** What was printed, as opposed to what scripts have inserted. */
const printedElements = (page: Document) =>
  [...page.querySelectorAll(searchedSelector)].filter(
    (element) => !element.closest("[data-retold], .explanation"),
  );

const textIn = (element: Element) => element.textContent ?? "";

/** Whether a page has the text that its checksum was printed of; without one, its language. */
function isAsPrinted(page: Document): boolean {
  const sum = readPrintedChecksum(page.documentElement);
  if (sum) return checksumOf([...page.querySelectorAll(pageSentenceSelector)].map(textIn)) === sum;
  return page.documentElement.lang === readLanguage(page.documentElement);
}

/** Keeps the texts of a page, for the elements of the page that is shown. */
function keep({ texts }: Published, page: Document): void {
  const shown = printedElements(document);
  const printed = printedElements(page);
  for (const [at, element] of printed.entries()) {
    const text = textIn(element);
    if (element.id) texts.set(element.id, text);
    const twin = shown[at];
    // Where a program has added or removed elements, the ids must do.
    if (twin && shown.length === printed.length) texts.set(twin, text);
  }
}

/** Fetches the page anew where the one that is shown is not as it was printed. */
async function fetchPrinted(published: Published): Promise<void> {
  try {
    const page = await loadPage(location.href);
    const { dataset } = document.documentElement;
    // Another version of the text is not what this page was printed with.
    if (page.documentElement.dataset.text !== dataset.text || !isAsPrinted(page)) return;
    keep(published, page);
  } catch {
    // No network: what is shown has to do, until it is asked for again.
    published.ready = undefined;
  }
}

function publishedNow(): Published | undefined {
  const main = document.getElementById(mainId);
  if (!main) return undefined;
  let published = known.get(main);
  if (!published) {
    published = { texts: new Map(), ready: undefined };
    known.set(main, published);
    if (isAsPrinted(document)) {
      keep(published, document);
      published.ready = Promise.resolve();
    }
  }
  return published;
}

/**
 * Reads what was printed, as early as possible: from the page, else by fetching it anew. Resolves
 * when it is known, or can't be had.
 */
export async function readPublished(): Promise<void> {
  const published = publishedNow();
  if (!published) return;
  published.ready ??= fetchPrinted(published);
  await published.ready;
}

/**
 * The printed text of an element; undefined where it is not known, or a script has inserted the
 * element.
 */
export function findPublishedText(element: Element): string | undefined {
  if (element.ownerDocument !== document) return undefined;
  const texts = publishedNow()?.texts;
  return texts?.get(element) ?? texts?.get(element.id);
}

/** The printed text of an element, else its text on the page. */
export function publishedText(element: Element): string {
  return findPublishedText(element) ?? textIn(element);
}

/** How many sentences of the report are shown with another text than they were printed with. */
export function countRewritten(): number {
  const sentences = [...document.querySelectorAll(pageSentenceSelector)];
  return sentences.filter((each) => publishedText(each) !== textIn(each)).length;
}
