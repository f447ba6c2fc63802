import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emptyLexicon } from "../../src/core/speech/lexicon.ts";
import { joinSamples } from "../../src/site/narrate/samples.ts";
import { findSpeech } from "../../src/site/narrate/sound/silence.ts";
import { type SpeakingOptions, speakSentence } from "../../src/site/narrate/speak-sentence.ts";
import type { PreparedUtterance } from "../../src/site/narrate/synthesizer.ts";
import { createFakeSynthesizer } from "../support/fake-synthesizer.ts";
import { bursts } from "../support/sounds.ts";

const sentence = (text: string) => ({ id: "p1-m1-s1", text, language: "zh-CN", section: "p1" });

/** Speaks a sentence; what was told is returned as well. */
async function speak(text: string, options: Omit<SpeakingOptions, "readings" | "tell">) {
  const told: string[] = [];
  const tell = (message: string) => told.push(message);
  const result = await speakSentence(sentence(text), emptyLexicon, {
    readings: [],
    tell,
    ...options,
  });
  return { ...result, told };
}

const parts = [
  "制定和修改涉及民生的文件，",
  "建立重大行政决策听证制度，",
  "推动各部门依法行政和服务。",
];
const long = parts.join("");
const silence = new Float32Array(8_000);
const isLongerThan = (most: number) => (utterance: PreparedUtterance) =>
  utterance.text.length > most ? silence : undefined;
const standIn = (name = "stand-in") => ({
  synthesizer: createFakeSynthesizer({ name }),
  lexicon: emptyLexicon,
});

describe("a sentence that the voice says well is spoken", () => {
  test("once, and nothing is told of it", async () => {
    const synthesizer = createFakeSynthesizer();
    const { clauses, record, told } = await speak(long, { synthesizer, standIn: standIn() });
    expect(synthesizer.spoken).toEqual([long]);
    expect(clauses.map(({ from, to }) => [from, to])).toEqual([[0, long.length]]);
    expect(record).toEqual({
      sound: expect.stringMatching(/^[0-9a-f]{16}$/),
      spoken: long,
      reading: [...long.replace(/\P{L}/gu, "")].join(" "),
    });
    expect(told).toEqual([]);
  });

  test.each([
    ["法治政府建设", "法治政府建设。"],
    ["法治", "法治。"],
    ["法治；", "法治；"],
    ["法治？", "法治？"],
  ])("with a mark at its end, by which the voice goes down: %s", async (text, given) => {
    const synthesizer = createFakeSynthesizer();
    const { record } = await speak(text, { synthesizer });
    expect(synthesizer.spoken).toEqual([given]);
    expect(record.spoken).toBe(text);
  });

  test("in the words of the lexicon, where they differ", async () => {
    const lexicon = { forms: [{ written: "721", spoken: { "zh-CN": "七二一" } }], pauses: [] };
    const synthesizer = createFakeSynthesizer();
    const options = { synthesizer, readings: [], tell: () => {} };
    const { record } = await speakSentence(sentence("“721”工作法。"), lexicon, options);
    expect(record.spoken).toBe("七二一工作法。");
  });
});

describe("a heading of few syllables, which a voice would swallow, is spoken", () => {
  const rate = 8_000;
  const word = bursts(1, 0.4, rate, 0.2);
  const pauseOf = (seconds: number) => new Float32Array(seconds * rate);
  /** What is said with a lead-in, with a pause before the word. */
  const led = (pause: number) =>
    createFakeSynthesizer({
      leadIn: "下面请听。",
      botches: ({ text }) =>
        text === "下面请听。引言。"
          ? joinSamples([bursts(1, 0.9, rate, 0.2), pauseOf(pause), word, pauseOf(0.2)])
          : undefined,
    });

  test("after a lead-in, of which nothing is left", async () => {
    const synthesizer = led(0.1);
    const { clauses, record } = await speak("引言", { synthesizer });
    expect(synthesizer.spoken).toEqual(["下面请听。引言。"]);
    const { samples = word } = clauses[0] ?? {};
    const speech = findSpeech(samples, rate);
    expect(speech?.from).toBeCloseTo(0.05, 2);
    expect((speech?.to ?? 0) - (speech?.from ?? 0)).toBeCloseTo(0.4, 1);
    expect(record).toMatchObject({ spoken: "引言", reading: "引 言" });
  });

  test("alone, where no pause tells it from the lead-in", async () => {
    const synthesizer = led(0.02);
    await speak("引言", { synthesizer });
    expect(synthesizer.spoken).toEqual(["下面请听。引言。", "引言。"]);
  });

  test("alone in a language in which nothing is swallowed, and where it is not so short", async () => {
    const synthesizer = led(0.1);
    await speak("存在的不足", { synthesizer });
    const english = { id: "intro-h", text: "Law", language: "en", section: "intro" };
    await speakSentence(english, emptyLexicon, { synthesizer, readings: [], tell: () => {} });
    expect(synthesizer.spoken).toEqual(["存在的不足。", "Law."]);
  });
});

