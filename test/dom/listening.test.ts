// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { startListening } from "../../src/client/listening/start-listening.ts";
import { loadPanelWords } from "../../src/client/panels/words.ts";
import { spokenSelector } from "../../src/core/page/contract.ts";
import { readSentences } from "../../src/core/page/sentences.ts";
import { printCues, recordingsCaches } from "../../src/core/speech/recording.ts";
import { longestClause, longestRun } from "../../src/core/speech/script.ts";
import { find, pageSignal, press, usePageForEachTest } from "../support/dom.ts";
import { type Edition, editions } from "../support/editions.ts";
import { fakeAudio } from "../support/fake-audio.ts";
import { type FakeCaches, fakeCaches, fakeHost, type Sent } from "../support/fake-caches.ts";
import { installFakeSpeech, type Said, type SpeechManners } from "../support/fake-speech.ts";
import { button, openPrinted, type } from "../support/printed-page.ts";

usePageForEachTest();
beforeEach(() => {
  vi.useFakeTimers();
});

type Language = "zh-CN" | "en";
const [chinese] = editions as [Edition, Edition];

const said = () => (window as unknown as { said: Said[] }).said;
const status = () => find("#announcements").textContent ?? "";
const spoken = () => document.querySelector(".said")?.id;

/** Opens the player on a report's page; `prepare` changes the page before. */
async function openPlayer(
  language: Language = "zh-CN",
  manners: SpeechManners = "good",
  prepare: () => void = () => {},
) {
  openPrinted(language === "en" ? "en/" : "");
  installFakeSpeech([manners, 1]);
  prepare();
  const panel = Object.assign(document.createElement("div"), { id: "listen-panel" });
  document.body.append(panel);
  const starting = startListening(panel, await loadPanelWords(language), pageSignal());
  await vi.advanceTimersByTimeAsync(3500);
  await starting;
  const edition = editions.find((each) => each.language === language) ?? chinese;
  const { names } = edition;
  return {
    panel,
    names,
    /** Presses a button, and lets a tenth of a second pass. */
    async press(name: string | RegExp) {
      press(button(panel, name));
      await vi.advanceTimersByTimeAsync(100);
    },
    /** Chooses what the list of a name offers under another. */
    choose(label: string, option: string) {
      const list = field<HTMLSelectElement>(panel, label);
      list.value = [...list.options].find(({ text }) => text === option)?.value ?? "";
      list.dispatchEvent(new Event("change", { bubbles: true }));
    },
    turn(label: string) {
      const input = panel.querySelector<HTMLInputElement>(`[aria-label="${label}"]`);
      if (!input) throw new Error(`no ${label}`);
      input.click();
    },
    options: (label: string) =>
      [...field<HTMLSelectElement>(panel, label).options].map(({ text }) => text),
  };
}

/** What is labelled so. */
function field<Field extends HTMLElement>(panel: HTMLElement, label: string): Field {
  const labels = [...panel.querySelectorAll("label")];
  const found = labels.find(({ textContent }) => textContent === label)?.htmlFor ?? "";
  return find<Field>(`#${found}`);
}

