import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Language } from "../../src/core/document/report.ts";

/** The sentences of a small report, by their ids. */
export type SmallText = Readonly<Record<string, string>>;

/** A lexicon of readings only: pairs of a word and its pinyin. */
export function lexiconOf(...readings: readonly (readonly [string, string])[]): string {
  const rows = readings.map(
    ([written, pinyin]) => `\n  - { written: ${written}, pinyin: ${pinyin}, reviewed: false }`,
  );
  return `forms: []\npauses: []\nreadings:${rows.join("") || " []"}\n`;
}

function pageOf(language: Language, text: SmallText): string {
  const sentences = Object.entries(text).map(
    ([id, each]) => `<span class="s" id="${id}">${each}</span>`,
  );
  return `<!doctype html><html lang="${language}" data-report="small"><meta charset="utf-8">
    <title>Small</title><body><main id="main"><p>${sentences.join("")}</p></main>
    <script type="application/json" id="lexicon">[]</script></body></html>`;
}

/** How a run of the command ended. */
export interface NarrateRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A built report of a few sentences in a folder of its own, to be recorded. */
export class SmallReport {
  readonly folder = mkdtempSync(join(tmpdir(), "narration-"));
  /** Where the recordings are written to. */
  readonly narration = join(this.folder, "reports/small/narration");
  readonly cache = join(this.folder, "cache");

  constructor(text: Partial<Readonly<Record<Language, SmallText>>>, lexicon = lexiconOf()) {
    mkdirSync(join(this.folder, "build/en"), { recursive: true });
    mkdirSync(join(this.folder, "reports/small"), { recursive: true });
    this.setLexicon(lexicon);
    const pages = [
      ["zh-CN", "index.html"],
      ["en", "en/index.html"],
    ] as const;
    for (const [language, file] of pages) {
      const sentences = text[language];
      if (sentences) writeFileSync(join(this.folder, "build", file), pageOf(language, sentences));
    }
  }

  setLexicon(lexicon: string): void {
    writeFileSync(join(this.folder, "reports/small/lexicon.yaml"), lexicon);
  }

  /**
   * Runs the command with its options. `onProgress` hears what is written to stderr, and may stop
   * it.
   */
  narrate(
    options: readonly string[],
    onProgress: (text: string, stop: () => void) => void = () => {},
  ): Promise<NarrateRun> {
    const child = spawn(
      process.execPath,
      [
        // In one process, which can be stopped: the command `tsx` begins another.
        ...["--import", "tsx", "src/site/narrate/cli.ts"],
        ...["--build", join(this.folder, "build"), "--cache", this.cache, ...options],
      ],
      { env: { ...process.env, CONTENT_DIR: this.folder } },
    );
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (data) => {
      stdout += data;
    });
    child.stderr.on("data", (data) => {
      stderr += data;
      onProgress(stderr, () => child.kill("SIGKILL"));
    });
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (status) => resolve({ status, stdout, stderr }));
    });
  }

  /** A file of the recording. */
  written(name: string): Buffer {
    return readFileSync(join(this.narration, name));
  }

  /** The names of the files of the recordings; none where nothing was written. */
  filesWritten(): string[] {
    return existsSync(this.narration) ? readdirSync(this.narration).sort() : [];
  }
}
