import { describe, expect, test } from "vitest";
import { createPlayer, type PlayerOptions } from "../../src/core/speech/player.ts";
import { writeScript } from "../../src/core/speech/script.ts";
import { createFakeClock } from "../support/fake-clock.ts";
import { createFakeEngine, daniel, lili, type Manners, tingting } from "../support/fake-engine.ts";

const sentences = [
  ["a", "第一部分"],
  ["a", "依法全面履行职责。"],
  ["a", "优化营商环境。"],
  ["b", "第二部分"],
  ["b", "健全制度体系。"],
  ["c", "结束。"],
].map(([section = "", text = ""], at) => ({
  id: `s${at + 1}`,
  text,
  section,
  language: "zh-CN" as const,
}));

function set(manners: Manners = "good", options: Partial<PlayerOptions> = {}) {
  const clock = createFakeClock();
  const engine = createFakeEngine(clock, manners);
  const player = createPlayer({ script: writeScript(sentences), engine, clock, ...options });
  const states: string[] = [];
  player.watch(({ status, sentence }) => {
    const line = `${status} ${sentence?.id}`;
    if (states.at(-1) !== line) states.push(line);
  });
  return { clock, engine, player, states };
}

test("what the system has silenced stays silent until the reader goes on, and nothing is lost", () => {
  const { clock, engine, player } = set("endless");
  player.play();
  clock.pass(100);
  engine.tell(0, "paused");
  expect(player.state().status).toBe("paused");
  clock.pass(60_000);
  expect(engine.spoken).toHaveLength(1);
  player.play();
  expect(engine.spoken.map(({ text }) => text)).toEqual([sentences[0]?.text, sentences[0]?.text]);
});

test("a player that gives way to another stays where it was and says why, until the reader goes on", () => {
  const { clock, engine, player } = set();
  player.giveWay();
  expect(player.state()).toMatchObject({ status: "idle", failure: undefined });
  player.play("s3");
  clock.pass(100);
  player.giveWay();
  expect(player.state()).toMatchObject({ status: "paused", failure: "elsewhere" });
  expect(player.state().sentence?.id).toBe("s3");
  // It was told so while it was silent: nothing changes.
  player.giveWay();
  clock.pass(60_000);
  expect(engine.spoken).toHaveLength(1);
  player.play();
  expect(player.state()).toMatchObject({ status: "loading", failure: undefined });
  expect(engine.spoken.at(-1)?.text).toBe(sentences[2]?.text);
  player.giveWay();
  player.skipSentences(1);
  expect(player.state()).toMatchObject({ status: "paused", failure: undefined });
});

test("clauses that nobody has heard are spoken when the reader tries again", () => {
  const { clock, engine, player } = set("voiceless");
  player.play();
  clock.pass(120_000);
  expect(player.state().status).toBe("failed");
  engine.spoken.length = 0;
  player.play();
  expect(engine.spoken.map(({ text }) => text)).toEqual([sentences[0]?.text]);
});

