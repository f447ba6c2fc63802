import fc from "fast-check";
import { expect, test } from "vitest";
import { isRecordingOf, parseCues, printCues } from "../../src/core/speech/recording.ts";

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
