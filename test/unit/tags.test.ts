import { expect, test } from "vitest";
import type { Narrator } from "../../src/core/speech/narrator.ts";
import { isMp3 } from "../../src/site/narrate/person.ts";
import { tagMp3 } from "../../src/site/narrate/tags.ts";
import { syntheticVoice } from "../support/narrators.ts";

const sound = Uint8Array.of(0xff, 0xf3, 0x40, 0xc0, 1, 2, 3);
const narrator: Narrator = { ...syntheticVoice, isChecked: false };
const page = { title: "法治政府建设工作报告", language: "zh-CN" } as const;

/** A number in four bytes, of seven or eight bits each. */
const numberAt = (bytes: Uint8Array, at: number, bits: number) =>
  bytes.subarray(at, at + 4).reduce((sum, byte) => sum * 2 ** bits + byte, 0);

/** The texts of a tag by the names of their frames, and what stands after the tag. */
function readTag(mp3: Uint8Array) {
  const frames: Record<string, string[]> = {};
  const end = 10 + numberAt(mp3, 6, 7);
  for (let at = 10; at < end; ) {
    const [name, size] = [mp3.subarray(at, at + 4), numberAt(mp3, at + 4, 8)];
    const content = mp3.subarray(at + 10, at + 10 + size);
    const key = new TextDecoder().decode(name);
    // After the encoding, and in a comment after its language: strings with a byte order mark.
    const from = key === "COMM" ? 4 : 1;
    const texts = new TextDecoder("utf-16le").decode(content.subarray(from)).split("\0");
    frames[key] = texts.map((text) => text.replace("\uFEFF", ""));
    if (key === "COMM") frames.language = [new TextDecoder().decode(content.subarray(1, 4))];
    at += 10 + size;
  }
  return { frames, sound: mp3.subarray(end), size: end };
}

test("a file that is passed on says what it is, that its voice is synthetic, and whether that was checked", () => {
  const { frames } = readTag(tagMp3(sound, narrator, page));
  expect(frames).toEqual({
    TIT2: ["法治政府建设工作报告"],
    TPE1: ["合成语音：Tones-1M 2.1，声音 zm_tone"],
    TLAN: ["zho"],
    language: ["zho"],
    COMM: [
      "",
      "合成语音：Tones-1M 2.1，Example Labs 制作，Apache-2.0 许可，声音 zm_tone；还没有请以普通话为母语的人逐句听过。",
    ],
    TSSE: ["Tones-1M 2.1"],
    TXXX: ["Model licence", "Apache-2.0"],
  });
});

test("an English file says so in English, and once it was checked that it was", () => {
  const checked = { ...narrator, isChecked: true };
  const { frames } = readTag(tagMp3(sound, checked, { title: "Report", language: "en" }));
  expect(frames.TLAN).toEqual(["eng"]);
  expect(frames.TPE1).toEqual(["Synthetic voice: Tones-1M 2.1, voice zm_tone"]);
  expect(frames.COMM?.[1]).toContain("has listened to every sentence");
});

test("of a voice of which little is known, nothing more is said", () => {
  const { frames } = readTag(tagMp3(sound, { kind: "synthetic", isChecked: false }, page));
  expect(frames.TPE1).toEqual(["合成语音"]);
  expect(Object.keys(frames)).not.toContain("TSSE");
  expect(Object.keys(frames)).not.toContain("TXXX");
});

test("the tag leaves the sound as it is, and is too small to move it: a quarter of a second at 32 kbit/s", () => {
  const long = { ...page, title: "中共邵阳市委全面依法治市委员会办公室".repeat(3) };
  const tagged = tagMp3(sound, narrator, long);
  expect(isMp3(tagged)).toBe(true);
  expect(readTag(tagged).sound).toEqual(sound);
  expect(readTag(tagged).size).toBeLessThan(1000);
});

test("a file that is tagged again has one tag", () => {
  const once = tagMp3(sound, narrator, page);
  expect(tagMp3(once, narrator, page)).toEqual(once);
});

test("a person's own recording is not touched", () => {
  const person: Narrator = { kind: "person", name: "王老师", isChecked: false };
  expect(tagMp3(sound, person, page)).toBe(sound);
});
