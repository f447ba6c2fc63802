import fc from "fast-check";
import { Converter } from "opencc-js";
import { beforeAll, describe, expect, test } from "vitest";
import { toPageForm } from "../../src/core/document/display.ts";
import { readEmphasis } from "../../src/core/document/emphasis.ts";
import { allSentences, type Language, languages, wordsIn } from "../../src/core/document/report.ts";
import { excerpt } from "../../src/core/search/excerpt.ts";
import { foldForSearch, parseVariants, type Variants } from "../../src/core/search/fold.ts";
import { merge } from "../../src/core/search/merge.ts";
import {
  parseReadings,
  pinyinLettersOf,
  pronounce,
  type Readings,
} from "../../src/core/search/pinyin.ts";
import { createTextIndex, longestQuery, type TextIndex } from "../../src/core/search/text-index.ts";
import { tabulatePinyin } from "../../src/site/pinyin.ts";
import { readReports } from "../../src/site/read-reports.ts";
import { tabulateVariants } from "../../src/site/variants.ts";

const reports = readReports("content/reports");
const [report] = reports;
if (!report) throw new Error("there is a report");

/** The sentences of the report as shown on its page in a language. */
const sentences = Object.fromEntries(
  languages.map((language) => [
    language,
    allSentences(wordsIn(report, language)).map(({ id, text }) => ({
      id,
      text: language === "en" ? readEmphasis(text).text : toPageForm(text),
    })),
  ]),
) as Record<Language, { readonly id: string; readonly text: string }[]>;

const variants = parseVariants(tabulateVariants(reports));

function indexOf(texts: readonly string[]): TextIndex {
  const index = createTextIndex();
  for (const text of texts) index.add(text, true);
  return index;
}
/** The ranges of a query's hits. */
const rangesOf = (index: TextIndex, query: string, readings?: Readings) =>
  [...index.find(query, readings)].map(index.rangesOf);

const indexes = Object.fromEntries(
  languages.map((language) => [language, indexOf(sentences[language].map(({ text }) => text))]),
) as Record<Language, TextIndex>;

let readings: Readings;
beforeAll(() => {
  readings = parseReadings(tabulatePinyin(reports));
});

/** The text that a query marks: `id: the marked text`, with `|` between sentences. */
function found(query: string, language: Language, withPinyin = true): string[] {
  return rangesOf(indexes[language], query, withPinyin ? readings : undefined).map((hit) =>
    hit
      .map(({ passage, from, to }) => {
        const { id, text } = sentences[language][passage] ?? { id: "", text: "" };
        return `${id}: ${text.slice(from, to)}`;
      })
      .join("|"),
  );
}

/** What a query marks in texts of their own. */
const marksIn = (texts: readonly string[], query: string, table?: Variants) => {
  const index = createTextIndex(table);
  for (const text of texts) index.add(text, false);
  return rangesOf(index, query).flatMap((hit) =>
    hit.map(({ passage, from, to }) => texts[passage]?.slice(from, to)),
  );
};

