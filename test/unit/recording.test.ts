import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Cue,
  isRecordingOf,
  parseCues,
  printCues,
  timeInCue,
} from "../../src/core/speech/recording.ts";

const sentence = (id: string, text: string) => ({
  id,
  text,
  language: "zh-CN" as const,
  section: "p1",
});

test("the timing of a recording is WebVTT with the ids of the sentences", () => {
  const vtt = printCues([
    { id: "p1-m1-s1", start: 0, end: 3661.5, text: "市委<市政府>&《规划》。" },
  ]);
  expect(vtt).toBe(
    "WEBVTT\n\np1-m1-s1\n00:00:00.000 --> 01:01:01.500\n市委&lt;市政府&gt;&amp;《规划》。\n",
  );
  expect(parseCues(vtt)).toEqual([
    { id: "p1-m1-s1", start: 0, end: 3661.5, text: "市委<市政府>&《规划》。" },
  ]);
});

test("whatever was recorded is read back", () => {
  const cues = fc.array(
    fc.record({
      id: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/),
      start: fc.integer({ min: 0, max: 36_000_000 }).map((ms) => ms / 1000),
      end: fc.integer({ min: 0, max: 36_000_000 }).map((ms) => ms / 1000),
      text: fc.string({ unit: "grapheme" }).map((text) => text.replace(/[\r\n\u2028\u2029]/g, "")),
    }),
  );
  fc.assert(
    fc.property(cues, (list) => {
      expect(parseCues(printCues(list))).toEqual(list);
    }),
  );
});

test("where clauses begin is WebVTT, too: a comment, which other players pass over", () => {
  const text = "a<b & c，d>e。";
  const cue = { id: "s1", start: 1, end: 5, text, clauses: [{ from: 8, start: 3.25 }] };
  const vtt = printCues([cue]);
  expect(vtt).toContain("\na&lt;b &amp; c，d&gt;e。\n\nNOTE clauses of s1: 8 00:00:03.250\n");
  expect(parseCues(vtt)).toEqual([cue]);
});

/** Cues whose clauses begin in order, within the text and the time. */
const cuesWithClauses = fc
  .record({
    parts: fc.array(
      fc
        .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
        .map((text) => text.replace(/[\r\n\u2028\u2029]/g, "&lt;<00:01>")),
      { minLength: 1, maxLength: 5 },
    ),
    steps: fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ parts, steps }): Cue => {
    const times: number[] = [];
    for (const step of steps) times.push((times.at(-1) ?? 0) + step);
    const clauses = parts.slice(1).map((_, at) => ({
      from: parts.slice(0, at + 1).join("").length,
      start: (times[at + 1] ?? 0) / 1000,
    }));
    const [first = 0, last = 0] = [times[0], times.at(-1)];
    const cue = { id: "s1", start: first / 1000, end: last / 1000, text: parts.join("") };
    return clauses.length > 0 ? { ...cue, clauses } : cue;
  });

test("whatever clauses were recorded, their times are read back, and what looks like one stays text", () => {
  fc.assert(
    fc.property(cuesWithClauses, (cue) => {
      expect(parseCues(printCues([cue]))).toEqual([cue]);
    }),
  );
});

test("a timing file from before there were times of clauses is read as it was", () => {
  const [cue] = parseCues("WEBVTT\n\ns1\n00:00:01.000 --> 00:00:02.500\n依法，行政。\n");
  expect(cue).toEqual({ id: "s1", start: 1, end: 2.5, text: "依法，行政。" });
  expect(cue && timeInCue(cue, 0.5)).toBe(1.75);
});

test("a place in a sentence is heard where its clause was spoken, and between in proportion", () => {
  const clauses = [
    { from: 2, start: 13 },
    { from: 6, start: 14 },
  ];
  const cue = { id: "s1", start: 10, end: 20, text: "一二三四五六七八", clauses };
  const times = [0, 1, 2, 4, 6, 7, 8].map((place) => timeInCue(cue, place / 8));
  expect(times).toEqual([10, 11.5, 13, 13.5, 14, 17, 20]);
});

test("the time never goes back in a sentence: it begins and ends with it, and meets each clause", () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2 });
  fc.assert(
    fc.property(cuesWithClauses, shares, (cue, list) => {
      expect(timeInCue(cue, 0)).toBe(cue.start);
      expect(timeInCue(cue, 1)).toBeCloseTo(cue.end, 9);
      for (const { from, start } of cue.clauses ?? []) {
        expect(timeInCue(cue, from / cue.text.length)).toBeCloseTo(start, 6);
      }
      const times = list.sort((a, b) => a - b).map((share) => timeInCue(cue, share));
      for (const [at, time] of times.entries()) {
        expect(time).toBeGreaterThanOrEqual((times[at - 1] ?? cue.start) - 1e-9);
      }
    }),
  );
});

test("a person's own timing file is read: hours left out, settings, notes, Windows line ends", () => {
  const vtt =
    "WEBVTT - read by hand\r\n\r\nNOTE by Wang\r\n\r\ns1\r\n00:01.000 --> 00:02.500 align:start\r\n依法行政。\r\n";
  expect(parseCues(vtt)).toEqual([{ id: "s1", start: 1, end: 2.5, text: "依法行政。" }]);
});

test("what is no WebVTT has no cues, and nothing makes it throw", () => {
  expect(parseCues("<!doctype html><title>404</title>")).toEqual([]);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      parseCues(`WEBVTT${text}`);
    }),
  );
});

test("a recording is of a page when it says every sentence as the page does", () => {
  const cues = [
    { id: "s1", start: 0, end: 1, text: "依法行政。" },
    { id: "gone", start: 1, end: 2, text: "从前有这一句。" },
  ];
  expect(isRecordingOf(cues, [sentence("s1", "依法行政。")])).toBe(true);
  expect(isRecordingOf(cues, [sentence("s1", "依法行政！")])).toBe(false);
  expect(isRecordingOf(cues, [sentence("s2", "依法行政。")])).toBe(false);
  expect(isRecordingOf([], [])).toBe(false);
});
