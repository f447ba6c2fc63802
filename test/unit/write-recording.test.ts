import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseCues } from "../../src/core/speech/recording.ts";
import { explainFailure, writeRecording } from "../../src/site/narrate/write-recording.ts";
import { readNarrationRecord } from "../../src/site/narration-record.ts";
import { narrationRecord } from "../support/narrators.ts";

const made = {
  mp3: Uint8Array.of(0xff, 0xf3, 1, 2),
  cues: [{ id: "a", start: 0, end: 1, text: "法治。" }],
  record: narrationRecord(),
};
const newReport = () => mkdtempSync(join(tmpdir(), "written-"));

test("a recording is written beside its report, in place of the one before", () => {
  const report = newReport();
  writeRecording(report, "zh-CN", { ...made, mp3: Uint8Array.of(9) });
  writeRecording(report, "zh-CN", made);
  const folder = join(report, "narration");
  expect(readdirSync(folder).sort()).toEqual(["zh-CN.json", "zh-CN.mp3", "zh-CN.vtt"]);
  expect(new Uint8Array(readFileSync(join(folder, "zh-CN.mp3")))).toEqual(made.mp3);
  expect(parseCues(readFileSync(join(folder, "zh-CN.vtt"), "utf8"))).toEqual(made.cues);
  expect(readNarrationRecord(join(folder, "zh-CN"))).toEqual(made.record);
});

describe("where a recording can't be written, the editor is told why, and", () => {
  test("a file in the place of its folder is left alone", () => {
    const report = newReport();
    const file = join(report, "narration");
    writeFileSync(file, "kept");
    expect(() => writeRecording(report, "en", made)).toThrow(`${file}: a file is in its place`);
    expect(readFileSync(file, "utf8")).toBe("kept");
  });

  test("nothing half-written is left, nor is the sound of the one before replaced", () => {
    const report = newReport();
    writeRecording(report, "en", { ...made, mp3: Uint8Array.of(9) });
    const folder = join(report, "narration");
    // The timing can't be begun: after the sound, before the record.
    mkdirSync(join(folder, "en.vtt.new"));
    expect(() => writeRecording(report, "en", made)).toThrow(`${folder}: EISDIR`);
    expect([...readFileSync(join(folder, "en.mp3"))]).toEqual([9]);
    expect(readdirSync(folder)).not.toContain("en.mp3.new");
    expect(readdirSync(folder)).not.toContain("en.json.new");
  });

  test.each([
    ["ENOSPC", "the disk is full"],
    ["EACCES", "it may not be written to"],
    ["EROFS", "it is read-only"],
  ])("%s is told as: %s", (code, reason) => {
    const error = Object.assign(new Error(`${code}: in the words of the system`), { code });
    expect(explainFailure("content/narration", error).message).toBe(
      `content/narration: ${reason}, so nothing was written there. What has been spoken is kept: mend that, and run the command again.`,
    );
  });

  test("what is not known is told in the system's words", () => {
    expect(explainFailure("content/narration", new Error("EIO: i/o error")).message).toContain(
      "content/narration: EIO: i/o error, so nothing",
    );
  });
});
