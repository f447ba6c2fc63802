// @vitest-environment jsdom
import { describe, expect, test, vi } from "vitest";
import { combineEngines } from "../../src/client/listening/voices/combined.ts";
import { createRecordedEngine } from "../../src/client/listening/voices/recorded.ts";
import { createWebSpeechEngine } from "../../src/client/listening/voices/web-speech.ts";
import type { Engine, EngineEvent, Utterance } from "../../src/core/speech/engine.ts";
import type { Cue } from "../../src/core/speech/recording.ts";
import { soon, usePageForEachTest } from "../support/dom.ts";
import { fakeAudio } from "../support/fake-audio.ts";
import { createFakeClock } from "../support/fake-clock.ts";
import { createFakeEngine, daniel, lili, tingting } from "../support/fake-engine.ts";
import { installFakeSpeech, type SpeechManners } from "../support/fake-speech.ts";

usePageForEachTest();

const utterance = (changes: Partial<Utterance> = {}): Utterance => ({
  ...{ text: "武冈市", language: "zh-CN", rate: 1, voice: undefined },
  ...{ sentence: "s1", from: 0, to: 1 },
  ...changes,
});

/** Speaks, and writes down what is told of it. */
function speak(engine: Engine, changes: Partial<Utterance> = {}): EngineEvent[] {
  const told: EngineEvent[] = [];
  engine.speak(utterance(changes), (event) => told.push(event));
  return told;
}

