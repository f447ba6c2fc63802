// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  attachListening,
  type Send,
} from "../../src/site/narrate/listen/browser/attach-listening.ts";
import { printListeningPage } from "../../src/site/narrate/listen/page.ts";
import type { Answer, RecordingState } from "../../src/site/narrate/listen/protocol.ts";
import { find, pageSignal, press, soon, usePageForEachTest } from "../support/dom.ts";

usePageForEachTest();

const sentences = ["依法行政。", "全年抽查。", "“依法”办事。"].map((text, at) => ({
  ...{ id: `s${at}`, text, spoken: text, sound: `sound ${at}`, start: at * 2, end: at * 2 + 1.5 },
  reading: ["yī fǎ xíng zhèng", "quán nián chōu chá", "yī fǎ bàn shì"][at] ?? "",
}));

/** The state of the page when some sentences are ticked. */
const stateOf = (ticked: readonly string[] = [], outdated?: string): RecordingState => ({
  sentences: sentences.map(({ id }, at) => ({
    id,
    isRight: ticked.includes(id),
    entries: at === 0 ? [{ written: "行政", said: "xíngzhèng", isReviewed: false }] : [],
    ...(id === outdated && { outdated: "请重新录音。" }),
  })),
});

const send = vi.fn<Send>();
/** What is to be answered to the next message. */
const willAnswer = (answer: Answer) => send.mockResolvedValueOnce(answer);
const saved = (...ticked: readonly string[]): Answer => ({
  saved: "已保存",
  state: stateOf(ticked),
});

function openPage(state = stateOf()): void {
  const current = { report: "small", language: "zh-CN" } as const;
  const content = { sentences, state, version: 1, isCurrent: true };
  const html = printListeningPage({ current, recordings: [current], content });
  document.body.innerHTML = new DOMParser().parseFromString(html, "text/html").body.innerHTML;
  attachListening(document, send, pageSignal());
}

const at = (number: number, selector: string) =>
  find<HTMLInputElement>(`[data-id="s${number}"] ${selector}`);
const audio = () => find<HTMLAudioElement>("audio");
const shown = () =>
  [...document.querySelectorAll<HTMLElement>(".sentence:not([hidden])")].map(
    ({ dataset }) => dataset.id,
  );
/** Selects characters of a sentence, from and to a ruby's index. */
function selectCharacters(number: number, from: number, to: number): void {
  const rubies = [...document.querySelectorAll(`[data-id="s${number}"] ruby`)];
  const range = document.createRange();
  range.setStartBefore(rubies[from] as Node);
  range.setEndAfter(rubies[to] as Node);
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
  document.dispatchEvent(new Event("selectionchange"));
}

beforeEach(() => {
  send.mockReset();
  // Which jsdom lacks.
  Element.prototype.scrollIntoView = vi.fn();
  vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
  vi.spyOn(HTMLMediaElement.prototype, "pause").mockReturnValue();
});