describe.each(["zh-CN", "en"] as const)("listening in %s", (language) => {
  test("speaks every sentence of the page once, in order, in the right language and voice", async () => {
    const heard: string[] = [];
    document.addEventListener("zhanjuan:speech", (event) => {
      const { state, sentence } = (event as CustomEvent).detail;
      if (state === "speaking" && heard.at(-1) !== sentence) heard.push(sentence);
    });
    const { names, press } = await openPlayer(language);
    await press(names.play);
    await vi.advanceTimersByTimeAsync(7_200_000);
    expect(status()).toContain(names.ended);
    const shown = [...document.querySelectorAll(spokenSelector)]
      .filter((element) => element.closest("[lang]")?.getAttribute("lang") === language)
      .map(({ id }) => id);
    expect(heard).toEqual(shown);
    expect(shown.length).toBeGreaterThan(60);
    expect(new Set(said().map(({ voice }) => voice))).toEqual(new Set([names.voices[0]]));
    expect(new Set(said().map(({ lang }) => lang.slice(0, 2)))).toEqual(
      new Set([language.slice(0, 2)]),
    );
    const longest = Math.max(...said().map(({ text }) => text.length));
    expect(longest).toBeLessThanOrEqual(longestRun[language]);
    expect(longest).toBeGreaterThan(longestClause[language]);
  });

  test("gives what is shown large, or spoken over the network, in parts that fit", async () => {
    const { names, press, choose, turn } = await openPlayer(language);
    if (language === "en") turn(names.caption);
    else choose(names.voice, names.overNetwork);
    await press(names.play);
    await vi.advanceTimersByTimeAsync(7_200_000);
    expect(status()).toContain(names.ended);
    expect(new Set(said().map(({ voice }) => voice))).toEqual(new Set([names.voices.at(-1)]));
    expect(Math.max(...said().map(({ text }) => text.length))).toBeLessThanOrEqual(
      longestClause[language],
    );
  });

  test("says clearly that there is no voice, or no speech at all", async () => {
    const { panel, names, press } = await openPlayer(language, "voiceless");
    await press(names.play);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(panel.textContent).toContain(names.noVoice);
    expect(status()).toContain(names.noVoice);
    const other = await openPlayer(language, "none");
    await other.press(names.play);
    expect(other.panel.textContent).toContain(names.noEngine);
  });
});

describe("the player", () => {
  test("pauses, goes on with the same sentence, skips, and stops", async () => {
    const { panel, names, press } = await openPlayer();
    await press(names.play);
    expect(spoken()).toBe("title");
    await press(names.pause);
    expect(status()).toContain(names.paused);
    const before = said().length;
    await press(names.resume);
    expect(said()).toHaveLength(before + 1);
    expect(said().at(-1)?.text).toBe(said().at(-2)?.text);
    await press(names.nextSentence);
    expect(spoken()).toBe("summary-h");
    await press(names.previousSentence);
    expect(spoken()).toBe("title");
    await press(names.nextSection);
    expect(spoken()).toBe("summary-h");
    await press(names.stop);
    expect(status()).toContain(names.stopped);
    expect(spoken()).toBeUndefined();
    expect(button(panel, names.play)).toBeTruthy();
  });

  test("speaks at the chosen speed with the chosen voice, and remembers both", async () => {
    const { panel, names, press, choose, options } = await openPlayer();
    expect(options(names.voice).slice(1)).toEqual(["Tingting", names.overNetwork]);
    type(field<HTMLInputElement>(panel, names.rate), "3");
    choose(names.voice, names.overNetwork);
    await press(names.play);
    expect(said().at(-1)).toMatchObject({ rate: 3, voice: "Liang" });
    const again = await openPlayer();
    expect(field<HTMLInputElement>(again.panel, names.rate).value).toBe("3");
    expect(field<HTMLSelectElement>(again.panel, names.voice).value).toBe("Liang");
  });

  test("goes on, another day, with the sentence at which it stopped; and from the top after the end", async () => {
    const { names, press } = await openPlayer();
    for (const name of [names.play, names.nextSection, names.nextSentence]) await press(name);
    expect(spoken()).toBe("summary-s1");
    const again = await openPlayer();
    await again.press(names.play);
    expect(spoken()).toBe("summary-s1");
    await vi.advanceTimersByTimeAsync(7_200_000);
    const anew = await openPlayer();
    await anew.press(names.play);
    expect(spoken()).toBe("title");
  });

  test("begins anew where a corrected report has lost the sentence", async () => {
    localStorage.setItem("zhanjuan:/:heard:wugang-2023:zh-CN", "p9-m9-s9");
    const { names, press } = await openPlayer();
    await press(names.play);
    expect(spoken()).toBe("title");
  });

  test("stops where the section ends, when asked to", async () => {
    const { panel, names, press, choose } = await openPlayer();
    choose(names.sleep, names.endOfSection);
    await press(names.play);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(status()).toContain(names.paused);
    expect(button(panel, names.resume)).toBeTruthy();
  });

  test("shows the sentence large, and leaves mark and scrolling away, when asked to", async () => {
    const { panel, names, press, turn } = await openPlayer();
    const scrollBy = vi.fn();
    vi.stubGlobal("scrollBy", scrollBy);
    for (const name of [names.caption, names.mark, names.follow]) turn(name);
    await press(names.play);
    await press(names.nextSection);
    expect(panel.querySelector(".caption")?.textContent).toBe(names.summary);
    expect(spoken()).toBeUndefined();
    expect(scrollBy).not.toHaveBeenCalled();
  });

  test("opens a closed pillar when it reaches it", async () => {
    const { names, press } = await openPlayer();
    await press(names.play);
    expect(find<HTMLDetailsElement>("#p1-full").open).toBe(false);
    while (!spoken()?.startsWith("p1-")) await press(names.nextSection);
    for (const _ of [1, 2]) await press(names.nextSentence);
    expect(find<HTMLDetailsElement>("#p1-full").open).toBe(true);
    expect(document.querySelector("#p1-full .said")).not.toBeNull();
  });

  test("follows the sentence, but no reader who has scrolled away by hand, until they use the player", async () => {
    const { names, press } = await openPlayer();
    // Below the window.
    vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(
      new DOMRect(0, 5000, 300, 20),
    );
    const scrollBy = vi.fn();
    vi.stubGlobal("scrollBy", scrollBy);
    await press(names.play);
    const times = scrollBy.mock.calls.length;
    expect(times).toBeGreaterThan(0);
    find("main").dispatchEvent(new WheelEvent("wheel", { bubbles: true }));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(spoken()).not.toBe("title");
    expect(scrollBy).toHaveBeenCalledTimes(times);
    await press(names.nextSentence);
    expect(scrollBy.mock.calls.length).toBeGreaterThan(times);
  });

  test("reads from the sentence that is pressed while it is open, but not from a link", async () => {
    const { panel } = await openPlayer();
    press(find("#summary-s3"));
    await vi.advanceTimersByTimeAsync(100);
    expect(spoken()).toBeUndefined();
    vi.spyOn(panel, "getClientRects").mockReturnValue([new DOMRect()] as unknown as DOMRectList);
    press(find("#summary-s3"));
    await vi.advanceTimersByTimeAsync(100);
    expect(spoken()).toBe("summary-s3");
    press(find("#summary-s2 a, #p3-m2-s2 a"));
    await vi.advanceTimersByTimeAsync(100);
    expect(spoken()).toBe("summary-s3");
  });

  test("pauses when the reader leaves the page", async () => {
    const { names, press } = await openPlayer();
    await press(names.play);
    dispatchEvent(new Event("pagehide"));
    await vi.advanceTimersByTimeAsync(100);
    expect(status()).toContain(names.paused);
  });
});

