import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Language } from "../../src/core/document/report.ts";
import { findNumerals, isSameValue, parseChineseNumeral } from "../../src/core/facts/numerals.ts";

/** The numbers of a text, as `10000` or `98%`. */
function numbersIn(text: string, language: Language): string[] {
  return findNumerals(text, language).map(
    ({ value, isPercent }) => `${value}${isPercent ? "%" : ""}`,
  );
}

/** A whole number below a hundred million in Chinese numerals. */
function inChinese(n: number): string {
  if (n >= 1e4) {
    const rest = n % 1e4;
    const filler = rest > 0 && rest < 1000 ? "零" : "";
    return `${inChinese(Math.floor(n / 1e4))}万${filler}${rest > 0 ? inChinese(rest) : ""}`;
  }
  const digits = [...String(n)].map(Number);
  return digits
    .map((digit, at) => {
      const unit = ["", "十", "百", "千"][digits.length - 1 - at] ?? "";
      return digit === 0 ? "零" : `${"零一二三四五六七八九"[digit]}${unit}`;
    })
    .join("")
    .replace(/零+/g, "零")
    .replace(/(?<=.)零$/, "");
}

const below20 =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** A whole number from 1 to 99 in English words. */
function inEnglish(n: number): string {
  if (n < 20) return below20[n - 1] as string;
  const ones = below20[(n % 10) - 1];
  return `${tens[Math.floor(n / 10) - 2]}${ones ? `-${ones}` : ""}`;
}

describe("Chinese text says these numbers", () => {
  test.each([
    ["1万余名国家干部", ["10000"]],
    ["4千余件", ["4000"]],
    ["3百个", ["300"]],
    ["1.5万人", ["15000"]],
    ["1.13万户", ["11300"]],
    ["4.35百", ["435"]],
    ["3亿元", ["300000000"]],
    ["2千万元", ["20000000"]],
    ["满意度达98%以上", ["98%"]],
    ["办复率为100﹪", ["100%"]],
    ["占90％", ["90%"]],
    ["占65 %", ["65%"]],
    ["增长2.5%", ["2.5%"]],
    ["超过九成", ["90%"]],
    ["两成以上", ["20%"]],
    ["百分之三十", ["30%"]],
    ["百分之百", ["100%"]],
    ["百分之九十八", ["98%"]],
    ["三百一十五个村", ["315"]],
    ["一千八百一十五名", ["1815"]],
    ["一百零五件", ["105"]],
    ["一万五千人", ["15000"]],
    ["两千万元", ["20000000"]],
    ["十条措施", ["10"]],
    ["十二项", ["12"]],
    ["“十四五”规划", ["14", "5"]],
    ["党的二十大精神", ["20"]],
    ["二〇二三年", ["2023"]],
    ["“五化”模式", ["5"]],
    ["这两个清单", ["2"]],
    ["“7×24小时”服务", ["7", "24"]],
    ["(2021—2025年)", ["2021", "2025"]],
    ["2024年1月22日", ["2024", "1", "22"]],
    ["1,815名", ["1815"]],
    ["12345热线", ["12345"]],
    ["“721”工作法", ["721"]],
    ["“1+N”平台", ["1"]],
    ["3 个", ["3"]],
    ["１００％的村", ["100%"]],
    ["73家党政机关、18个乡镇(街道)、315个村(社区)", ["73", "18", "315"]],
    ["力争70%的问题用服务解决,20%问题用管理解决", ["70%", "20%"]],
  ])("%s", (text, numbers) => {
    expect(numbersIn(text, "zh-CN")).toEqual(numbers);
  });
});

describe("Chinese text says no number", () => {
  test.each([
    "一个",
    "统一受理",
    "一些问题",
    "进一步规范",
    "第一责任人",
    "“一村一法律顾问”",
    "“一件事一次办”",
    "千方百计",
    "万一",
    "以防万一,不误事",
    "老百姓",
    "成百上千",
    "完成任务",
    "成为榜样",
    "",
  ])("「%s」", (text) => {
    expect(numbersIn(text, "zh-CN")).toEqual([]);
  });

  test("of tenths where 成 begins a word", () => {
    expect(numbersIn("六成员单位", "zh-CN")).toEqual(["6"]);
    expect(numbersIn("三成立大会", "zh-CN")).toEqual(["3"]);
  });
});

describe("a number written in Chinese numerals has its value", () => {
  test.each([
    ["零", 0],
    ["两", 2],
    ["十", 10],
    ["二十", 20],
    ["一十五", 15],
    ["两千零二十三", 2023],
    ["二〇〇八", 2008],
    ["一万零五百", 10500],
    ["二十万五千", 205000],
    ["三亿五千万", 350000000],
    ["一万亿", 1e12],
    ["十二亿三千四百五十六万七千八百九十", 1234567890],
  ])("%s", (written, value) => {
    expect(parseChineseNumeral(written)).toBe(value);
  });

  test("whatever it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => {
        expect(parseChineseNumeral(inChinese(n))).toBe(n);
      }),
    );
  });

  test.each(["", "abc", "12", "三个", "一点五"])("but 「%s」 is none", (written) => {
    expect(parseChineseNumeral(written)).toBeNaN();
  });
});

