// Records all reports of a build, or one: `npm run narrate -- <slug>`. Speaks the pages in `dist`
// with the report's lexicon, and writes one MP3, one WebVTT and one record for each language to the
// report's folder, where the next build finds them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { lexiconFor } from "../../content/parse/lexicon.ts";
import { type Language, languages } from "../../core/document/report.ts";
import { narratorOf, prefixOf, readHeardSounds } from "../narration-record.ts";
import { cacheFolder } from "./cache.ts";
import { createNeuralSynthesizer } from "./engines.ts";
import { createEspeak } from "./espeak.ts";
import { readingsOf, readLexiconFile } from "./lexicon.ts";
import { listen } from "./listen/listen.ts";
import { delayCues, encodeMp3 } from "./mp3.ts";
import { narrate } from "./narrate.ts";
import { isMp3, takeTiming } from "./person.ts";
import { showProgress } from "./progress.ts";
import { type RecordablePage, readRecordablePages } from "./recordable-pages.ts";
import type { Synthesizer } from "./synthesizer.ts";
import { tagMp3 } from "./tags.ts";
import { type MadeRecording, writeRecording } from "./write-recording.ts";

const usage = `npm run narrate -- [report] [--language zh-CN|en] [--engine ENGINE]
  --engine espeak                       eSpeak NG, which needs nothing (the default)
  --engine kokoro --model FILE [--voice FILE|FOLDER]…
                                        Kokoro-82M, a neural voice for both languages
  --engine sherpa-onnx --voice FILE     a neural voice, for one language: FILE is JSON, as the editor's guide tells
  --engine person --audio FILE --timing FILE [--name NAME]
                                        a person's recording, for one report and language: MP3 and WebVTT
  --listen                              opens a page on which a native speaker checks the recordings
  --build FOLDER                        where the pages are (dist)
  --cache FOLDER                        where Kokoro's sounds are kept (${cacheFolder})`;

const contentFolder = process.env.CONTENT_DIR ?? "content";

const options = {
  language: { type: "string" },
  engine: { type: "string", default: "espeak" },
  model: { type: "string" },
  voice: { type: "string", multiple: true },
  audio: { type: "string" },
  timing: { type: "string" },
  name: { type: "string" },
  listen: { type: "boolean", default: false },
  build: { type: "string", default: "dist" },
  cache: { type: "string", default: cacheFolder },
} as const;

function readCommand() {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    return { ...values, report: positionals[0] };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${usage}`);
  }
}

type Command = ReturnType<typeof readCommand>;

/** The pages that are to be recorded. Throws a sentence if there are none. */
function choosePages({ report, language, build }: Command): RecordablePage[] {
  if (language && !languages.some((each) => each === language)) {
    throw new Error(`There is no language ${language}: there are ${languages.join(" and ")}.`);
  }
  const pages = readRecordablePages(build, contentFolder).filter(
    (page) => (!report || page.slug === report) && (!language || page.language === language),
  );
  if (pages.length > 0) return pages;
  const wanted = `${report ?? "a report"}${language ? ` in ${language}` : ""}`;
  throw new Error(`No page of ${wanted} is in ${build}: run \`npm run build\` first.`);
}

/** Takes a person's recording. */
function takeRecording(page: RecordablePage, { audio, timing, name }: Command): MadeRecording {
  if (!audio || !timing) throw new Error(usage);
  const mp3 = readFileSync(audio);
  if (!isMp3(mp3)) throw new Error(`${audio} is no MP3.`);
  const cues = takeTiming(readFileSync(timing, "utf8"), page.sentences);
  return { mp3, cues, record: { narrator: { kind: "person", name }, sentences: {} } };
}

/** Speaks a page; `espeak` is the stand-in, or the synthesizer itself. */
async function speakPage(
  page: RecordablePage,
  synthesizer: Synthesizer,
  espeak: Synthesizer,
  cache: string,
): Promise<MadeRecording> {
  const { slug, language, title, folder, sentences } = page;
  const lexicon = readLexiconFile(folder);
  const isEspeak = synthesizer === espeak;
  const speaking = {
    synthesizer,
    readings: readingsOf(lexicon),
    standIn: isEspeak ? undefined : { synthesizer: espeak, lexicon: lexiconFor(lexicon, "espeak") },
    cache,
    tell: (message: string) => process.stderr.write(`\n${slug} ${language}, ${message}\n`),
  };
  const { samples, sampleRate, cues, ...spoken } = await narrate(
    sentences,
    lexiconFor(lexicon, isEspeak ? "espeak" : undefined),
    speaking,
    showProgress(`${slug} ${language}`, process.stderr),
  );
  const record = { narrator: synthesizer.narrator(language), sentences: spoken.sentences };
  const heard = readHeardSounds(prefixOf(folder, language));
  const mp3 = await encodeMp3(samples, sampleRate);
  return {
    mp3: tagMp3(mp3, narratorOf(record, heard), { title, language }),
    cues: delayCues(cues, sampleRate),
    record,
  };
}

/** How pages are recorded, by what is asked for. Throws the usage where that does not fit together. */
async function chooseRecorder(
  command: Command,
  pages: readonly RecordablePage[],
): Promise<(page: RecordablePage) => MadeRecording | Promise<MadeRecording>> {
  if (command.engine === "person") {
    if (pages.length > 1) throw new Error(usage);
    return (page) => takeRecording(page, command);
  }
  const wanted: Language[] = [...new Set(pages.map(({ language }) => language))];
  const espeak = await createEspeak();
  const synthesizer =
    command.engine === "espeak"
      ? espeak
      : await createNeuralSynthesizer({ ...command, voice: command.voice ?? [] }, wanted);
  if (!synthesizer) throw new Error(usage);
  return (page) => speakPage(page, synthesizer, espeak, command.cache);
}

async function main(): Promise<void> {
  const command = readCommand();
  const pages = choosePages(command);
  if (command.listen) return listen({ reportsFolder: join(contentFolder, "reports"), pages });
  const record = await chooseRecorder(command, pages);
  for (const page of pages) {
    const made = await record(page);
    writeRecording(page.folder, page.language, made);
    const minutes = ((made.cues.at(-1)?.end ?? 0) / 60).toFixed(1);
    process.stdout.write(
      `${page.slug} ${page.language}: ${made.cues.length} sentences, ${minutes} min, ${made.mp3.length} B\n`,
    );
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
