import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { printCues } from "../../src/core/speech/recording.ts";
import type { NarrationRecord } from "../../src/site/narration-record.ts";
import { readReports } from "../../src/site/read-reports.ts";
import { findRecordings } from "../../src/site/recordings.ts";
import { copyReports } from "../support/broken-copy.ts";
import { narrationRecord, syntheticVoice, writeRecord } from "../support/narrators.ts";

const reports = readReports("content/reports");

/** Finds the recordings of a copy of the report that has one Chinese recording; `prepare` adds to it. */
function recordingsAfter(prepare: (prefix: string) => void) {
  const folder = copyReports();
  const narration = join(folder, "wugang-2023/narration");
  rmSync(narration, { recursive: true, force: true });
  mkdirSync(narration);
  const prefix = join(narration, "zh-CN");
  writeFileSync(`${prefix}.mp3`, Uint8Array.of(0xff, 0xf3, 0x40, 0xc0));
  writeFileSync(`${prefix}.vtt`, printCues([{ id: "a", start: 0, end: 61.5, text: "法治。" }]));
  prepare(prefix);
  return findRecordings(folder, reports).map(({ recording }) => recording);
}

const narratorAfter = (record: NarrationRecord, heard?: Readonly<Record<string, string>>) =>
  recordingsAfter((prefix) => writeRecord(prefix, record, heard))[0]?.narrator;

describe("who speaks in a recording", () => {
  test("is not claimed where nothing is written down of it", () => {
    const [recording] = recordingsAfter(() => {});
    expect(recording?.narrator).toBeUndefined();
    expect(recording).toMatchObject({ bytes: 4, seconds: 61.5 });
  });

  test("is what the narration wrote down; nobody has checked it until somebody has", () => {
    expect(narratorAfter(narrationRecord())).toEqual({ ...syntheticVoice, isChecked: false });
  });

  test("is a person, if a person reads", () => {
    const record = narrationRecord({ narrator: { kind: "person", name: "王老师" }, sentences: {} });
    expect(narratorAfter(record)).toEqual({ kind: "person", name: "王老师", isChecked: false });
  });

  test("is told with every engine that stood in for the voice, once each", () => {
    const { sentences } = narrationRecord();
    const { a, b } = sentences;
    if (!a || !b) throw new Error("the record has no sentences");
    const other = { ...a, fallback: "espeak" };
    expect(
      narratorAfter(narrationRecord({ sentences: { a: other, b, c: other } }))?.fallbacks,
    ).toEqual(["espeak"]);
  });
});

describe("a recording is called checked", () => {
  test.each([
    ["when every sentence was found right", { a: "sound-a", b: "sound-b" }, true],
    ["but not while one was not heard", { a: "sound-a" }, false],
    ["but not when the sound has changed since", { a: "sound-a", b: "sound-of-before" }, false],
  ])("%s", (_, heard, isChecked) => {
    expect(narratorAfter(narrationRecord(), heard)?.isChecked).toBe(isChecked);
  });

  test("but not if it has no sentences", () => {
    expect(narratorAfter(narrationRecord({ sentences: {} }), {})?.isChecked).toBe(false);
  });
});

describe("the editor is told which file can't be used", () => {
  test.each([
    ["for a record that is no JSON", ".json", "{"],
    ["for a record of another shape", ".json", JSON.stringify({ narrator: { kind: "robot" } })],
    ["for a record with a mistyped key", ".json", JSON.stringify({ ...narrationRecord(), v: 1 })],
  ])("%s", (_, ending, text) => {
    expect(() => recordingsAfter((prefix) => writeFileSync(prefix + ending, text))).toThrow(
      /zh-CN\.json can't be used: .*Record the report again, or delete the file\.$/s,
    );
  });

  test("for a list of what was heard that is of another shape", () => {
    expect(() =>
      recordingsAfter((prefix) => {
        writeRecord(prefix, narrationRecord());
        writeFileSync(`${prefix}.heard.json`, JSON.stringify({ a: true }));
      }),
    ).toThrow(/zh-CN\.heard\.json can't be used/);
  });
});
