import { expect, test } from "vitest";
import { showProgress } from "../../src/site/narrate/progress.ts";

/** What is shown of a work that takes two minutes, when it is told after so many seconds. */
function showAt(seconds: readonly number[], isTTY: boolean): string[] {
  const written: string[] = [];
  let time = 5_000;
  const tell = showProgress(
    "small zh-CN",
    { isTTY, write: (text) => written.push(text) },
    () => time,
  );
  for (const second of seconds) {
    time = 5_000 + second * 1_000;
    tell(second / 120);
  }
  return written;
}

test("on a terminal a bar grows in one line, and the time left falls", () => {
  const shown = showAt([6, 60, 114, 120], true);
  expect(shown).toEqual([
    `\rsmall zh-CN █${"░".repeat(23)} 5 %, 2 min left\u001B[K`,
    `\rsmall zh-CN ${"█".repeat(12)}${"░".repeat(12)} 50 %, 1 min left\u001B[K`,
    `\rsmall zh-CN ${"█".repeat(23)}░ 95 %, 6 s left\u001B[K`,
    `\rsmall zh-CN ${"█".repeat(24)} 100 %, 2 min\u001B[K\n`,
  ]);
});

test("in a log there is a line for each tenth, and no more", () => {
  const every = Array.from({ length: 120 }, (_, at) => at + 1);
  const shown = showAt(every, false);
  expect(shown).toHaveLength(11);
  expect(shown[0]).toBe("small zh-CN: 0 %, 2 min left\n");
  expect(shown[5]).toBe("small zh-CN: 50 %, 1 min left\n");
  expect(shown.at(-1)).toBe("small zh-CN: 100 %, 2 min\n");
});

test("a work that is done in one step says so", () => {
  expect(showAt([120], false)).toEqual(["small zh-CN: 100 %, 2 min\n"]);
});