describe("with a good engine", () => {
  test("every sentence is spoken once, in order, in its language, by the best voice", () => {
    const { clock, engine, player } = set();
    player.play();
    clock.pass(60_000);
    expect(engine.spoken.map(({ text }) => text)).toEqual(sentences.map(({ text }) => text));
    expect(new Set(engine.spoken.map(({ voice }) => voice))).toEqual(new Set([tingting]));
    expect(player.state().status).toBe("ended");
  });

  test("the first word is asked for at once, within the press", () => {
    const { engine, player } = set();
    player.play();
    expect(engine.spoken).toHaveLength(1);
    expect(player.state().status).toBe("loading");
  });

  test("the mark moves when a sentence is heard to begin", () => {
    const { clock, player, states } = set();
    player.play();
    clock.pass(60_000);
    expect(states).toEqual([
      "loading s1",
      "speaking s1",
      "speaking s2",
      "speaking s3",
      "speaking s4",
      "speaking s5",
      "speaking s6",
      "ended s1",
    ]);
  });

  test("pausing falls silent, and resuming begins the clause anew", () => {
    const { clock, engine, player } = set();
    player.play();
    clock.pass(600);
    player.pause();
    expect(player.state()).toMatchObject({ status: "paused", sentence: { id: "s2" } });
    clock.pass(60_000);
    expect(engine.spoken).toHaveLength(2);
    player.play();
    expect(engine.spoken.at(-1)?.text).toBe("依法全面履行职责。");
  });

  test("stopping goes back to the beginning of the sentence and forgets the sleep timer", () => {
    const { player } = set();
    player.play();
    player.setSleep(15);
    player.stop();
    expect(player.state()).toMatchObject({
      status: "idle",
      sleep: undefined,
      sentence: { id: "s1" },
    });
  });

  test("what is told of a clause that was left is not heard", () => {
    const { clock, engine, player } = set();
    player.play();
    clock.pass(100);
    player.skipSentences(2);
    engine.tell(0, "ended");
    engine.tell(0, "failed");
    expect(player.state().sentence?.id).toBe("s3");
    expect(engine.spoken).toHaveLength(2);
  });

  test("sentences are skipped forwards and backwards, and never past the ends", () => {
    const { player } = set();
    player.skipSentences(1);
    expect(player.state()).toMatchObject({ status: "idle", sentence: { id: "s2" } });
    player.skipSentences(-5);
    expect(player.state().sentence?.id).toBe("s1");
    player.skipSentences(50);
    expect(player.state().sentence?.id).toBe("s6");
  });

  test("sections are skipped; back leads to the section's own beginning first", () => {
    const { player } = set();
    player.skipSections(1);
    expect(player.state().sentence?.id).toBe("s4");
    player.skipSentences(1);
    player.skipSections(-1);
    expect(player.state().sentence?.id).toBe("s4");
    player.skipSections(-1);
    expect(player.state().sentence?.id).toBe("s1");
    player.skipSections(1);
    player.skipSections(1);
    player.skipSections(1);
    expect(player.state().sentence?.id).toBe("s6");
  });

  test("it reads from a sentence on, and an unknown one changes nothing", () => {
    const { engine, player } = set();
    player.play("s5");
    expect(engine.spoken.at(-1)?.text).toBe("健全制度体系。");
    player.play("nonsense");
    expect(player.state().sentence?.id).toBe("s5");
    expect(engine.spoken).toHaveLength(1);
  });

  test("the speed holds from the clause being spoken, within its bounds", () => {
    const { engine, player } = set();
    player.play();
    player.setRate(2);
    expect(engine.spoken.map(({ rate }) => rate)).toEqual([1, 2]);
    player.setRate(9);
    expect(player.state().rate).toBe(3);
    player.setRate(0);
    expect(player.state().rate).toBe(0.5);
  });

  test("a chosen voice speaks; one that has gone is replaced in silence", () => {
    const { player } = set("good", { chosenVoices: { "zh-CN": "gone" } });
    expect(player.state().voice).toBe(tingting);
    player.setVoice("zh-CN", daniel.name);
    expect(player.state().voice).toBe(tingting);
  });

  test("it sleeps after minutes, and goes on where it stopped", () => {
    const { clock, player } = set("good", {
      script: writeScript(Array.from({ length: 99 }, () => sentences).flat()),
    });
    player.setSleep(15);
    player.play();
    clock.pass(15 * 60_000 - 1);
    expect(player.state().status).not.toBe("paused");
    clock.pass(15 * 60_000);
    expect(player.state().sleep).toBeUndefined();
  });

  test("it sleeps where the section ends", () => {
    const { clock, engine, player } = set();
    player.setSleep("section");
    player.play();
    clock.pass(60_000);
    expect(player.state()).toMatchObject({ status: "paused", sentence: { id: "s4" } });
    expect(engine.spoken).toHaveLength(3);
  });

  test("when disposed of it is silent and tells nothing", () => {
    const { clock, engine, player, states } = set();
    player.play();
    player.dispose();
    const before = states.length;
    clock.pass(60_000);
    expect(engine.spoken).toHaveLength(1);
    expect(states).toHaveLength(before);
  });

  test("one clause that never ends is given up, and the next is spoken", () => {
    const { clock, engine, player } = set("endless");
    player.play();
    clock.pass(6_000);
    expect(engine.spoken.length).toBe(2);
    expect(player.state().status).toBe("speaking");
  });

  test("an empty script has nothing to say, and says so", () => {
    const { player } = set("good", { script: writeScript([]) });
    player.play();
    expect(player.state()).toMatchObject({ status: "ended", sentence: undefined });
  });
});