describe("English text says these numbers", () => {
  test.each([
    ["more than 10,000 officials", ["10000"]],
    ["1,234,567 people", ["1234567"]],
    ["twenty-one villages", ["21"]],
    ["Twelve measures", ["12"]],
    ["eighteen townships", ["18"]],
    ["65% or more", ["65%"]],
    ["65 % or more", ["65%"]],
    ["65％ or more", ["65%"]],
    ["98 percent", ["98%"]],
    ["ninety-eight per cent", ["98%"]],
    ["one hundred percent", ["100%"]],
    ["one percent", ["1%"]],
    ["2.5%", ["2.5%"]],
    ["5 thousand disputes", ["5000"]],
    ["two thousand", ["2000"]],
    ["one hundred indicators", ["100"]],
    ["two hundred thousand", ["200000"]],
    ["1.5 million", ["1500000"]],
    ["1.13 thousand", ["1130"]],
    ["a “721” method", ["721"]],
    ["“7×24 hours”", ["7", "24"]],
    ["2021–2025", ["2021", "2025"]],
    ["the 20th National Congress", ["20"]],
    ["five procedures, three lists", ["5", "3"]],
    ["ten percentage points", ["10"]],
  ])("%s", (text, numbers) => {
    expect(numbersIn(text, "en")).toEqual(numbers);
  });

  test("whatever is written in words, alone or before a factor", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 99 }), (n) => {
        expect(numbersIn(`the ${inEnglish(n)} villages`, "en")).toEqual([`${n}`]);
        expect(numbersIn(`${inEnglish(n)} thousand`, "en")).toEqual([`${n * 1000}`]);
      }),
    );
  });
});

describe("English text says no number", () => {
  test.each([
    "one of the cities",
    "One report",
    "a one-stop centre",
    "the first secretary",
    "the seventh time",
    "half of them",
    "hundreds of cases",
    "often weighty, someone intended, twofold",
    "",
  ])("“%s”", (text) => {
    expect(numbersIn(text, "en")).toEqual([]);
  });

  test("beyond the one before a longer word", () => {
    expect(numbersIn("5 thousandths, 2 per centre", "en")).toEqual(["5", "2"]);
  });
});

describe("in both languages", () => {
  const languages = fc.constantFrom<Language>("zh-CN", "en");

  test("digits mean the same with and without commas between thousands", () => {
    fc.assert(
      fc.property(languages, fc.nat(999_999_999), (language, n) => {
        expect(numbersIn(`${n}`, language)).toEqual([`${n}`]);
        expect(numbersIn(n.toLocaleString("en"), language)).toEqual([`${n}`]);
      }),
    );
  });

  test("a number is told as it is written, and where", () => {
    const [first, second] = findNumerals("共１万名,达98%。", "zh-CN");
    expect(first).toMatchObject({ written: "１万", at: 1 });
    expect(second).toMatchObject({ written: "98%", at: 6 });

    const texts = fc.string({
      unit: fc.constantFrom(
        ..."一十百万零二成三分之12０,.%％ 余",
        " twenty",
        "-one",
        " hundred",
        " per cent",
      ),
    });
    fc.assert(
      fc.property(languages, texts, (language, text) => {
        let from = 0;
        for (const { written, at, value } of findNumerals(text, language)) {
          expect(written).not.toBe("");
          expect(text.slice(at, at + written.length)).toBe(written);
          expect(at).toBeGreaterThanOrEqual(from);
          expect(value).not.toBeNaN();
          from = at + written.length;
        }
      }),
    );
  });
});

describe("a number in a summary is the report's", () => {
  const same = (chinese: string, english: string) => {
    const [a] = findNumerals(chinese, "zh-CN");
    const [b] = findNumerals(english, "en");
    if (!a || !b) throw new Error("A number was not found.");
    return isSameValue(a, b);
  };

  test("in whatever way it is written", () => {
    expect(same("1万余名", "more than 10,000")).toBe(true);
    expect(same("九成", "90%")).toBe(true);
    expect(same("三百一十五", "315")).toBe(true);
    expect(same("1.13万", "11,300")).toBe(true);
  });

  test("but not where its value differs, or a share became a count", () => {
    expect(same("4千余件", "400")).toBe(false);
    expect(same("98%", "98")).toBe(false);
    expect(same("98件", "98%")).toBe(false);
  });
});
