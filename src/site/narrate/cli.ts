// Records all reports of a build, or one: `npm run narrate -- <slug>`. Speaks the pages in `dist`
// with the report's lexicon, and writes one MP3 and one WebVTT for each language to the report's
// folder, where the next build finds them.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { JSDOM } from "jsdom";
import { lexiconFor, parseLexicon } from "../../content/parse/lexicon.ts";
import { ContentError } from "../../content/problem.ts";
import { type Language, type Lexicon, languages } from "../../core/document/report.ts";
import { spokenSelector } from "../../core/page/contract.ts";
import { readSentences } from "../../core/page/sentences.ts";
import { type Cue, printCues } from "../../core/speech/recording.ts";
import { createEspeak } from "./espeak.ts";
import { encodeMp3 } from "./mp3.ts";
import { narrate } from "./narrate.ts";
import { isMp3, takeTiming } from "./person.ts";
import { createSherpaOnnx } from "./sherpa-onnx.ts";

const usage = `npm run narrate -- [report] [--language zh-CN|en] [--engine ENGINE]
  --engine espeak                       eSpeak NG, which needs nothing (the default)
  --engine sherpa-onnx --voice FILE     a neural voice, for one language: FILE is JSON, as the README tells
  --engine person --audio FILE --timing FILE
                                        a person's recording, for one report and language: MP3 and WebVTT
  --build FOLDER                        where the pages are (dist)`;

/** A page that can be recorded. */
interface RecordablePage {
  readonly name: string;
  readonly language: Language;
  readonly document: Document;
  /** The report's folder. */
  readonly report: string;
}

/** The pages of a build that are reports, one for each report and language. */
function readPages(build: string, content: string): RecordablePage[] {
  const files = readdirSync(build, { recursive: true, encoding: "utf8" }).sort();
  const pages = files
    .filter((file) => file.endsWith("index.html"))
    .flatMap((file) => {
      const { document } = new JSDOM(readFileSync(join(build, file))).window;
      const { lang, dataset } = document.documentElement;
      if (!document.getElementById("lexicon") || !dataset.report) return [];
      const report = join(content, "reports", dataset.report);
      return [{ name: dataset.report, language: lang as Language, document, report }];
    });
  return pages.filter(
    ({ name, language }, at) =>
      pages.findIndex((each) => each.name === name && each.language === language) === at,
  );
}

/** The lexicon of a report for an engine. */
function readLexicon(report: string, engine: string): Lexicon {
  const file = join(report, "lexicon.yaml");
  const { value, problems } = parseLexicon(file, readFileSync(file, "utf8"));
  if (!value) throw new ContentError(problems);
  return lexiconFor(value.value, engine === "espeak" ? engine : undefined);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      language: { type: "string" },
      engine: { type: "string", default: "espeak" },
      voice: { type: "string" },
      audio: { type: "string" },
      timing: { type: "string" },
      build: { type: "string", default: "dist" },
    },
  });
  const { language, engine, voice, audio, timing } = values;
  const [report] = positionals;
  if (language && !languages.some((each) => each === language)) {
    throw new Error(`There is no language ${language}: there are ${languages.join(" and ")}.`);
  }
  const pages = readPages(values.build, process.env.CONTENT_DIR ?? "content").filter(
    (page) => (!report || page.name === report) && (!language || page.language === language),
  );
  if (pages.length === 0) {
    throw new Error(
      `No page of ${report ?? "a report"} is in ${values.build}: run \`npm run build\` first.`,
    );
  }
  const isOne = new Set(pages.map((page) => page.language)).size === 1;

  let record: (page: RecordablePage) => Promise<{ mp3: Uint8Array; cues: readonly Cue[] }>;
  const sentencesOf = (page: RecordablePage) =>
    readSentences(page.document.querySelectorAll(spokenSelector), page.language);
  if (engine === "person") {
    if (!audio || !timing || !isOne || pages.length > 1) throw new Error(usage);
    record = async (page) => {
      const mp3 = readFileSync(audio);
      if (!isMp3(mp3)) throw new Error(`${audio} is no MP3.`);
      return { mp3, cues: takeTiming(readFileSync(timing, "utf8"), sentencesOf(page)) };
    };
  } else {
    if (engine !== "espeak" && !(engine === "sherpa-onnx" && voice && isOne)) {
      throw new Error(usage);
    }
    const synthesizer =
      engine === "sherpa-onnx" && voice ? await createSherpaOnnx(voice) : await createEspeak();
    record = async (page) => {
      const lexicon = readLexicon(page.report, engine);
      const { samples, cues } = narrate(sentencesOf(page), lexicon, synthesizer);
      return { mp3: await encodeMp3(samples, synthesizer.sampleRate), cues };
    };
  }

  for (const page of pages) {
    const { mp3, cues } = await record(page);
    const folder = join(page.report, "narration");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${page.language}.mp3`), mp3);
    writeFileSync(join(folder, `${page.language}.vtt`), printCues(cues));
    const minutes = ((cues.at(-1)?.end ?? 0) / 60).toFixed(1);
    process.stdout.write(
      `${page.name} ${page.language}: ${cues.length} sentences, ${minutes} min, ${mp3.length} B\n`,
    );
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
