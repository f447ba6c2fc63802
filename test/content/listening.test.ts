import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Answer } from "../../src/site/narrate/listen/protocol.ts";
import { startListening } from "../../src/site/narrate/listen/server.ts";
import { readHeardSounds } from "../../src/site/narration-record.ts";
import {
  lexicon,
  pages,
  readFile,
  record,
  recordedReports,
  report,
} from "../support/recorded-report.ts";

/** Starts the server for a folder of reports, until the test ends. */
async function listenTo(reportsFolder: string, given = pages) {
  const { url, settled, close } = await startListening({ reportsFolder, pages: given, port: 0 });
  onTestFinished(close);
  const post = async (path: string, message: object) => {
    const body = JSON.stringify({ report, language: "zh-CN", ...message });
    const response = await fetch(url + path, { method: "POST", body });
    return { status: response.status, ...((await response.json()) as Answer) };
  };
  const open = async (language = "zh-CN") => {
    const response = await fetch(`${url}?report=${report}&language=${language}`);
    return new JSDOM(await response.text()).window.document;
  };
  return {
    ...{ url, settled, open },
    tick: (id: string, isRight = true, language = "zh-CN") =>
      post("tick", { id, isRight, language, sound: `${language} ${id}` }),
    correct: (id: string, written: string, pinyin: string, language = "zh-CN") =>
      post("correction", { id, written, pinyin, language }),
    post,
  };
}

const heardIn = (folder: string, language = "zh-CN") =>
  readHeardSounds(join(folder, report, "narration", language));
const inLexicon = (words: string, others: string) => lexicon.replace(words, others);
const reviewedReading = inLexicon(
  "pinyin: xíngzhèng\n    reviewed: false",
  "pinyin: xíngzhèng\n    reviewed: true",
);

describe("a listener sees", () => {
  test("each sentence in text order, with the pinyin of each Chinese character as it is spoken", async () => {
    const { open } = await listenTo(recordedReports());
    const document = await open();
    expect(document.documentElement.lang).toBe("zh-CN");
    const sentences = [...document.querySelectorAll<HTMLElement>(".sentence")];
    expect(sentences.map(({ dataset }) => dataset.id)).toEqual(["intro-s1", "p1-m2-s2", "p2-s1"]);
    const [, second] = sentences;
    expect(second?.querySelector(".text")?.textContent).toBe("全年抽查案卷160余件。");
    const rubies = [...(second?.querySelectorAll("ruby") ?? [])].map((each) => each.textContent);
    expect(rubies.slice(4, 9)).toEqual(["案àn", "卷juàn", "一yì", "百bǎi", "六liù"]);
    expect(second?.dataset).toMatchObject({ start: "2", end: "3.5" });
  });

  test("the English page in English, with the other recording to choose", async () => {
    const { open } = await listenTo(recordedReports());
    const document = await open("en");
    expect(document.documentElement.lang).toBe("en");
    expect(document.querySelector("h1")?.textContent).toContain("Listen");
    const links = [...document.querySelectorAll("nav a")];
    expect(links.map((link) => link.textContent)).toEqual([
      `${report} · 中文`,
      `${report} · English`,
    ]);
    expect(links.map((link) => link.getAttribute("aria-current"))).toEqual([null, "page"]);
  });

  test("which sentences another voice speaks", async () => {
    const { open } = await listenTo(recordedReports({ fallbacks: { "p2-s1": "espeak" } }));
    const marked = [...(await open()).querySelectorAll(".fallback")];
    expect(marked.map((each) => each.textContent)).toEqual(["这一句由备用的声音读：espeak"]);
  });

  test("that the text has changed since it was recorded", async () => {
    const changed = pages.map((page) => ({
      ...page,
      sentences: page.sentences.map((sentence) => ({ ...sentence, text: "改了。" })),
    }));
    const { open } = await listenTo(recordedReports(), changed);
    expect((await open()).body.textContent).toContain("报告的文字改过");
  });
});

