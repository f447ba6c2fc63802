import { expect, test, vi } from "vitest";
import { once } from "../../src/core/once.ts";

test("what is asked for once more while it is under way, and after it, is done once", async () => {
  const act = vi.fn(async () => "done");
  const doOnce = once(act);
  expect(await Promise.all([doOnce(), doOnce()])).toEqual(["done", "done"]);
  expect(await doOnce()).toBe("done");
  expect(act).toHaveBeenCalledTimes(1);
});

test("what failed is done again when it is asked for again", async () => {
  const act = vi.fn(async () => "done").mockRejectedValueOnce(new Error("no network"));
  const doOnce = once(act);
  await expect(doOnce()).rejects.toThrow("no network");
  expect(await doOnce()).toBe("done");
  expect(act).toHaveBeenCalledTimes(2);
});