describe("a sentence that can't be heard is spoken again", () => {
  test("in shorter clauses, and the editor is told why", async () => {
    const synthesizer = createFakeSynthesizer({ botches: isLongerThan(30) });
    const { clauses, record, told } = await speak(long, { synthesizer, standIn: standIn() });
    expect(synthesizer.spoken).toEqual([long, parts[0], `${parts[1]}${parts[2]}`]);
    expect(clauses.map(({ text }) => text)).toEqual(synthesizer.spoken.slice(1));
    expect(clauses.map(({ from }) => from)).toEqual([0, 13]);
    expect(record).toMatchObject({ spoken: long });
    expect(record).not.toHaveProperty("fallback");
    expect(told).toEqual([
      `p1-m1-s1: spoken in shorter clauses. “${long}”: Nothing is heard in 1.00 s.`,
    ]);
  });

  test("in the shortest ones, where those are not short enough", async () => {
    const synthesizer = createFakeSynthesizer({ botches: isLongerThan(20) });
    const { clauses } = await speak(long, { synthesizer });
    expect(clauses.map(({ text }) => text)).toEqual(parts);
  });

  test("by the stand-in, where no length helps; by its own lexicon", async () => {
    const forms = [{ written: "制定", spoken: { "zh-CN": "治定" } }];
    const other = { ...standIn(), lexicon: { forms, pauses: [] } };
    const synthesizer = createFakeSynthesizer({ botches: () => silence });
    const { record, told } = await speak(long, { synthesizer, standIn: other });
    expect(other.synthesizer.spoken).toEqual([long.replace("制定", "治定")]);
    expect(record).toMatchObject({ fallback: "stand-in", spoken: long.replace("制定", "治定") });
    expect(told).toEqual([`p1-m1-s1: spoken by stand-in. “${long}”: Nothing is heard in 1.00 s.`]);
  });

  test("by the stand-in, where a sign can't be read; the editor is told what would help", async () => {
    const synthesizer = createFakeSynthesizer({ refuses: /☃/ });
    const { record, told } = await speak("今天☃很多。", { synthesizer, standIn: standIn() });
    expect(synthesizer.spoken).toEqual([]);
    expect(record).toMatchObject({ fallback: "stand-in", spoken: "今天☃很多。" });
    expect(told).toEqual([
      "p1-m1-s1: spoken by stand-in. “☃” has no reading. A reading or a form in lexicon.yaml would help.",
    ]);
  });
});

describe("without a stand-in the editor is told which sentence it is", () => {
  test("that can't be heard", async () => {
    const synthesizer = createFakeSynthesizer({ botches: () => silence });
    await expect(speak("依法行政。", { synthesizer })).rejects.toThrow(
      "p1-m1-s1: “依法行政。”: Nothing is heard in 1.00 s.",
    );
  });

  test("that can't be read", async () => {
    const synthesizer = createFakeSynthesizer({ refuses: /㐂/ });
    await expect(speak("㐂事。", { synthesizer })).rejects.toThrow(
      "p1-m1-s1: “㐂” has no reading.",
    );
  });
});

test("another failure than the voice's own is not covered by the stand-in", async () => {
  const synthesizer = createFakeSynthesizer({
    botches: () => {
      throw new Error("out of memory");
    },
  });
  const other = standIn();
  await expect(speak("依法行政。", { synthesizer, standIn: other })).rejects.toThrow(
    /^out of memory$/,
  );
  expect(other.synthesizer.spoken).toEqual([]);
});

test("an engine that does not tell its pace is believed", async () => {
  const synthesizer = createFakeSynthesizer({ botches: () => silence, hasPace: false });
  expect((await speak("依法行政。", { synthesizer })).clauses).toHaveLength(1);
});

test("of a sentence of marks nothing is said, nor told", async () => {
  const synthesizer = createFakeSynthesizer();
  const { clauses, record, told } = await speak("……", { synthesizer });
  expect([clauses, synthesizer.spoken, told]).toEqual([[], [], []]);
  expect(record).toMatchObject({ spoken: "", reading: "" });
});

test("the same sentence has the same sound, and another voice or reading another", async () => {
  const soundOf = async (voice: string, syllables: readonly string[] = []) => {
    const options = {
      synthesizer: createFakeSynthesizer({ voice }),
      readings: [{ written: "行政", syllables }],
      cache: mkdtempSync(join(tmpdir(), "sounds-")),
      tell: () => {},
    };
    return (await speakSentence(sentence("依法行政。"), emptyLexicon, options)).record.sound;
  };
  const first = await soundOf("one");
  expect(await soundOf("one")).toBe(first);
  expect(await soundOf("another")).not.toBe(first);
  expect(await soundOf("one", ["háng", "zhèng"])).not.toBe(first);
});
