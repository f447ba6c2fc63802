import { describe, expect, test } from "vitest";
import { foldPinyin, pinyinInitials } from "../../src/core/search/pinyin-initials.ts";

describe("pinyin as it is written", () => {
  test.each([
    ["sān xiàng zhìdù", "sxzd", "sanxiangzhidu"],
    ["xíngzhèng zhífǎ gōngshì", "xzzfgs", "xingzhengzhifagongshi"],
    ["fāng'àn", "fa", "fangan"],
    ["ānquán shēngchǎn", "aqsc", "anquanshengchan"],
    ["lǜshī", "ls", "lvshi"],
    ["nǚ'ér", "ne", "nver"],
    ["“hùliánwǎng + xíngzhèng fùyì”", "hlwxzfy", "hulianwangxingzhengfuyi"],
    ["12345 rèxiàn", "12345rx", "12345rexian"],
    ["èr", "e", "er"],
  ])("%s is found by %s and by %s", (pinyin, initials, whole) => {
    expect(pinyinInitials(pinyin)).toBe(initials);
    expect(foldPinyin(pinyin)).toBe(whole);
  });
});
