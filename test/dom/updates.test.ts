// @vitest-environment jsdom
import { describe, expect, test, vi } from "vitest";
import { createNoticesState, type NoticesState } from "../../src/client/shell/notices.ts";
import type { Move } from "../../src/core/moved.ts";
import { pageSignal, setOnline, setVisible, usePageForEachTest } from "../support/dom.ts";
import { FakeContainer, FakeWorker } from "../support/fake-service-workers.ts";

usePageForEachTest();

const textHash = "the text on this page";
const sameText = { texts: { "zh-CN": textHash, en: "another" } };
const newText = { texts: { "zh-CN": "a new text", en: "another" } };
const reload = vi.fn();

/**
 * A page in a browser with these service workers, the first version in charge of it unless said
 * otherwise.
 */
async function openPage(
  container: FakeContainer | undefined = new FakeContainer(),
  { isFirst = false, move }: { isFirst?: boolean; move?: Move } = {},
): Promise<{ container: FakeContainer; notices: NoticesState }> {
  reload.mockClear();
  if (!isFirst) container.controller = container.registration.active = new FakeWorker(sameText);
  if (move) Object.assign(container.controller ?? {}, { move });
  vi.resetModules();
  vi.stubGlobal("navigator", Object.assign(Object.create(navigator), { serviceWorker: container }));
  const { attachUpdates } = await import("../../src/client/shell/attach-updates.ts");
  const notices = createNoticesState();
  await attachUpdates({ base: "/reader/", textHash, notices, reload }, pageSignal());
  return { container, notices };
}

/** A version arrives whole, and waits. */
function deploy({ registration }: FakeContainer, version?: unknown): FakeWorker {
  const worker = registration.discover(new FakeWorker(version));
  registration.finishInstalling();
  return worker;
}

/** Waits for a notice of some kind; `undefined` waits until none is shown. */
const hearOf = (notices: NoticesState, notice: object | undefined) =>
  vi.waitFor(() => {
    if (notice) expect(notices.notice()).toMatchObject(notice);
    else expect(notices.notice()).toBeUndefined();
  });

/** Lets what was asked of a worker be answered, and what follows from it be done. */
const answered = async () => {
  const { port1, port2 } = new MessageChannel();
  const arrived = new Promise((resolve) => {
    port1.onmessage = resolve;
  });
  port2.postMessage("");
  await arrived;
  await new Promise((resolve) => setTimeout(resolve));
  port1.close();
};

function update(notices: NoticesState): void {
  const notice = notices.notice();
  if (!notice || !("update" in notice)) throw new Error("nothing to update to is shown");
  notice.update();
}

