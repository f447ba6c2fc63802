import type { Language } from "../../../core/document/report.ts";
import { escapeXml } from "../../take/xhtml.ts";
import { readCharacters } from "./character-readings.ts";
import type { ListeningProblem } from "./problems.ts";
import type { PageData, RecordingName, RecordingState } from "./protocol.ts";
import type { RecordedSentence } from "./recordings.ts";
import { words } from "./words.ts";

/** A recording that can be chosen on the page. */
export interface RecordingLink extends RecordingName {
  readonly language: Language;
}

/** What the page shows: a recording, or why it can't be. */
export interface ListeningPage {
  readonly current: RecordingLink;
  readonly recordings: readonly RecordingLink[];
  readonly content:
    | {
        readonly sentences: readonly RecordedSentence[];
        readonly state: RecordingState;
        /** Distinguishes recordings, so that no browser plays an older one. */
        readonly version: number;
        /** Whether the report's page has these sentences. */
        readonly isCurrent: boolean;
      }
    | ListeningProblem;
}

/** The address of a recording's page. */
export const addressOf = ({ report, language }: RecordingLink): string =>
  `/?${new URLSearchParams({ report, language })}`;

/** The address of a recording's sound, without its version. */
export const soundOf = ({ report, language }: RecordingLink): string =>
  `/sound/${report}/${language}.mp3`;

function printRecordings({ current, recordings }: ListeningPage): string {
  if (recordings.length < 2) return "";
  const items = recordings.map((each) => {
    const isCurrent = each.report === current.report && each.language === current.language;
    const name = `${each.report} · ${words[each.language].language}`;
    const state = isCurrent ? ' aria-current="page"' : "";
    return `<li><a href="${escapeXml(addressOf(each))}"${state}>${escapeXml(name)}</a></li>`;
  });
  const { recordings: label } = words[current.language];
  return `<nav aria-label="${label}"><ul>${items.join("")}</ul></nav>`;
}

/** How a sentence is spoken: Chinese characters with their pinyin above, or the phonemes. */
function printReading({ text, spoken, reading }: RecordedSentence, language: Language): string {
  const { spoken: label, phonemes } = words[language];
  const characters = language === "zh-CN" ? readCharacters(spoken, reading) : undefined;
  const annotated = characters
    ?.map(({ text, syllable }) =>
      syllable === undefined
        ? escapeXml(text)
        : `<ruby>${escapeXml(text)}<rt>${escapeXml(syllable)}</rt></ruby>`,
    )
    .join("");
  const line = (name: string, words: string, kind: string) =>
    `<p class="${kind}"><span class="label">${name}</span> <span lang="${language}">${words}</span></p>`;
  if (annotated) return line(label, annotated, "spoken");
  return [
    spoken && spoken !== text ? line(label, escapeXml(spoken), "spoken") : "",
    reading ? line(phonemes, escapeXml(reading), "phonemes") : "",
  ].join("");
}

function printCorrection(name: string, language: Language): string {
  const text = words[language];
  const field = (key: "written" | "pinyin", label: string, hint: string) =>
    `<p class="field"><label for="${name}-${key}">${label}</label>
<input id="${name}-${key}" name="${key}" required autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="${name}-${key}-hint">
<span class="hint" id="${name}-${key}-hint">${hint}</span></p>`;
  return `<details class="correction"><summary>${text.correct}</summary>
<form>${field("written", text.word, text.wordHint)}${field("pinyin", text.pinyin, text.pinyinHint)}
<p><button>${text.save}</button></p></form></details>`;
}

function printSentence(sentence: RecordedSentence, number: number, language: Language): string {
  const text = words[language];
  const name = `s${number}`;
  const { id, sound, start, end, fallback } = sentence;
  // Labels begin with what is seen, so that they can be spoken to (WCAG 2.5.3).
  const labelled = (words: string) => `aria-label="${words} (${text.sentence(number)})"`;
  return `<li class="sentence" data-id="${escapeXml(id)}" data-sound="${escapeXml(sound)}" data-start="${start}" data-end="${end}">
<h3 id="${name}">${text.sentence(number)}</h3>
<p class="text" lang="${language}">${escapeXml(sentence.text)}</p>
${printReading(sentence, language)}
${fallback ? `<p class="fallback">${escapeXml(text.fallback(fallback))}</p>` : ""}
<p class="outdated" hidden></p>
<p class="actions"><button type="button" class="play" ${labelled(text.play)}>${text.play}</button>
<label><input type="checkbox" class="right" ${labelled(text.right)}> ${text.right}</label>
<button type="button" class="next" ${labelled(text.rightNext)}>${text.rightNext}</button></p>
<div class="entries" hidden><p class="label">${text.entries}</p><ul></ul></div>
${printCorrection(name, language)}
<p class="problem" role="alert"></p>
</li>`;
}

/** Sentences under the headings of the report's sections. */
function printSections(sentences: readonly RecordedSentence[], language: Language): string {
  const isHeading = ({ id }: RecordedSentence) => /^(?:title|[^-]+-[th])$/.test(id);
  const sections: { title: string; items: string[]; first: number }[] = [];
  for (const [at, sentence] of sentences.entries()) {
    if (isHeading(sentence) || sections.length === 0) {
      sections.push({ title: sentence.text, items: [], first: at + 1 });
    }
    sections.at(-1)?.items.push(printSentence(sentence, at + 1, language));
  }
  return sections
    .map(
      ({ title, items, first }) =>
        `<section><h2>${escapeXml(title)}</h2><ol start="${first}">${items.join("\n")}</ol></section>`,
    )
    .join("\n");
}

function printFilter(language: Language): string {
  const text = words[language];
  const choice = (value: string, label: string, isChosen = false) =>
    `<label><input type="radio" name="show" value="${value}"${isChosen ? " checked" : ""}> ${label}</label>`;
  return `<fieldset class="filter"><legend>${text.show}</legend>
${choice("all", text.all, true)} ${choice("unheard", text.unheard)} ${choice("entries", text.withEntries)}</fieldset>`;
}

function printContent(page: ListeningPage): string {
  const { content, current } = page;
  const { language } = current;
  const text = words[language];
  if (content instanceof Error) {
    return `<p class="problem" role="alert">${escapeXml(content.texts[language])}</p>`;
  }
  const data: PageData = { ...current, state: content.state, words: text };
  return `<p>${text.intro}</p>
${content.isCurrent ? "" : `<p class="outdated">${text.changed}</p>`}
${printFilter(language)}
${printSections(content.sentences, language)}
<p id="none" hidden>${text.none}</p>
<audio preload="auto" src="${escapeXml(soundOf(current))}?${content.version}"></audio>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`;
}

/** Prints the page as HTML. */
export function printListeningPage(page: ListeningPage): string {
  const { language } = page.current;
  const text = words[language];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title} · ${escapeXml(page.current.report)}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/listen.css">
<script src="/listen.js" defer></script></head>
<body><main><h1>${text.title}</h1>
${printRecordings(page)}
${printContent(page)}</main>
<footer><p><span class="label">${text.heard}</span> <span id="heard"></span></p><p id="status" role="status"></p></footer>
</body></html>`;
}