describe("a tick is saved", () => {
  test("beside the recording, with the sound that was heard, and can be taken back", async () => {
    const folder = recordedReports();
    const { tick } = await listenTo(folder);
    expect(await tick("p1-m2-s2")).toMatchObject({ saved: "第 2 句：读得对，已保存" });
    expect(heardIn(folder)).toEqual({ "p1-m2-s2": "zh-CN p1-m2-s2" });
    expect(await tick("p1-m2-s2", false)).toMatchObject({ saved: "第 2 句：已取消" });
    expect(heardIn(folder)).toEqual({});
    expect(readFile(folder, "lexicon.yaml")).toBe(lexicon);
    expect(
      readdirSync(join(folder, report, "narration")).filter((each) => each.endsWith(".new")),
    ).toEqual([]);
  });

  test("and entries of the sentence are reviewed as long as one sentence that has them is ticked", async () => {
    const folder = recordedReports();
    const { tick } = await listenTo(folder);
    await tick("p2-s1");
    expect(readFile(folder, "lexicon.yaml")).toBe(reviewedReading);
    await tick("intro-s1");
    expect(readFile(folder, "lexicon.yaml")).toBe(
      reviewedReading.replace("comment.\n    reviewed: false", "comment.\n    reviewed: true"),
    );
    await tick("intro-s1", false);
    expect(readFile(folder, "lexicon.yaml")).toBe(reviewedReading);
    await tick("p2-s1", false);
    expect(readFile(folder, "lexicon.yaml")).toBe(lexicon);
  });

  test("in English for the English recording", async () => {
    const folder = recordedReports();
    const { tick } = await listenTo(folder);
    expect(await tick("intro-s1", true, "en")).toMatchObject({ saved: "Sentence 1: right, saved" });
    expect(readFile(folder, "lexicon.yaml")).toBe(
      inLexicon("reviewed: false # Heard once.", "reviewed: true # Heard once."),
    );
  });

  test("and is gone once the sentence has another sound, with what it reviewed", async () => {
    const folder = recordedReports();
    const first = await listenTo(folder);
    await first.tick("p2-s1");
    record(folder, "zh-CN", { sounds: { "p2-s1": "another" } });
    const { settled, open } = await listenTo(folder);
    expect(settled).toEqual([{ report, entries: 1 }]);
    expect(readFile(folder, "lexicon.yaml")).toBe(lexicon);
    const data = JSON.parse((await open()).getElementById("data")?.textContent ?? "");
    expect(data.state.sentences[2]).toMatchObject({ id: "p2-s1", isRight: false });
  });
});

test("that an entry is reviewed, written into the file by hand, does not hold without a tick", async () => {
  const folder = recordedReports();
  writeFileSync(join(folder, report, "lexicon.yaml"), reviewedReading);
  await listenTo(folder);
  expect(readFile(folder, "lexicon.yaml")).toBe(lexicon);
});

describe("a corrected reading", () => {
  test("is added to the lexicon, takes the ticks of its sentences, and has to be recorded", async () => {
    const folder = recordedReports();
    const { tick, correct } = await listenTo(folder);
    await tick("p1-m2-s2");
    await tick("p2-s1");
    const answer = await correct("p1-m2-s2", "抽查", "chou1cha1");
    expect(answer).toMatchObject({ saved: expect.stringContaining("重新录音") });
    expect(heardIn(folder)).toEqual({ "p2-s1": "zh-CN p2-s1" });
    expect(readFile(folder, "lexicon.yaml")).toBe(
      `${reviewedReading}  - written: 抽查\n    pinyin: chōuchā\n    reviewed: false\n`,
    );
    expect(await tick("p1-m2-s2")).toMatchObject({ problem: expect.stringContaining("重新录音") });
    expect(heardIn(folder)).toEqual({ "p2-s1": "zh-CN p2-s1" });
  });

  test("has to be recorded even if somebody asks again tomorrow", async () => {
    const folder = recordedReports();
    const first = await listenTo(folder);
    await first.correct("p1-m2-s2", "案卷", "ànjuǎn");
    const { tick } = await listenTo(folder);
    expect(await tick("p1-m2-s2")).toEqual({
      status: 200,
      problem:
        "还不能算读得对。“案卷”在录音里读作 àn juàn，词库里是 ànjuǎn。请运行 npm run narrate 重新录音，再听这一句。",
    });
  });

  test("can be ticked, and is reviewed, once it was recorded so", async () => {
    const folder = recordedReports();
    const { correct, post } = await listenTo(folder);
    await correct("p1-m2-s2", "案卷", "ànjuǎn");
    const reading = "quán nián chōu chá àn juǎn yì bǎi liù shí yú jiàn";
    record(folder, "zh-CN", { sounds: { "p1-m2-s2": "new" }, readings: { "p1-m2-s2": reading } });
    const old = await post("tick", { id: "p1-m2-s2", sound: "zh-CN p1-m2-s2", isRight: true });
    expect(old).toMatchObject({ problem: expect.stringContaining("已经重新录过音") });
    const now = await post("tick", { id: "p1-m2-s2", sound: "new", isRight: true });
    expect(now).toMatchObject({ saved: expect.anything() });
    expect(readFile(folder, "lexicon.yaml")).toContain("pinyin: ànjuǎn, reviewed: true");
  });

  test("that is recorded so already leaves the tick", async () => {
    const folder = recordedReports();
    const { tick, correct } = await listenTo(folder);
    await tick("p1-m2-s2");
    const answer = await correct("p1-m2-s2", "全年", "quán nián");
    expect(answer).toMatchObject({ saved: "已保存：全年 quán nián。录音里就是这样读的。" });
    expect(heardIn(folder)).toEqual({ "p1-m2-s2": "zh-CN p1-m2-s2" });
    expect(readFile(folder, "lexicon.yaml")).toContain(
      "written: 全年\n    pinyin: quán nián\n    reviewed: true",
    );
  });

  test("that is taken back can be ticked as it was", async () => {
    const folder = recordedReports();
    const { tick, correct } = await listenTo(folder);
    await correct("p1-m2-s2", "案卷", "ànjuǎn");
    await correct("p1-m2-s2", "案卷", "ànjuàn");
    expect(readFile(folder, "lexicon.yaml")).toBe(lexicon);
    expect(await tick("p1-m2-s2")).toMatchObject({ saved: expect.anything() });
  });

  test("of a name in the English text has to be recorded", async () => {
    const folder = recordedReports();
    const { tick, correct } = await listenTo(folder);
    await tick("intro-s1", true, "en");
    const answer = await correct("intro-s1", "Yunshan County", "yun1 shan1", "en");
    expect(answer).toMatchObject({ saved: expect.stringContaining("record it again") });
    expect(heardIn(folder, "en")).toEqual({});
    expect(await tick("intro-s1", true, "en")).toMatchObject({
      problem: expect.stringContaining("record it again"),
    });
  });
});

