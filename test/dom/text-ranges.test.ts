// @vitest-environment jsdom
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { cutText, keepSelection, pointsOf, rangeOf } from "../../src/client/page/text-ranges.ts";
import { find, show, usePageForEachTest } from "../support/dom.ts";

usePageForEachTest();
beforeEach(() => {
  show(
    '<main><p><span id="s1" class="s">武冈市<a href="#t">政府</a>公布。</span> <span id="s2" class="s"><mark>两</mark>句</span></p>' +
      '<p><span id="s3" class="s">第三句。</span></p></main>',
  );
});

const elements = () => ["#s1", "#s2", "#s3"].map((id) => find(id));
const point = (sentence: string, offset: number) => ({ sentence, offset });

describe("points of the text and ranges on the page", () => {
  test("a range covers the words between two points, whatever stands around them", () => {
    expect(rangeOf(point("s1", 2), point("s1", 6))?.toString()).toBe("市政府公");
    expect(rangeOf(point("s1", 7), point("s3", 2))?.toString()).toBe("。 两句第三");
  });

  test("a point beyond a sentence's end is its end", () => {
    expect(rangeOf(point("s3", 0), point("s3", 99))?.toString()).toBe("第三句。");
  });

  test("there is no range to a sentence that the page lacks", () => {
    expect(rangeOf(point("s1", 0), point("gone", 1))).toBeUndefined();
    expect(rangeOf(point("gone", 0), point("s1", 1))).toBeUndefined();
  });

  test("whatever two points, the range leads back to them", () => {
    const lengths = elements().map(({ textContent }) => textContent?.length ?? 0);
    const points = fc
      .tuple(fc.nat({ max: 2 }), fc.nat({ max: 7 }))
      .filter(([at, offset]) => offset <= (lengths[at] ?? 0));
    fc.assert(
      fc.property(points, points, (a, b) => {
        const [from, to] = [a, b].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
        if (!from || !to || (from[0] === to[0] && from[1] === to[1])) return;
        const range = rangeOf(
          point(`s${from[0] + 1}`, from[1]),
          point(`s${to[0] + 1}`, to[1]),
        ) as Range;
        const found = pointsOf(range, elements());
        // A range that begins at a sentence's end covers nothing of that sentence.
        const begin = from[1] === lengths[from[0]] ? [from[0] + 1, 0] : from;
        const end = to[1] === 0 ? [to[0] - 1, lengths[to[0] - 1]] : to;
        const isEmpty = begin[0] === (end[0] ?? 0) + 1;
        if (isEmpty) expect(found).toBeUndefined();
        else
          expect(found).toEqual({
            start: point(`s${(begin[0] ?? 0) + 1}`, begin[1] ?? 0),
            end: point(`s${(end[0] ?? 0) + 1}`, end[1] ?? 0),
          });
      }),
    );
  });

  test("a selection that begins or ends outside the text is what of the text it covers", () => {
    const range = document.createRange();
    range.selectNodeContents(find("main"));
    expect(pointsOf(range, elements())).toEqual({ start: point("s1", 0), end: point("s3", 4) });
  });

  test("a selection of nothing of the text has no points", () => {
    const range = document.createRange();
    range.setStart(find("p").childNodes[1] as Text, 0);
    range.setEnd(find("p").childNodes[1] as Text, 1);
    expect(pointsOf(range, elements())).toBeUndefined();
  });
});

describe("text that is cut for a mark", () => {
  test("has pieces of its own for just the units asked for, and reads as before", () => {
    const sentence = find("#s1");
    const before = sentence.textContent;
    const pieces = cutText(sentence, [
      { from: 0, to: 1 },
      { from: 2, to: 6 },
    ]);
    expect(pieces.map((each) => each.map(({ data }) => data))).toEqual([
      ["武"],
      ["市", "政府", "公"],
    ]);
    expect(sentence.textContent).toBe(before);
  });

  test("is not cut where nothing is asked for", () => {
    expect(cutText(find("#s1"), [{ from: 3, to: 3 }])).toEqual([[]]);
    expect(find("#s1").childNodes).toHaveLength(3);
  });
});

describe("what the reader has selected", () => {
  test("stays selected when the text is cut beneath it", () => {
    const range = rangeOf(point("s1", 1), point("s2", 1)) as Range;
    getSelection()?.addRange(range);
    const words = getSelection()?.toString();
    keepSelection(elements(), () => {
      for (const piece of cutText(find("#s1"), [{ from: 0, to: 5 }]).flat())
        piece.replaceWith(new Text(piece.data));
    });
    expect(getSelection()?.toString()).toBe(words);
  });

  test("is nothing afterwards where it was nothing before", () => {
    keepSelection(elements(), () => cutText(find("#s1"), [{ from: 0, to: 2 }]));
    expect(getSelection()?.rangeCount ? getSelection()?.toString() : "").toBe("");
  });
});