describe("with a voice of the device, to which long sentences are given as one", () => {
  const part = "深入学习贯彻习近平法治思想和党的二十大精神，";
  const whole = part.repeat(6);
  const long = [
    { id: "l1", text: whole, section: "a", language: "zh-CN" as const },
    { id: "l2", text: "结束。", section: "a", language: "zh-CN" as const },
  ];
  const clause = part.repeat(2);
  const listen = (options: Partial<PlayerOptions> = {}, manners: Manners = "good") => {
    const clock = createFakeClock();
    const engine = createFakeEngine(clock, manners, [lili, tingting]);
    const player = createPlayer({ script: writeScript(long), engine, clock, ...options });
    const texts = () => engine.spoken.map(({ text }) => text);
    return { clock, engine, player, texts };
  };

  test("it is spoken whole, and known as a whole where it stands in the text", () => {
    const { clock, engine, player, texts } = listen();
    player.play();
    clock.pass(100);
    expect(player.state().range).toMatchObject({ from: 0, to: whole.length });
    clock.pass(60_000);
    expect(texts()).toEqual([whole, "结束。"]);
    expect(engine.spoken[0]).toMatchObject({ sentence: "l1", from: 0, to: 1 });
    expect(player.state().status).toBe("ended");
  });

  test("who reads along in large type is given clause by clause", () => {
    const { clock, player, texts } = listen({ readsAlong: () => true });
    player.play();
    clock.pass(60_000);
    expect(texts()).toEqual([clause, clause, clause, "结束。"]);
  });

  // Even the slowest voice has reached the second clause after twenty seconds.
  const farInto = 20_000;

  test("after a pause it goes on within the sentence, with nothing left out", () => {
    const { clock, player, texts } = listen({}, "endless");
    player.play();
    clock.pass(farInto);
    player.pause();
    expect(player.state()).toMatchObject({ status: "paused", range: { from: 44, to: 88 } });
    player.play();
    expect(texts()).toEqual([whole, clause.repeat(2)]);
    // Two clauses remain, and little of them has been spoken.
    clock.pass(1_000);
    player.pause();
    player.play();
    expect(texts()[2]).toBe(clause.repeat(2));
  });

  test.each([
    ["another speed", "setRate", [2], clause.repeat(2)],
    ["another voice", "setVoice", ["zh-CN", "Tingting"], clause],
  ] as const)("%s keeps the sentence, and the place in it", (_, change, values, expected) => {
    const { clock, player, texts } = listen({}, "endless");
    player.play();
    clock.pass(farInto);
    (player[change] as (...args: unknown[]) => void)(...values);
    expect(player.state()).toMatchObject({ sentence: { id: "l1" }, range: { from: 44 } });
    expect(texts()).toEqual([whole, expected]);
  });

  test("a voice that hurries is not believed to have said more than the slowest would", () => {
    const { clock, player, texts } = listen({ rate: 3 }, "endless");
    player.play();
    clock.pass(10_000);
    player.pause();
    player.play();
    expect(texts()).toEqual([whole, whole]);
  });

  test("a voice that stalls on it is given clauses from then on, and the sentence is said anew", () => {
    const { clock, engine, player, texts } = listen();
    player.play();
    clock.pass(100);
    engine.tell(0, "failed");
    clock.pass(60_000);
    expect(texts()).toEqual([whole, clause, clause, clause, "结束。"]);
    expect(player.state().status).toBe("ended");
    player.play();
    expect(texts().at(-1)).toBe(clause);
  });

  test("a voice that never ends is a failure all the same, and so it is told", () => {
    const { clock, player, texts } = listen({}, "endless");
    player.play();
    clock.pass(600_000);
    expect(player.state()).toMatchObject({ status: "failed", failure: "broken" });
    expect(texts()).toEqual([whole, clause, clause, clause]);
  });
});

