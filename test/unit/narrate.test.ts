import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emptyLexicon } from "../../src/core/speech/lexicon.ts";
import type { SpokenSentence } from "../../src/core/speech/script.ts";
import { narrate } from "../../src/site/narrate/narrate.ts";
import { integratedLoudness } from "../../src/site/narrate/sound/loudness.ts";
import { truePeak } from "../../src/site/narrate/sound/true-peak.ts";
import type { SpeakingOptions } from "../../src/site/narrate/speak-sentence.ts";
import { createFakeSynthesizer } from "../support/fake-synthesizer.ts";

const sentence = (id: string, text: string, section = "p1"): SpokenSentence => ({
  ...{ id, text, section },
  language: "zh-CN",
});
const sentences = [
  sentence("p1-m1-s1", "坚持依法行政。"),
  sentence("p1-m1-s2", "……"),
  sentence("p1-m1-s3", `${"建立重大行政决策听证制度，".repeat(5)}推动各部门依法行政。`),
  sentence("p1-m2-s1", "今天☃很多。"),
  sentence("p2-s1", "推进公正执法。", "p2"),
];

const record = (options: Partial<SpeakingOptions> = {}, onSpoken?: (share: number) => void) =>
  narrate(
    sentences,
    emptyLexicon,
    {
      synthesizer: createFakeSynthesizer({ refuses: /☃/ }),
      readings: [],
      standIn: {
        synthesizer: createFakeSynthesizer({ name: "stand-in", sampleRate: 11_025 }),
        lexicon: emptyLexicon,
      },
      tell: () => {},
      ...options,
    },
    onSpoken,
  );

describe("a report that is recorded", async () => {
  const { cues, samples, sampleRate, sentences: records } = await record();
  const [first, marks, long, other, last] = cues;

  test("has its sentences one after the other, with the pauses between", () => {
    expect(cues.map(({ id, text }) => ({ id, text }))).toEqual(
      sentences.map(({ id, text }) => ({ id, text })),
    );
    const pauses = cues.slice(1).map(({ start }, at) => start - (cues[at]?.end ?? 0));
    for (const [at, pause] of [0.31, 0.31, 0.61, 1].entries()) {
      expect(pauses[at]).toBeCloseTo(pause, 3);
    }
    expect(samples.length / sampleRate - (last?.end ?? 0)).toBeCloseTo(0.31, 3);
  });

  test("is silent for a sentence of marks, which has a place all the same", () => {
    expect(marks?.end).toBe(marks?.start);
    expect(records["p1-m1-s2"]?.spoken).toBe("");
  });

  test("tells when each clause of a long sentence begins, after the pause", () => {
    const [second, ...more] = long?.clauses ?? [];
    expect(more).toEqual([]);
    expect(long?.text.slice((second?.from ?? 0) - 1, second?.from)).toBe("，");
    const before = samples.subarray(
      Math.round(((second?.start ?? 0) - 0.1) * sampleRate),
      Math.round((second?.start ?? 0) * sampleRate),
    );
    expect(before.every((sample) => sample === 0)).toBe(true);
    // Each letter takes a fifth of a second.
    const letters = (long?.text.slice(0, second?.from).match(/\p{L}/gu) ?? []).length;
    expect((second?.start ?? 0) - (long?.start ?? 0)).toBeCloseTo(letters / 5, 0);
    expect(first).not.toHaveProperty("clauses");
  });

  test("has a stand-in's voice at its own rate: five letters of a fifth of a second", () => {
    expect((other?.end ?? 0) - (other?.start ?? 0)).toBeGreaterThan(0.7);
    expect((other?.end ?? 0) - (other?.start ?? 0)).toBeLessThan(1.2);
    expect(records["p1-m2-s1"]?.fallback).toBe("stand-in");
  });

  test("is as loud as any other recording", () => {
    expect(integratedLoudness(samples, sampleRate)).toBeCloseTo(-16, 0);
    expect(truePeak(samples)).toBeLessThanOrEqual(-1.9);
  });
});

test("how much has been spoken is told by the length of the sentences, up to all", async () => {
  const shares: number[] = [];
  await record({}, (share) => shares.push(share));
  expect(shares).toHaveLength(5);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

test("a run that stops goes on where it was: nothing is spoken twice", async () => {
  const cache = mkdtempSync(join(tmpdir(), "stopped-"));
  const stopping = createFakeSynthesizer({
    voice: "one",
    refuses: /☃/,
    botches: ({ text }) => {
      if (text === "推进公正执法。") throw new Error("stopped");
      return undefined;
    },
  });
  await expect(record({ synthesizer: stopping, cache })).rejects.toThrow("stopped");
  const next = createFakeSynthesizer({ voice: "one", refuses: /☃/ });
  const made = await record({ synthesizer: next, cache });
  expect(next.spoken).toEqual(["推进公正执法。"]);
  const atOnce = await record();
  expect(made.cues).toEqual(atOnce.cues);
  expect(made.samples).toEqual(atOnce.samples);
});
