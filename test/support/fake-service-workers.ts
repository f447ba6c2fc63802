import { vi } from "vitest";
import type { Move } from "../../src/core/moved.ts";

/** A fake service worker in one of its states; it describes its version as given. */
export class FakeWorker extends EventTarget {
  state = "installing";
  /** The messages that it has received, in order. */
  readonly told: unknown[] = [];
  /** Its answer to the question whether the reader has moved. */
  move?: Move;
  constructor(
    /** Its answer to a request to describe itself; undefined if it does not answer. */
    readonly version?: unknown,
    readonly scriptURL = new URL("/reader/sw.js", location.href).href,
  ) {
    super();
  }
  postMessage(message: unknown, [port]: MessagePort[] = []): void {
    this.told.push(message);
    if (Object(message).type === "FIND_MOVE") port?.postMessage(this.move);
    else if (this.version !== undefined) port?.postMessage(this.version);
  }
  /** Moves to its next state. */
  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

/** A fake registration whose workers a test controls. */
export class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  active: FakeWorker | null = null;
  readonly update = vi.fn(async () => {});

  /** A new version is found and starts installing. */
  discover(worker: FakeWorker): FakeWorker {
    this.installing = worker;
    this.dispatchEvent(new Event("updatefound"));
    return worker;
  }

  /** The new version has installed and waits, replacing one that waited before. */
  finishInstalling(): void {
    const worker = this.installing;
    this.installing = null;
    this.waiting?.become("redundant");
    this.waiting = worker;
    worker?.become("installed");
  }

  /** The new version failed to install. */
  failInstalling(): void {
    const worker = this.installing;
    this.installing = null;
    worker?.become("redundant");
  }
}

/** The page's service worker container: one registration, and the controlling worker. */
export class FakeContainer extends EventTarget {
  readonly registration = new FakeRegistration();
  controller: FakeWorker | null = null;
  readonly register = vi.fn(async (_url: string, _options: RegistrationOptions) => {
    return this.registration;
  });

  /** A worker takes control of the page. */
  takeCharge(worker: FakeWorker): void {
    const { registration } = this;
    if (registration.waiting === worker) registration.waiting = null;
    registration.active = worker;
    this.controller = worker;
    this.dispatchEvent(new Event("controllerchange"));
  }
}
