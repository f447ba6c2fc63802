import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pinyin } from "pinyin-pro";
import { onTestFinished } from "vitest";
import { type Cue, printCues } from "../../src/core/speech/recording.ts";
import type { SpokenPage } from "../../src/site/narrate/listen/desk.ts";

/** The name of the report that is recorded: the example of Yunshan. */
export const report = "yunshan-2024";

/** Its lexicon, with an entry of each kind. */
export const lexicon = `# What a voice cannot derive.
forms:
  - written: "160"
    spoken: { zh-CN: 一百六十 }
    reviewed: false

pauses:
  - between: [重大, 行政] # A comment.
    reviewed: false

readings:
  - written: 行政
    pinyin: xíngzhèng
    reviewed: false
  - { written: 案卷, pinyin: ànjuàn, reviewed: false }
  - written: Yunshan
    pinyin: Yúnshān
    reviewed: false # Heard once.
`;

/** The recorded sentences, by language: text, and spoken form where it is another. */
const texts = {
  "zh-CN": [
    ["intro-s1", "没有发生重大行政败诉案件。", undefined],
    ["p1-m2-s2", "全年抽查案卷160余件。", "全年抽查案卷一百六十余件。"],
    ["p2-s1", "行政复议案件的纠错率为8%左右。", "行政复议案件的纠错率为百分之八左右。"],
  ],
  en: [["intro-s1", "The People’s Government of Yunshan County.", undefined]],
} as const;
type RecordedLanguage = keyof typeof texts;

const cuesOf = (language: RecordedLanguage): Cue[] =>
  texts[language].map(([id, text], at) => ({ id, text, start: at * 2, end: at * 2 + 1.5 }));

/** The pages of the report, as the narration reads them. */
export const pages: readonly SpokenPage[] = (["zh-CN", "en"] as const).map((language) => ({
  slug: report,
  language,
  sentences: cuesOf(language).map(({ id, text }) => ({ id, text, language, section: "" })),
}));

/** What differs from a recording that is as it should be. */
export interface Recorded {
  /** By sentence id. */
  readonly sounds?: Readonly<Record<string, string>>;
  readonly readings?: Readonly<Record<string, string>>;
  readonly fallbacks?: Readonly<Record<string, string>>;
}

/** Records a language of the report in a folder of reports. */
export function record(folder: string, language: RecordedLanguage, differing: Recorded = {}): void {
  const { sounds = {}, readings = {}, fallbacks = {} } = differing;
  const narration = join(folder, report, "narration");
  mkdirSync(narration, { recursive: true });
  const sentences = texts[language].map(([id, text, said]) => {
    const spoken = said ?? text;
    const reading =
      language === "en" ? "" : pinyin(spoken, { type: "array", nonZh: "removed" }).join(" ");
    const fallback = fallbacks[id];
    return [
      id,
      {
        sound: sounds[id] ?? `${language} ${id}`,
        spoken,
        reading: readings[id] ?? reading,
        ...(fallback && { fallback }),
      },
    ];
  });
  const narrator = { kind: "synthetic" };
  writeFileSync(join(narration, `${language}.mp3`), Buffer.alloc(1000, 7));
  writeFileSync(join(narration, `${language}.vtt`), printCues(cuesOf(language)));
  writeFileSync(
    join(narration, `${language}.json`),
    JSON.stringify({ narrator, sentences: Object.fromEntries(sentences) }),
  );
}

/** A folder of reports with one that is recorded in both languages, deleted after the test. */
export function recordedReports(differing: Recorded = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "recorded-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(`test/support/reports/${report}`, join(folder, report), { recursive: true });
  writeFileSync(join(folder, report, "lexicon.yaml"), lexicon);
  record(folder, "zh-CN", differing);
  record(folder, "en");
  return folder;
}

/** A file of the report. */
export const readFile = (folder: string, name: string) =>
  readFileSync(join(folder, report, name), "utf8");
