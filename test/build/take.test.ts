import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { JSDOM } from "jsdom";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { beforeAll, describe, expect, test } from "vitest";
import { parseCues } from "../../src/core/speech/recording.ts";
import { viteBuild } from "../support/builds.ts";
import { narrationRecord, writeRecord } from "../support/narrators.ts";
import { comparable, published, translated } from "../support/source.ts";

const folder = mkdtempSync(join(tmpdir(), "zhanjuan-take-"));
const dist = join(folder, "dist");
const slug = "wugang-2023";
const languages = ["zh-CN", "en"] as const;
const books = ["epub", "zh-CN.spoken.epub", "en.spoken.epub"];

beforeAll(() => {
  // Of the Chinese recording is known who speaks, of the English one nothing.
  const content = join(folder, "content");
  cpSync("content", content, { recursive: true });
  const narration = join(content, `reports/${slug}/narration`);
  for (const file of readdirSync(narration).filter((name) => name.endsWith(".json"))) {
    rmSync(join(narration, file));
  }
  writeRecord(join(narration, "zh-CN"), narrationRecord());
  viteBuild(dist, { SITE_URL: "https://example.gov.cn", CONTENT_DIR: content });
}, 240_000);

const read = (ending: string) => readFileSync(join(dist, "take", `${slug}.${ending}`));
const unpack = (ending: string) => unzipSync(new Uint8Array(read(ending)));
const documentOf = (source: string, contentType: "text/html" | "application/xhtml+xml") =>
  new JSDOM(source, { contentType }).window.document;
const chapter = (book: Record<string, Uint8Array>, name: string) =>
  documentOf(strFromU8(book[`EPUB/${name}`] as Uint8Array), "application/xhtml+xml");

/** Expects a text to contain every line of a source, in order. */
function expectLines(text: string, language: (typeof languages)[number]): void {
  const folded = comparable(text);
  const lines = language === "en" ? translated : published.report;
  expect(lines.join("").length).toBeGreaterThan(3000);
  let at = 0;
  for (const line of lines) {
    const found = folded.indexOf(line, at);
    expect(found, line).toBeGreaterThanOrEqual(at);
    at = found + line.length;
  }
}

/** The concatenated sentences of the report in a document. */
const sentences = (document: Document) =>
  comparable(
    [...document.querySelectorAll("main .s")].map(({ textContent }) => textContent).join(""),
  );
const whole = { "zh-CN": published.report.join(""), en: translated.join("") } as const;

/** Debian installs epubcheck as a jar that only some systems can execute directly. */
const epubcheck = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "epubcheck"))
  .find(existsSync);