describe("nothing is saved, and the listener is told,", () => {
  test.each([
    ["of a word that is not in the sentence", "市长", "shi4 zhang3", "这句话里没有“市长”"],
    ["of a word that is none", "160", "yi1", "“160”不是一个词"],
    ["of nothing", "", "", "不是一个词"],
    ["of pinyin that is none", "案卷", "anjwan", "“anjwan”不是拼音"],
    ["of pinyin without tones", "案卷", "anjuan", "“anjuan”没有声调"],
    ["of too few syllables", "案卷", "àn", "“案卷”有 2 个字"],
    ["of a word that is in no text of the report", "件。全", "x", "不是一个词"],
  ])("%s", async (_, written, pinyin, problem) => {
    const folder = recordedReports();
    const { correct } = await listenTo(folder);
    const answer = await correct("p1-m2-s2", written, pinyin);
    expect(answer).toMatchObject({ problem: expect.stringContaining(problem) });
    expect(readFile(folder, "lexicon.yaml")).toBe(lexicon);
    expect(heardIn(folder)).toEqual({});
  });

  test("of a word that only the recording has, by which a build would be refused", async () => {
    const folder = recordedReports();
    const vtt = join(folder, report, "narration/zh-CN.vtt");
    writeFileSync(vtt, readFile(folder, "narration/zh-CN.vtt").replace("全年", "鲤鱼"));
    const { correct } = await listenTo(folder);
    const answer = await correct("p1-m2-s2", "鲤鱼", "lǐyú");
    expect(answer).toMatchObject({
      problem: expect.stringContaining("expected what the report writes; found 「鲤鱼」"),
    });
    expect(readFile(folder, "lexicon.yaml")).toBe(lexicon);
  });

  test("of a file that can't be written, in words that name it", async () => {
    const folder = recordedReports();
    const { tick, correct } = await listenTo(folder);
    mkdirSync(join(folder, report, "narration/zh-CN.heard.json.new"));
    expect(await tick("p2-s1")).toMatchObject({
      problem: expect.stringMatching(/zh-CN\.heard\.json 写不进去（EISDIR.*磁盘/),
    });
    expect(heardIn(folder)).toEqual({});
    mkdirSync(join(folder, report, "lexicon.yaml.new"));
    expect(await correct("p2-s1", "案件", "ànjiàn")).toMatchObject({
      problem: expect.stringContaining("lexicon.yaml 写不进去"),
    });
    expect(readFile(folder, "lexicon.yaml")).toBe(lexicon);
  });

  test("of a lexicon in which somebody has made a mistake meanwhile", async () => {
    const folder = recordedReports();
    const { tick } = await listenTo(folder);
    writeFileSync(join(folder, report, "lexicon.yaml"), inLexicon("xíngzhèng", "xingzheng"));
    expect(await tick("p2-s1")).toMatchObject({
      problem: expect.stringMatching(/lexicon\.yaml 里有错[\s\S]*lexicon\.yaml:13/),
    });
    expect(heardIn(folder)).toEqual({});
  });
});

