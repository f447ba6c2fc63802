import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { parseYaml } from "../../src/content/parse/yaml.ts";

const schema = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty("one character or more")),
  lines: v.array(v.number()),
  notes: v.optional(v.record(v.string(), v.array(v.string()))),
});
const good = `# A comment above.

name: 武冈

lines: [1, 2, 43]
notes:
  p1:
    - 第一
    - >-
      第二
      句
  p2: [第三]
`;

function problemsOf(text: string) {
  const { value, problems } = parseYaml("some.yaml", text, schema);
  expect(value).toBeUndefined();
  return problems;
}

describe("a file that fits", () => {
  test("gives its values", () => {
    const { value, problems } = parseYaml("some.yaml", good, schema);
    expect(problems).toEqual([]);
    expect(value?.value).toEqual({
      name: "武冈",
      lines: [1, 2, 43],
      notes: { p1: ["第一", "第二 句"], p2: ["第三"] },
    });
  });

  test.each([
    ["a value", ["name"], 3],
    ["a value in a list on one line", ["lines", 2], 5],
    ["an item of a list", ["notes", "p1", 0], 8],
    ["an item that runs over lines", ["notes", "p1", 1], 9],
    ["a list on the line of its key", ["notes", "p2"], 12],
    ["what is missing, told by the nearest parent that is there", ["notes", "p2", 7], 12],
    ["what is missing in a part that is missing", ["lines", "x", "y"], 5],
    ["the whole file", [], 3],
  ])("knows the line of %s", (_, path, line) => {
    expect(parseYaml("some.yaml", good, schema).value?.lineOf(path)).toBe(line);
  });

  test("is understood with the line ends and the mark that Windows adds", () => {
    const { value } = parseYaml("some.yaml", `\uFEFF${good.replaceAll("\n", "\r\n")}`, schema);
    expect(value?.value.name).toBe("武冈");
    expect(value?.lineOf(["notes", "p1", 0])).toBe(8);
  });
});

describe("an editor is told the line and column", () => {
  test("of a bracket that is never closed", () => {
    const problems = problemsOf(good.replace("43]", "43"));
    expect(problems[0]).toMatchObject({ file: "some.yaml", line: 6, column: 1, expected: "YAML" });
    expect(problems[0]?.found).toContain("]");
  });

  test("of a key that stands twice", () => {
    expect(problemsOf(`${good}name: 又一个\n`)).toEqual([
      {
        file: "some.yaml",
        line: 13,
        column: 1,
        expected: "YAML",
        found: expect.stringContaining("unique"),
      },
    ]);
  });

  test("of a colon inside a value without quotes", () => {
    expect(problemsOf(good.replace("武冈", "武冈: 市"))[0]).toMatchObject({ line: 3, column: 7 });
  });

  test("of a value that begins with an asterisk", () => {
    expect(problemsOf(good.replace("武冈", "*武冈*"))).toEqual([
      {
        file: "some.yaml",
        line: 3,
        column: 7,
        expected: "quotes around what begins with `*`",
        found: "`*武冈*`",
      },
    ]);
  });

  test("of every syntax error, not only the first", () => {
    const problems = problemsOf("name: 一\nname: 二\nlines: []\nlines: []\n");
    expect(problems.map(({ line }) => line)).toEqual([2, 4]);
  });
});

describe("an editor is told the line, what was expected and what was found", () => {
  test("where a value is of another type", () => {
    expect(problemsOf(good.replace("[1, 2, 43]", "[1, 二, 43]"))).toEqual([
      { file: "some.yaml", line: 5, expected: "lines.1 to be number", found: '"二"' },
    ]);
  });

  test("where a value breaks a rule, in the words of the rule", () => {
    expect(problemsOf(good.replace("武冈", '""'))).toEqual([
      { file: "some.yaml", line: 3, expected: "name to be one character or more", found: "0" },
    ]);
  });

  test("where a key is missing", () => {
    expect(problemsOf(good.replace("name: 武冈\n", ""))).toEqual([
      { file: "some.yaml", line: 4, expected: "`name`", found: "no such key" },
    ]);
  });

  test("where a key is unknown", () => {
    expect(problemsOf(`${good}colour: red\n`)).toEqual([
      { file: "some.yaml", line: 13, expected: "no other key here", found: "`colour`" },
    ]);
  });

  test("where there are several mistakes, of each", () => {
    const problems = problemsOf(good.replace("武冈", "2023").replace("- 第一", "- 1"));
    expect(problems).toEqual([
      { file: "some.yaml", line: 3, expected: "name to be string", found: "2023" },
      { file: "some.yaml", line: 8, expected: "notes.p1.0 to be string", found: "1" },
    ]);
  });

  test("where the file is empty or no mapping", () => {
    expect(problemsOf("")).toEqual([
      { file: "some.yaml", line: 1, expected: "the file to be Object", found: "null" },
    ]);
    expect(problemsOf("# only a comment\n武冈\n")).toEqual([
      { file: "some.yaml", line: 2, expected: "the file to be Object", found: '"武冈"' },
    ]);
  });
});

test("whatever a file holds, an editor gets problems and never a crash", () => {
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."name:lines- []{}&*!|>'\"#?%@,\n\t武") }),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { value, problems } = parseYaml("some.yaml", text, schema);
      expect(value === undefined).toBe(problems.length > 0);
    }),
    { numRuns: 1000 },
  );
});