describe("a reader who writes otherwise than the report finds", () => {
  test.each([
    // In traditional characters, of Taiwan and of Hong Kong.
    ["行政複議", "行政复议"],
    ["調解委員會", "调解委员会"],
    ["裏", "里"],
    ["裡", "里"],
    ["國家", "国家"],
    ["说", "说"],
    ["説", "说"],
  ])("%s in a Chinese report", (query, expected) => {
    expect(marksIn(["行政复议，由国家的调解委员会在村里说。"], query, variants)).toEqual([
      expected,
    ]);
  });

  test("whatever Chinese the report has by its traditional characters", () => {
    const toTraditional = Converter({ from: "cn", to: "t" });
    for (const { text } of sentences["zh-CN"]) {
      const query = toTraditional(text.slice(0, 20));
      expect(marksIn([text], query, variants)[0], query).toBe(text.slice(0, 20).trim());
    }
  });

  test.each([
    ["7x24", "7×24"],
    ["7*24", "7×24"],
    ["7X24", "7×24"],
    ["7 x 24", "7×24"],
    ["７＊２４", "7×24"],
    ["7×24", "7×24"],
    ["7x", "7×"],
    ["7×24", "7 x 24"],
    ["law based", "law-based"],
    ["law-based", "law-based"],
    ["lawbased", "law-based"],
    ["Law‑Based", "law-based"],
    ["law based", "law – based"],
    ["decision-making", "decision making"],
    ["cooperation", "co-operation"],
    ["co-operation", "cooperation"],
    ["e-mail", "email"],
    ["organization", "organisation"],
    ["organisation", "organization"],
    ["organiz", "organis"],
    ["standardized", "standardised"],
    ["analyze", "analyse"],
    ["labor disputes", "labour disputes"],
    ["neighbourhood", "neighborhood"],
    ["service center", "service centre"],
    ["service centres", "service centers"],
    ["defense", "defence"],
    ["licence", "license"],
    ["counseling", "counselling"],
    ["travelled", "traveled"],
    ["programme", "program"],
    ["fulfill", "fulfil"],
    ["judgement", "judgment"],
    ["per cent", "percent"],
    ["percent", "per cent"],
    ["people's mediator", "people’s mediator"],
    ["peoples mediators", "people’s mediator"],
    ["mediators", "mediator"],
    ["policies", "policy"],
    ["policy", "policies"],
    ["processes", "process"],
    ["houses", "house"],
    ["courts", "court"],
    ["2,647", "2647"],
    ["2647", "2,647"],
    ["100000", "100,000"],
    ["放管服", "放”“管”“服"],
    ["十四五规划", "十四五”规划"],
    ["行政复议法实施", "行政复议法》实施"],
    ["8%", "8％"],
    ["8﹪", "8%"],
  ])("with %s what is written %s", (query, written) => {
    for (const text of [written, `In the “${written}”, so.`, `各“${written}”。`])
      expect(marksIn([text], query), text).toEqual([written]);
  });

  test.each([
    ["the rapist", "therapist"],
    ["in form", "inform"],
    ["prizes", "enterprises"],
    ["for", "four"],
    ["hour", "horde"],
    ["courts", "courteous"],
    ["process", "proces"],
    ["sings", "single"],
    ["7x24", "7524"],
    ["7x24", "17×42"],
    ["x24", "×24"],
    ["12", "1,2"],
    ["1234", "1,2,3,4"],
    ["复议", "覆议"],
    ["甲乙", "甲，乙"],
    ["*", "x 7×24"],
    ["-", "law based"],
    ["lawbased", "law. Based"],
  ])("and not with %s what is written %s", (query, written) => {
    expect(marksIn([written], query, variants)).toEqual([]);
  });
});