describe("a recording as a voice", () => {
  const cues = [
    { id: "s1", start: 0, end: 4, text: "一" },
    { id: "s2", start: 4, end: 10, text: "二" },
    { id: "s3", start: 10, end: 20, text: "三" },
  ];

  function record(play?: () => Promise<void>, of: readonly Cue[] = cues) {
    const audioOf = fakeAudio(play);
    const onUnfit = vi.fn();
    const voice = { name: "Recording", tag: "zh-CN", isLocal: false };
    const engine = createRecordedEngine({ audio: "/a.mp3", cues: of, voice: () => voice, onUnfit });
    return { engine, audio: audioOf(), onUnfit, voice };
  }

  test("loads nothing before it is to speak", () => {
    const { audio, engine, voice } = record();
    expect([audio.preload, audio.src]).toEqual(["none", ""]);
    expect(engine.voices()).toEqual([voice]);
    expect(engine.isAvailable).toBe(true);
  });

  test("says when a clause begins, and that it has ended when its share of the sentence is over", async () => {
    const { audio, engine } = record();
    const told = speak(engine, { sentence: "s1", from: 0, to: 0.5, rate: 1.5 });
    await soon();
    expect(audio.src).toBe("/a.mp3");
    expect(audio.playbackRate).toBe(1.5);
    expect(told).toEqual(["started"]);
    audio.runTo(1.9);
    expect(told).toEqual(["started"]);
    audio.runTo(2);
    expect(told).toEqual(["started", "ended"]);
  });

  test("plays on from clause to clause without a jump", async () => {
    const { audio, engine } = record();
    speak(engine, { sentence: "s1" });
    await soon();
    audio.runTo(4.2);
    engine.cancel();
    const told = speak(engine, { sentence: "s2" });
    await soon();
    expect(audio.currentTime).toBe(4.2);
    expect(audio.paused).toBe(false);
    expect(told).toEqual(["started"]);
  });

  test("begins a little early elsewhere than where it plays, but within the sentence", async () => {
    const { audio, engine } = record();
    speak(engine, { sentence: "s3", from: 0.5 });
    expect(audio.currentTime).toBe(14);
    speak(engine, { sentence: "s3", from: 0.01 });
    expect(audio.currentTime).toBe(10);
  });

  test("finds a clause whose time it knows there, a little early, and ends it where the next begins", async () => {
    const clauses = [
      { from: 2, start: 16 },
      { from: 6, start: 17.5 },
    ];
    const cue = { id: "s1", start: 10, end: 20, text: "一，二三四，五六", clauses };
    const { audio, engine } = record(undefined, [cue]);
    // By its share of the text it would be at 12.5 and 17.5.
    const told = speak(engine, { sentence: "s1", from: 2 / 8, to: 6 / 8 });
    expect(audio.currentTime).toBe(15);
    await soon();
    audio.runTo(17.4);
    expect(told).toEqual(["started"]);
    audio.runTo(17.5);
    expect(told).toEqual(["started", "ended"]);
    // A second before the middle of the first clause.
    speak(engine, { sentence: "s1", from: 1 / 8 });
    expect(audio.currentTime).toBe(12);
  });

  test("plays on over the pause between two clauses whose times it knows", async () => {
    const cue = {
      ...{ id: "s1", start: 0, end: 8, text: "一，二，" },
      clauses: [{ from: 2, start: 6 }],
    };
    const { audio, engine } = record(undefined, [cue]);
    speak(engine, { sentence: "s1", from: 0, to: 0.5 });
    await soon();
    audio.runTo(6.1);
    engine.cancel();
    speak(engine, { sentence: "s1", from: 0.5, to: 1 });
    await soon();
    expect([audio.currentTime, audio.paused]).toEqual([6.1, false]);
  });

  test("falls silent when nothing follows", async () => {
    const { audio, engine } = record();
    const told = speak(engine);
    await soon();
    engine.cancel();
    await soon();
    expect(audio.paused).toBe(true);
    // The reader's own pause is not the system's.
    expect(told).toEqual(["started"]);
  });

  test("says that the system has silenced it", async () => {
    const { audio, engine } = record();
    const told = speak(engine);
    await soon();
    audio.isSilenced();
    await soon();
    expect(told).toEqual(["started", "paused"]);
  });

  test("tells a refusal to play, which a press ends, from a failure", async () => {
    const refused = record(() => Promise.reject(new DOMException("no", "NotAllowedError")));
    const told = speak(refused.engine);
    await soon();
    expect(told).toEqual(["refused"]);
    const failing = record(() => Promise.reject(new DOMException("no", "NotSupportedError")));
    const toldOther = speak(failing.engine);
    await soon();
    expect(toldOther).toEqual(["failed"]);
  });

  test("fails for a sentence that it does not have", () => {
    const { engine } = record();
    expect(speak(engine, { sentence: "gone" })).toEqual(["failed"]);
  });

  test("tells nothing more of what it was given before", async () => {
    const { audio, engine } = record();
    const old = speak(engine, { sentence: "s1" });
    const told = speak(engine, { sentence: "s2" });
    await soon();
    audio.runTo(10);
    expect(old).toEqual([]);
    expect(told).toEqual(["started", "ended"]);
  });

  test("is given up when the sound is cut off, or is another", async () => {
    const { audio, engine, onUnfit } = record();
    const changed = vi.fn();
    engine.watchVoices(changed);
    const told = speak(engine);
    await soon();
    audio.turnsOutToLast(21);
    expect(onUnfit).not.toHaveBeenCalled();
    audio.turnsOutToLast(3);
    expect(onUnfit).toHaveBeenCalledOnce();
    expect(changed).toHaveBeenCalledOnce();
    expect(told).toEqual(["started", "failed"]);
    expect(engine.isAvailable).toBe(false);
    expect(engine.voices()).toEqual([]);
    expect(speak(engine)).toEqual(["failed"]);
  });

  test("knows the sentence that is heard at a number of seconds", () => {
    const { engine } = record();
    expect([0, 3.9, 4, 12, 99].map((at) => engine.sentenceAt(at))).toEqual([
      ...["s1", "s1", "s2", "s3", "s3"],
    ]);
    expect(engine.sentenceAt(-1)).toBeUndefined();
  });
});