describe.each(books)("the book %s", (ending) => {
  test("is sound: epubcheck has neither errors nor warnings", () => {
    expect(epubcheck, "epubcheck is missing; on Debian: apt install epubcheck").toBeTruthy();
    const file = join(dist, "take", `${slug}.${ending}`);
    const { status, stdout, stderr } = spawnSync("java", ["-jar", epubcheck ?? "", file], {
      encoding: "utf8",
    });
    expect(stdout + stderr).toContain("0 fatals / 0 errors / 0 warnings");
    expect(status).toBe(0);
  }, 240_000);

  test("begins with its media type, not compressed", () => {
    expect(read(ending).subarray(30, 58).toString("latin1")).toBe("mimetypeapplication/epub+zip");
  });

  test("holds both texts, sentence for sentence, and the glossary of each", () => {
    const book = unpack(ending);
    for (const language of languages) {
      const report = chapter(book, `report.${language}.xhtml`);
      expect(sentences(report)).toBe(whole[language]);
      expect(report.documentElement.getAttribute("xml:lang")).toBe(language);
      expect(report.querySelector("button, script, details")).toBeNull();
      const glossary = chapter(book, `glossary.${language}.xhtml`);
      expect(glossary.querySelectorAll(".term").length).toBeGreaterThan(100);
    }
  });

  test("has a table of contents whose every entry leads to a place", () => {
    const book = unpack(ending);
    const links = [...chapter(book, "nav.xhtml").querySelectorAll("nav a")];
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) {
      const [file = "", id] = (link.getAttribute("href") ?? "").split("#");
      const target = chapter(book, file);
      if (id) expect(target.getElementById(id), `${file}#${id}`).toBeTruthy();
    }
  });

  test("has the same table of contents for reading apps of EPUB 2, and tells where the text begins", () => {
    const book = unpack(ending);
    const now = [...chapter(book, "nav.xhtml").querySelectorAll("nav:not([hidden]) a")];
    const ncx = documentOf(strFromU8(book["EPUB/toc.ncx"] as Uint8Array), "application/xhtml+xml");
    const old = [...ncx.querySelectorAll("navPoint")];
    expect(old.map((point) => point.querySelector("text")?.textContent)).toEqual(
      now.map((link) => link.textContent),
    );
    expect(old.map((point) => point.querySelector("content")?.getAttribute("src"))).toEqual(
      now.map((link) => link.getAttribute("href")),
    );
    const metadata = strFromU8(book["EPUB/package.opf"] as Uint8Array);
    const identifier = /<dc:identifier id="book">([^<]+)</.exec(metadata)?.[1];
    expect(ncx.querySelector("meta[name='dtb:uid']")?.getAttribute("content")).toBe(identifier);
    expect(metadata).toContain('<spine toc="ncx">');
    expect(metadata).toMatch(/<reference type="text" title="[^"]+" href="report.zh-CN.xhtml"/);
  });

  test("tells what a reader who depends on it may expect", () => {
    const book = unpack(ending);
    const metadata = strFromU8(book["EPUB/package.opf"] as Uint8Array);
    const valuesOf = (property: string) =>
      [...metadata.matchAll(new RegExp(`<meta property="${property}"[^>]*>([^<]*)<`, "g"))].map(
        ([, value]) => value,
      );
    const isSpoken = ending.includes("spoken");
    expect(valuesOf("schema:accessMode")).toEqual(isSpoken ? ["textual", "auditory"] : ["textual"]);
    expect(valuesOf("schema:accessModeSufficient")).toEqual(["textual"]);
    expect(valuesOf("schema:accessibilityHazard")).toEqual(["none"]);
    expect(valuesOf("schema:accessibilitySummary")).toHaveLength(2);
    expect(valuesOf("schema:accessibilityFeature")).toEqual(
      expect.arrayContaining([
        "tableOfContents",
        "structuralNavigation",
        "displayTransformability",
      ]),
    );
    expect(valuesOf("schema:accessibilityFeature").includes("synchronizedAudioText")).toBe(
      isSpoken,
    );
    expect(metadata).toMatch(/<dc:language>zh-CN<.*\n<dc:language>en</);
  });
});

describe("whoever listens to a book", () => {
  const told = {
    "zh-CN":
      "附普通话录音。合成语音：Tones-1M 2.1，Example Labs 制作，Apache-2.0 许可，声音 zm_tone；还没有请以普通话为母语的人逐句听过。",
    en: "With a recording in Mandarin. Synthetic voice: Tones-1M 2.1 by Example Labs (Apache-2.0), voice zm_tone. No native speaker of Mandarin has checked every sentence yet.",
  } as const;

  test("is told by its metadata who speaks, and in its accessibility summary that this is no person", () => {
    const book = unpack("zh-CN.spoken.epub");
    const { documentElement } = documentOf(
      strFromU8(book["EPUB/package.opf"] as Uint8Array),
      "application/xhtml+xml",
    );
    const narrators = documentElement.querySelectorAll('meta[property="media:narrator"]');
    expect([...narrators].map(({ textContent }) => textContent)).toEqual([
      "合成语音：Tones-1M 2.1，声音 zm_tone",
    ]);
    expect(narrators[0]?.getAttribute("xml:lang")).toBe("zh-CN");
    const summaries = [
      ...documentElement.querySelectorAll('meta[property="schema:accessibilitySummary"]'),
    ];
    for (const [at, language] of languages.entries()) {
      expect(summaries[at]?.getAttribute("xml:lang")).toBe(language);
      const end =
        { "zh-CN": "没有闪烁的内容。", en: "nothing flashes. " }[language] + told[language];
      expect(summaries[at]?.textContent?.endsWith(end)).toBe(true);
    }
  });

  test("reads it in the book as well", () => {
    const book = unpack("zh-CN.spoken.epub");
    for (const language of languages) {
      const paragraphs = chapter(book, `report.${language}.xhtml`).querySelectorAll("footer p");
      expect([...paragraphs].map(({ textContent }) => textContent)).toContain(told[language]);
    }
  });

  test.each(["epub", "en.spoken.epub"])(
    "is told nothing in the book %s, of whose voice nothing is known",
    (ending) => {
      const book = unpack(ending);
      const texts = ["package.opf", ...languages.map((each) => `report.${each}.xhtml`)].map(
        (name) => strFromU8(book[`EPUB/${name}`] as Uint8Array),
      );
      expect(texts.join("")).not.toMatch(/media:narrator|合成语音|Synthetic voice|<p><\/p>/);
    },
  );
});

