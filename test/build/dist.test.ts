import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import { otherFolders } from "../../src/site/read-reports.ts";
import { builds, makeCurrentBuild, viteBuild } from "../support/builds.ts";
import { measureSizes } from "../support/sizes.ts";
import { comparable, published } from "../support/source.ts";
import { scriptOf } from "../support/tools.ts";

const folder = mkdtempSync(join(tmpdir(), "zhanjuan-"));
const pages = ["", "about/", "glossary/", "figures/"].flatMap((path) => [
  `${path}index.html`,
  `en/${path}index.html`,
]);
const site = "https://example.gov.cn";

function build(name: string, environment: Record<string, string> = {}): string {
  const outDir = join(folder, name);
  viteBuild(outDir, environment);
  return outDir;
}

const read = (dist: string, file: string) => readFileSync(join(dist, file), "utf8");
const files = (dist: string) =>
  readdirSync(dist, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
    .sort();

const dist = builds.current;
let again = "";
let withAddress = "";
beforeAll(() => {
  makeCurrentBuild();
  again = build("again");
  withAddress = build("published", { SITE_URL: `${site}/` });
}, 600_000);

const documents = new Map<string, Document>();
/** Parsed pages, cached: a glossary contains hundreds of links into the report. */
function documentOf(file: string, from = dist): Document {
  const path = join(from, file);
  const found = documents.get(path) ?? new JSDOM(readFileSync(path)).window.document;
  documents.set(path, found);
  return found;
}
const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");

describe.each(pages)("%s", (file) => {
  test("is clean HTML: no marks of hydration, no comments, no inline styles or handlers", () => {
    const html = read(dist, file);
    const found = html.match(/data-hk|<!--.{0,40}|\sstyle=|\son\w+="/g);
    expect(found).toBeNull();
  });

  test("allows by its policy the very script and styles that it carries", () => {
    const document = documentOf(file);
    const policy = document.querySelector("meta[http-equiv]")?.getAttribute("content") ?? "";
    const scripts = [...document.querySelectorAll("script:not([src], [type])")];
    const styles = [...document.querySelectorAll("style")];
    // A report inlines both for its first round trip; reference pages load shared files.
    expect([scripts.length, styles.length]).toEqual(
      /^(?:en\/)?index\.html$/.test(file) ? [1, 1] : [0, 0],
    );
    const hashes = scripts.map(({ textContent }) => ` 'sha256-${sha256(textContent)}'`);
    expect(policy).toContain(`script-src 'self'${hashes.join("")};`);
    expect(policy).toMatch(/style-src 'self' 'sha256-[^']+';/);
    for (const { textContent } of styles)
      expect(policy).toContain(`'sha256-${sha256(textContent)}'`);
    expect(policy).not.toContain("unsafe");
  });

  test("has only links and fragments that lead somewhere, and ids that are unique", () => {
    const document = documentOf(file);
    const all = files(dist);
    for (const link of document.querySelectorAll("a[href], link[href], script[src]")) {
      const address = link.getAttribute("href") ?? link.getAttribute("src") ?? "";
      // A telephone number or an external source.
      if (/^(?:tel:|https?:)/.test(address) && !address.startsWith(site)) continue;
      const { pathname, hash } = new URL(address, `${site}/${file.replace("index.html", "")}`);
      const target = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
      expect(all, address).toContain(target.slice(1));
      if (hash)
        expect(documentOf(target.slice(1)).getElementById(hash.slice(1)), address).toBeTruthy();
    }
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("tells search engines and other pages what it is, in its language", () => {
    const document = documentOf(file, withAddress);
    const { lang } = document.documentElement;
    expect(lang).toBe(file.startsWith("en/") ? "en" : "zh-CN");
    const path = `/${file.replace("index.html", "")}`;
    expect(document.querySelector("link[rel=canonical]")?.getAttribute("href")).toBe(site + path);
    const alternates = [...document.querySelectorAll("link[rel=alternate]")].map((link) => [
      link.getAttribute("hreflang"),
      link.getAttribute("href"),
    ]);
    const chinese = `${site}/${file.replace("index.html", "").replace(/^en\//, "")}`;
    expect(new Map(alternates as [string, string][])).toEqual(
      new Map([
        ["zh-CN", chinese],
        ["en", chinese.replace(`${site}/`, `${site}/en/`)],
        ["x-default", chinese],
      ]),
    );
    const meta = (name: string) =>
      document
        .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
        ?.getAttribute("content");
    const isHan = (text: string | null | undefined) => /\p{Script=Han}/u.test(text ?? "");
    expect(isHan(document.title)).toBe(lang === "zh-CN");
    expect(isHan(meta("description"))).toBe(lang === "zh-CN");
    expect(meta("og:title")).toBe(document.title);
    expect(meta("og:url")).toBe(site + path);
    expect(meta("og:locale")).toBe(lang.replace("-", "_"));
  });
});

test("`npm start` serves each page at its address, and says where nothing is", async () => {
  const { VITEST: _vitest, ...environment } = process.env;
  const port = "4179";
  const args = [scriptOf("vite"), "preview", "--outDir", dist, "--port", port, "--strictPort"];
  const server = spawn(process.execPath, args, { env: environment });
  try {
    await new Promise<void>((resolve, reject) => {
      server.stdout.on("data", (said) => String(said).includes(port) && resolve());
      server.once("exit", () => reject(new Error("The server has ended.")));
    });
    for (const page of pages) {
      const response = await fetch(`http://localhost:${port}/${page.replace("index.html", "")}`);
      expect(response.status, page).toBe(200);
      expect(await response.text(), page).toBe(read(dist, page));
    }
    expect((await fetch(`http://localhost:${port}/nowhere/`)).status).toBe(404);
  } finally {
    server.kill();
  }
});

test("every folder of the site is one that no report may be called", () => {
  const folders = readdirSync(dist, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.length).toBeGreaterThan(5);
  for (const { name } of folders) expect(otherFolders).toContain(name);
});

test("the report is the publisher's, character for character", () => {
  const text = [...documentOf("index.html").querySelectorAll("main .s")]
    .map((sentence) => sentence.textContent)
    .join("");
  expect(comparable(text)).toBe(published.report.join(""));
});

test("the translation has the same sentences, and each of its measures leads to the original", () => {
  const idsOf = (file: string) =>
    [...documentOf(file).querySelectorAll("main .s")].map(({ id }) => id);
  expect(idsOf("en/index.html")).toEqual(idsOf("index.html"));
  const measures = [...documentOf("en/index.html").querySelectorAll(".measure")];
  expect(measures).toHaveLength(16);
  for (const measure of measures)
    expect(measure.querySelector('a[hreflang="zh-CN"]')?.getAttribute("href")).toBe(
      `/#${measure.id}`,
    );
});

describe.each(["index.html", "en/index.html"])("the report in %s", (file) => {
  test("describes itself as a schema.org Report", () => {
    const data = JSON.parse(
      documentOf(file, withAddress).querySelector("script[type='application/ld+json']")
        ?.textContent ?? "",
    );
    expect(data).toMatchObject({
      "@type": "Report",
      datePublished: "2024-01-31",
      reportNumber: "4305000002/2024-04928",
    });
    const bodies = [data.about, data.author, data.audience, data.publisher].map(({ name }) => name);
    expect(new Set(bodies).size).toBe(4);
  });
});

test("the metadata and the publisher's contact stand on the page as published", () => {
  const document = documentOf("index.html");
  const text = (selector: string) =>
    comparable(document.querySelector(selector)?.textContent ?? "");
  expect(text(".metadata .fields")).toBe(published.metadata.join(""));
  expect(text("footer .fields")).toBe(published.contact.join(""));
});

test("sections, measures and sentences have the same ids in both languages", () => {
  const ids = (file: string) =>
    [...documentOf(file).querySelectorAll("main section[id], main .s[id], main .measure[id]")]
      .map(({ id }) => id)
      .sort();
  expect(ids("en/index.html")).toEqual(ids("index.html"));
});

test("every library whose code is shipped is listed with its licence, whose text a link leads to", () => {
  const listed = [...documentOf("about/index.html").querySelectorAll(".fields li")].map(
    ({ textContent }) => textContent,
  );
  const texts = read(dist, "licences.txt");
  for (const name of [
    "solid-js",
    "i18next",
    "workbox-core",
    "workbox-window",
    "opencc-js",
    "pinyin-pro",
  ])
    expect(listed.some((each) => each.startsWith(`${name} `))).toBe(true);
  for (const each of listed) {
    expect(each).toMatch(/^[\w@/-]+ \d+\.\d+\.\d+ \((MIT|ISC|MIT AND Apache-2\.0)\)$/);
    expect(texts).toContain(each);
  }
  expect(texts).toContain("Permission is hereby granted");
  expect(documentOf("about/index.html").querySelector('a[href="/licences.txt"]')).not.toBeNull();
});

test("everything for both languages is precached, each file under the hash of what is served", () => {
  const list: { url: string; integrity?: string }[] = [
    ...read(dist, "sw.js").matchAll(/\{(?:"[a-z]+":"[^"]+",?)+\}/g),
  ].map(([entry]) => JSON.parse(entry));
  const urls = list.map(({ url }) => url);
  for (const file of [...pages, "manifest.webmanifest", "version.json"])
    expect(urls).toContain(file);
  for (const file of files(dist).filter((each) => /^assets\/.*\.(js|css)$/.test(each)))
    expect(urls).toContain(file);
  // Files for hosts are not precached on a reader's device.
  expect(urls.filter((url) => /\.(br|gz)$|^404|hosting|sw-recall/.test(url))).toEqual([]);
  for (const { url, integrity } of list.filter((each) => each.url !== "manifest.webmanifest")) {
    const hash = createHash("sha256").update(readFileSync(join(dist, url)));
    expect(integrity, url).toBe(`sha256-${hash.digest("base64")}`);
  }
});

test("each size keeps to its budget, the reports' pages to one round trip with styles and early script", () => {
  const over = measureSizes(withAddress).filter(({ value, budget }) => value > budget);
  expect(over).toEqual([]);
});

test("two builds of the same content are the same, byte for byte", () => {
  expect(files(again)).toEqual(files(dist));
  for (const file of files(dist))
    expect(readFileSync(join(again, file)).equals(readFileSync(join(dist, file))), file).toBe(true);
});

test("without an address of its own the site's links are relative, and no other is made up", () => {
  const document = documentOf("index.html");
  expect(document.querySelector("link[rel=canonical]")?.getAttribute("href")).toBe("/");
  expect(document.querySelector("meta[property='og:url']")).toBeNull();
});

test("a mistake in the content stops the build and names the place", () => {
  const content = join(folder, "content");
  cpSync("content", content, { recursive: true });
  const file = join(content, "reports/wugang-2023/zh-CN.md");
  writeFileSync(file, readFileSync(file, "utf8").replace("同部署、同推进", "同部署、同推行"));
  const { VITEST: _vitest, NODE_ENV: _mode, ...rest } = process.env;
  const result = spawnSync(
    process.execPath,
    [scriptOf("vite"), "build", "--outDir", join(folder, "broken")],
    {
      env: { ...rest, CONTENT_DIR: content },
      encoding: "utf8",
    },
  );
  expect(result.status).not.toBe(0);
  expect(result.stdout + result.stderr).toMatch(
    /zh-CN\.md:15:\d+: expected 「进」 \(U\+8FDB\) \(.*source\.txt:17:\d+\); found 「行」 \(U\+884C\)/,
  );
});

test("with two reports each has its address, and the library lists both", () => {
  const content = join(folder, "two-reports");
  cpSync("content", content, { recursive: true });
  const earlier = join(content, "reports/wugang-2022");
  cpSync(join(content, "reports/wugang-2023"), earlier, { recursive: true });
  const description = join(earlier, "report.yaml");
  writeFileSync(
    description,
    readFileSync(description, "utf8").replace('published: "2024-01-31"', 'published: "2023-01-31"'),
  );
  rmSync(join(earlier, "summary.en.yaml"));
  writeFileSync(
    join(earlier, "summary.ug.yaml"),
    readFileSync(join(earlier, "summary.zh-CN.yaml")),
  );
  const library = build("library", { CONTENT_DIR: content });
  for (const file of ["reports/index.html", "reports/en/index.html", "wugang-2022/en/index.html"])
    expect(files(library)).toContain(file);
  const links = [...documentOf("reports/index.html", library).querySelectorAll("main a")];
  expect(links.map((link) => link.getAttribute("href"))).toEqual([
    "/wugang-2023/",
    "/wugang-2022/",
  ]);
  const canonical = documentOf("wugang-2023/index.html", library).querySelector(
    "link[rel=canonical]",
  );
  expect(canonical?.getAttribute("href")).toBe("/");

  // A report without an English summary says so to English readers and shows the one it has, in its
  // own language.
  const english = documentOf("wugang-2022/en/index.html", library);
  const summary = english.getElementById("summary");
  expect(english.title).toMatch(/^2023 Work Report .* · Zhanjuan$/);
  expect(summary?.querySelector(".aside")?.textContent).toBe(
    "This report has no English summary; this one is in Chinese.",
  );
  for (const each of [
    ...(summary?.querySelectorAll("p:not(.aside)") ?? []),
    ...english.querySelectorAll(".gist"),
  ])
    expect(each.getAttribute("lang")).toBe("zh-CN");
  // A further summary language only needs its file. It is listed by its own name, for readers with
  // scripts.
  const controls = (file: string) =>
    [...documentOf(file, library).querySelectorAll("#summary > :is(a, button)")].map((each) => [
      each.localName,
      each.getAttribute("lang"),
      each.lastChild?.textContent,
    ]);
  const uyghur = ["button", "ug", "ئۇيغۇرچە"];
  expect(controls("wugang-2022/en/index.html")).toEqual([uyghur]);
  expect(controls("wugang-2022/index.html")).toEqual([uyghur]);
  expect(controls("wugang-2023/index.html")).toEqual([["a", "en", "English"]]);
}, 120_000);