describe("the lock screen", () => {
  test("shows what is read, and its buttons work", async () => {
    const actions = new Map<string, () => void>();
    const mediaSession = {
      playbackState: "none",
      metadata: undefined as { title: string } | undefined,
      setActionHandler(action: string, handler: () => void) {
        if (action === "seekbackward") throw new TypeError("unknown");
        actions.set(action, handler);
      },
    };
    vi.stubGlobal(
      "MediaMetadata",
      class {
        title = "";
        constructor(init: { title: string }) {
          Object.assign(this, init);
        }
      },
    );
    Object.defineProperty(navigator, "mediaSession", { value: mediaSession, configurable: true });
    try {
      const { names } = await openPlayer();
      const act = async (action: string) => {
        actions.get(action)?.();
        await vi.advanceTimersByTimeAsync(100);
      };
      await act("play");
      expect(mediaSession.playbackState).toBe("playing");
      await act("nexttrack");
      expect(mediaSession.metadata?.title).toBe(names.summary);
      await act("seekforward");
      expect(spoken()).toBe("summary-s1");
      await act("pause");
      expect(mediaSession.playbackState).toBe("paused");
      await act("stop");
      expect(mediaSession.playbackState).toBe("none");
    } finally {
      Reflect.deleteProperty(navigator, "mediaSession");
    }
  });
});

