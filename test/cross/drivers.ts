import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { launchers } from "../support/browser.ts";

/** The little that a journey needs of a browser. */
export interface Driver {
  /** What the browser calls itself. */
  readonly version: string;
  /** What it is driven by. WebDriver can look at a page only when everything in it has come, or has failed. */
  readonly by: "Playwright" | "WebDriver";
  go(url: string): Promise<void>;
  /** Runs the body of a function in the page, with arguments; waits for the promise that it returns. */
  run<Value>(body: string, ...values: readonly unknown[]): Promise<Value>;
  quit(): Promise<void>;
}

async function drivePlaywright(name: "chromium" | "firefox"): Promise<Driver> {
  const browser = await launchers[name]();
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  return {
    version: `${name} ${browser.version()}`,
    by: "Playwright",
    async go(url) {
      // The page before is left when it has loaded: left earlier, Firefox tells its `load` as the next page's, and then
      // begins that one a second time under another name. Of the next, only the answer is waited for: it may never load.
      await page.waitForLoadState("load");
      await page.goto(url, { waitUntil: "commit" });
    },
    run: (body, ...values) =>
      page.evaluate(`(async (...values) => { ${body} })(...${JSON.stringify(values)})`),
    quit: () => browser.close(),
  };
}

const webkitPort = 4477;
const miniBrowser = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/** Starts a program and waits until its address answers. */
async function start(program: string, args: readonly string[], isUp: () => Promise<boolean>) {
  const child = spawn(program, args, {
    stdio: "ignore",
    env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: "1" },
  });
  const end = Date.now() + 20_000;
  while (!(await isUp().catch(() => false))) {
    if (Date.now() > end) throw new Error(`${program} did not start.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return child;
}

/** WebKitGTK by the WebDriver protocol; it needs a display, such as `xvfb-run` gives. */
async function driveWebKit(): Promise<Driver> {
  const base = `http://127.0.0.1:${webkitPort}`;
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
    [`--port=${webkitPort}`, "--host=127.0.0.1"],
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
    by: "WebDriver",
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
    },
  };
}

/** The browsers to try, by name; each starts when it is asked to. */
export const drivers: Readonly<Record<string, () => Promise<Driver>>> = {
  Chromium: () => drivePlaywright("chromium"),
  "Firefox ESR": () => drivePlaywright("firefox"),
  WebKitGTK: () => {
    if (!existsSync(miniBrowser)) throw new Error("WebKitGTK's MiniBrowser is not installed.");
    return driveWebKit();
  },
};
