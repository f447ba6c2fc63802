import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { JSDOM } from "jsdom";
import { builds } from "../support/builds.ts";
import { watchFaults } from "../support/faults.ts";
import { visit } from "../support/visit.ts";
import { headersOf, readHeadersFile } from "./headers-file.ts";
import {
  ask,
  type Host,
  type StartHost,
  startCaddy,
  startCaddyAfterMove,
  startNginx,
  startNginxAfterMove,
  startNginxWithBrotli,
  startStrictCaddy,
  startStrictNginx,
} from "./servers.ts";

const bases = { "/": builds.current, "/reader/": builds.subPath } as const;
const kept = "public, max-age=31536000, immutable";

const hosts = [
  { name: "nginx", start: startNginx, encodings: ["gzip"] },
  { name: "nginx with Brotli", start: startNginxWithBrotli, encodings: ["gzip", "br"] },
  { name: "Caddy", start: startCaddy, encodings: ["gzip", "br"] },
];

/** The files of a build that readers ask for, by their paths below it. */
function servedFiles(dist: string): string[] {
  return readdirSync(dist, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replace(/^\//, ""))
    .filter((file) => !/\.(br|gz)$|^_headers$|^hosting\//.test(file));
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  webmanifest: "application/manifest+json",
  svg: "image/svg+xml",
  png: "image/png",
  mp3: "audio/mpeg",
  vtt: "text/vtt; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  epub: "application/epub+zip",
};

/** The directives of a policy, by their names. */
const directivesOf = (policy: string) =>
  new Map(policy.split(";").map((each) => [each.split(" ")[0] ?? "", each.split(" ").slice(1)]));

/** The policy that a page or a file carries itself. */
function policyIn(file: string): string {
  const html = readFileSync(file, "utf8");
  return /http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
}

/**
 * What must be in the headers of every answer: the pages' policy, with the styles of the files to
 * take along.
 */
function expectSafe(dist: string, headers: Record<string, unknown>, what: string): void {
  const sent = directivesOf(String(headers["content-security-policy"]));
  const page = directivesOf(policyIn(join(dist, "index.html")));
  expect(page.get("require-trusted-types-for"), what).toEqual(["'script'"]);
  expect(sent.get("frame-ancestors"), what).toEqual(["'none'"]);
  const files = readdirSync(join(dist, "take")).filter((file) => file.endsWith(".html"));
  const taken = files.flatMap(
    (file) => directivesOf(policyIn(join(dist, "take", file))).get("style-src") ?? [],
  );
  const styles = [...(page.get("style-src") ?? []), ...taken];
  expect(new Set(sent.get("style-src")), what).toEqual(new Set(styles));
  for (const [name, values] of page)
    if (name !== "style-src") expect(sent.get(name), `${what}: ${name}`).toEqual(values);
  expect(sent.size, what).toBe(page.size + 1);
  expect(headers["x-frame-options"], what).toBe("DENY");
  expect(headers["x-content-type-options"], what).toBe("nosniff");
  expect(headers["referrer-policy"], what).toBe("no-referrer");
  expect(headers["permissions-policy"], what).toMatch(/camera=\(\).*microphone=\(\)/);
}

for (const [base, dist] of Object.entries(bases))
  test(`the file _headers, below ${base}, is one that Netlify and Cloudflare Pages read alike: safe, and hashed files kept for a year`, () => {
    const rules = readHeadersFile(readFileSync(join(dist, "_headers"), "utf8"));
    for (const file of servedFiles(dist)) {
      const headers = headersOf(rules, base + file.replace(/index\.html$/, ""));
      expectSafe(dist, Object.fromEntries(headers), file);
      const isHashed = /^(assets|narration)\//.test(file);
      const isFixed = /^(sw\.js|version\.json|manifest\.webmanifest)$/.test(file);
      // All else has what both hosts send by themselves: "public, max-age=0, must-revalidate".
      const expected = isFixed ? "no-cache" : undefined;
      expect(headers.get("cache-control"), file).toBe(isHashed ? kept : expected);
    }
  });

for (const { name, start, encodings } of hosts)
  for (const [base, dist] of Object.entries(bases))
    test.describe(`${name}, below ${base},`, () => {
      // One server for all of them, which the last one stops.
      test.describe.configure({ mode: "default" });
      let folder: string;
      let host: Host;
      test.beforeAll(async () => {
        folder = mkdtempSync(join(tmpdir(), "zhanjuan-hosts-"));
        const root = join(folder, "root");
        cpSync(dist, join(root, base), { recursive: true });
        host = await start(root, base, join(folder, "work"));
      });
      test.afterAll(async () => {
        await host?.stop();
        rmSync(folder, { recursive: true });
      });

      const expectToBeSafe = (headers: Record<string, unknown>, what: string) =>
        expectSafe(dist, headers, what);

      test("every file comes whole, safe, of its type, and kept as long as its name allows", async () => {
        const files = servedFiles(dist);
        expect(files.length).toBeGreaterThan(30);
        for (const file of files) {
          const { status, headers, body } = await ask(host.url + file);
          expect(status, file).toBe(200);
          expect(body.equals(readFileSync(join(dist, file))), file).toBe(true);
          expectToBeSafe(headers, file);
          expect(headers["content-type"], file).toBe(types[file.split(".").at(-1) ?? ""]);
          expect(headers["content-encoding"], file).toBeUndefined();
          const isHashed = /^(assets|narration)\//.test(file);
          expect(headers["cache-control"], file).toBe(isHashed ? kept : "no-cache");
        }
      });

      test("a page is at its folder's address, and without the slash one is led there", async () => {
        for (const path of ["", "en/", "about/", "en/glossary/"]) {
          const { status, headers, body } = await ask(host.url + path);
          expect(status, path).toBe(200);
          expect(headers["content-type"], path).toBe(types.html);
          expect(headers["cache-control"], path).toBe("no-cache");
          expect(body.equals(readFileSync(join(dist, path, "index.html"))), path).toBe(true);
          if (!path && base === "/") continue;
          // As a proxy asks that ends the encryption: the host is called otherwise outside.
          const led = await ask(`${(host.url + path).replace(/\/$/, "")}?from=timeline`, {
            "X-Forwarded-Proto": "https",
            "X-Forwarded-Host": "example.gov.cn",
          });
          expect([301, 308], path).toContain(led.status);
          const outside = new URL(led.headers.location ?? "", `https://example.gov.cn${base}`);
          // To a folder within, Caddy leads without the query.
          if (path) outside.search = "";
          const query = path ? "" : "?from=timeline";
          expect(outside.href, path).toBe(`https://example.gov.cn${base}${path}${query}`);
          expect(led.headers["cache-control"], path).toBe("no-cache");
          expectToBeSafe(led.headers, path);
        }
      });

      for (const encoding of encodings)
        test(`text is sent compressed by ${encoding}, sound, pictures and books are not`, async () => {
          const decompress = encoding === "br" ? brotliDecompressSync : gunzipSync;
          for (const file of servedFiles(dist)) {
            const { headers, body } = await ask(host.url + file, { "Accept-Encoding": encoding });
            if (/\.(png|mp3|epub)$/.test(file)) {
              expect(headers["content-encoding"], file).toBeUndefined();
              continue;
            }
            expect(headers["content-encoding"], file).toBe(encoding);
            expect(headers.vary, file).toMatch(/accept-encoding/i);
            expect(headers["content-type"], file).toBe(types[file.split(".").at(-1) ?? ""]);
            expectToBeSafe(headers, file);
            expect(decompress(body).equals(readFileSync(join(dist, file))), file).toBe(true);
          }
          // What a browser says.
          const { headers } = await ask(host.url, { "Accept-Encoding": "gzip, deflate, br, zstd" });
          expect(headers["content-encoding"]).toBe(encodings.at(-1));
        });

      test("a page that has not changed is not sent again", async () => {
        for (const path of ["", "en/", "sw.js", "manifest.webmanifest"]) {
          const { headers } = await ask(host.url + path, { "Accept-Encoding": "gzip" });
          const again = await ask(host.url + path, {
            "Accept-Encoding": "gzip",
            "If-None-Match": headers.etag ?? "",
          });
          expect(again.status, path).toBe(304);
          expect(again.body.length).toBe(0);
        }
      });

      test("where nothing is, the status says so, and a page in both languages leads to the report", async () => {
        for (const path of [
          "nowhere",
          "nowhere/at/all/",
          "en/nowhere/",
          "assets/",
          "assets/main-gone.js",
          "hosting/nginx.conf",
          "hosting/Caddyfile",
          "hosting/",
          "hosting//nginx.conf",
          "./hosting/%6eginx.conf",
          "_headers",
          "%5Fheaders",
          "narration/gone.mp3",
          "%00",
          "..%2f..%2fetc%2fpasswd",
          "<script>alert(1)</script>",
        ]) {
          const { status, headers, body } = await ask(host.url + path);
          expect(body.toString(), path).not.toContain("root:x:");
          // Such an address some servers refuse in their own words, or take for one beside the
          // reader's.
          if (/^(%00|\.\.)/.test(path) && status !== 404) continue;
          expect(status, path).toBe(404);
          expect(headers["content-type"], path).toBe(types.html);
          // A file that a deploy has not brought yet must not be missing for a year.
          expect(headers["cache-control"], path).toBe("no-cache");
          expectToBeSafe(headers, path);
          const document = new JSDOM(body).window.document;
          expect(document.querySelector("[lang=en] h1")?.textContent).toBe("Page not found");
          const ways = [...document.querySelectorAll("a")].map((link) => link.getAttribute("href"));
          expect(ways).toEqual([base, `${base}en/`]);
          expect(body.toString()).not.toContain("alert(1)");
        }
      });

      test("a recording is sent in the stretches that a player asks for", async () => {
        const file = servedFiles(dist).find((each) => each.endsWith(".mp3")) ?? "";
        const whole = readFileSync(join(dist, file));
        const { headers } = await ask(host.url + file, {}, "HEAD");
        expect(headers["accept-ranges"]).toBe("bytes");
        expect(headers["content-length"]).toBe(String(whole.length));
        for (const [range, from, to] of [
          ["bytes=0-1", 0, 1],
          ["bytes=1000000-1999999", 1_000_000, 1_999_999],
          ["bytes=3000000-", 3_000_000, whole.length - 1],
          ["bytes=-500", whole.length - 500, whole.length - 1],
        ] as const) {
          const part = await ask(host.url + file, { Range: range, "Accept-Encoding": "gzip, br" });
          expect(part.status, range).toBe(206);
          expect(part.headers["content-range"], range).toBe(`bytes ${from}-${to}/${whole.length}`);
          expect(part.headers["content-encoding"]).toBeUndefined();
          expect(part.body.equals(whole.subarray(from, to + 1)), range).toBe(true);
          expectToBeSafe(part.headers, range);
        }
        const beyond = await ask(host.url + file, { Range: `bytes=${whole.length}-` });
        expect(beyond.status).toBe(416);
      });

      test("a browser shows and keeps it all, breaks no policy, and reads on without the server", async ({
        page,
      }) => {
        await page.addInitScript(() => {
          document.addEventListener(
            "securitypolicyviolation",
            ({ violatedDirective, blockedURI }) =>
              setTimeout(() => {
                throw new Error(`policy: ${violatedDirective} ${blockedURI}`);
              }),
          );
        });
        const faults = watchFaults(page);
        await visit(page, host.url);
        expect(await page.evaluate(() => getComputedStyle(document.body).lineHeight)).not.toBe(
          "normal",
        );
        await page.getByRole("button", { name: "文字" }).click();
        await page.getByRole("button", { name: "放大" }).click();
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "朗读" }).click();
        await page.getByRole("button", { name: "下载录音" }).waitFor();
        for (const file of servedFiles(dist).filter((each) => /^take\/.*\.html$/.test(each))) {
          await page.goto(host.url + file);
          expect(await page.evaluate(() => document.styleSheets.length), file).toBe(1);
        }
        await page.goto(`${host.url}en/about/`);
        await page.goto(`${host.url}glossary/`);
        expect(faults).toEqual([]);
        const missing = await page.goto(`${host.url}nowhere`);
        expect(missing?.status()).toBe(404);
        await page.getByRole("link", { name: "Go to the report" }).click();
        await page.getByRole("heading", { level: 1, name: /Law-based Government/ }).waitFor();
        // The browser itself says on the console that the page was missing.
        const told = faults.filter((fault) => !/status of 404/.test(fault));
        expect(told).toEqual([]);
        await host.stop();
        await page.goto(`${host.url}en/figures/`);
        await page.getByRole("heading", { level: 1, name: "Figures in the report" }).waitFor();
        await page.goto(host.url);
        await page.getByRole("heading", { level: 1, name: /法治政府建设工作报告/ }).waitFor();
        expect(faults.filter((fault) => !/status of 404/.test(fault))).toEqual([]);
      });
    });

/** A server with a copy of the build below a path, for one test. */
async function withHost(
  start: StartHost,
  base: keyof typeof bases,
  use: (host: Host) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "zhanjuan-hosts-"));
  cpSync(bases[base], join(folder, "root", base), { recursive: true });
  const host = await start(join(folder, "root"), base, join(folder, "work"));
  try {
    await use(host);
  } finally {
    await host.stop();
    rmSync(folder, { recursive: true });
  }
}

