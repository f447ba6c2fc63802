import { betweenSentences, type RichText } from "../../core/document/rich-text.ts";
import {
  gistClass,
  languageLinkSelector,
  pillarClass,
  printedSummarySelector,
} from "../../core/page/contract.ts";

/** What is told of the report, in one language. */
interface Retold {
  readonly language: string;
  readonly sentences: readonly RichText[];
  /** One gist a pillar, by the pillar's id. */
  readonly gists: Readonly<Record<string, readonly RichText[]>>;
}

/** Where the publisher's own sentences are: here, or on the page that the language link leads to. */
function originalPath(): string {
  const link = document.querySelector<HTMLAnchorElement>(languageLinkSelector);
  return document.documentElement.lang === "zh-CN" ? "" : (link?.pathname ?? "");
}

function toNodes(told: RichText, path: string): (Node | string)[] {
  return told.map(({ text, sentence }) =>
    sentence === undefined
      ? text
      : Object.assign(document.createElement("a"), {
          href: `${path}#${sentence}`,
          textContent: text,
        }),
  );
}

function makeParagraph(id: string, language: string, content: (Node | string)[]): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.lang = language;
  paragraph.dir = "auto";
  paragraph.dataset.retold = "";
  const sentence = document.createElement("span");
  // An id of its own: what was printed keeps its own, for marks and links that lead to it.
  sentence.id = `${id}-${language}`;
  sentence.dataset.say = "";
  sentence.append(...content);
  paragraph.append(sentence);
  return paragraph;
}

/** Shows again what the page was printed with. */
export function tellAsPrinted(): void {
  for (const each of document.querySelectorAll("[data-retold]")) each.remove();
  for (const each of document.querySelectorAll<HTMLElement>(printedSummarySelector))
    each.hidden = false;
}

/** Shows another language in place of what was printed, which stays in the page, hidden. */
export function retell({ language, sentences, gists }: Retold): void {
  tellAsPrinted();
  const own = [...document.querySelectorAll<HTMLElement>(printedSummarySelector)];
  const path = originalPath();
  const between = betweenSentences(language);
  own[0]?.before(
    ...sentences.map((told, at) =>
      makeParagraph(`summary-s${at + 1}`, language, toNodes(told, path)),
    ),
  );
  for (const paragraph of own) {
    paragraph.hidden = true;
    const pillar = paragraph.closest(`.${pillarClass}`)?.id ?? "";
    const gist = gists[pillar];
    if (!gist) continue;
    const content = gist.flatMap((told, at) => [
      ...(at > 0 ? [between] : []),
      ...toNodes(told, path),
    ]);
    const copy = makeParagraph(`${pillar}-gist`, language, content);
    copy.className = gistClass;
    paragraph.before(copy);
  }
}
