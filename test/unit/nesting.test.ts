import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nestMarks, type Part } from "../../src/core/document/nesting.ts";

interface Named {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}
const mark = (from: number, to: number, name = ""): Named => ({ from, to, name });

/** Prints a tree as text, with marks as parentheses. */
const print = (parts: readonly Part<Named>[]): string =>
  parts.map((part) => (part.mark ? `(${part.mark.name}${print(part.parts)})` : part.text)).join("");

describe("marks on a text", () => {
  test("stand side by side, with plain text between", () => {
    expect(print(nestMarks("一件事一次办", [mark(0, 3), mark(4, 6)]))).toBe("(一件事)一(次办)");
  });

  test("lie within one another", () => {
    expect(print(nestMarks("“721”工作法", [mark(0, 8, "a"), mark(1, 4, "b")]))).toBe(
      "(a“(b721)”工作法)",
    );
  });

  test("that cross leave the first", () => {
    expect(print(nestMarks("abcdef", [mark(0, 4), mark(2, 6)]))).toBe("(abcd)ef");
  });

  test("that cover the same leave the one that was named first", () => {
    expect(print(nestMarks("abc", [mark(0, 3, "1"), mark(0, 3, "2")]))).toMatch(/^\(1/);
  });

  test("never change the text, whatever they are", () => {
    const marks = fc.array(fc.tuple(fc.nat(30), fc.nat(30)).map(([from, to]) => mark(from, to)));
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), marks, (text, list) => {
        const plain = (parts: readonly Part<Named>[]): string =>
          parts.map((part) => (part.mark ? plain(part.parts) : part.text)).join("");
        expect(plain(nestMarks(text, list))).toBe(text);
      }),
    );
  });
});
