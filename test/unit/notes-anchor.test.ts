import search from "approx-string-match";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAnchor, findAnchor, joinText } from "../../src/core/notes/anchor.ts";

const printed = [
  { id: "intro-s1", text: "武冈市坚持以人民为中心，持续推进法治政府建设。" },
  { id: "p1-m1-s1", text: "全年办理行政复议案件103件，调解和解率达到52%。" },
  { id: "p1-m1-s2", text: "行政机关负责人出庭应诉率达100%。" },
  { id: "p2-m1-s1", text: "落实行政执法三项制度，推行柔性执法。" },
  { id: "p3-m1-s1", text: "落实行政复议三项制度，做到应收尽收。" },
];
const text = joinText(printed, "zh-CN");
const at = (words: string, from = 0) => {
  const begin = text.flat.indexOf(words, from);
  return { from: begin, to: begin + words.length };
};
const mark = (words: string, from = 0) => createAnchor(text, at(words, from));
const found = (sentences: typeof printed, place: ReturnType<typeof mark>) => {
  const now = joinText(sentences, "zh-CN");
  const result = findAnchor(now, place, search);
  return result && { words: now.flat.slice(result.from, result.to), changed: result.isChanged };
};
const replace = (id: string, with_: string) =>
  printed.map((each) => (each.id === id ? { id, text: with_ } : each));

describe("what a reader marked", () => {
  const whole = mark(printed[1]?.text ?? "");
  const cases: readonly [
    string,
    typeof printed,
    ReturnType<typeof mark>,
    string | undefined,
    boolean?,
  ][] = [
    ["is where it was", printed, mark("行政复议案件"), "行政复议案件"],
    [
      "moves with its sentence when another comes before it",
      [
        ...printed.slice(0, 1),
        { id: "p1-m1-s1", text: "另起一句。" },
        ...printed.slice(1).map((each, n) => ({ ...each, id: `later-${n}` })),
      ],
      mark("行政复议案件"),
      "行政复议案件",
    ],
    [
      "is found among equal words by what stands around it",
      printed.map((each, n) => ({ ...each, id: `new-${n}` })),
      mark("三项制度", text.flat.indexOf("复议三项")),
      "三项制度",
    ],
    [
      "is found where its words were corrected",
      replace("p1-m1-s1", "全年办理行政复议案件108件，调解和解率达到52%。"),
      whole,
      "全年办理行政复议案件108件，调解和解率达到52%。",
      true,
    ],
    [
      "is found where a part of a long quote was cut",
      replace("p1-m1-s1", "全年办理行政复议案件103件，和解率达52%。"),
      whole,
      "全年办理行政复议案件103件，和解率达52%。",
      true,
    ],
    [
      "is lost where its sentence has gone",
      printed.filter(({ id }) => id !== "p1-m1-s1"),
      whole,
      undefined,
    ],
    [
      "is lost where its sentence says something else",
      replace("p1-m1-s1", "本年度未再公布有关数据，详见附件所列各表说明。"),
      whole,
      undefined,
    ],
    [
      "is not taken for the same short word elsewhere",
      printed.filter(({ id }) => id !== "p2-m1-s1"),
      mark("柔性"),
      undefined,
    ],
    ["is not found in an empty text", [], whole, undefined],
  ];
  for (const [what, sentences, place, words, changed = false] of cases)
    test(what, () => {
      expect(found(sentences, place)).toEqual(words && { words, changed });
    });

  test("is the second of two equal words, where it was the second", () => {
    const place = mark("三项制度", text.flat.indexOf("复议三项"));
    const renamed = joinText(
      printed.map((each, n) => ({ ...each, id: `new-${n}` })),
      "zh-CN",
    );
    expect(findAnchor(renamed, place, search)?.from).toBe(text.flat.lastIndexOf("三项制度"));
  });

  test("in English spans sentences with a space between", () => {
    const english = joinText(
      [
        { id: "a", text: "One sentence." },
        { id: "b", text: "Another one." },
      ],
      "en",
    );
    expect(english.flat).toBe("One sentence. Another one.");
    expect(createAnchor(english, { from: 4, to: 21 })).toMatchObject({
      start: { sentence: "a", offset: 4 },
      end: { sentence: "b", offset: 7 },
      quote: { exact: "sentence. Another" },
    });
  });

  test("is found again wherever it is, for every stretch of any text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom("zh-CN" as const, "en" as const),
        (texts, a, b, language) => {
          const any = joinText(
            texts.map((each, n) => ({ id: `s${n}`, text: each })),
            language,
          );
          const from = a % any.flat.length;
          const to = from + 1 + (b % (any.flat.length - from));
          // A stretch that begins or ends between two sentences belongs to neither.
          const place = createAnchor(any, { from, to });
          const again = findAnchor(any, place, search);
          expect(again).toEqual({ from, to, isChanged: false });
        },
      ),
    );
  });
});
