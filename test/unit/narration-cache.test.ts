import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hashSound, speakOnce } from "../../src/site/narrate/cache.ts";
import type { Reading } from "../../src/site/narrate/synthesizer.ts";
import { createFakeSynthesizer, type FakeSynthesizer } from "../support/fake-synthesizer.ts";

const newFolder = () => mkdtempSync(join(tmpdir(), "cache-"));
const prepare = (voice: FakeSynthesizer, text: string, readings: readonly Reading[] = []) =>
  voice.prepare(text, "zh-CN", readings);

describe("what was spoken once", () => {
  test("is not spoken again, and sounds the same", async () => {
    const [folder, voice] = [newFolder(), createFakeSynthesizer({ voice: "one" })];
    const utterance = prepare(voice, "依法行政。");
    const first = await speakOnce(utterance, voice, folder);
    const again = await speakOnce(utterance, voice, folder);
    expect(voice.spoken).toEqual(["依法行政。"]);
    expect(again).toEqual(first);
  });

  test("is spoken again by another voice, in other words or with another reading", async () => {
    const folder = newFolder();
    const reading = { written: "行政", syllables: ["háng", "zhèng"] };
    const [one, another] = ["one", "another"].map((voice) => createFakeSynthesizer({ voice }));
    if (!one || !another) throw new Error("there are two voices");
    const utterances = [
      [one, prepare(one, "依法行政。")],
      [one, prepare(one, "依法行政！")],
      [one, prepare(one, "依法行政。", [reading])],
      [one, one.prepare("依法行政。", "en", [])],
      [another, prepare(another, "依法行政。")],
    ] as const;
    for (const [voice, utterance] of utterances) await speakOnce(utterance, voice, folder);
    expect(one.spoken).toHaveLength(4);
    expect(another.spoken).toHaveLength(1);
    expect(new Set(utterances.map(([voice, each]) => hashSound(each, voice))).size).toBe(5);
  });

  test("by an engine that can't tell its voices apart is not kept", async () => {
    const [folder, voice] = [join(newFolder(), "none"), createFakeSynthesizer()];
    const utterance = prepare(voice, "依法行政。");
    await speakOnce(utterance, voice, folder);
    await speakOnce(utterance, voice, folder);
    expect(voice.spoken).toHaveLength(2);
    expect(() => readdirSync(folder)).toThrow("ENOENT");
  });
});

describe("a sound is kept whole or not at all:", () => {
  test("a run that stops while it speaks leaves nothing", async () => {
    const folder = newFolder();
    const voice = createFakeSynthesizer({
      voice: "one",
      botches: () => {
        throw new Error("stopped");
      },
    });
    await expect(speakOnce(prepare(voice, "依法行政。"), voice, folder)).rejects.toThrow("stopped");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("what a stopped run has begun to write is not taken for a sound", async () => {
    const [folder, voice] = [newFolder(), createFakeSynthesizer({ voice: "one" })];
    const utterance = prepare(voice, "依法行政。");
    writeFileSync(join(folder, `${hashSound(utterance, voice)}.f32.new`), "half");
    await speakOnce(utterance, voice, folder);
    expect(voice.spoken).toEqual(["依法行政。"]);
  });

  test("a folder that can't be made is told", async () => {
    const file = join(newFolder(), "file");
    writeFileSync(file, "");
    const voice = createFakeSynthesizer({ voice: "one" });
    await expect(speakOnce(prepare(voice, "依法行政。"), voice, file)).rejects.toThrow(
      `${file}: a file is in its place, so nothing was written there.`,
    );
  });
});
