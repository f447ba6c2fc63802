import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { listKey, markKey, shortcuts } from "../../src/core/shortcuts.ts";

/** Keys without a button on the page. */
const others = [
  { key: markKey, does: "mark" },
  { key: listKey, does: "list" },
];

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
  const keys = [...shortcuts, ...others].map(
    (each) => `${"isHeld" in each && each.isHeld ? "held " : ""}${each.key}`,
  );
  expect(new Set(keys).size).toBe(keys.length);
});

describe.each(["zh-CN", "en"])("the about page in %s", (language) => {
  test("lists every key, and no other, in the words of the list on the page", () => {
    const does = wordsOf(language);
    expect(listed(language)).toEqual(
      [...shortcuts, ...others].map((each) => ({
        key: each.key,
        isHeld: "isHeld" in each && each.isHeld === true,
        said: does[each.does],
      })),
    );
  });
});