describe("a listener", () => {
  test("hears just the sentence whose button is pressed, and can stop it", () => {
    openPage();
    press(at(1, ".play"));
    expect(audio().currentTime).toBe(2);
    expect(at(1, ".play").textContent).toBe("停止");
    audio().currentTime = 3.4;
    audio().dispatchEvent(new Event("timeupdate"));
    expect(at(1, ".play").textContent).toBe("停止");
    audio().currentTime = 3.5;
    audio().dispatchEvent(new Event("timeupdate"));
    expect(audio().pause).toHaveBeenCalledOnce();
    expect(at(1, ".play").textContent).toBe("播放");
    press(at(0, ".play"));
    press(at(0, ".play"));
    expect(audio().pause).toHaveBeenCalledTimes(2);
  });

  test("ticks a sentence, is told that it is saved, and sees how many are", async () => {
    openPage();
    expect(find("#heard").textContent).toBe("0 / 3");
    willAnswer(saved("s1"));
    at(1, ".right").click();
    await soon();
    expect(send).toHaveBeenCalledExactlyOnceWith("/tick", {
      ...{ report: "small", language: "zh-CN", id: "s1", sound: "sound 1", isRight: true },
    });
    expect(find("#status").textContent).toBe("已保存");
    expect(find("#heard").textContent).toBe("1 / 3");
  });

  test("goes on by one key: the sentence is ticked, the next has the focus and is heard", async () => {
    openPage();
    at(0, ".next").focus();
    willAnswer(saved("s0"));
    press(at(0, ".next"));
    await soon();
    expect(at(0, ".right").checked).toBe(true);
    expect(document.activeElement).toBe(at(1, ".next"));
    expect(audio().currentTime).toBe(2);
    expect(at(1, ".play").textContent).toBe("停止");
  });

  test("stays where the tick was not saved, and is told why beside it", async () => {
    openPage();
    at(0, ".next").focus();
    willAnswer({ problem: "写不进去" });
    press(at(0, ".next"));
    await soon();
    expect(at(0, '[role="alert"]').textContent).toBe("写不进去");
    expect(at(0, ".right").checked).toBe(false);
    expect(document.activeElement).toBe(at(0, ".next"));
    // What is right again is no longer told.
    willAnswer(saved("s0"));
    press(at(0, ".next"));
    await soon();
    expect(at(0, '[role="alert"]').textContent).toBe("");
  });

  test("is told when the server is gone, and the tick is taken back", async () => {
    openPage();
    send.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    at(1, ".right").click();
    await soon();
    expect(at(1, '[role="alert"]').textContent).toContain("没有保存");
    expect(at(1, ".right").checked).toBe(false);
  });

  test("is told where the recording can't be played", async () => {
    openPage();
    vi.mocked(audio().play).mockRejectedValueOnce(new DOMException("", "NotSupportedError"));
    press(at(2, ".play"));
    await soon();
    expect(at(2, '[role="alert"]').textContent).toContain("放不出来");
    expect(at(2, ".play").textContent).toBe("播放");
  });

  test("sees only the sentences that are not yet heard, or that have entries, if wished", async () => {
    openPage(stateOf(["s0"]));
    const choose = (value: string) => find<HTMLInputElement>(`[value="${value}"]`).click();
    choose("unheard");
    expect(shown()).toEqual(["s1", "s2"]);
    // A sentence that is ticked now stays, with what has the focus in it.
    willAnswer(saved("s0", "s1"));
    at(1, ".right").click();
    await soon();
    expect(shown()).toEqual(["s1", "s2"]);
    choose("entries");
    expect(shown()).toEqual(["s0"]);
    choose("all");
    expect(shown()).toEqual(["s0", "s1", "s2"]);
  });

  test("is told that there is no such sentence", () => {
    openPage(stateOf(["s0", "s1", "s2"]));
    find<HTMLInputElement>('[value="unheard"]').click();
    expect(find("#none").hidden).toBe(false);
  });
});

describe("a reading is corrected", () => {
  test("by the word that is selected, beginning with the pinyin that is shown above it", async () => {
    openPage();
    selectCharacters(0, 2, 3);
    expect(at(0, '[name="written"]').value).toBe("行政");
    expect(at(0, '[name="pinyin"]').value).toBe("xíng zhèng");
    expect(at(1, '[name="written"]').value).toBe("");
    at(0, '[name="pinyin"]').value = "xíngzhēng";
    willAnswer({ saved: "已保存：行政", state: stateOf([], "s0") });
    find('[data-id="s0"] form button').click();
    await soon();
    expect(send).toHaveBeenCalledExactlyOnceWith("/correction", {
      ...{ report: "small", language: "zh-CN", id: "s0", written: "行政", pinyin: "xíngzhēng" },
    });
    expect(at(0, ".outdated").textContent).toBe("请重新录音。");
    expect(at(0, ".right").disabled).toBe(true);
    expect(find("#status").textContent).toBe("已保存：行政");
  });

  test("by a word that is typed, and what was typed as its pinyin is kept", () => {
    openPage();
    const type = (name: string, value: string) => {
      at(1, `[name="${name}"]`).value = value;
      at(1, `[name="${name}"]`).dispatchEvent(new Event("input"));
    };
    type("written", "抽查");
    expect(at(1, '[name="pinyin"]').value).toBe("chōu chá");
    type("pinyin", "chou1cha2");
    type("written", "全年");
    expect(at(1, '[name="pinyin"]').value).toBe("chou1cha2");
  });

  test("or refused, and what was typed is still there", async () => {
    openPage();
    selectCharacters(1, 2, 3);
    willAnswer({ problem: "不是拼音" });
    find('[data-id="s1"] form button').click();
    await soon();
    expect(at(1, '[role="alert"]').textContent).toBe("不是拼音");
    expect(at(1, '[name="written"]').value).toBe("抽查");
  });
});

test("the entries of the lexicon in a sentence are shown with whether they are reviewed", () => {
  openPage();
  expect(at(0, ".entries").textContent).toContain("行政 xíngzhèng · 未核对");
  expect(find('[data-id="s1"] .entries').hidden).toBe(true);
});
