import { expect, test } from "vitest";
import { chooseVoice, voicesFor } from "../../src/core/speech/voices.ts";

const voice = (name: string, tag: string, isLocal = true) => ({ name, tag, isLocal });
const names = (voices: readonly { readonly name: string }[]) => voices.map(({ name }) => name);

test.each(["zh-CN", "zh_CN", "zh-cn", "zh", "cmn-CN", "cmn-hans-cn", "zho-CN", "zh-CN-liaoning"])(
  "a voice tagged %s speaks Mandarin",
  (tag) => {
    expect(names(voicesFor([voice("a", tag)], "zh-CN"))).toEqual(["a"]);
  },
);

test.each([
  "zh-HK",
  "yue-HK",
  "yue",
  "zh_HK",
  "zh-yue-CN",
  "zh-Hant-HK",
  "zh-MO",
  "en-US",
  "ja-JP",
])("a voice tagged %s does not", (tag) => {
  expect(voicesFor([voice("a", tag)], "zh-CN")).toEqual([]);
});

test.each(["en-US", "en_GB", "eng-US-f000", "en", "en-IN"])(
  "a voice tagged %s speaks English",
  (tag) => {
    expect(names(voicesFor([voice("a", tag)], "en"))).toEqual(["a"]);
  },
);

test("the mainland's standard comes before Taiwan's, the device's voices before those of the network", () => {
  const voices = [
    voice("taiwan", "zh-TW"),
    voice("remote", "zh-CN", false),
    voice("hong kong", "zh-HK"),
    voice("local", "zh-CN"),
  ];
  expect(names(voicesFor(voices, "zh-CN"))).toEqual(["local", "remote", "taiwan"]);
});

test("a chosen voice speaks while it is there, and the best one when it has gone", () => {
  const voices = [voice("a", "zh-CN"), voice("b", "zh-CN"), voice("c", "en-US")];
  expect(chooseVoice(voices, "zh-CN", "b")?.name).toBe("b");
  expect(chooseVoice(voices, "zh-CN", "gone")?.name).toBe("a");
  expect(chooseVoice(voices, "zh-CN", "c")?.name).toBe("a");
  expect(chooseVoice([], "zh-CN", "b")).toBeUndefined();
});