describe("a recording that can't be listened to", () => {
  const narration = (folder: string) => join(folder, report, "narration");

  test("is told in the terminal, where there is none at all", async () => {
    const folder = recordedReports();
    rmSync(narration(folder), { recursive: true });
    await expect(listenTo(folder)).rejects.toThrow("There is no recording yet");
  });

  test.each([
    ["without its record", "zh-CN.json", undefined, "旧版本录的"],
    ["with a broken record", "zh-CN.json", "{", "zh-CN.json can't be used"],
    [
      "with the record of another",
      "zh-CN.json",
      '{"narrator":{"kind":"person"},"sentences":{}}',
      "对不上（intro-s1",
    ],
    ["with cues that are none", "zh-CN.vtt", "nothing", "对不上（intro-s1"],
    ["with ticks that are none", "zh-CN.heard.json", "nothing", "zh-CN.heard.json can't be used"],
  ])("%s is told on its page", async (_, file, text, told) => {
    const folder = recordedReports();
    const path = join(narration(folder), file);
    if (text === undefined) rmSync(path);
    else writeFileSync(path, text);
    const { open } = await listenTo(folder);
    const document = await open();
    expect(document.querySelector('main > [role="alert"]')?.textContent).toContain(told);
    expect(document.querySelectorAll(".sentence")).toHaveLength(0);
    // The other recording is not lost.
    expect((await open("en")).querySelectorAll(".sentence")).toHaveLength(1);
  });

  test("leaves the entries of its language as they are", async () => {
    const folder = recordedReports();
    writeFileSync(join(folder, report, "lexicon.yaml"), reviewedReading);
    rmSync(join(narration(folder), "zh-CN.json"));
    await listenTo(folder);
    expect(readFile(folder, "lexicon.yaml")).toBe(reviewedReading);
  });
});

describe("the server", () => {
  /** Asks with any headers, which fetch does not allow. */
  const ask = (url: string, headers: Record<string, string>, method = "GET", body = "") =>
    new Promise<number | undefined>((resolve, reject) => {
      request(url, { method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end(body);
    });

  test("answers to its own names only, and to messages of its own page", async () => {
    const folder = recordedReports();
    const { url } = await listenTo(folder);
    const { host } = new URL(url);
    expect(await ask(url, { Host: host })).toBe(200);
    expect(await ask(url, { Host: host.replace("localhost", "127.0.0.1") })).toBe(200);
    expect(await ask(url, { Host: "evil.example" })).toBe(403);
    expect(await ask(url, { Host: "localhost.evil.example" })).toBe(403);
    const message = JSON.stringify({
      ...{ report, language: "zh-CN", id: "p2-s1", sound: "zh-CN p2-s1", isRight: true },
    });
    const tick = (origin: string) =>
      ask(`${url}tick`, { Host: host, Origin: origin }, "POST", message);
    expect(await tick("http://evil.example")).toBe(403);
    expect(await tick("null")).toBe(403);
    expect(heardIn(folder)).toEqual({});
    expect(await tick(`http://${host}`)).toBe(200);
  });

  test.each([
    ["no JSON", "{"],
    ["another report", '{"report":"../x","language":"zh-CN","id":"a","sound":"b","isRight":true}'],
    [
      "no language",
      '{"report":"yunshan-2024","language":"fr","id":"a","sound":"b","isRight":true}',
    ],
    ["far too much", " ".repeat(20_000)],
  ])("refuses a message that is %s", async (_, body) => {
    const { url } = await listenTo(recordedReports());
    const response = await fetch(`${url}tick`, { method: "POST", body });
    expect(response.status).toBe(400);
  });

  test("sends the part of the recording that the browser asks for", async () => {
    const { url } = await listenTo(recordedReports());
    const sound = `${url}sound/${report}/zh-CN.mp3?1`;
    const part = await fetch(sound, { headers: { Range: "bytes=100-199" } });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe("bytes 100-199/1000");
    expect((await part.arrayBuffer()).byteLength).toBe(100);
    const end = await fetch(sound, { headers: { Range: "bytes=-10" } });
    expect(end.headers.get("content-range")).toBe("bytes 990-999/1000");
    const whole = await fetch(sound);
    expect([whole.status, (await whole.arrayBuffer()).byteLength]).toEqual([200, 1000]);
    expect((await fetch(sound, { headers: { Range: "bytes=1000-" } })).status).toBe(416);
    expect((await fetch(`${url}sound/${report}/fr.mp3`)).status).toBe(404);
  });

  test("has the page's script and styles, and lets no other in", async () => {
    const { url } = await listenTo(recordedReports());
    const script = await fetch(`${url}listen.js`);
    expect(script.headers.get("content-type")).toContain("text/javascript");
    expect(await script.text()).toContain("selectionchange");
    expect(await (await fetch(`${url}listen.css`)).text()).toContain("--paper:#");
    const page = await fetch(url);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("takes the next port where one is in use", async () => {
    const busy = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => busy.once("listening", resolve));
    onTestFinished(() => void busy.close());
    const { port } = busy.address() as AddressInfo;
    const { url, close } = await startListening({ reportsFolder: recordedReports(), pages, port });
    onTestFinished(close);
    expect(Number(new URL(url).port)).toBeGreaterThan(port);
  });
});
