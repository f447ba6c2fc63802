import { vi } from "vitest";

/** A worker of the browser's, in one of its states; it says of its version what it was made with. */
export class FakeWorker extends EventTarget {
  state = "installing";
  /** What it was told, in order. */
  readonly told: unknown[] = [];
  constructor(
    /** What it answers when it is asked to describe itself; undefined where it says nothing. */
    readonly version?: unknown,
  ) {
    super();
  }
  postMessage(message: unknown, [port]: MessagePort[] = []): void {
    this.told.push(message);
    if (this.version !== undefined) port?.postMessage(this.version);
  }
  /** Comes into its next state. */
  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

/** A registration whose workers come and go as the test says. */
export class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  active: FakeWorker | null = null;
  readonly update = vi.fn(async () => {});

  /** A new version is found and being fetched. */
  discover(worker: FakeWorker): FakeWorker {
    this.installing = worker;
    this.dispatchEvent(new Event("updatefound"));
    return worker;
  }

  /** What was being fetched is there; it waits in place of what waited before. */
  finishInstalling(): void {
    const worker = this.installing;
    this.installing = null;
    this.waiting?.become("redundant");
    this.waiting = worker;
    worker?.become("installed");
  }

  /** What was being fetched could not be. */
  failInstalling(): void {
    const worker = this.installing;
    this.installing = null;
    worker?.become("redundant");
  }
}

/** The page's service workers: one registration, and the worker in charge of the page. */
export class FakeContainer extends EventTarget {
  readonly registration = new FakeRegistration();
  controller: FakeWorker | null = null;
  readonly register = vi.fn(async (_url: string, _options: RegistrationOptions) => {
    return this.registration;
  });

  /** A worker takes charge of the page. */
  takeCharge(worker: FakeWorker): void {
    const { registration } = this;
    if (registration.waiting === worker) registration.waiting = null;
    registration.active = worker;
    this.controller = worker;
    this.dispatchEvent(new Event("controllerchange"));
  }
}