describe.each(languages)("the spoken book in %s", (language) => {
  test("says when each sentence is heard, without gaps or overlaps, as the recording does", () => {
    const book = unpack(`${language}.spoken.epub`);
    const report = chapter(book, `report.${language}.xhtml`);
    const overlay = strFromU8(book[`EPUB/report.${language}.smil`] as Uint8Array);
    const seconds = (clock: string) => {
      const [hours = 0, minutes = 0, rest = 0] = clock.split(":").map(Number);
      return Math.round((hours * 3600 + minutes * 60 + rest) * 1000) / 1000;
    };
    const pars = [
      ...overlay.matchAll(
        /<text src="([^#]+)#([^"]+)"\/><audio src="([^"]+)" clipBegin="([\d:.]+)" clipEnd="([\d:.]+)"/g,
      ),
    ].map(([, file, id = "", audio, begin = "", end = ""]) => ({ file, id, audio, begin, end }));
    const cues = parseCues(
      readFileSync(`content/reports/${slug}/narration/${language}.vtt`, "utf8"),
    );
    expect(pars.map(({ id }) => id)).toEqual(cues.map(({ id }) => id));
    let last = 0;
    for (const [at, { file, id, audio, begin, end }] of pars.entries()) {
      expect(file).toBe(`report.${language}.xhtml`);
      expect(audio).toBe(`report.${language}.mp3`);
      expect(report.getElementById(id), id).toBeTruthy();
      expect(seconds(begin)).toBe(cues[at]?.start);
      if (at > 0) expect(seconds(begin)).toBe(last);
      expect(seconds(end)).toBeGreaterThan(seconds(begin));
      last = seconds(end);
    }
    expect(last).toBe(cues.at(-1)?.end);
    const recorded = readFileSync(`content/reports/${slug}/narration/${language}.mp3`);
    const packed = Buffer.from(book[`EPUB/report.${language}.mp3`] ?? []);
    expect(packed.equals(recorded)).toBe(true);
    const heard = new Set(cues.map(({ id }) => id));
    for (const { id } of report.querySelectorAll("main .s")) expect(heard.has(id), id).toBe(true);
  });
});