describe("the recording", () => {
  const [audio, cues] = ["/narration/zh-CN.2.mp3", "/narration/zh-CN.2.vtt"];
  const [recordingsCache, earlierCache] = recordingsCaches("/");
  let caches: FakeCaches;
  beforeEach(() => {
    caches = fakeCaches();
  });

  /**
   * Lets the page tell of a recording of a thousand bytes, ten seconds a sentence. `timing` stands
   * in for its own.
   */
  function record(timing?: string, ...answers: Sent[]): { requests: string[] } {
    const { dataset } = find("#lexicon");
    Object.assign(dataset, { audio, cues, bytes: "1000" });
    const sentences = readSentences(document.querySelectorAll(spokenSelector), "zh-CN");
    const own = printCues(
      sentences.map(({ id, text }, at) => ({ id, text, start: at * 10, end: at * 10 + 10 })),
    );
    const requests = fakeHost(...answers);
    const host = fetch;
    vi.stubGlobal("fetch", (address: string, init?: RequestInit) =>
      address.endsWith(".vtt") ? Promise.resolve(new Response(timing ?? own)) : host(address, init),
    );
    return { requests };
  }

  test("speaks where the device cannot, marks what it says, and runs on into the next sentence", async () => {
    const audioOf = fakeAudio();
    const { panel, names, press } = await openPlayer("zh-CN", "none", () => record());
    await press(names.play);
    expect(panel.textContent).toContain(names.recording);
    expect(spoken()).toBe("title");
    audioOf().runTo(10.1);
    await vi.advanceTimersByTimeAsync(100);
    expect(spoken()).toBe("summary-h");
    expect(audioOf().currentTime).toBe(10.1);
  });

  test("stands behind the device's voices, and can be chosen", async () => {
    const audioOf = fakeAudio();
    const { names, press, choose, options } = await openPlayer("zh-CN", "good", () => record());
    expect(options(names.voice).slice(1)).toEqual(["Tingting", names.overNetwork, names.recording]);
    choose(names.voice, names.recording);
    await press(names.play);
    expect(audioOf().paused).toBe(false);
    expect(said()).toEqual([]);
  });

  test("is not used, and that is said, when its text is another", async () => {
    fakeAudio();
    const old = "WEBVTT\n\nnobody\n00:00.000 --> 00:01.000\n从前的报告。\n";
    const { panel, names, options } = await openPlayer("zh-CN", "good", () => record(old));
    expect(panel.textContent).toContain(names.unfit);
    expect(panel.textContent).not.toContain(names.download);
    expect(options(names.voice)).not.toContain(names.recording);
  });

  test("is given up for the device's voice when the sound is cut off, and what was kept of it goes", async () => {
    const audioOf = fakeAudio();
    const { panel, names, press, choose } = await openPlayer("zh-CN", "good", () =>
      record(undefined, { bytes: 1000 }, {}),
    );
    choose(names.voice, names.recording);
    await press(names.play);
    audioOf().turnsOutToLast(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(panel.textContent).toContain(names.unfit);
    expect(said().length).toBeGreaterThan(0);
    expect(caches.paths(recordingsCache)).toEqual([]);
  });

  test("shows its position on the lock screen, from where the reader can go elsewhere", async () => {
    const audioOf = fakeAudio();
    let seek: (details: { seekTime: number }) => void = () => {};
    const positions: MediaPositionState[] = [];
    Object.defineProperty(navigator, "mediaSession", {
      value: {
        setActionHandler(action: string, handler: typeof seek) {
          if (action === "seekto") seek = handler;
        },
        setPositionState: (position: MediaPositionState) => positions.push(position),
      },
      configurable: true,
    });
    try {
      const { names, press } = await openPlayer("zh-CN", "none", () => record());
      await press(names.play);
      Object.assign(audioOf(), { duration: 1200 });
      audioOf().dispatchEvent(new Event("playing"));
      expect(positions.at(-1)).toEqual({ duration: 1200, position: 0, playbackRate: 1 });
      seek({ seekTime: 25 });
      await vi.advanceTimersByTimeAsync(100);
      expect(spoken()).toBe("summary-s1");
      expect(audioOf().currentTime).toBe(20);
    } finally {
      Reflect.deleteProperty(navigator, "mediaSession");
    }
  });

  test("is kept with its timing when asked to, in place of an older one, and removed again", async () => {
    fakeAudio();
    const { panel, names, press } = await openPlayer("zh-CN", "good", () =>
      record(undefined, { bytes: 1000 }),
    );
    const opened = await globalThis.caches.open(recordingsCache);
    await opened.put("/narration/zh-CN.1.mp3", new Response("old"));
    await press(names.download);
    expect(panel.textContent).toContain(names.isKept);
    expect(status()).toContain(names.isKept);
    expect(caches.paths(recordingsCache)).toEqual([cues, audio]);
    const again = await openPlayer("zh-CN", "good", () => record());
    expect(again.panel.textContent).toContain(names.isKept);
    await again.press(names.remove);
    expect(caches.paths(recordingsCache)).toEqual([]);
    expect(button(again.panel, new RegExp(names.download))).toBeTruthy();
  });

  test("says who speaks in it, where it is offered and where it is kept", async () => {
    fakeAudio();
    const told = "合成语音：Tones-1M 2.1，声音 zm_tone；还没有请以普通话为母语的人逐句听过。";
    const { panel, names, press } = await openPlayer("zh-CN", "good", () => {
      record(undefined, { bytes: 1000 });
      find("#lexicon").dataset.narrator = told;
    });
    const times = () => (panel.textContent ?? "").split(told).length - 1;
    expect(times()).toBe(1);
    await press(names.download);
    expect(panel.textContent).toContain(names.isKept);
    expect(times()).toBe(1);
  });

  test("says nothing of who speaks, not even an empty line, if that is not known", async () => {
    fakeAudio();
    const { panel, names } = await openPlayer("zh-CN", "good", () => record());
    const lines = button(panel, names.download).closest(".field")?.querySelectorAll("p");
    expect(lines).toHaveLength(1);
  });

  test("goes on downloading where the network was lost", async () => {
    fakeAudio();
    let requests: string[] = [];
    const { panel, names, press } = await openPlayer("zh-CN", "good", () => {
      ({ requests } = record(undefined, { bytes: 400, line: "cut" }, { status: 206, bytes: 600 }));
    });
    await press(names.download);
    expect(panel.textContent).toContain(names.cutOff);
    expect(status()).toContain(names.cutOff);
    await press(names.download);
    expect(panel.textContent).toContain(names.isKept);
    expect(requests).toEqual([audio, `${audio} bytes=400-`]);
  });

  test("that came short, or finds no room, is said so, and nothing is kept", async () => {
    fakeAudio();
    const { panel, names, press } = await openPlayer("zh-CN", "good", () =>
      record(undefined, { bytes: 500 }, { bytes: 1000 }),
    );
    await press(names.download);
    expect(panel.textContent).toContain(names.incomplete);
    caches.fill();
    await press(names.download);
    expect(panel.textContent).toContain(names.full);
    expect(caches.paths(recordingsCache)).toEqual([]);
  });

  test("stops being downloaded when the reader says so, having shown how far it is", async () => {
    fakeAudio();
    const { panel, names, press } = await openPlayer("zh-CN", "good", () =>
      record(undefined, { bytes: 250, line: "open" }),
    );
    await press(names.download);
    expect(panel.querySelector("progress")?.value).toBe(250);
    await press(names.stopDownload);
    expect(panel.querySelector("progress")).toBeNull();
    expect(button(panel, names.download)).toBeTruthy();
  });

  describe("of which an earlier version left something on the device", () => {
    const keep = async (files: Readonly<Record<string, Response>>) => {
      const opened = await globalThis.caches.open(earlierCache);
      for (const [address, file] of Object.entries(files)) await opened.put(address, file);
    };
    const stored = () => [...caches.paths(recordingsCache), ...caches.paths(earlierCache)];
    const sound = () =>
      new Response(new Uint8Array(1000), { headers: { "Content-Type": "audio/mpeg" } });
    /** The page tells of a recording, but there is no network. */
    const offline = () => {
      record();
      vi.stubGlobal("fetch", () => Promise.reject(new TypeError("network")));
    };
    const unusable = "这台设备里还有以前下载的录音文件";

    test("is on the device once its timing, which was never one, is replaced", async () => {
      fakeAudio();
      for (const wrong of [
        new Response(null, { status: 204 }),
        new Response("<title>Wi-Fi</title>", { headers: { "Content-Type": "text/html" } }),
      ]) {
        await keep({ [audio]: sound(), [cues]: wrong });
        const { panel, names, press } = await openPlayer("zh-CN", "good", () => record());
        expect(panel.textContent).toContain(names.isKept);
        expect(caches.paths(recordingsCache)).toEqual([cues]);
        await press(names.remove);
        expect(stored()).toEqual([]);
      }
    });

    test.each([
      ["the sound alone", { [audio]: sound }],
      ["the timing alone", { [cues]: () => new Response(null, { status: 204 }) }],
      ["a part of the sound", { [`${audio}?part`]: sound }],
      ["an older recording", { "/narration/zh-CN.1.mp3": sound }],
    ])("%s, is told of where it can't be played, and can be removed", async (_what, files) => {
      fakeAudio();
      for (const [address, make] of Object.entries(files)) await keep({ [address]: make() });
      const { panel, names, press } = await openPlayer("zh-CN", "good", offline);
      expect(panel.textContent).toContain(unusable);
      await press(names.remove);
      expect(stored()).toEqual([]);
      expect(panel.textContent).not.toContain(unusable);
    });

    test("is told of where its page offers none any more", async () => {
      fakeAudio();
      await keep({ "/narration/wugang-2023/zh-CN.1.mp3": sound() });
      const { panel, names, press } = await openPlayer();
      expect(panel.textContent).toContain(unusable);
      await press(names.remove);
      expect(stored()).toEqual([]);
    });

    test("in another language, is told of there only", async () => {
      fakeAudio();
      await keep({ "/narration/wugang-2023/en.1.mp3": sound() });
      const { panel } = await openPlayer();
      expect(panel.textContent).not.toContain(unusable);
    });
  });

  test("that has come in part is told of, and can be removed, without losing the focus", async () => {
    fakeAudio();
    const { panel, names, press } = await openPlayer("zh-CN", "good", () =>
      record(undefined, { bytes: 400, line: "cut" }),
    );
    await press(names.download);
    expect(panel.textContent).toContain("已经下载了一部分");
    await press(names.remove);
    expect(document.activeElement).toBe(button(panel, names.download));
    expect(panel.textContent).not.toContain("已经下载了一部分");
    expect(caches.paths(recordingsCache)).toEqual([]);
  });

  test("is said not to be one where a network that wants its users to sign in answers", async () => {
    fakeAudio();
    const { panel, names, press } = await openPlayer("zh-CN", "good", () =>
      record(undefined, { type: "text/html", bytes: 1000 }),
    );
    await press(names.download);
    expect(panel.textContent).toContain("这个网络可能要先登录");
    expect(status()).toContain("这个网络可能要先登录");
    expect(caches.paths(recordingsCache)).toEqual([]);
  });

  test("is not said to be of another text where such a network answers for its timing", async () => {
    fakeAudio();
    const { panel, names } = await openPlayer("zh-CN", "good", () => record("<title>Wi-Fi"));
    expect(panel.textContent).not.toContain(names.unfit);
  });

  test("is looked for again when the network comes back", async () => {
    fakeAudio();
    const { names, options } = await openPlayer("zh-CN", "good", () => {
      record();
      vi.stubGlobal("fetch", () => Promise.reject(new TypeError("network")));
    });
    expect(options(names.voice)).not.toContain(names.recording);
    record();
    dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(100);
    expect(options(names.voice)).toContain(names.recording);
  });
});

test("what is told of the report in another language is spoken by a voice of it", async () => {
  const { names, press } = await openPlayer("zh-CN", "good", () => {
    const summary = find("#summary-s1");
    summary.lang = "en";
    summary.textContent = "This report tells how Wugang is governed.";
  });
  await press(names.play);
  await press(names.nextSection);
  await press(names.nextSentence);
  expect(said().at(-1)?.voice).toBe("Daniel");
  await press(names.nextSentence);
  expect(said().at(-1)?.voice).toBe("Tingting");
});
