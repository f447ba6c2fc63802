import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeFiles } from "../../src/site/narrate/write-files.ts";

const newFolder = () => mkdtempSync(join(tmpdir(), "files-"));

test("files are written, and the folder that they lack is made", () => {
  const folder = newFolder();
  const [sound, cues] = [join(folder, "new/zh-CN.mp3"), join(folder, "new/zh-CN.vtt")];
  writeFiles(
    new Map<string, Uint8Array | string>([
      [sound, Uint8Array.of(1, 2)],
      [cues, "WEBVTT"],
    ]),
  );
  expect([...readFileSync(sound)]).toEqual([1, 2]);
  expect(readFileSync(cues, "utf8")).toBe("WEBVTT");
  expect(readdirSync(join(folder, "new"))).toEqual(["zh-CN.mp3", "zh-CN.vtt"]);
});

test("where one can't be written, those that were there are as they were, and nothing is half there", () => {
  const folder = newFolder();
  const sound = join(folder, "zh-CN.mp3");
  writeFileSync(sound, "old");
  mkdirSync(join(folder, "zh-CN.vtt.new"));
  const files = new Map([
    [sound, "new"],
    [join(folder, "zh-CN.vtt"), "new"],
  ]);
  expect(() => writeFiles(files)).toThrow("EISDIR");
  expect(readFileSync(sound, "utf8")).toBe("old");
  expect(readdirSync(folder)).toEqual(["zh-CN.mp3"]);
});