describe.each(languages)("in %s", (language) => {
  test("the single file holds the text, and may ask for nothing", () => {
    const html = read(`${language}.html`).toString();
    const document = documentOf(html, "text/html");
    expect(sentences(document)).toBe(whole[language]);
    const styles = document.querySelector("style")?.textContent ?? "";
    const hash = createHash("sha256").update(styles).digest("base64");
    expect(document.querySelector("meta[http-equiv]")?.getAttribute("content")).toBe(
      `default-src 'none';style-src 'sha256-${hash}';base-uri 'none';form-action 'none'`,
    );
    expect(document.querySelector("script, link, img, iframe, button, form")).toBeNull();
    expect(styles).not.toMatch(/url\(|@import/);
    for (const link of document.querySelectorAll("a[href]")) {
      const address = link.getAttribute("href") ?? "";
      if (/^(?:https?|tel):/.test(address)) continue;
      expect(address).toMatch(/^#./);
      expect(document.getElementById(address.slice(1)), address).toBeTruthy();
    }
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(document.querySelector("footer")?.textContent).toContain("https://example.gov.cn/");
  });

  test("the file with both languages has each sentence in the other beside it", () => {
    const document = documentOf(read(`${language}.pair.html`).toString(), "text/html");
    const other = language === "en" ? "zh-CN" : "en";
    expect(sentences(document)).toBe(whole[language]);
    const beside = [...document.querySelectorAll("main .s")].map(
      ({ nextElementSibling }) => nextElementSibling,
    );
    for (const each of beside) expect(each?.className).toBe("other");
    expect(comparable(beside.map((each) => each?.textContent).join(""))).toBe(whole[other]);
    for (const each of beside) expect(each?.getAttribute("lang")).toBe(other);
    // Chinese words in the English text get a Chinese `lang`.
    const words = beside.flatMap((each) => (other === "en" && each ? [each] : []));
    const inside = words.flatMap((each) => [...each.querySelectorAll("[lang=zh-CN]")]);
    expect(inside.map(({ textContent }) => textContent).join("")).toBe(
      words.map(({ textContent }) => textContent?.replace(/\P{Script=Han}/gu, "")).join(""),
    );
    expect(inside.length > 0).toBe(other === "en");
  });

  test("the plain text holds the report, marked as UTF-8", () => {
    const text = read(`${language}.txt`).toString("utf8");
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(text).not.toContain("*");
    expect(text).not.toMatch(/(?<!\r)\n/);
    // In an English text, full-width marks occur only in Chinese words.
    if (language === "en") expect(text).not.toMatch(/[a-z)”][，：；？！]|[，：；？！] [A-Za-z]/);
    expectLines(text, language);
  });

  test("the Markdown is read as the report, with its headings", async () => {
    const markdown = read(`${language}.md`).toString("utf8");
    const html = await unified()
      .use(remarkParse)
      .use(remarkRehype)
      .use(rehypeStringify)
      .process(markdown);
    const document = documentOf(String(html), "text/html");
    expectLines(document.body.textContent ?? "", language);
    expect(document.querySelectorAll("h1")).toHaveLength(1);
    expect(document.querySelectorAll("h3")).toHaveLength(16);
  });

  test("no two files are downloaded under one name", () => {
    const page = language === "en" ? "en/about/index.html" : "about/index.html";
    const document = documentOf(readFileSync(join(dist, page), "utf8"), "text/html");
    const names = [...document.querySelectorAll("#take a")].map((link) =>
      link.getAttribute("download"),
    );
    expect(names.length).toBeGreaterThan(4);
    expect(new Set(names).size).toBe(names.length);
  });

  test("the table holds every figure of the report with its sentence, as a spreadsheet reads it", () => {
    const table = read(`${language}.figures.csv`).toString("utf8");
    expect(table.startsWith("\uFEFF")).toBe(true);
    // A line each: no sentence has a line break, and quotes are doubled within quotes.
    const rows = table
      .trimEnd()
      .split("\r\n")
      .map((line) =>
        [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
          (quoted ?? plain ?? "").replaceAll('""', '"'),
        ),
      );
    for (const row of rows) expect(row).toHaveLength(9);
    const text = read(`${language}.html`).toString("utf8");
    const document = documentOf(text, "text/html");
    expect(rows.length).toBeGreaterThan(80);
    for (const [, , , , , , place = "", sentence = "", address] of rows.slice(1)) {
      expect(comparable(document.getElementById(place)?.textContent ?? "")).toBe(
        comparable(sentence),
      );
      expect(address?.endsWith(`#${place}`)).toBe(true);
    }
  });

  test("every file is offered with its real size, and nothing else is there", () => {
    const page = language === "en" ? "en/about/index.html" : "about/index.html";
    const document = documentOf(readFileSync(join(dist, page), "utf8"), "text/html");
    const offers = [...document.querySelectorAll("#take li")].map((item) => ({
      file: item.querySelector("a[download]")?.getAttribute("href") ?? "",
      size: item.querySelector(".size")?.textContent ?? "",
    }));
    expect(offers).toHaveLength(7);
    for (const { file, size } of offers) {
      const bytes = readFileSync(join(dist, file)).length;
      expect(size, file).toBe(
        bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${Math.round(bytes / 1e5) / 10} MB`,
      );
    }
    // Compressed copies for hosts are not files of the site.
    const names = readdirSync(join(dist, "take")).filter((name) => !/\.(?:br|gz)$/.test(name));
    expect(offers.every(({ file }) => names.includes(file.replace("/take/", "")))).toBe(true);
    expect(names).toHaveLength(13);
  });
});

test("nothing that is downloaded is precached", () => {
  expect(readFileSync(join(dist, "sw.js"), "utf8")).not.toContain(`take/${slug}`);
});
