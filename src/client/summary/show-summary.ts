import { betweenSentences, type RichText } from "../../core/document/rich-text.ts";
import {
  gistClass,
  languageLinkSelector,
  pillarClass,
  printedSummarySelector,
} from "../../core/page/contract.ts";
import { readLanguage } from "../../core/page/language.ts";

/** The summary and the gists in one language. */
interface SummaryTexts {
  readonly language: string;
  readonly sentences: readonly RichText[];
  /** One gist a pillar, by the pillar's id. */
  readonly gists: Readonly<Record<string, readonly RichText[]>>;
}

/** The path of the page with the original text; "" for this page. */
function originalPath(): string {
  const link = document.querySelector<HTMLAnchorElement>(languageLinkSelector);
  return readLanguage(document.documentElement) === "zh-CN" ? "" : (link?.pathname ?? "");
}

function toNodes(text: RichText, path: string): (Node | string)[] {
  return text.map(({ text: words, sentence }) =>
    sentence === undefined
      ? words
      : Object.assign(document.createElement("a"), {
          href: `${path}#${sentence}`,
          textContent: words,
        }),
  );
}

function makeParagraph(id: string, language: string, content: (Node | string)[]): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.lang = language;
  paragraph.dir = "auto";
  paragraph.dataset.retold = "";
  const sentence = document.createElement("span");
  // The printed sentence keeps its id, for annotations and links.
  sentence.id = `${id}-${language}`;
  sentence.dataset.say = "";
  sentence.append(...content);
  paragraph.append(sentence);
  return paragraph;
}

/** Shows the printed summary and gists again. */
export function showPrinted(): void {
  for (const each of document.querySelectorAll("[data-retold]")) each.remove();
  for (const each of document.querySelectorAll<HTMLElement>(printedSummarySelector))
    each.hidden = false;
}

/** Shows the summary and gists in another language; the printed ones are hidden. */
export function showSummaryIn({ language, sentences, gists }: SummaryTexts): void {
  showPrinted();
  const paragraphs = [...document.querySelectorAll<HTMLElement>(printedSummarySelector)];
  const path = originalPath();
  const between = betweenSentences(language);
  paragraphs[0]?.before(
    ...sentences.map((text, at) =>
      makeParagraph(`summary-s${at + 1}`, language, toNodes(text, path)),
    ),
  );
  for (const paragraph of paragraphs) {
    paragraph.hidden = true;
    const pillar = paragraph.closest(`.${pillarClass}`)?.id ?? "";
    const gist = gists[pillar];
    if (!gist) continue;
    const content = gist.flatMap((text, at) => [
      ...(at > 0 ? [between] : []),
      ...toNodes(text, path),
    ]);
    const copy = makeParagraph(`${pillar}-gist`, language, content);
    copy.className = gistClass;
    paragraph.before(copy);
  }
}