describe("a Chinese reader finds", () => {
  test.each([
    // As it is written.
    ["平正义", "p5-t: 平正义"],
    ["公平正义", "p5-t: 公平正义"],
    ["行政复议", "p5-m2-s1: 行政复议"],
    ["小切口", "p3-m1-t: 小切口"],
    ["武冈市", "intro-s1: 武冈市"],
    ["参法率", "p1-m3-s1: 参法率"],
    ["中微企业", "p2-m1-s1: 中微企业"],
    ["三长六老", "p5-m1-s2: 三长六老"],
    ["2647项", "p2-m2-s1: 2647项"],
    ["12345", "p2-m3-s2: 12345"],
    // Half or full width.
    ["100%", "p3-m3-s3: 100﹪"],
    ["100％", "p3-m3-s3: 100﹪"],
    ["100﹪", "p3-m3-s3: 100﹪"],
    ["１００%", "p3-m3-s3: 100﹪"],
    ["１５８项", "p2-m1-s1: 158项"],
    ["一是放管结合,为企业减负", "p2-m1-t: 一是放管结合，为企业减负"],
    ["一是放管结合，为企业减负", "p2-m1-t: 一是放管结合，为企业减负"],
    ["(综合示范)", "title: （综合示范）"],
    ["（综合示范）", "title: （综合示范）"],
    ["纲要(2021", "shortcomings-s1: 纲要（2021"],
    ["2021-2025", "shortcomings-s1: 2021—2025"],
    ["2021–2025", "shortcomings-s1: 2021—2025"],
    ["乡镇(街道)", "p3-m2-s2: 乡镇（街道）"],
    // Upper or lower case.
    ["1+n", "p2-m3-s1: 1+N"],
    ["１＋Ｎ", "p2-m3-s1: 1+N"],
    // With and without spaces.
    ["行政 复议", "p5-m2-s1: 行政复议"],
    [" 行政复议　", "p5-m2-s1: 行政复议"],
    ["2023 年度", "title: 2023年度"],
    ["抓落实努力", "p1-m1-s1: 抓落实 努力"],
    ["抓落实　努力", "p1-m1-s1: 抓落实 努力"],
    ["行\u00a0政\u2002复\n议", "p5-m2-s1: 行政复议"],
    ["行\u200b政复议", "p5-m2-s1: 行政复议"],
    // Any quotation marks.
    ['"小切口"', "p3-t: “小切口”"],
    ["「小切口」", "p3-t: “小切口”"],
    ["『小切口』", "p3-t: “小切口”"],
    ["＂小切口＂", "p3-t: “小切口”"],
    ['以"小切口"保障"大民生"', "p3-t: 以“小切口”保障“大民生”"],
    ['"721"工作法', "p4-m3-s1: “721”工作法"],
    // Across sentences.
    ["广泛清理。", undefined],
    ["多个方面", undefined],
    ["示范县”创建成果。荣获全省", "intro-s1: 示范县”创建成果。|intro-s2: 荣获全省"],
    // By pinyin, with or without what is between the syllables.
    ["fuyi", "p5-m2-s1: 复议"],
    ["xingzhengfuyi", "p5-m2-s1: 行政复议"],
    ["XingZhengFuYi", "p5-m2-s1: 行政复议"],
    ["xing zheng fu yi", "p5-m2-s1: 行政复议"],
    ["xíngzhèng fùyì", "p5-m2-s1: 行政复议"],
    ["fu'yi", "p5-m2-s1: 复议"],
    ["ｆｕｙｉ", "p5-m2-s1: 复议"],
    ["falv", "p3-m2-s2: 法律"],
    ["falu", "p3-m2-s2: 法律"],
    ["falü", "p3-m2-s2: 法律"],
    ["wugang", "intro-s1: 武冈"],
    ["shaoyang", "title: 邵阳"],
    ["tiaojie", "p5-m1-s2: 调解"],
    ["gongpingzhengyi", "p5-t: 公平正义"],
    ["shuaixian", "p2-m1-s1: 率先"],
    ["dabaolv", undefined],
    ["sanzhangliulao", "p5-m1-s2: 三长六老"],
    // By initials, and by both.
    ["xzfy", "p5-m2-s1: 行政复议"],
    ["xzhfy", "p5-m2-s1: 行政复议"],
    ["XZFY", "p5-m2-s1: 行政复议"],
    ["xzfuyi", "p5-m2-s1: 行政复议"],
    ["xingzhengfy", "p5-m2-s1: 行政复议"],
    ["gpzy", "p5-t: 公平正义"],
    ["wgs", "intro-s1: 武冈市"],
    ["xqkbz", "p3-t: 小切口”保障"],
    // While a syllable is being typed.
    ["xingzhengf", "p5-m2-s1: 行政复"],
    ["xingzh", "p5-m2-s1: 行政"],
    // An empty query.
    ["二十四节气", undefined],
    ["x", undefined],
    ["，", "p1-t: ，"],
  ])("%j", (query, expected) => {
    if (expected) expect(found(query, "zh-CN")).toContain(expected);
    else expect(found(query, "zh-CN")).toEqual([]);
  });
});

describe("an English reader finds", () => {
  test.each([
    ["reconsideration", "p5-m2-t: reconsideration"],
    ["Reconsideration", "p5-m2-t: reconsideration"],
    ["RECONSIDERATION", "p5-m2-t: reconsideration"],
    ["consider", "p5-m2-t: consider"],
    ["administrative reconsideration", "p5-m2-t: administrative reconsideration"],
    ["administrative   reconsideration", "p5-m2-t: administrative reconsideration"],
    ["  administrative\nreconsideration ", "p5-m2-t: administrative reconsideration"],
    ["people's", "p2-t: people’s"],
    ["people’s", "p2-t: people’s"],
    ["people‘s", "p2-t: people’s"],
    ['"one window"', "p2-m2-s1: “one window”"],
    ["«one window»", "p2-m2-s1: “one window”"],
    ["law-based", "p1-m4-t: law-based"],
    ["law‑based", "p1-m4-t: law-based"],
    ["2021-2025", "shortcomings-s1: 2021–2025"],
    ["1,815", "p5-m1-s2: 1,815"],
    ["１，８１５", "p5-m1-s2: 1,815"],
    ["100%", "p1-m1-s2: 100%"],
    ["100 %", "p1-m1-s2: 100%"],
    ["100％", "p1-m1-s2: 100%"],
    ["7x24", "p2-m3-s2: 7×24"],
    ["7×24", "p2-m3-s2: 7×24"],
    ["Wùgàng", "title: Wugang"],
    ["ﬁrst persons", "p1-m2-s1: first persons"],
    ["武冈市", "p3-m1-s1: 武冈市"],
    ["三长六老", "p5-m1-s2: 三长六老"],
    ["xzfy", "p5-m3-s1: 行政复议"],
    [
      "firmness and flexibility to promote law enforcement",
      "p4-t: firmness and flexibility to promote law enforcement",
    ],
    ["rule of law {#", undefined],
    ["the rapist", undefined],
    ["administrativereconsideration", undefined],
  ])("%j", (query, expected) => {
    if (expected) expect(found(query, "en")).toContain(expected);
    else expect(found(query, "en")).toEqual([]);
  });
});

