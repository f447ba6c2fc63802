import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allSentences, languages, namedBodies } from "../../src/core/document/report.ts";
import { plainText } from "../../src/core/document/rich-text.ts";
import { readReports } from "../../src/site/read-reports.ts";
import { createReportWords } from "../../src/site/words.ts";
import { addReport, copyReports, replacing, reportAfter } from "../support/broken-copy.ts";

const folder = "content/reports/wugang-2023";
const reports = readReports("content/reports");
const report = reports.find(({ slug }) => slug === "wugang-2023");
if (!report) throw new Error("The report of Wugang was not loaded.");

const { title, sections, summaries } = report;
const fail = (language: string): never => {
  throw new Error(`There is no summary in ${language}.`);
};
const pillars = sections.filter(({ measures }) => measures.length > 0);

/** Every sentence in reading order. */
const sentences = [
  title,
  ...sections.flatMap((section) => [
    ...(section.title ? [section.title] : []),
    ...section.paragraphs.flat(),
    ...section.measures.flatMap((measure) => [measure.title, ...measure.paragraphs.flat()]),
  ]),
];

describe("the report's text is the publisher's", () => {
  test("from a page kept byte for byte", () => {
    const bytes = readFileSync(join(folder, "source.txt"));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(
      "330697f97d2bde4f8773a1a8ee6578d2fc19e3c247cd959418f694504a06fca7",
    );
    expect(report.sourceSha256).toBe(
      "330697f97d2bde4f8773a1a8ee6578d2fc19e3c247cd959418f694504a06fca7",
    );
  });

  test("character for character, but for white space, furniture, metadata and contact", () => {
    const chrome = [1, 2, 43];
    const metadata = [4, 5, 6, 7, 8];
    const contact = [45, 47];
    const elsewhere = [...chrome, ...metadata, ...contact];
    const published = readFileSync(join(folder, "source.txt"), "utf8")
      .split("\n")
      .filter((_, at) => !elsewhere.includes(at + 1))
      .join("");
    const bare = (text: string) => [...text].filter((char) => char.trim() !== "").join("");
    expect(bare(sentences.map(({ text }) => text).join(""))).toBe(bare(published));
  });

  test("with its slips, its missing full stops and its odd percent sign", () => {
    const text = sentences.map((each) => each.text).join("");
    for (const slip of ["100﹪", "三长六老”", "3 个", "示范市创建通过省级评估"])
      expect(text).toContain(slip);
    const byId = new Map(sentences.map((each) => [each.id, each.text]));
    expect(byId.get("p1-m2-t")).toBe("二是强化规划落实");
    expect(byId.get("p1-m1-s2")).toMatch(/报告率达100%$/);
  });
});

