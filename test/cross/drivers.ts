import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import type { Readable } from "node:stream";
import { launchers } from "../support/browser.ts";

/** The little that a journey needs of a browser. */
export interface Driver {
  /** What the browser calls itself. */
  readonly version: string;
  go(url: string): Promise<void>;
  /**
   * Runs the body of a function in the page, with arguments; waits for the promise that it returns.
   */
  run<Value>(body: string, ...values: readonly unknown[]): Promise<Value>;
  quit(): Promise<void>;
}

async function drivePlaywright(name: "chromium" | "firefox"): Promise<Driver> {
  const browser = await launchers[name]();
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  return {
    version: `${name} ${browser.version()}`,
    async go(url) {
      // The page before is left when it has loaded: left earlier, Firefox tells its `load` as the
      // next page's, and then begins that one a second time under another name. Of the next, only
      // the answer is waited for: it may never load.
      await page.waitForLoadState("load");
      await page.goto(url, { waitUntil: "commit" });
    },
    run: (body, ...values) =>
      page.evaluate(`(async (...values) => { ${body} })(...${JSON.stringify(values)})`),
    quit: () => browser.close(),
  };
}

const miniBrowser = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/** Starts a display of its own, so that windows of browsers side by side do not meet. */
async function startDisplay(): Promise<{ readonly name: string; stop(): void }> {
  const child = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"],
    { stdio: ["ignore", "ignore", "ignore", "pipe"] },
  );
  const written = once(child.stdio[3] as Readable, "data");
  const failed = once(child, "error").then(([error]) => Promise.reject(error));
  const [number] = await Promise.race([written, failed]);
  return { name: `:${String(number).trim()}`, stop: () => child.kill() };
}

/** A port on which nothing listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Starts a program on a display, and waits until its address answers. */
async function start(
  program: string,
  args: readonly string[],
  display: string,
  isUp: () => Promise<boolean>,
) {
  const child = spawn(program, args, {
    stdio: "ignore",
    env: { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: "1" },
  });
  const end = Date.now() + 20_000;
  while (!(await isUp().catch(() => false))) {
    if (Date.now() > end) throw new Error(`${program} did not start.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return child;
}

/** WebKitGTK by the WebDriver protocol, on a display of its own. */
async function driveWebKit(): Promise<Driver> {
  const port = await freePort();
  const display = await startDisplay();
  const base = `http://127.0.0.1:${port}`;
  const ask = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(base + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(JSON.stringify(value));
    return value;
  };
  const child = await start(
    "WebKitWebDriver",
    [`--port=${port}`, "--host=127.0.0.1"],
    display.name,
    async () => (await fetch(`${base}/status`)).ok,
  );
  const { sessionId, capabilities } = (await ask("POST", "/session", {
    capabilities: {
      alwaysMatch: {
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary: miniBrowser, args: ["--automation"] },
      },
    },
  })) as { sessionId: string; capabilities: { browserVersion: string } };
  const session = `/session/${sessionId}`;
  await ask("POST", `${session}/timeouts`, { script: 30_000, pageLoad: 30_000 });
  await ask("POST", `${session}/window/rect`, { width: 420, height: 800 }).catch(() => undefined);
  return {
    version: `WebKitGTK ${capabilities.browserVersion}`,
    go: async (url) => void (await ask("POST", `${session}/url`, { url })),
    async run<Value>(body: string, ...values: readonly unknown[]) {
      const script = `const done = arguments[arguments.length - 1];
        (async (...values) => { ${body} })(...${JSON.stringify(values)})
          .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const result = (await ask("POST", `${session}/execute/async`, { script, args: [] })) as {
        value: Value;
        error?: string;
      };
      if (result.error) throw new Error(result.error);
      return result.value;
    },
    async quit() {
      await ask("DELETE", session).catch(() => undefined);
      child.kill();
      display.stop();
    },
  };
}

/** The browsers to try, by name; each starts when it is asked to. */
export const drivers = {
  Chromium: () => drivePlaywright("chromium"),
  "Firefox ESR": () => drivePlaywright("firefox"),
  WebKitGTK: () => {
    if (!existsSync(miniBrowser)) throw new Error("WebKitGTK's MiniBrowser is not installed.");
    return driveWebKit();
  },
} as const satisfies Readonly<Record<string, () => Promise<Driver>>>;

export type BrowserName = keyof typeof drivers;