describe.each(languages)("in %s", (language) => {
  const texts = sentences[language].map(({ text }) => text);
  const whole = texts.join(" ");
  const starts = texts.map((_, at) => texts.slice(0, at).join(" ").length + (at > 0 ? 1 : 0));
  /** The offset of a sentence in the joined text. */
  const placed = (passage: number, offset: number) => (starts[passage] ?? 0) + offset;

  test("every stretch of the report of 2 to 12 characters is found at its place, and marked exactly", () => {
    const places = new Map<string, number[]>();
    for (let length = 2; length <= 12; length++)
      for (let from = 0; from + length <= whole.length; from++) {
        const query = whole.slice(from, from + length);
        const start = from + query.length - query.trimStart().length;
        if (query.trim()) places.set(query, [...(places.get(query) ?? []), start]);
      }
    expect(places.size).toBeGreaterThan(30_000);
    for (const [query, wanted] of places) {
      const found = new Set(
        rangesOf(indexes[language], query).map((hit) => {
          const [first, last] = [hit[0], hit[hit.length - 1] ?? hit[0]];
          return `${placed(first.passage, first.from)} ${placed(last.passage, last.to)}`;
        }),
      );
      for (const start of wanted)
        if (!found.has(`${start} ${start + query.trim().length}`))
          throw new Error(`${JSON.stringify(query)} is not found at ${start}`);
    }
  }, 120_000);
});

describe("folding", () => {
  test("leads back from each unit to the character that it came from, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const folded = foldForSearch(text);
        expect(folded.at.length).toBe(folded.text.length);
        for (const [unit, at] of folded.at.entries()) {
          const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
          if (folded.text[unit] !== " ")
            expect(foldForSearch(char).text).toContain(folded.text[unit]);
          expect(at).toBeGreaterThanOrEqual(folded.at[unit - 1] ?? 0);
        }
      }),
    );
  });

  test("makes of a folded text the same again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { text: once } = foldForSearch(text);
        expect(foldForSearch(once).text).toBe(once);
      }),
    );
  });

  test("gives one character back for the several that it became", () => {
    const index = indexOf(["面积20㎡，办结率½…"]);
    const marked = rangesOf(index, "m2")[0]?.[0];
    expect(marked).toEqual({ passage: 0, from: 4, to: 5 });
    expect(rangesOf(index, "...")[0]?.[0]).toEqual({ passage: 0, from: 10, to: 11 });
  });

  test("marks an accent with its letter", () => {
    expect(rangesOf(indexOf(["un cafe\u0301 noir"]), "cafe")[0]?.[0]).toEqual({
      passage: 0,
      from: 3,
      to: 8,
    });
  });
});

describe("what is found", () => {
  test("comes in the order of the text, whether it is written so or pronounced so", () => {
    const hits = [...indexOf(["fa 法 fa 法", "法 fa"]).find("fa", readings)];
    expect(hits.map(({ passage, from }) => [passage, from])).toEqual(
      [1, 3, 4, 6, 7, 8].map((from) => [from < 7 ? 0 : 1, from]),
    );
  });

  test("goes on from one sentence of the report to the next, whatever of ours stands between", () => {
    const index = createTextIndex();
    index.add("本市依法", true);
    index.add("注：依法治理", false);
    index.add("治理。", true);
    expect([...index.find("依法治理")].map(index.rangesOf)).toEqual([
      [
        { passage: 0, from: 2, to: 4 },
        { passage: 2, from: 0, to: 2 },
      ],
      [{ passage: 1, from: 2, to: 6 }],
    ]);
    expect([...index.find("法注")]).toEqual([]);
  });

  test("in two texts is taken in one order, and looked for no further than it is asked for", () => {
    const ascending = fc
      .array(fc.nat(50))
      .map((numbers) => numbers.sort((one, other) => one - other));
    fc.assert(
      fc.property(ascending, ascending, fc.nat(100), (first, second, wanted) => {
        let read = 0;
        function* counted(numbers: readonly number[]) {
          for (const number of numbers) {
            read++;
            yield number;
          }
        }
        const merged = merge(counted(first), counted(second), (number) => number);
        const all = [...first, ...second].sort((one, other) => one - other);
        const taken = Array.from(
          { length: Math.min(wanted, all.length) },
          () => merged.next().value,
        );
        expect(taken).toEqual(all.slice(0, taken.length));
        expect(read).toBeLessThanOrEqual(taken.length + 2);
        expect([...merged]).toEqual(all.slice(taken.length));
      }),
    );
  });
});

