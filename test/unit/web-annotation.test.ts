import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Annotation, kinds, parseAnnotation } from "../../src/core/notes/annotation.ts";
import { printNotesAsMarkdown } from "../../src/core/notes/markdown.ts";
import { joinNotes, mergeAnnotations, resolveChange } from "../../src/core/notes/merge.ts";
import {
  findItems,
  isOurFirstLine,
  isOurLastLine,
  parseItemLine,
  printAnnotations,
  type Reader,
  readItem,
} from "../../src/core/notes/web-annotation.ts";

const now = "2026-01-02T03:04:05.000Z";
const address = (language: string) => `https://example.gov.cn/${language === "en" ? "en/" : ""}`;
const reader: Reader = {
  report: "wugang-2023",
  language: "zh-CN",
  locate: (quote) =>
    quote.exact.includes("法治")
      ? { quote, start: { sentence: "p1-t", offset: 2 }, end: { sentence: "p1-t", offset: 4 } }
      : undefined,
  now,
  createId: () => "urn:uuid:new",
};

const text = (maxLength: number, minLength = 0) =>
  fc.string({ unit: "binary", minLength, maxLength });
const point = fc.record({ sentence: text(12), offset: fc.nat({ max: 999 }) });
const time = fc
  .date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const annotation: fc.Arbitrary<Annotation> = fc.record({
  id: fc.uuid().map((id) => `urn:uuid:${id}`),
  report: fc.constant("wugang-2023"),
  language: fc.constantFrom("zh-CN" as const, "en" as const),
  kind: fc.constantFrom(...kinds),
  note: text(60),
  start: point,
  end: point,
  quote: fc.record({ exact: text(40, 1), prefix: text(32), suffix: text(32) }),
  created: time,
  modified: time,
});

/** A file with one annotation as another program might write it, with the changes of a test. */
const foreign = (changes: object = {}) => ({
  "@context": "http://www.w3.org/ns/anno.jsonld",
  id: "https://example.org/anno/1",
  type: "Annotation",
  motivation: "commenting",
  created: "2025-05-05T05:05:05Z",
  body: { type: "TextualBody", value: "读过", format: "text/plain" },
  target: {
    source: "https://example.gov.cn/",
    selector: { type: "TextQuoteSelector", exact: "法治政府", prefix: "", suffix: "" },
  },
  ...changes,
});
function readAnnotations(file: string) {
  const items = findItems(file);
  if (typeof items === "string") return { refused: items };
  const results = items.map((item) => readItem(item, reader));
  return {
    read: results.flatMap(({ annotation }) => annotation ?? []),
    skipped: results.flatMap(({ skipped }) => skipped ?? []),
  };
}
const read = (value: unknown) => readAnnotations(JSON.stringify(value));
const print = (annotations: readonly Annotation[]) =>
  [...printAnnotations(annotations, address)].join("");

test("what is exported and imported again is the same", () => {
  fc.assert(
    fc.property(fc.array(annotation, { maxLength: 6 }), (annotations) => {
      expect(readAnnotations(print(annotations))).toEqual({ read: annotations, skipped: [] });
      const [first = "", ...lines] = print(annotations).split("\n");
      expect(isOurFirstLine(first)).toBe(true);
      const [last = "", rest] = lines.splice(-2);
      expect([isOurLastLine(last), rest]).toEqual([true, ""]);
      const items = lines.map(parseItemLine);
      expect(items.map((item) => readItem(item, reader).annotation)).toEqual(annotations);
    }),
  );
});

test("what is exported has the form of a W3C Web Annotation", () => {
  const [sample] = fc.sample(annotation, { numRuns: 1, seed: 1 });
  if (!sample) throw new Error("a sample");
  const file = JSON.parse(print([{ ...sample, kind: "red", note: "n" }]));
  expect(file).toMatchObject({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "AnnotationCollection",
    total: 1,
    first: { type: "AnnotationPage" },
  });
  expect(file.first.items[0]).toMatchObject({
    id: sample.id,
    type: "Annotation",
    motivation: "highlighting",
    body: { type: "TextualBody", purpose: "commenting", value: "n" },
    target: {
      source: { id: address(sample.language) },
      styleClass: "red",
      selector: [{ type: "RangeSelector" }, { type: "TextQuoteSelector", ...sample.quote }],
    },
  });
});

