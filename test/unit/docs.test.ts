import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const documents = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
];
const read = (file: string) => readFileSync(file, "utf8");

/** A path of the project between backquotes, without placeholders. */
const paths = (text: string) =>
  [...text.matchAll(/`((?:src|test|content|docs|tools|public)\/[^`*<>{} ]*)`/g)].map(
    ([, path = ""]) => path,
  );

test.each(documents)("every path that %s names is there", (file) => {
  expect(paths(read(file)).filter((path) => !existsSync(path))).toEqual([]);
});

test.each(documents)("every document that %s links to is there", (file) => {
  const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = ""]) => link);
  expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
});

test("every function that the architecture names is in the file that it names", () => {
  const text = read("docs/architecture.md").replace(/```[\s\S]*?```/g, "");
  const named = [...text.matchAll(/`(\w+)`[^`(;.]*\(`(src\/[^`]+\.tsx?)`\)/g)];
  const inline = [...text.matchAll(/`(\w+)`,\s+`(src\/[^`]+\.tsx?)`/g)];
  const all = [...named, ...inline].map(([, name = "", file = ""]) => ({ name, file }));
  expect(all.length).toBeGreaterThan(50);
  const wrong = all.filter(({ name, file }) => !new RegExp(`\\b${name}\\b`).test(read(file)));
  expect(wrong).toEqual([]);
});
