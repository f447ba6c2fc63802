import { mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../../src/core/document/report.ts";
import { parseCues } from "../../src/core/speech/recording.ts";
import { kilobitsASecond } from "../../src/site/narrate/mp3.ts";
import { readNarrationRecord } from "../../src/site/narration-record.ts";
import {
  lexiconOf,
  type NarrateRun,
  SmallReport,
  type SmallText,
} from "../support/small-report.ts";
import { toyModel, toyVoice, writeToyKokoro } from "../support/toy-model.ts";

const home = mkdtempSync(join(tmpdir(), "kokoro-"));
const model = writeToyKokoro(home);
const kokoro = ["--engine", "kokoro", "--model", model];

const chinese: SmallText = {
  "p1-s1": "行政机关负责人出庭应诉，参与调解。",
  "p1-s2":
    "县长要求制定和修改涉及民生的规范性文件，认真执行法律、法规和规章，建立重大行政决策听取意见制度，严格规范公正文明执法，推动各部门依法行政。",
  "p2-s1": "㐂事很多。",
  "p2-s2": "市民说Путь很长。",
  "p2-s3": "今天☃很多。",
};
const english: SmallText = {
  "p1-s1": "Wugang’s government reports.",
  "p1-s2":
    "The city heard the opinions of the people on its major decisions, published the rules that it drafted, and examined every one of the documents that it had issued, so that all of its departments keep the law.",
};
const readings = lexiconOf(["应诉", "yìngsù"], ["Wugang", "Wǔgāng"]);

const cuesOf = (report: SmallReport, language: Language) =>
  parseCues(report.written(`${language}.vtt`).toString());

function recordOf({ narration }: SmallReport, language: Language) {
  const record = readNarrationRecord(join(narration, language));
  if (!record) throw new Error(`there is no record in ${narration}`);
  return record;
}

/** The files of the cache, by which it is seen what was spoken: a file that is written is another. */
const cachedFiles = ({ cache }: SmallReport) =>
  new Map(readdirSync(cache).map((name) => [name, statSync(join(cache, name)).ino]));

describe("a neural voice records a report in both languages:", () => {
  const report = new SmallReport({ "zh-CN": chinese, en: english }, readings);
  let run: NarrateRun;
  beforeAll(async () => {
    run = await report.narrate(kokoro);
  }, 60_000);

  test("for each a sound, its timing and a record, and nothing half-written", () => {
    expect(run).toMatchObject({ status: 0, stdout: expect.stringMatching(/small zh-CN: 5 sent/) });
    expect(report.filesWritten()).toEqual(
      ["en", "zh-CN"].flatMap((each) => [`${each}.json`, `${each}.mp3`, `${each}.vtt`]),
    );
  });

  test.each([
    ["zh-CN", chinese],
    ["en", english],
  ] as const)("every sentence of %s has its time in the sound", (language, text) => {
    const cues = cuesOf(report, language);
    expect(cues.map(({ id, text }) => [id, text])).toEqual(Object.entries(text));
    for (const [at, { start, end }] of cues.entries()) {
      expect(start).toBeGreaterThanOrEqual(cues[at - 1]?.end ?? 0);
      expect(end - start).toBeGreaterThan(0.2);
    }
    // After the last one a pause and the tag.
    const seconds = report.written(`${language}.mp3`).length / (kilobitsASecond * 125);
    expect(seconds - (cues.at(-1)?.end ?? 0)).toBeGreaterThan(0.3);
    expect(seconds - (cues.at(-1)?.end ?? 0)).toBeLessThan(0.6);
  });

  test.each([
    ["zh-CN", "认真执行"],
    ["en", " published the rules"],
  ] as const)("a long sentence of %s has the time of its second clause, too", (language, words) => {
    const cue = cuesOf(report, language)[1];
    const [second, ...others] = cue?.clauses ?? [];
    expect(others).toEqual([]);
    expect(cue?.text.slice(second?.from)).toMatch(new RegExp(`^${words}`));
    // A part of the time as large as its part of the text, roughly.
    const { text = "", start = 0, end = 0 } = cue ?? {};
    const share = ((second?.start ?? 0) - start) / (end - start);
    expect(share).toBeCloseTo((second?.from ?? 0) / text.length, 0.7);
    expect(cuesOf(report, language)[0]?.clauses).toBeUndefined();
  });

  test("the record says who speaks, and of each sentence what was said and how it was read", () => {
    const { narrator, sentences } = recordOf(report, "zh-CN");
    expect(narrator).toEqual({
      kind: "synthetic",
      name: "Kokoro-82M",
      version: "1.0",
      maker: "hexgrad",
      voice: "zm_yunxi",
      licence: "Apache-2.0",
    });
    expect(Object.keys(sentences)).toEqual(Object.keys(chinese));
    expect(sentences["p1-s1"]).toEqual({
      sound: expect.stringMatching(/^[0-9a-f]{16}$/),
      spoken: "行政机关负责人出庭应诉，参与调解。",
      reading: "xíng zhèng jī guān fù zé rén chū tíng yìng sù cān yù tiáo jiě",
    });
    const inEnglish = recordOf(report, "en");
    expect(inEnglish.narrator.voice).toBe("bf_emma");
    // The name by its pinyin, the rest in English.
    expect(inEnglish.sentences["p1-s1"]?.reading).toBe("wˌuːɡˈɑːŋz ɡˈʌvənmənt ɹɪpˈɔːts.");
  });

  test("the sound says in its tag who speaks", () => {
    const mp3 = report.written("zh-CN.mp3");
    expect(mp3.subarray(0, 3).toString()).toBe("ID3");
    expect(mp3.includes(Buffer.from("Kokoro-82M 1.0", "utf16le"))).toBe(true);
  });

  test.each([
    ["p2-s1", "㐂"],
    ["p2-s2", "П"],
    ["p2-s3", "☃"],
  ])("what the voice can't read (%s: %s) is spoken by eSpeak, and the editor told", (id, sign) => {
    expect(run.stderr).toContain(
      `small zh-CN, ${id}: spoken by espeak. “${sign}” has no reading. A reading or a form in lexicon.yaml would help.\n`,
    );
    const { sentences } = recordOf(report, "zh-CN");
    expect(sentences[id]).toMatchObject({ fallback: "espeak", spoken: chinese[id] });
    expect(sentences["p1-s1"]).not.toHaveProperty("fallback");
  });

  test("of a report with another reading, only the sentence that has the word is spoken again", async () => {
    const [cached, before] = [cachedFiles(report), recordOf(report, "zh-CN")];
    report.setLexicon(readings.replace("yìngsù", "yīngsù"));
    expect(await report.narrate([...kokoro, "--language", "zh-CN"])).toMatchObject({ status: 0 });
    const now = cachedFiles(report);
    expect([...now].filter(([name, node]) => cached.get(name) !== node)).toHaveLength(1);
    expect(now.size).toBe(cached.size + 1);
    const { sentences } = recordOf(report, "zh-CN");
    expect(sentences["p1-s1"]?.reading).toContain("chū tíng yīng sù");
    expect(sentences["p1-s1"]?.sound).not.toBe(before.sentences["p1-s1"]?.sound);
    expect({ ...sentences, "p1-s1": undefined }).toEqual({
      ...before.sentences,
      "p1-s1": undefined,
    });
  });
});

test("a run that was stopped has written nothing, and the next one goes on where it was", async () => {
  const names = [..."甲乙丙丁戊己庚辛壬癸"];
  const text = Object.fromEntries(
    names.map((name, at) => [`p1-s${at}`, `${name}部门制定和修改涉及民生的规范性文件，听取意见。`]),
  );
  const report = new SmallReport({ "zh-CN": text });
  const stopped = await report.narrate(kokoro, (told, stop) => {
    if (told.includes("20 %")) stop();
  });
  expect(stopped.status).toBeNull();
  expect(report.filesWritten()).toEqual([]);
  const kept = [...cachedFiles(report)].filter(([name]) => name.endsWith(".f32"));
  expect(kept.length).toBeGreaterThanOrEqual(2);
  expect(await report.narrate(kokoro)).toMatchObject({ status: 0 });
  const cached = cachedFiles(report);
  expect(kept.filter(([name, node]) => cached.get(name) !== node)).toEqual([]);
  expect(cuesOf(report, "zh-CN")).toHaveLength(10);
}, 60_000);

describe("a report in one language", () => {
  const report = new SmallReport({ "zh-CN": { "p1-s1": "县政府单独设立窗口。" } });

  test.concurrent("is recorded in that language, with the voices in a folder", async () => {
    const run = await report.narrate([...kokoro, "--voice", home]);
    expect(run).toMatchObject({ status: 0, stdout: expect.stringContaining("1 sentences") });
    expect(report.filesWritten()).toEqual(["zh-CN.json", "zh-CN.mp3", "zh-CN.vtt"]);
  });

  test.concurrent("is not recorded in the other", async () => {
    const { status, stderr } = await report.narrate([...kokoro, "--language", "en"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^No page of a report in en is in .*\/build: run `npm run build` first/);
  });
});

describe("whoever records a report with a neural voice is told, and nothing is written,", () => {
  /** Writes a file, and returns its path. */
  const bring = (name: string, bytes: Uint8Array) => {
    const file = join(mkdtempSync(join(tmpdir(), "brought-")), name);
    writeFileSync(file, bytes);
    return file;
  };
  const withModel = (path: string) => ["--engine", "kokoro", "--model", path];
  const withVoice = (path: string) => [...withModel(model), "--voice", path];

  test.concurrent.each([
    ["that a model is needed", ["--engine", "kokoro"], /--engine kokoro --model FILE/],
    [
      "of a model that is not there",
      withModel(join(home, "none.onnx")),
      /^There is no model .*none/,
    ],
    [
      "of a model of which a part is missing",
      [...withModel(bring("toy.onnx", toyModel().slice(0, 700))), "--voice", home],
      /toy\.onnx is no ONNX model, or not all of one; fetch it again/,
    ],
    [
      "of another model",
      [...withModel(bring("toy.onnx", toyModel("speaker"))), "--voice", home],
      /toy\.onnx is another model than Kokoro-82M: its inputs are tokens, speaker, speed/,
    ],
    [
      "of a model without voices",
      withModel(bring("toy.onnx", toyModel())),
      /There is no voice .*zm_yunxi\.bin/,
    ],
    [
      "of a voice of which a part is missing",
      withVoice(bring("zm_half.bin", toyVoice().slice(0, 1000))),
      /zm_half\.bin is no voice of Kokoro, or not all of it: it has 1000 B/,
    ],
    [
      "of a voice whose name does not tell its language",
      withVoice(bring("yunxi.bin", toyVoice())),
      /yunxi\.bin: the name of a voice tells its language/,
    ],
  ])("%s", async (_, args, expected) => {
    const report = new SmallReport({ "zh-CN": { "p1-s1": "依法行政。" } });
    const { status, stdout, stderr } = await report.narrate(args);
    expect(stderr).toMatch(expected);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect([status, stdout]).toEqual([1, ""]);
    expect(report.filesWritten()).toEqual([]);
  });

  test.concurrent("of a place that can't be written to, and what was spoken is kept", async () => {
    const report = new SmallReport({ "zh-CN": { "p1-s1": "依法行政。" } });
    writeFileSync(report.narration, "");
    const { status, stderr } = await report.narrate(kokoro);
    expect(status).toBe(1);
    expect(stderr).toContain(`${report.narration}: a file is in its place, so nothing was written`);
    expect(cachedFiles(report).size).toBe(1);
  });
});
