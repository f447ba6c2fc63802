import { describe, expect, test } from "vitest";
import type { Language } from "../../src/core/document/report.ts";
import type { Narrator } from "../../src/core/speech/narrator.ts";
import { nameNarrator, tellNarrator } from "../../src/pages/narrator.ts";
import { createWords } from "../../src/site/words.ts";
import { syntheticVoice } from "../support/narrators.ts";

const words = { "zh-CN": createWords("zh-CN"), en: createWords("en") };
const voice: Narrator = { ...syntheticVoice, isChecked: false };
const tell = (language: Language, narrator: Narrator, isFull = false) =>
  tellNarrator(words[language], narrator, language, isFull);

describe("a reader is told of a recording", () => {
  test("that its voice is synthetic, which one, and that nobody has checked it all", () => {
    expect(tell("zh-CN", voice)).toBe(
      "合成语音：Tones-1M 2.1，声音 zm_tone；还没有请以普通话为母语的人逐句听过。",
    );
    expect(tell("en", voice)).toBe(
      "Synthetic voice: Tones-1M 2.1, voice zm_tone. No native speaker of English has checked every sentence yet.",
    );
  });

  test("that every sentence was checked, once it was", () => {
    const checked = { ...voice, isChecked: true };
    expect(tell("zh-CN", checked)).toBe(
      "合成语音：Tones-1M 2.1，声音 zm_tone；每一句都请以普通话为母语的人听过，没有读错。",
    );
    expect(tell("en", checked)).toMatch(
      /A native speaker of English has listened to every sentence and found it right\.$/,
    );
  });

  test("who made the voice and under which licence, where there is room", () => {
    expect(tell("zh-CN", voice, true)).toContain(
      "Tones-1M 2.1，Example Labs 制作，Apache-2.0 许可，声音 zm_tone；",
    );
    expect(tell("en", voice, true)).toContain(
      "Tones-1M 2.1 by Example Labs (Apache-2.0), voice zm_tone. ",
    );
  });

  test("which engine spoke what the voice could not", () => {
    const mixed = { ...voice, fallbacks: ["espeak"] };
    expect(tell("zh-CN", mixed)).toContain("声音 zm_tone，个别句子用 espeak 合成；");
    expect(tell("en", mixed)).toContain("voice zm_tone, some sentences by espeak. ");
  });

  test("of a recording in another language, whose native speakers are asked", () => {
    expect(tellNarrator(words["zh-CN"], voice, "en")).toContain("以英语为母语的人");
    expect(tellNarrator(words.en, voice, "zh-CN")).toContain("native speaker of Mandarin");
  });

  test.each([
    [{ kind: "synthetic" }, "Synthetic voice. No native"],
    [{ kind: "synthetic", voice: "x" }, "Synthetic voice: an unnamed model, voice x. No native"],
    [{ kind: "synthetic", name: "Tones" }, "Synthetic voice: Tones. No native"],
  ] as const)("no more than is known: %j", (known, told) => {
    expect(tell("en", { ...known, isChecked: false }, true)).toContain(told);
  });

  test("which person reads, or that a person does", () => {
    const person: Narrator = { kind: "person", name: "王老师", isChecked: false };
    expect(tell("zh-CN", person)).toBe("朗读：王老师。");
    expect(tell("en", { ...person, name: "Mary Hill" })).toBe("Read by Mary Hill.");
    expect(tell("zh-CN", { ...person, name: undefined })).toBe("由真人朗读。");
    expect(tell("en", { ...person, name: undefined })).toBe("Read by a person.");
    expect(nameNarrator(words.en, { ...person, name: undefined })).toBeUndefined();
  });
});
