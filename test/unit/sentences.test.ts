import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutSentences } from "../../src/core/document/sentences.ts";

describe("a paragraph is cut into sentences", () => {
  test("after each full stop, question mark and exclamation mark", () => {
    expect(cutSentences("第一句。第二句！第三句？第四句。")).toEqual([
      "第一句。",
      "第二句！",
      "第三句？",
      "第四句。",
    ]);
  });

  test("after question and exclamation marks of half width as well", () => {
    expect(cutSentences("办了吗?办了!好。")).toEqual(["办了吗?", "办了!", "好。"]);
  });

  test("once where several full stops stand together", () => {
    expect(cutSentences("真的？！真的。。再说")).toEqual(["真的？！", "真的。。", "再说"]);
  });

  test.each([..."”’」』）)》〉】]"])("after a closing %s that follows the full stop", (closer) => {
    expect(cutSentences(`前句。${closer}后句。`)).toEqual([`前句。${closer}`, "后句。"]);
  });

  test("after a quotation in brackets with both their closing marks", () => {
    expect(cutSentences("他说（“依法办事。”）然后走了。")).toEqual([
      "他说（“依法办事。”）",
      "然后走了。",
    ]);
  });

  test("after a full stop that follows a quotation with its own", () => {
    expect(cutSentences("他说“依法。”。后句")).toEqual(["他说“依法。”。", "后句"]);
  });

  test("before an opening quote, which belongs to what it opens", () => {
    expect(cutSentences("前句。“后句。”")).toEqual(["前句。", "“后句。”"]);
  });

  test("with the white space at a cut kept by the sentence before it", () => {
    expect(cutSentences("前句。 \u3000后句。")).toEqual(["前句。 \u3000", "后句。"]);
  });
});

describe("a paragraph stays one sentence", () => {
  test.each([
    ["without any full stop", "报告率达100%"],
    ["at commas, colons, semicolons and enumeration commas", "其一:甲,乙;丙、丁：戊"],
    ["at the full stop of an English name or a decimal", "No. 3 占3.5%"],
    ["at a closing quote with no full stop before it", "“一窗”分类受理"],
  ])("%s", (_, text) => {
    expect(cutSentences(text)).toEqual([text]);
  });

  test("but an empty one has no sentence at all", () => {
    expect(cutSentences("")).toEqual([]);
  });
});

describe("whatever the text", () => {
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."。！？!?”’」』）)》〉】] \u3000\n句子a1,，“（") }),
    fc.string({ unit: "binary" }),
  );

  test("its sentences put together are the text again", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(cutSentences(text).join("")).toBe(text);
      }),
    );
  });

  test("no sentence is empty, and each but the last has its full stop", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const pieces = cutSentences(text);
        expect(pieces).not.toContain("");
        for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/[。！？!?]/);
      }),
    );
  });

  test("no sentence begins where a full stop or white space goes on", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const pieces = cutSentences(text);
        for (const [at, piece] of pieces.entries()) {
          if (at === 0) continue;
          expect(piece).not.toMatch(/^\s/);
          if (!/\s$/.test(pieces[at - 1] ?? "")) expect(piece).not.toMatch(/^[。！？!?]/);
        }
      }),
    );
  });
});