describe("with an engine that", () => {
  test.each([
    ["is not there", "none", "no-engine"],
    ["has no voices", "voiceless", "no-voice"],
    ["never ends", "endless", "broken"],
    ["ends at once", "hasty", "broken"],
    ["throws", "throws", "broken"],
  ] as const)(
    "%s, listening fails with a reason, and can be tried again",
    (_, manners, failure) => {
      const { clock, player } = set(manners);
      player.play();
      clock.pass(120_000);
      expect(player.state()).toMatchObject({ status: "failed", failure });
      player.play();
      clock.pass(120_000);
      expect(player.state()).toMatchObject({ status: "failed", failure });
    },
  );

  test("learns of its voices late, the first word waits for none of them", () => {
    const { clock, engine, player } = set("late");
    player.play();
    expect(engine.spoken[0]?.voice).toBeUndefined();
    clock.pass(1500);
    expect(engine.spoken.at(-1)?.voice).toBe(tingting);
    clock.pass(60_000);
    expect(player.state().status).toBe("ended");
  });

  test("has voices for other languages only, it says that none fits", () => {
    const clock = createFakeClock();
    const engine = { ...createFakeEngine(clock), voices: () => [daniel] };
    const player = createPlayer({ script: writeScript(sentences), engine, clock });
    player.play();
    expect(player.state()).toMatchObject({ status: "failed", failure: "no-voice" });
  });

  test("is refused by the browser, it says so at once", () => {
    const { engine, player } = set();
    player.play();
    engine.tell(0, "refused");
    expect(player.state()).toMatchObject({ status: "failed", failure: "refused" });
  });

  test("fails at one clause, the next is spoken", () => {
    const { clock, engine, player } = set();
    player.play();
    engine.tell(0, "failed");
    expect(player.state().sentence?.id).toBe("s2");
    clock.pass(60_000);
    expect(player.state().status).toBe("ended");
  });
});

describe("when the page says some of it otherwise", () => {
  /** The sentence of the second section in English, under another id. */
  const retold = sentences.map((sentence) =>
    sentence.id === "s5"
      ? { ...sentence, id: "s5-en", text: "The system is complete.", language: "en" }
      : sentence,
  );

  test("what is being spoken goes on, and what comes after it is spoken by a voice of its language", () => {
    const { clock, engine, player } = set();
    player.play("s4");
    clock.pass(100);
    player.setScript(writeScript(retold));
    expect(engine.spoken).toHaveLength(1);
    clock.pass(60_000);
    expect(engine.spoken.map(({ text, voice }) => [text, voice?.name])).toEqual([
      ["第二部分", "Tingting"],
      ["The system is complete.", "Daniel"],
      ["结束。", "Tingting"],
    ]);
  });

  test("a sentence that is gone is begun anew as what stands in its place", () => {
    const { clock, engine, player } = set();
    player.play("s5");
    clock.pass(100);
    player.setScript(writeScript(retold));
    expect(player.state().sentence?.id).toBe("s5-en");
    expect(engine.spoken.at(-1)).toMatchObject({ text: "The system is complete.", voice: daniel });
  });

  test("a reader who has paused stays where they are, in silence", () => {
    const { clock, engine, player } = set();
    player.play("s5");
    clock.pass(100);
    player.pause();
    player.setScript(writeScript(retold));
    expect(player.state()).toMatchObject({ status: "paused", sentence: { id: "s5-en" } });
    expect(engine.spoken).toHaveLength(1);
  });

  test("it begins at the beginning for who has not begun", () => {
    const { engine, player } = set();
    player.setScript(writeScript(retold));
    expect(player.state()).toMatchObject({ status: "idle", sentence: { id: "s1" } });
    player.play();
    expect(engine.spoken[0]?.text).toBe("第一部分");
  });

  test("a language without a voice is said to have none, and listening goes on after it", () => {
    const french = retold.map((each) => (each.id === "s5-en" ? { ...each, language: "fr" } : each));
    const { clock, engine, player } = set("good", { script: writeScript(french) });
    player.play("s4");
    clock.pass(60_000);
    expect(player.state()).toMatchObject({ status: "failed", failure: "no-voice" });
    player.skipSections(1);
    player.play();
    clock.pass(60_000);
    expect(engine.spoken.map(({ text }) => text)).toEqual(["第二部分", "结束。"]);
  });
});