describe("several engines as one", () => {
  const clock = createFakeClock();

  test("offer the voices of all, and each speaks with its own", () => {
    const [first, second] = [
      createFakeEngine(clock, "good", [tingting]),
      createFakeEngine(clock, "good", [lili]),
    ];
    const engine = combineEngines(first);
    const changed = vi.fn();
    engine.watchVoices(changed);
    engine.add(second);
    expect(changed).toHaveBeenCalledOnce();
    expect(engine.voices()).toEqual([tingting, lili]);
    speak(engine, { voice: lili });
    expect([first.spoken.length, second.spoken.length]).toEqual([0, 1]);
    // Whoever spoke is silenced before another does.
    expect(first.cancelled()).toBe(1);
    speak(engine, { voice: tingting });
    expect(second.cancelled()).toBe(1);
    engine.cancel();
    expect(first.cancelled()).toBe(2);
  });

  test("speak with what there is where nobody has the voice", () => {
    const none = createFakeEngine(clock, "none");
    const engine = combineEngines(none);
    expect(engine.isAvailable).toBe(false);
    const second = createFakeEngine(clock, "good", [daniel]);
    engine.add(second);
    expect(engine.isAvailable).toBe(true);
    expect(engine.voices()).toEqual([daniel]);
    speak(engine, { voice: lili });
    expect(second.spoken).toHaveLength(1);
  });

  test("tell of voices that come late to any of them, until nobody asks", () => {
    const late = createFakeEngine(clock, "late");
    const engine = combineEngines(createFakeEngine(clock));
    engine.add(late);
    const changed = vi.fn();
    const stop = engine.watchVoices(changed);
    clock.pass(1000);
    expect(changed).toHaveBeenCalledOnce();
    stop();
    engine.add(createFakeEngine(clock));
    expect(changed).toHaveBeenCalledOnce();
  });
});

describe("the device's voices", () => {
  /** The engine of a browser whose speech behaves in some way. */
  function device(manners: SpeechManners) {
    vi.useFakeTimers();
    installFakeSpeech([manners, 1]);
    return createWebSpeechEngine();
  }
  const said = () => (window as unknown as { said: unknown[] }).said;

  test("are those of the browser, with what is known of each", () => {
    const engine = device("good");
    expect(engine.isAvailable).toBe(true);
    expect(engine.voices()).toHaveLength(4);
    expect(engine.voices()[0]).toEqual({
      ...{ name: "Tingting", tag: "zh-CN", isLocal: true, takesRuns: true },
    });
    expect(engine.voices()[3]).toMatchObject({ name: "Liang", isLocal: false, takesRuns: false });
  });

  test("speak in the voice and the language that are asked for, and tell how it goes", () => {
    const engine = device("good");
    const voice = engine.voices()[3];
    const told = speak(engine, { voice, rate: 2 });
    expect(said()).toEqual([{ text: "武冈市", lang: "zh_CN", voice: "Liang", rate: 2 }]);
    vi.advanceTimersByTime(30);
    expect(told).toEqual(["started"]);
    vi.advanceTimersByTime(2000);
    expect(told).toEqual(["started", "ended"]);
  });

  test("are told the language where the voice is left to the browser", () => {
    const engine = device("good");
    speak(engine, { language: "en" });
    speak(engine, { language: "zh-CN" });
    expect(said()).toMatchObject([{ lang: "en-GB" }, { lang: "zh-CN" }]);
  });

  test("that are refused, as before a press, are told from those that fail", () => {
    const engine = device("silent");
    const utterances: SpeechSynthesisUtterance[] = [];
    vi.spyOn(speechSynthesis, "speak").mockImplementation((each) => utterances.push(each));
    const [refused, failed] = [speak(engine), speak(engine)];
    const fail = (error: string) => Object.assign(new Event("error"), { error }) as never;
    utterances[0]?.onerror?.(fail("not-allowed"));
    utterances[1]?.onerror?.(fail("synthesis-failed"));
    expect([refused, failed]).toEqual([["refused"], ["failed"]]);
  });

  test("are not cancelled where nothing is being said", () => {
    const engine = device("good");
    const cancel = vi.spyOn(speechSynthesis, "cancel");
    engine.cancel();
    expect(cancel).not.toHaveBeenCalled();
    speak(engine);
    engine.cancel();
    expect(cancel).toHaveBeenCalledOnce();
  });

  test("that come late are told of", () => {
    const engine = device("good");
    const changed = vi.fn();
    const stop = engine.watchVoices(changed);
    speechSynthesis.dispatchEvent(new Event("voiceschanged"));
    stop();
    speechSynthesis.dispatchEvent(new Event("voiceschanged"));
    expect(changed).toHaveBeenCalledOnce();
  });

  test("are none where the browser has no speech, or only half of it", () => {
    expect(device("none")).toMatchObject({ isAvailable: false });
    expect(device("none").voices()).toEqual([]);
    installFakeSpeech(["good", 1]);
    Object.assign(window, { SpeechSynthesisUtterance: undefined });
    expect(createWebSpeechEngine().isAvailable).toBe(false);
  });
});
