// Records every report of a build: `npm run narrate`, or with `-- <slug>` one of them. Speaks what the pages in `dist`
// say, and writes one MP3 and one WebVTT a language beside the report, where the next build finds them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import type { Language } from "../../core/report/report.ts";
import { readSentences, spokenElements } from "../../core/speech/page.ts";
import { printCues } from "../../core/speech/recording.ts";
import { createEspeak } from "./espeak.ts";
import { encodeMp3 } from "./mp3.ts";
import { narrate } from "./narrate.ts";

const [wanted] = process.argv.slice(2);
const content = process.env.CONTENT_DIR ?? "content";

const synthesizer = await createEspeak();
const done = new Set<string>();
for (const file of readdirSync("dist", { recursive: true, encoding: "utf8" }).sort()) {
  if (!file.endsWith("index.html")) continue;
  const { document } = new JSDOM(readFileSync(join("dist", file))).window;
  const report = document.documentElement.dataset.report ?? "";
  const lexicon = document.getElementById("lexicon")?.textContent;
  const language = document.documentElement.lang as Language;
  const name = `${report} ${language}`;
  if (!lexicon || done.has(name) || (wanted && wanted !== report)) continue;
  done.add(name);
  const sentences = readSentences(document.querySelectorAll(spokenElements), language);
  const { samples, cues } = narrate(sentences, JSON.parse(lexicon), synthesizer);
  const folder = join(content, "reports", report, "narration");
  mkdirSync(folder, { recursive: true });
  const mp3 = await encodeMp3(samples, synthesizer.sampleRate);
  writeFileSync(join(folder, `${language}.mp3`), mp3);
  writeFileSync(join(folder, `${language}.vtt`), printCues(cues));
  const minutes = (samples.length / synthesizer.sampleRate / 60).toFixed(1);
  process.stdout.write(`${name}: ${cues.length} sentences, ${minutes} min, ${mp3.length} B\n`);
}
if (done.size === 0) {
  const which = wanted ? `the report ${wanted}` : "a report";
  process.stderr.write(`No page of ${which} is in dist: run \`npm run build\` first.\n`);
  process.exitCode = 1;
}
