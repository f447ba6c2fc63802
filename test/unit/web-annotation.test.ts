import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Annotation,
  kinds,
  longestNote,
  mergeAnnotations,
  parseAnnotation,
} from "../../src/core/notes/annotation.ts";
import { printNotesAsMarkdown } from "../../src/core/notes/markdown.ts";
import {
  mostAnnotations,
  printAnnotations,
  type Reader,
  readAnnotations,
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
const read = (value: unknown) => readAnnotations(JSON.stringify(value), reader);

test("what is exported and imported again is the same", () => {
  fc.assert(
    fc.property(fc.array(annotation, { maxLength: 6 }), (annotations) => {
      expect(readAnnotations(printAnnotations(annotations, address), reader)).toEqual({
        read: annotations,
        skipped: [],
      });
    }),
  );
});

test("what is exported has the form of a W3C Web Annotation", () => {
  const [sample] = fc.sample(annotation, { numRuns: 1, seed: 1 });
  if (!sample) throw new Error("a sample");
  const file = JSON.parse(printAnnotations([{ ...sample, kind: "red", note: "n" }], address));
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
      expect(readAnnotations(file, reader)).toEqual({ refused: "not-json" });
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

  test("has notes that are too long left out, and told", () => {
    const body = { type: "TextualBody", value: "长".repeat(longestNote + 1) };
    expect(read([foreign({ body })])).toMatchObject({
      read: [{ note: "" }],
      skipped: [{ reason: "too-long" }],
    });
  });

  test("with thousands of annotations is read as far as is sensible", () => {
    const many = Array.from({ length: mostAnnotations + 7 }, (_, n) =>
      foreign({ id: `urn:n:${n}` }),
    );
    const result = read(many);
    expect("read" in result && result.read).toHaveLength(mostAnnotations);
    expect(result).toMatchObject({ skipped: [{ reason: "too-many", words: "7" }] });
  });

  test("never makes it throw, whatever it holds", () => {
    fc.assert(
      fc.property(fc.json(), fc.anything(), (json, value) => {
        readAnnotations(json, reader);
        readAnnotations(
          JSON.stringify({ items: [foreign({ target: value, body: value })] }),
          reader,
        );
        parseAnnotation(value);
      }),
    );
  });
});

test("of two annotations with one id the one modified later stays", () => {
  const [one] = fc.sample(annotation, { numRuns: 1, seed: 2 });
  if (!one) throw new Error("a sample");
  const own = { ...one, modified: "2026-01-02T00:00:00Z" };
  const older = { ...own, note: "older", modified: "2026-01-01T23:59:59Z" };
  // The same time in another time zone is not later.
  const same = { ...own, note: "same", modified: "2026-01-02T08:00:00+08:00" };
  const later = { ...own, note: "later", modified: "2026-01-02T00:00:01Z" };
  const other = { ...own, id: "urn:other" };
  expect(mergeAnnotations([own], [older, same])).toEqual([]);
  expect(mergeAnnotations([own], [later, other])).toEqual([
    { before: own, after: later },
    { before: undefined, after: other },
  ]);
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
