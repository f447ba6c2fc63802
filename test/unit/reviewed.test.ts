import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LexiconFile } from "../../src/content/parse/lexicon.ts";
import { type ListenedSentences, reviewedFlags } from "../../src/site/narrate/listen/reviewed.ts";

const lexicon: LexiconFile = {
  forms: [
    { written: "721", spoken: { "zh-CN": "七二一" }, reviewed: false },
    { written: "1+N", spoken: { "zh-CN": "一加N", en: "one plus N" }, reviewed: false },
  ],
  pauses: [{ between: ["表彰", "全国"], reviewed: false }],
  readings: [
    { written: "行政", pinyin: "xíngzhèng", reviewed: false },
    { written: "Wugang", pinyin: "Wǔgāng", reviewed: false },
  ],
};

const chinese = [
  "依法行政。",
  "“721”工作法，“1+N”平台。",
  "得到表彰全国第一。",
  "行政复议1721件。",
];
const english = ["Wugang has a “1+N” platform.", "Nothing else."];

/** The sentences with those ticked that have one of some words. */
const ticking = (...words: readonly string[]): ListenedSentences => {
  const listen = (texts: readonly string[]) =>
    texts.map((text) => ({ text, isRight: words.some((word) => text.includes(word)) }));
  return { "zh-CN": listen(chinese), en: listen(english) };
};
const flagsAfter = (...words: readonly string[]) => reviewedFlags(lexicon, ticking(...words));

describe("an entry of the lexicon is reviewed", () => {
  test("by no other way than ticks: where nobody has ticked, nothing is, whatever was written", () => {
    const claimed: LexiconFile = {
      forms: lexicon.forms.map((each) => ({ ...each, reviewed: true })),
      pauses: lexicon.pauses.map((each) => ({ ...each, reviewed: true })),
      readings: lexicon.readings.map((each) => ({ ...each, reviewed: true })),
    };
    expect(reviewedFlags(claimed, ticking())).toEqual({
      forms: [false, false],
      pauses: [false],
      readings: [false, false],
    });
  });

  test("when a sentence that has it is ticked", () => {
    expect(flagsAfter("依法行政").readings).toEqual([true, false]);
    expect(flagsAfter("表彰").pauses).toEqual([true]);
    expect(flagsAfter("721”").forms).toEqual([true, false]);
  });

  test("when one of several sentences that have it is ticked", () => {
    expect(flagsAfter("复议").readings).toEqual([true, false]);
  });

  test("not by a sentence in which its digits are part of a longer number", () => {
    expect(flagsAfter("1721").forms).toEqual([false, false]);
  });

  test("not by a sentence in the other language", () => {
    const flags = reviewedFlags(lexicon, {
      "zh-CN": [{ text: "行政", isRight: false }],
      en: [{ text: "行政 Wugang", isRight: true }],
    });
    expect(flags.readings).toEqual([false, true]);
  });

  test("in both languages, where a form is spoken in both and both have it", () => {
    expect(flagsAfter("平台").forms[1]).toBe(false);
    expect(flagsAfter("platform").forms[1]).toBe(false);
    expect(flagsAfter("平台", "platform").forms[1]).toBe(true);
  });

  test("not if no sentence has it", () => {
    const { readings } = reviewedFlags(lexicon, {
      "zh-CN": [{ text: "别的。", isRight: true }],
      en: [],
    });
    expect(readings).toEqual([false, false]);
  });
});

test("of an entry in a language without a recording nothing is known, and it stays as it is", () => {
  const { forms, readings } = reviewedFlags(lexicon, {
    "zh-CN": chinese.map((text) => ({ text, isRight: true })),
  });
  expect(readings).toEqual([true, undefined]);
  expect(forms).toEqual([true, undefined]);
});

test("taking a tick back never makes more entries reviewed", () => {
  const count = (flags: ReturnType<typeof reviewedFlags>) =>
    Object.values(flags)
      .flat()
      .filter((flag) => flag === true).length;
  const all = [...chinese, ...english];
  fc.assert(
    fc.property(fc.subarray(all), fc.nat(all.length), (ticked, at) => {
      const fewer = ticked.filter((_, index) => index !== at);
      expect(count(flagsAfter(...fewer))).toBeLessThanOrEqual(count(flagsAfter(...ticked)));
    }),
  );
});
