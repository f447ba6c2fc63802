import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { readReports } from "../../src/site/read-reports.ts";
import {
  addReport,
  type Changes,
  change,
  copyReports,
  lineIn,
  problemsAfter,
  refusalOf,
  replacing,
} from "../support/broken-copy.ts";

describe("an editor is told of a file that is missing", () => {
  test.each(["source.txt", "report.yaml", "zh-CN.md"])("%s", (file) => {
    expect(problemsAfter({ [file]: "taken away" })).toEqual([
      { file, line: 1, expected: "the file", found: "no such file" },
    ]);
  });

  test("a summary, where no language has one", () => {
    const changes: Changes = {
      "summary.zh-CN.yaml": "taken away",
      "summary.en.yaml": "taken away",
    };
    expect(problemsAfter(changes)).toEqual([
      {
        file: "summary.zh-CN.yaml",
        line: 1,
        expected: "a summary in one language at least",
        found: "no such file",
      },
    ]);
  });

  test("of both, where two are", () => {
    const changes: Changes = { "report.yaml": "taken away", "source.txt": "taken away" };
    expect(problemsAfter(changes).map(({ file }) => file)).toEqual(["source.txt", "report.yaml"]);
  });

  test("of all, where a folder is empty", () => {
    const copy = copyReports();
    mkdirSync(join(copy, "xinning-2023"));
    expect(refusalOf(copy).problems).toHaveLength(8);
  });

  test("of every report, where there is none", () => {
    const copy = copyReports();
    rmSync(join(copy, "wugang-2023"), { recursive: true });
    expect(refusalOf(copy).problems).toEqual([
      { file: copy, line: 1, expected: "a folder a report", found: "none" },
    ]);
  });
});

describe("an editor who made several mistakes", () => {
  const changes: Changes = {
    "zh-CN.md": replacing("威溪水库", "威西水库"),
    "report.yaml": replacing("[zh-CN, en]", "[zh-CN]"),
    "summary.zh-CN.yaml": replacing(
      "[shortcomings-s1, outlook-s1]",
      "[shortcomings-s2, outlook-s1]",
    ),
    "summary.en.yaml": replacing("for which {{61, figure}} org", "for which 62 org"),
  };

  test("is told of them all at once", () => {
    expect(problemsAfter(changes).map(({ file, line, found }) => [file, line, found])).toEqual([
      ["report.yaml", lineIn("report.yaml", "languages:"), "zh-CN"],
      ["zh-CN.md", lineIn("zh-CN.md", "威溪水库"), "「西」 (U+897F)"],
      [
        "summary.zh-CN.yaml",
        lineIn("summary.zh-CN.yaml", "[shortcomings-s1, outlook-s1]"),
        "`shortcomings-s2`",
      ],
      ["summary.en.yaml", lineIn("summary.en.yaml", "for which {{61"), "`62`"],
    ]);
  });

  test("reads one line a mistake, each with its file, line and what was expected", () => {
    const copy = copyReports();
    change(copy, changes);
    const { message, name } = refusalOf(copy);
    const path = relative(process.cwd(), join(copy, "wugang-2023"));
    const [head, ...lines] = message.split("\n");
    expect(name).toBe("ContentError");
    expect(head).toBe("4 mistakes in the content:");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(`${join(path, "report.yaml")}:2: expected the language en; found zh-CN`);
    expect(lines[1]).toContain(`${join(path, "zh-CN.md")}:47:`);
    expect(lines[1]).toContain("; found 「西」 (U+897F)");
  });

  test("is told so even where it is one", () => {
    const copy = copyReports();
    change(copy, { "report.yaml": replacing("[zh-CN, en]", "[zh-CN]") });
    expect(refusalOf(copy).message).toMatch(/^1 mistake in the content:\n[^\n]+$/);
  });

  test("in files that cannot be read at all is told of each of these", () => {
    const files = ["report.yaml", "summary.zh-CN.yaml", "summary.en.yaml"];
    const broken = Object.fromEntries(
      files.map((file) => [file, (text: string) => `${text}name: [\n`]),
    );
    const told = problemsAfter({ ...broken, "zh-CN.md": replacing(" {#p4}", "") });
    expect([...new Set(told.map(({ file }) => file))].sort()).toEqual([
      "report.yaml",
      "summary.en.yaml",
      "summary.zh-CN.yaml",
      "zh-CN.md",
    ]);
  });

  test("in two reports is told of both", () => {
    const copy = copyReports();
    addReport(copy, "xinning-2023");
    change(copy, { "zh-CN.md": replacing("威溪水库", "威西水库") });
    change(copy, { "glossary.yaml": "taken away" }, "xinning-2023");
    expect(refusalOf(copy).problems.map(({ file }) => relative(copy, file))).toEqual([
      join("wugang-2023", "zh-CN.md"),
      join("xinning-2023", "glossary.yaml"),
    ]);
  });
});

test.each(["about", "武冈-2023", "wugang 2023", "Wugang"])(
  "an editor is told that a folder cannot be an address: %s",
  (name) => {
    const copy = copyReports();
    addReport(copy, name);
    const [problem, ...others] = refusalOf(copy).problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ file: join(copy, name), line: 1, found: `\`${name}\`` });
    expect(problem?.expected).toContain("small letters, digits and hyphens");
  },
);

test("a file that lies beside the reports' folders is no report", () => {
  const copy = copyReports();
  writeFileSync(join(copy, "README.md"), "Notes.");
  expect(readReports(copy).map(({ slug }) => slug)).toEqual(["wugang-2023"]);
});