describe("the report has the parts that it was published with", () => {
  test("in their order", () => {
    expect(sections.map(({ id }) => id)).toEqual([
      "addressee",
      "intro",
      "p1",
      "p2",
      "p3",
      "p4",
      "p5",
      "shortcomings",
      "outlook",
      "signature",
      "date",
    ]);
    expect(title.text).toBe("邵阳市武冈市2023年度法治政府建设工作报告(综合示范)");
  });

  test("five pillars with 4, 3, 3, 3 and 3 measures, sixteen in all", () => {
    expect(pillars.map(({ title }) => title?.text.slice(0, 2))).toEqual([
      "一、",
      "二、",
      "三、",
      "四、",
      "五、",
    ]);
    expect(pillars.map(({ measures }) => measures.length)).toEqual([4, 3, 3, 3, 3]);
    for (const { measures } of pillars)
      expect(measures.map((measure) => measure.title.text.slice(0, 2))).toEqual(
        ["一是", "二是", "三是", "四是"].slice(0, measures.length),
      );
  });

  test("and titles on pillars alone", () => {
    expect(sections.filter((section) => section.title)).toEqual(pillars);
  });

  test("and no sentence that is empty or begins or ends with white space", () => {
    for (const { text } of sentences) {
      expect(text).not.toBe("");
      expect(text.trim()).toBe(text);
    }
  });

  test("and an address for each part and sentence that nothing else has", () => {
    const ids = [
      ...sentences.map(({ id }) => id),
      ...sections.flatMap(({ id, measures }) => [id, ...measures.map((measure) => measure.id)]),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(sentences.filter(({ id }) => !/^(title|[a-z]+\d?(-m\d)?-(t|s\d+))$/.test(id))).toEqual(
      [],
    );
  });
});

describe("the report says whose it is", () => {
  test("four different bodies, in both languages", () => {
    const bodies = namedBodies(report);
    expect(bodies.map(({ role }) => role)).toEqual(["subject", "signer", "addressee", "publisher"]);
    for (const language of languages)
      expect(new Set(bodies.map(({ name }) => name[language])).size).toBe(4);
    expect(report.bodies.subject["zh-CN"]).toBe("武冈市");
    expect(report.bodies.publisher["zh-CN"]).toBe("邵阳市司法局");
  });

  test("a signer and an addressee that the text itself names", () => {
    const text = (id: string) => sentences.find((sentence) => sentence.id === id)?.text;
    expect(text("signature-s1")).toBe(report.bodies.signer["zh-CN"]);
    expect(text("addressee-s1")).toBe(`${report.bodies.addressee?.["zh-CN"]}:`);
  });

  test("eight metadata fields as printed", () => {
    expect(report.metadata.map(({ label, value }) => [label["zh-CN"], value["zh-CN"]])).toEqual([
      ["文件名称", "邵阳市武冈市2023年度法治政府建设工作报告(综合示范)"],
      ["索引号", "4305000002/2024-04928"],
      ["公开目录", "通知公告"],
      ["公开责任部门", "司法局"],
      ["发文日期", "2024-01-31"],
      ["公开形式", "主动公开"],
      ["生效日期", "2024-01-31"],
      ["有效期", "永久"],
    ]);
  });

  test("a telephone that is the printed one with the country's code before it", () => {
    const printed = report.contact.map(({ value }) => value["zh-CN"]);
    expect(printed).toEqual(["邵阳市司法局", "0739-5323212"]);
    expect(report.telephone).toBe(printed[1]?.replace(/^0/, "+86-"));
  });

  test("a number and a day of publication that its metadata have", () => {
    const values = report.metadata.map(({ value }) => value["zh-CN"]);
    expect(values).toContain(report.identifier);
    expect(values).toContain(report.published);
  });
});

describe("the report can be read in both languages", () => {
  test("in English too, its title and each pillar among it", () => {
    const { translation } = report;
    expect(allSentences(translation).map(({ id }) => id)).toEqual(
      allSentences(report).map(({ id }) => id),
    );
    for (const { text } of [
      translation.title,
      ...translation.sections.flatMap(({ title }) => title ?? []),
    ])
      expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  test.each(languages)("with a summary and a gist a pillar in %s", (language) => {
    const { description, summary, gists } = summaries[language] ?? fail(language);
    const told = createReportWords(report, language).summary;
    expect(Object.keys(gists)).toEqual(pillars.map(({ id }) => id));
    const claims = [description, ...summary, ...Object.values(gists).flat()];
    expect(claims.length).toBeGreaterThanOrEqual(1 + 5 + 5 * 2);
    const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
    for (const text of [
      told.name,
      told.description,
      ...[...told.sentences, ...Object.values(told.gists).flat()].map(plainText),
    ])
      expect(isChinese(text)).toBe(language === "zh-CN");
    const ids = sentences.map(({ id }) => id);
    for (const { from } of claims) expect(ids).toEqual(expect.arrayContaining([...from]));
  });
});

describe("the ledger tells", () => {
  const percentages = report.figures.filter(({ unit }) => unit === "%");
  const ofKinds = (...kinds: string[]) => percentages.filter(({ kind }) => kinds.includes(kind));

  test("of each share reached whether the report gives its total, which it does for two alone", () => {
    const reached = ofKinds("share", "threshold");
    expect(reached.filter(({ base }) => base === undefined)).toEqual([]);
    expect(reached.filter(({ base }) => base).map(({ sentence }) => sentence)).toEqual([
      "p1-m3-s1",
      "p2-m1-s1",
    ]);
    const rates = reached.filter(({ counts }) => /报告率|办复率|调成率/.test(counts["zh-CN"]));
    expect(rates.map(({ base }) => base)).toEqual([false, false, false]);
  });

  test("a cut as a change and the “721” as aims: no share was reached", () => {
    expect(ofKinds("change").map(({ token }) => token)).toEqual(["65%"]);
    expect(ofKinds("aim").map(({ token }) => token)).toEqual(["70%", "20%", "10%"]);
    expect(ofKinds("change", "aim").filter(({ base }) => base !== undefined)).toEqual([]);
  });
});

describe("a reader's copy is known to be old", () => {
  test("by a hash that stays while nothing is edited", () => {
    expect(reportAfter({}).textHash).toBe(report.textHash);
    expect(report.textHash).toMatch(/^[0-9a-f]{12}$/);
  });

  test.each([
    ["summary.en.yaml", "Reads offline", "Can be read offline"],
    ["summary.zh-CN.yaml", "可离线阅读", "可以离线阅读"],
    ["report.yaml", "en: Permanent", "en: Without end"],
    ["zh-CN.md", "现将工作情况报告如下:", "现将 工作情况报告如下:"],
  ])("by another one where %s is edited", (name, words, others) => {
    expect(reportAfter({ [name]: replacing(words, others) }).textHash).not.toBe(report.textHash);
  });
});

test("reports that stand side by side are read in the order of their folders' names", () => {
  const copy = copyReports();
  addReport(copy, "zhangjiajie-2023");
  addReport(copy, "anhua-2023");
  const slugs = readReports(copy).map(({ slug }) => slug);
  expect(slugs).toEqual(["anhua-2023", "wugang-2023", "zhangjiajie-2023"]);
});