for (const base of ["/", "/reader/"] as const) {
  const dist = bases[base];
  const asset = servedFiles(dist).find((file) => /^assets\/.*\.js$/.test(file)) ?? "";
  const sound = servedFiles(dist).find((file) => file.endsWith(".mp3")) ?? "";

  test(`nginx, below ${base}, lets no error be kept for a year, and is safe then too`, async () => {
    await withHost(startStrictNginx, base, async ({ url }) => {
      for (const file of [asset, sound, "index.html"]) {
        const { status, headers } = await ask(`${url}${file}?who=${file}`);
        expect(status, file).toBe(200);
        expect(headers["cache-control"], file).toBe(file === "index.html" ? "no-cache" : kept);
        const busy = await ask(`${url}${file}?who=${file}`);
        expect(busy.status, file).toBe(503);
        expect(busy.headers["cache-control"] ?? "no-cache", file).toBe("no-cache");
        expectSafe(dist, busy.headers, file);
      }
      const failed = await ask(`${url}${asset}?fail`);
      expect(failed.status).toBe(500);
      expect(failed.headers["cache-control"] ?? "no-cache").toBe("no-cache");
      expectSafe(dist, failed.headers, "a failure");
      const led = await ask(`${url}narration/wugang-2023`);
      expect(led.headers["cache-control"]).toBe("no-cache");
    });
  });

  test(`Caddy, below ${base}, lets no error be kept for a year, and is safe then too`, async () => {
    await withHost(startStrictCaddy, base, async ({ url }) => {
      for (const [query, status] of [
        ["fail=1", 500],
        ["busy=1", 503],
      ] as const)
        for (const file of [asset, sound, "index.html"]) {
          const answer = await ask(`${url}${file}?${query}`);
          expect(answer.status, file).toBe(status);
          expect(answer.headers["cache-control"], file).toBe("no-cache");
          expectSafe(dist, answer.headers, file);
        }
      const led = await ask(`${url}narration/wugang-2023`);
      expect(led.headers["cache-control"]).toBe("no-cache");
    });
  });
}

for (const [name, start] of [
  ["nginx", startNginxAfterMove],
  ["Caddy", startCaddyAfterMove],
] as const)
  test(`${name}, where the reader stood at the root before, leads from there, and takes the worker there back`, async () => {
    await withHost(start, "/reader/", async ({ url }) => {
      const root = url.replace(/reader\/$/, "");
      const worker = await ask(`${root}sw.js`);
      expect(worker.status).toBe(200);
      expect(worker.headers["content-type"]).toBe("text/javascript; charset=utf-8");
      expect(worker.headers["cache-control"]).toBe("no-cache");
      expect(worker.body.equals(readFileSync(join(builds.subPath, "sw-recall.js")))).toBe(true);
      for (const path of ["", "en/glossary/?x=1"]) {
        const led = await ask(root + path);
        expect(led.status, path).toBe(301);
        expect(led.headers.location, path).toBe(`/reader/${path}`);
      }
      expect((await ask(url)).status).toBe(200);
      expect((await ask(`${url}sw.js`)).body.equals(worker.body)).toBe(false);
    });
  });