describe("a file that is not ours", () => {
  test("is refused where it is no JSON", () => {
    for (const file of ["", "<html>", "{", "\u0000\u0001", "{'a': 1}"])
      expect(readAnnotations(file)).toEqual({ refused: "not-json" });
  });

  test("is refused where it holds no annotations", () => {
    for (const value of [1, null, "text", {}, { items: 3 }, { first: { items: {} } }, true])
      expect(read(value)).toEqual({ refused: "no-annotations" });
  });

  test("is read where another program wrote it and the quote is in the report", () => {
    for (const value of [
      foreign(),
      [foreign()],
      { items: [foreign()] },
      { first: { items: [foreign()] } },
    ])
      expect(read(value)).toEqual({
        skipped: [],
        read: [
          expect.objectContaining({
            id: "https://example.org/anno/1",
            report: "wugang-2023",
            language: "zh-CN",
            kind: "yellow",
            note: "读过",
            created: "2025-05-05T05:05:05Z",
            modified: "2025-05-05T05:05:05Z",
          }),
        ],
      });
  });

  const skipped: Readonly<Record<string, readonly [unknown, string]>> = {
    "what is no annotation": [{ type: "Bookmark" }, "other"],
    "a number": [3, "other"],
    nothing: [null, "other"],
    "an annotation of another report": [
      foreign({ target: { source: { report: "elsewhere-2022" }, selector: [] } }),
      "other-report",
    ],
    "one of a whole page": [foreign({ target: "https://example.gov.cn/" }), "no-quote"],
    "one whose quote is no text": [
      foreign({ target: { selector: { type: "TextQuoteSelector", exact: { a: 1 } } } }),
      "no-quote",
    ],
    "one whose quote the report lacks": [
      foreign({ target: { selector: { type: "TextQuoteSelector", exact: "天气预报" } } }),
      "not-found",
    ],
    "one of two places": [foreign({ target: ["a", "b"] }), "other"],
    "one whose id is as long as a book": [foreign({ id: "x".repeat(5000) }), "other"],
    "one that fakes its place": [
      foreign({
        target: {
          source: { report: "wugang-2023", language: "__proto__" },
          selector: [
            {
              type: "RangeSelector",
              startSelector: { type: "FragmentSelector", value: "p1", refinedBy: { start: -4 } },
              endSelector: { type: "FragmentSelector", value: "p1", refinedBy: { start: 1e9 } },
            },
            { type: "TextQuoteSelector", exact: "法治" },
          ],
        },
      }),
      "other",
    ],
  };
  for (const [what, [item, reason]] of Object.entries(skipped))
    test(`tells why it skipped ${what}, and reads the rest`, () => {
      const result = read([item, foreign()]);
      expect(result).toMatchObject({ skipped: [{ reason }] });
      expect("read" in result && result.read).toHaveLength(1);
    });

  test("that carries markup keeps the mark, leaves the markup out and tells it", () => {
    const value = "<img src=x onerror=alert(1)>";
    const html = foreign({ body: { type: "TextualBody", value, format: "text/html" } });
    expect(read([html])).toMatchObject({
      read: [{ note: "" }],
      skipped: [{ reason: "markup" }],
    });
    // Without a format it is plain text and is shown literally.
    const plain = foreign({ body: [{ type: "TextualBody", value }, "https://example.org/"] });
    expect(read([plain])).toMatchObject({ read: [{ note: value }], skipped: [] });
  });

  test("never makes it throw, whatever it holds", () => {
    fc.assert(
      fc.property(fc.json(), fc.anything(), (json, value) => {
        readAnnotations(json);
        read({ items: [foreign({ target: value, body: value })] });
        parseAnnotation(value);
      }),
    );
  });
});

