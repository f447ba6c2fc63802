import { expect, test } from "vitest";
import { createNoticesState, type Notice } from "../../src/client/shell/notices.ts";

const offline: Notice = { kind: "offline", isComplete: true };
const missing: Notice = { kind: "missing" };
const update = (changed: "text" | "app"): Notice => ({ kind: "update", changed, update() {} });

test("a notice that another one covered is shown again when that one goes", () => {
  const state = createNoticesState();
  const waiting = update("app");
  state.show(waiting);
  state.show(offline);
  expect(state.notice()).toBe(offline);
  state.dismiss("offline");
  expect(state.notice()).toBe(waiting);
  state.dismiss();
  expect(state.notice()).toBeUndefined();
});

test("a notice takes the place of one of its own kind, and is shown before the others", () => {
  const state = createNoticesState();
  const later = update("text");
  state.show(update("app"));
  state.show(missing);
  state.show(later);
  expect(state.notice()).toBe(later);
  state.dismiss();
  expect(state.notice()).toBe(missing);
  state.dismiss();
  expect(state.notice()).toBeUndefined();
});

test("taking away a kind that is not there leaves what is shown", () => {
  const state = createNoticesState();
  state.show(missing);
  state.dismiss("offline");
  expect(state.notice()).toBe(missing);
});

test("a notice whose cause is gone is gone, and shows what it covered", () => {
  const state = createNoticesState();
  state.show(missing);
  state.tell({ kind: "not-kept" }, true);
  expect(state.notice()).toEqual({ kind: "not-kept" });
  state.tell({ kind: "not-kept" }, false);
  expect(state.notice()).toBe(missing);
});
