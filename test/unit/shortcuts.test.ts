import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { listKey, shortcuts } from "../../src/core/shortcuts.ts";

const wordsOf = (language: string) =>
  JSON.parse(readFileSync(`src/words/${language}.json`, "utf8")).panels.shortcuts.does;

/** The keys that the about page lists, with what it says of each. */
function listed(language: string): { key: string; isHeld: boolean; said: string }[] {
  const text = readFileSync(`content/about.${language}.md`, "utf8");
  const section = /\{#keyboard\}\n([\s\S]*?)\n## /.exec(text)?.[1] ?? "";
  return section.split("\n").flatMap((line) => {
    const [, held, key, said] = /^- (`Ctrl`.*\+ )?`(.)`(?:：|: )(.+)$/u.exec(line) ?? [];
    return key && said ? [{ key, isHeld: held !== undefined, said }] : [];
  });
}

test("no two keys are the same, and each does one thing", () => {
  const keys = [...shortcuts, { key: listKey, isHeld: false }].map(
    ({ key, isHeld }) => `${isHeld ? "held " : ""}${key}`,
  );
  expect(new Set(keys).size).toBe(keys.length);
});

describe.each(["zh-CN", "en"])("the about page in %s", (language) => {
  test("lists every key, and no other, in the words of the list on the page", () => {
    const does = wordsOf(language);
    expect(listed(language)).toEqual(
      [...shortcuts, { key: listKey, does: "list" }].map((each) => ({
        key: each.key,
        isHeld: "isHeld" in each && each.isHeld === true,
        said: does[each.does],
      })),
    );
  });
});