describe("annotations of a file that the reader has already", () => {
  const [one] = fc.sample(annotation, { numRuns: 1, seed: 2 });
  if (!one) throw new Error("a sample");
  const own: Annotation = { ...one, note: "mine", modified: "2026-01-02T00:00:00Z" };

  test("are not changed by the same, and the colour is that of the later", () => {
    const older = { ...own, kind: "red" as const, modified: "2026-01-01T23:59:59Z" };
    const later = { ...own, kind: "blue" as const, modified: "2026-01-02T00:00:01Z" };
    expect(mergeAnnotations([{ ...own, kind: "green" }], [own, older])).toEqual([]);
    expect(mergeAnnotations([own], [later])).toEqual([{ before: own, after: later }]);
  });

  test.each(["2020-01-01T00:00:00Z", "2030-01-01T00:00:00Z"])(
    "keep both texts where they differ, whatever the clock said: %s",
    (modified) => {
      const [change] = mergeAnnotations([own], [{ ...own, note: "theirs", modified }]);
      expect(change?.after?.note).toBe("mine\n\ntheirs");
      const again = mergeAnnotations(
        [change?.after ?? own],
        [{ ...own, note: "theirs", modified }],
      );
      expect(again).toEqual([]);
    },
  );

  test("are counted once, however often the file has one", () => {
    const other = { ...own, id: "urn:other" };
    expect(mergeAnnotations([own], [other, other, other])).toEqual([
      { before: undefined, after: other },
    ]);
  });
});

describe("a change of what has moved on", () => {
  const note = fc.constantFrom("", "a", "b", "ab", "c");
  const version = fc.option(fc.tuple(annotation, note), { nil: undefined });
  test("loses no text that the reader wrote", () => {
    fc.assert(
      fc.property(annotation, version, version, note, (base, begun, kept, written) => {
        const of = (each: typeof begun) => each && { ...base, kind: each[0].kind, note: each[1] };
        const before = of(begun);
        const now = of(kept);
        const after = { ...base, note: written };
        const result = resolveChange({ before, after }, now).kept?.note ?? "";
        if (written !== (before?.note ?? "")) expect(result).toContain(written);
        if (now && now.note !== before?.note) expect(result).toContain(now.note);
      }),
    );
  });

  test("joins texts so that to join them again adds nothing", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const joined = joinNotes(a, b);
        expect(joinNotes(joined, b)).toBe(joined);
        expect(joinNotes(a, joined)).toBe(joined);
      }),
    );
  });
});

test("in Markdown what a reader wrote and quoted stays plain text", () => {
  const [sample] = fc.sample(annotation, { numRuns: 1, seed: 3 });
  if (!sample) throw new Error("a sample");
  const quote = { ...sample.quote, exact: "“721”*工作法*\n<b>" };
  const printed = printNotesAsMarkdown("报告", address("zh-CN"), [
    {
      annotation: {
        ...sample,
        quote,
        note: "# 不是标题\n1. 不是列表\n也不是\n===\n&lt;\n\n    不是代码\n\n\t也不是",
      },
      section: "一",
      address: `${address("zh-CN")}#p1-t`,
      kind: "书签",
      date: "2026年1月2日",
    },
  ]);
  expect(printed).toBe(
    [
      "# 报告",
      "",
      "<https://example.gov.cn/>",
      "",
      "## 一",
      "",
      "> “721”\\*工作法\\*",
      "> \\<b\\>",
      "",
      "\\# 不是标题",
      "1\\. 不是列表",
      "也不是",
      "\\=\\=\\=",
      "\\&lt;",
      "",
      "&#32;   不是代码",
      "",
      "&#9;也不是",
      "",
      "— 书签 · 2026年1月2日 · <https://example.gov.cn/#p1-t>",
      "",
    ].join("\n"),
  );
});