describe("whatever is typed", () => {
  test("nothing is thrown, and what is marked is within the sentences", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string({ unit: fc.constantFrom(..."zhcsangve '") }),
        ),
        (query) => {
          for (const hit of rangesOf(indexes["zh-CN"], query, readings))
            for (const { passage, from, to } of hit) {
              const { text } = sentences["zh-CN"][passage] ?? { text: "" };
              expect(from).toBeGreaterThanOrEqual(0);
              expect(to).toBeGreaterThan(from);
              expect(to).toBeLessThanOrEqual(text.length);
            }
        },
      ),
    );
  });

  test.each([
    ["nothing", ""],
    ["spaces", " \t\u3000\u00a0"],
    ["what shows nothing", "\u200b\u0000\u0007\ufeff"],
    ["half a character", "\ud83d"],
    ["markup", "<img src=x onerror=alert(1)>"],
    ["a regular expression", ".*[("],
    ["a hundred thousand characters", "法".repeat(100_000)],
    ["a hundred thousand letters", "fa".repeat(50_000)],
  ])("%s is not in the report", (_, query) => {
    expect(found(query, "zh-CN")).toEqual([]);
  });

  test("letters that could be read in very many ways take no long time", () => {
    const index = indexOf(["安".repeat(5_000)]);
    const own: Readings = { usual: new Map([["安", "an"]]), exceptions: [] };
    const begin = performance.now();
    index.find(`${"an".repeat(25)}z`, own);
    index.find(`${"a".repeat(59)}z`, own);
    expect(performance.now() - begin).toBeLessThan(2_000);
  });

  test("a query longer than any sentence is not looked for", () => {
    const text = "a".repeat(longestQuery + 1);
    expect([...indexOf([text]).find(text)]).toEqual([]);
  });
});

describe("pinyin", () => {
  /** The syllables of a text, in order. */
  const say = (text: string): string[] => {
    const { syllables, numbers } = pronounce(foldForSearch(text).text, readings);
    return Array.from(numbers, (number) => syllables[number] ?? "");
  };

  test("is in the table for every Chinese character of the report", () => {
    for (const { text } of sentences["zh-CN"])
      for (const char of text)
        if (/\p{Script=Han}/u.test(char)) expect(readings.usual.has(char), char).toBe(true);
  });

  test("is, for every term of the glossary, as the glossary writes it", () => {
    for (const { term, pinyin } of report.glossary) {
      // Numbers have no pinyin there.
      if (/[\dN]/.test(term)) continue;
      const written = foldForSearch(pinyin.replace(/[üǖǘǚǜ]/g, "v")).text.replace(/[^a-z]/g, "");
      expect(say(term).join(""), term).toBe(written);
    }
  });

  test("is that of the word in which a character stands", () => {
    expect(say("全省率先").join(" ")).toMatch(/shuai xian$/);
    expect(say("办复率为").join(" ")).toMatch(/lv wei$/);
  });

  test("is not one letter, and nothing else than letters", () => {
    expect(["a", "复议", "fu1", "", "x".repeat(61)].map(pinyinLettersOf)).toEqual([
      "",
      "",
      "",
      "",
      "",
    ]);
    expect(pinyinLettersOf("xi'an")).toBe("xian");
  });
});

describe("an excerpt", () => {
  test("is the whole of a short sentence, with what was found marked", () => {
    expect(excerpt("社会公平正义", [{ from: 2, to: 6 }])).toEqual([
      { text: "社会", isFound: false },
      { text: "公平正义", isFound: true },
    ]);
  });

  test("of a long sentence is the part around the first, between dots", () => {
    const text = `${"前".repeat(200)}中${"后".repeat(200)}`;
    const pieces = excerpt(text, [{ from: 200, to: 201 }]);
    expect(pieces[0]?.text).toBe("…");
    expect(pieces[pieces.length - 1]?.text).toBe("…");
    expect(pieces.filter(({ isFound }) => isFound)).toEqual([{ text: "中", isFound: true }]);
    expect(pieces.map((piece) => piece.text).join("").length).toBeLessThan(130);
  });

  test("keeps the text, whatever was found in it, overlapping or not", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 100 }),
        fc.array(fc.tuple(fc.nat(100), fc.nat(20))),
        (text, pairs) => {
          const stretches = pairs
            .map(([from, length]) => ({
              from: Math.min(from, text.length),
              to: Math.min(from + length, text.length),
            }))
            .sort((a, b) => a.from - b.from);
          const pieces = excerpt(text, stretches);
          expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        },
      ),
    );
  });
});