describe("a new version that waits", () => {
  test("is looked for at the worker's own address, past the browser's cache", async () => {
    const { container } = await openPage();
    expect(container.register.mock.calls).toEqual([
      ["/reader/sw.js", { scope: "/reader/", updateViaCache: "none" }],
    ]);
  });

  test.each([
    ["of the program alone", sameText, "app"],
    ["of the report", newText, "text"],
    ["of another form", { version: 7 }, undefined],
  ])("%s is told as what it is", async (_what, version, changed) => {
    const { container, notices } = await openPage();
    deploy(container, version);
    await hearOf(notices, { kind: "update", changed });
    expect(reload).not.toHaveBeenCalled();
  });

  test("that does not say what it is is told all the same, after three seconds", async () => {
    const { container, notices } = await openPage();
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    deploy(container);
    await vi.advanceTimersByTimeAsync(2999);
    expect(notices.notice()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(notices.notice()).toMatchObject({ kind: "update", changed: undefined });
  });

  test("since before the page was opened is told", async () => {
    const container = new FakeContainer();
    container.registration.waiting = new FakeWorker(newText);
    const { notices } = await openPage(container);
    await hearOf(notices, { kind: "update", changed: "text" });
  });

  test("reloads this page once, when it is asked for and has taken charge", async () => {
    const { container, notices } = await openPage();
    const worker = deploy(container, newText);
    await hearOf(notices, { kind: "update" });
    expect(worker.told).not.toContainEqual({ type: "SKIP_WAITING" });
    update(notices);
    expect(worker.told).toContainEqual({ type: "SKIP_WAITING" });
    expect(reload).not.toHaveBeenCalled();
    container.takeCharge(worker);
    expect(reload).toHaveBeenCalledOnce();
  });

  test("does not reload a page that never asked: it learns of it, and can", async () => {
    const { container, notices } = await openPage();
    const worker = deploy(container, newText);
    await hearOf(notices, { kind: "update" });
    container.takeCharge(worker);
    await hearOf(notices, { kind: "updated-elsewhere" });
    expect(reload).not.toHaveBeenCalled();
    update(notices);
    expect(reload).toHaveBeenCalledOnce();
    notices.dismiss();
    expect(notices.notice()).toBeUndefined();
  });

  test("and was put off is followed by the next, told as what that is", async () => {
    const { container, notices } = await openPage();
    deploy(container, sameText);
    await hearOf(notices, { kind: "update", changed: "app" });
    notices.dismiss();
    deploy(container, newText);
    await hearOf(notices, { kind: "update", changed: "text" });
    const last = deploy(container, sameText);
    await hearOf(notices, { kind: "update", changed: "app" });
    update(notices);
    expect(last.told).toContainEqual({ type: "SKIP_WAITING" });
  });

  test("is told once, though the page hears of it twice", async () => {
    const container = new FakeContainer();
    const { registration } = container;
    registration.discover(new FakeWorker(newText));
    const { notices } = await openPage(container);
    const shown = vi.spyOn(notices, "show");
    registration.dispatchEvent(new Event("updatefound"));
    registration.finishInstalling();
    await hearOf(notices, { kind: "update" });
    await answered();
    expect(shown).toHaveBeenCalledOnce();
  });

  test("is not hidden by one before it that could not be fetched", async () => {
    const { container, notices } = await openPage();
    container.registration.discover(new FakeWorker(sameText));
    container.registration.failInstalling();
    await answered();
    expect(notices.notice()).toBeUndefined();
    deploy(container, newText);
    await hearOf(notices, { kind: "update", changed: "text" });
  });

  test("is no longer told once another has taken its place", async () => {
    const { container, notices } = await openPage();
    const shown = vi.spyOn(notices, "show");
    container.takeCharge(deploy(container, newText));
    await hearOf(notices, { kind: "updated-elsewhere" });
    await answered();
    expect(shown.mock.calls.map(([{ kind }]) => kind)).toEqual(["updated-elsewhere"]);
  });
});

describe("a first visit", () => {
  test("says nothing of the worker that takes charge of it", async () => {
    const { container, notices } = await openPage(new FakeContainer(), { isFirst: true });
    const worker = deploy(container, newText);
    container.takeCharge(worker);
    await answered();
    expect(notices.notice()).toBeUndefined();
    expect(worker.told).toEqual([]);
    container.takeCharge(new FakeWorker(newText));
    await hearOf(notices, { kind: "updated-elsewhere" });
  });

  test("that was cut off is completed when there is a network again", async () => {
    const { container } = await openPage(new FakeContainer(), { isFirst: true });
    setOnline(true);
    await answered();
    expect(container.register).toHaveBeenCalledTimes(2);
    container.registration.installing = new FakeWorker();
    setOnline(true);
    await answered();
    expect(container.register).toHaveBeenCalledTimes(2);
  });

  test("reads on where the browser refuses a worker", async () => {
    const container = new FakeContainer();
    container.register.mockRejectedValueOnce(new DOMException("denied", "SecurityError"));
    const { notices } = await openPage(container, { isFirst: true });
    expect(notices.notice()).toBeUndefined();
    setOnline(true);
    await answered();
    expect(container.register).toHaveBeenCalledTimes(2);
  });
});

test("a reader within the scope of another says nothing of a new version when its own worker takes charge", async () => {
  const container = new FakeContainer();
  const another = new URL("/sw.js", location.href).href;
  container.controller = new FakeWorker(newText, another);
  const { notices } = await openPage(container, { isFirst: true });
  container.takeCharge(deploy(container, newText));
  await answered();
  expect(notices.notice()).toBeUndefined();
  expect(container.controller.told).not.toContainEqual({ type: "FIND_MOVE" });
});

describe("a reader that has moved", () => {
  const move = { to: new URL("/library/", location.href).href };

  test("tells where", async () => {
    const { notices } = await openPage(undefined, { move });
    await hearOf(notices, { kind: "moved", ...move });
  });

  test("while the page was open, tells so when that is shown again", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 0 });
    const { container, notices } = await openPage();
    await answered();
    expect(notices.notice()).toBeUndefined();
    Object.assign(container.controller ?? {}, { move });
    vi.setSystemTime(60 * 60_000);
    dispatchEvent(new Event("pageshow"));
    await hearOf(notices, { kind: "moved", ...move });
  });
});

test("a worker that takes all others back says nothing, and is no news", async () => {
  const { container, notices } = await openPage();
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  container.takeCharge(new FakeWorker());
  await vi.advanceTimersByTimeAsync(3000);
  expect(notices.notice()).toBeUndefined();
});

test("a page that is shown again looks for a new version, at most once an hour", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 0 });
  const { container } = await openPage();
  const { update: look } = container.registration;
  vi.setSystemTime(59 * 60_000);
  setVisible(true);
  expect(look).not.toHaveBeenCalled();
  vi.setSystemTime(60 * 60_000);
  setVisible(false);
  expect(look).not.toHaveBeenCalled();
  setVisible(true);
  dispatchEvent(new Event("pageshow"));
  expect(look).toHaveBeenCalledOnce();
  vi.setSystemTime(120 * 60_000);
  look.mockRejectedValueOnce(new TypeError("no network"));
  dispatchEvent(new Event("pageshow"));
  expect(look).toHaveBeenCalledTimes(2);
});

test("a browser without service workers gives an ordinary page", async () => {
  vi.resetModules();
  vi.stubGlobal("navigator", {
    get serviceWorker() {
      throw new DOMException("denied", "SecurityError");
    },
  });
  const { attachUpdates } = await import("../../src/client/shell/attach-updates.ts");
  const notices = createNoticesState();
  await attachUpdates({ base: "/", textHash, notices, reload }, pageSignal());
  expect(notices.notice()).toBeUndefined();
});
