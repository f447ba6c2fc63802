import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { withLock } from "../support/lock.ts";
import { scriptOf } from "../support/tools.ts";

const module = pathToFileURL("test/support/lock.ts").href;

/** A program that holds the lock for a while, and writes down when it begins and ends. */
const program = (lock: string, diary: string) => `
  import { appendFileSync } from "node:fs";
  import { withLock } from ${JSON.stringify(module)};
  withLock(${JSON.stringify(lock)}, () => {
    appendFileSync(${JSON.stringify(diary)}, "begin ");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    appendFileSync(${JSON.stringify(diary)}, "end ");
  });`;

test("two runners that build at the same time build one after the other", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lock-"));
  const [lock, diary, file] = ["lock", "diary", "runner.mts"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(file, program(lock, diary));
  const runners = [0, 1, 2].map(() => spawn(process.execPath, [scriptOf("tsx"), file]));
  const codes = await Promise.all(runners.map((runner) => once(runner, "exit")));
  expect(codes.map(([code]) => code)).toEqual([0, 0, 0]);
  expect(readFileSync(diary, "utf8")).toBe("begin end begin end begin end ");
  expect(existsSync(lock)).toBe(false);
});

test("a runner that was ended while it built does not hold up the next one", () => {
  const lock = join(mkdtempSync(join(tmpdir(), "lock-")), "lock");
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(lock, String(pid));
  expect(withLock(lock, () => "built")).toBe("built");
  expect(existsSync(lock)).toBe(false);
});

test("a build that fails lets the next runner build", () => {
  const lock = join(mkdtempSync(join(tmpdir(), "lock-")), "lock");
  const fail = () => {
    throw new Error("broken content");
  };
  expect(() => withLock(lock, fail)).toThrow("broken content");
  expect(withLock(lock, () => "built")).toBe("built");
});
