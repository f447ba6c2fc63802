import type { Language } from "../document/report.ts";
import type { Clock, Engine, EngineEvent, Voice } from "./engine.ts";
import {
  type Clause,
  endOfRun,
  joinClauses,
  nearestLanguage,
  type Script,
  type SpokenSentence,
} from "./script.ts";
import { chooseVoice, voicesFor } from "./voices.ts";

/** The status of the player. `loading`: asked to speak, but nothing is audible yet. */
export type Status = "idle" | "loading" | "speaking" | "paused" | "ended" | "failed";

/**
 * Why playback failed: no speech engine, no voice for the language, refused by the browser, or a
 * malfunctioning engine.
 */
export type Failure = "no-engine" | "no-voice" | "refused" | "broken";

/** When the player stops by itself: after a number of minutes, or at the end of the section. */
export type Sleep = number | "section";

/** The complete playback state, for display. */
export interface PlayerState {
  readonly status: Status;
  /** The current or next sentence; undefined in an empty script. */
  readonly sentence: SpokenSentence | undefined;
  /** The part of the sentence that is being spoken, in UTF-16 offsets. */
  readonly range: { readonly from: number; readonly to: number } | undefined;
  readonly failure: Failure | undefined;
  readonly rate: number;
  /** The current voice; undefined if the engine chooses. */
  readonly voice: Voice | undefined;
  /** The voices for the sentence's language, best first. */
  readonly voices: readonly Voice[];
  readonly engine: string;
  readonly sleep: Sleep | undefined;
}

/** Plays a script through an engine. Only the player holds playback state. */
export interface Player {
  state(): PlayerState;
  /** Calls `changed` after every change of state; returns a function that stops it. */
  watch(changed: (state: PlayerState) => void): () => void;
  /** Resumes, or plays from the sentence with an id. An unknown id is ignored. */
  play(id?: string): void;
  /** Stops speaking and stays at the current clause. */
  pause(): void;
  /** Stops speaking and returns to the beginning of the sentence. */
  stop(): void;
  /** Moves by a number of sentences, forward or (negative) back; goes on speaking if it was. */
  skipSentences(by: number): void;
  /** Moves to the beginning of the next or previous section. */
  skipSections(by: 1 | -1): void;
  /** Sets the speed, 0.5 to 3. The current clause starts again. */
  setRate(rate: number): void;
  /** Selects a voice by name; undefined lets the player choose. */
  setVoice(language: string, name: string | undefined): void;
  setSleep(sleep: Sleep | undefined): void;
  /**
   * Replaces the script after a part of the page's text has changed. Stays at the current sentence
   * and goes on speaking; if the sentence is gone, moves to the one at its index in the section.
   */
  setScript(script: Script): void;
  /** Stops speaking and releases the engine. */
  dispose(): void;
}

/** The dependencies and initial settings of a player. */
export interface PlayerOptions {
  readonly script: Script;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly rate?: number;
  /** The voices that the reader chose earlier: names by language. */
  readonly chosenVoices?: Readonly<Partial<Record<string, string>>>;
  /**
   * Whether the spoken clause is being highlighted. If so, the engine always gets single clauses.
   */
  readonly readsAlong?: () => boolean;
}

/** The slowest speech that is expected at rate 1, in characters of the spoken form a second. */
const slowest: Readonly<Record<Language, number>> = { "zh-CN": 3, en: 10 };
/** Speech faster than this at rate 1 is impossible, in characters of the spoken form a second. */
const fastest: Readonly<Record<Language, number>> = { "zh-CN": 30, en: 90 };

/** How long an engine may take to start, in ms: remote voices have to be downloaded. */
const startTimeout = 8_000;
/** How many clauses in a row may fail before the player gives up. */
const mostFailures = 3;

/**
 * Creates a player. Whatever the engine does, the player reaches a well-defined state: a clause that
 * never starts, never ends, or ends sooner than it could have been spoken counts as failed and the
 * next is tried; three failures in a row set the status `failed`. A voice with `takesRuns` gets runs
 * of clauses; after a failed run it gets single clauses.
 *
 * Pausing is done by cancelling and remembering the clause, since engines' own pause is unreliable.
 * Every utterance has a token; events of older utterances are ignored.
 */
export function createPlayer(options: PlayerOptions): Player {
  const { engine, clock } = options;
  let { script } = options;
  let { sentences, clauses } = script;
  const watchers = new Set<(state: PlayerState) => void>();
  const chosen: Partial<Record<string, string>> = { ...options.chosenVoices };
  let status: Status = "idle";
  let failure: Failure | undefined;
  let rate = options.rate ?? 1;
  let sleep: Sleep | undefined;
  // The clauses that are being spoken, or will be: from `at` (inclusive) to `end` (exclusive).
  let at = 0;
  let end = 1;
  const failedAtRuns = new Set<string>();
  let token = 0;
  let failed = 0;
  let startedAt: number | undefined;
  let cancelWatchdog = () => {};
  let cancelSleepTimer = () => {};

  const sentence = () => sentences[clauses[at]?.sentence ?? 0];
  const language = () => sentence()?.language ?? "zh-CN";
  const voice = () => chooseVoice(engine.voices(), language(), chosen[language()]);
  const currentClause = () => joinClauses(clauses.slice(at, end));
  const isActive = () => status === "speaking" || status === "loading";

  const state = (): PlayerState => ({
    status,
    sentence: sentence(),
    range: currentClause(),
    failure,
    rate,
    voice: voice(),
    voices: voicesFor(engine.voices(), language()),
    engine: engine.name,
    sleep,
  });
  const notify = () => {
    const now = state();
    for (const changed of [...watchers]) changed(now);
  };

  const cancelSpeech = () => {
    token++;
    cancelWatchdog();
    try {
      engine.cancel();
    } catch {
      // An engine that fails to cancel: its events are ignored, since the token has changed.
    }
  };
  const stopWith = (next: Status, why?: Failure) => {
    cancelSpeech();
    status = next;
    failure = why;
    notify();
  };

  /** The estimated duration of a clause in ms at a given speed. */
  const estimate = (clause: Clause, speeds: Readonly<Record<Language, number>>) =>
    (clause.text.length / speeds[nearestLanguage(language())] / rate) * 1000;

  const watchdog = (milliseconds: number, utteranceToken: number) => {
    cancelWatchdog();
    cancelWatchdog = clock.after(milliseconds, () => {
      if (utteranceToken === token) giveUp();
    });
  };

  const moveTo = (clause: number) => {
    at = clause;
    end = clause + 1;
  };

  /** Moves to the clause of the run that is probably being spoken, assuming the slowest speech. */
  const moveToSpokenClause = () => {
    const seconds = startedAt === undefined ? 0 : (clock.now() - startedAt) / 1000;
    let left = seconds * slowest[nearestLanguage(language())] * Math.min(1, rate);
    let place = at;
    for (; place + 1 < end; place++) {
      left -= clauses[place]?.text.length ?? 0;
      if (left < 0) break;
    }
    moveTo(place);
  };

  /** Handles a failed utterance: repeats a run clause by clause; skips a clause, or fails for good. */
  const giveUp = () => {
    if (end - at > 1) {
      failedAtRuns.add(voice()?.name ?? "");
      return speak();
    }
    failed++;
    if (failed < mostFailures) return advance();
    // Moves back to the first clause that failed, so that it is tried again when the reader presses
    // play.
    moveTo(at - failed + 1);
    stopWith("failed", engine.voices().length > 0 ? "broken" : "no-voice");
  };

  const advance = () => {
    const here = clauses[at];
    const next = clauses[end];
    if (!here || !next) {
      moveTo(0);
      return stopWith("ended");
    }
    const isNewSection = sentences[here.sentence]?.section !== sentences[next.sentence]?.section;
    moveTo(end);
    if (isNewSection && sleep === "section") {
      sleep = undefined;
      return stopWith("paused");
    }
    speak();
  };

  const handleEvent = (event: EngineEvent, utteranceToken: number) => {
    const clause = currentClause();
    if (utteranceToken !== token || !clause) return;
    if (event === "started") {
      startedAt = clock.now();
      status = "speaking";
      watchdog(2 * estimate(clause, slowest) + 2_000, utteranceToken);
      notify();
    } else if (event === "ended") {
      const isHeard =
        startedAt !== undefined && clock.now() - startedAt >= estimate(clause, fastest);
      if (!isHeard) return giveUp();
      failed = 0;
      advance();
    } else if (event === "paused") {
      pause();
    } else if (event === "refused") {
      stopWith("failed", "refused");
    } else {
      giveUp();
    }
  };

  const pause = () => {
    moveToSpokenClause();
    stopWith("paused");
  };

  const usesRuns = () => {
    const current = voice();
    return current?.takesRuns && !failedAtRuns.has(current.name) && !options.readsAlong?.();
  };

  const speak = () => {
    cancelSpeech();
    end = usesRuns() ? endOfRun(script, at) : at + 1;
    const clause = currentClause();
    if (!clause) return stopWith("ended");
    if (!engine.isAvailable) return stopWith("failed", "no-engine");
    // A list of voices without a suitable one is final. An empty list may fill later, and must not
    // delay speech.
    if (engine.voices().length > 0 && !voice()) return stopWith("failed", "no-voice");
    const utteranceToken = token;
    const length = sentence()?.text.length || 1;
    startedAt = undefined;
    failure = undefined;
    status = status === "speaking" ? "speaking" : "loading";
    watchdog(startTimeout, utteranceToken);
    notify();
    if (utteranceToken !== token) return;
    try {
      engine.speak(
        {
          text: clause.text,
          language: language(),
          rate,
          voice: voice(),
          sentence: sentence()?.id ?? "",
          from: clause.from / length,
          to: clause.to / length,
        },
        (event) => handleEvent(event, utteranceToken),
      );
    } catch {
      stopWith("failed", "broken");
    }
  };

  const goTo = (clause: number) => {
    moveTo(clause);
    failed = 0;
    if (isActive()) {
      speak();
    } else {
      status = status === "idle" ? "idle" : "paused";
      failure = undefined;
      notify();
    }
  };
  const clauseOf = (number: number) => clauses.findIndex((clause) => clause.sentence >= number);

  const stopWatchingVoices = engine.watchVoices(notify);

  return {
    state,
    watch(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    play(id) {
      if (id !== undefined) {
        const number = sentences.findIndex((each) => each.id === id);
        const found = clauseOf(number);
        if (number < 0 || found < 0) return;
        moveTo(found);
      } else if (isActive()) {
        return;
      }
      failed = 0;
      speak();
    },
    pause() {
      if (isActive()) pause();
    },
    stop() {
      moveTo(Math.max(0, clauseOf(clauses[at]?.sentence ?? 0)));
      sleep = undefined;
      cancelSleepTimer();
      stopWith("idle");
    },
    skipSentences(by) {
      const here = clauses[at]?.sentence ?? 0;
      const found = clauseOf(Math.min(Math.max(0, here + by), sentences.length - 1));
      if (found >= 0) goTo(found);
    },
    skipSections(by) {
      const starts = clauses.flatMap((clause, place) => {
        const previous = clauses[place - 1];
        const section = sentences[clause.sentence]?.section;
        return previous && sentences[previous.sentence]?.section === section ? [] : [place];
      });
      const here = starts.filter((start) => start <= at).length - 1;
      // As on a music player, back means the beginning of the current section first.
      const isInside = clauses[at]?.sentence !== clauses[starts[here] ?? 0]?.sentence;
      const target = by < 0 && isInside ? here : here + by;
      const found = starts[Math.min(Math.max(0, target), starts.length - 1)];
      if (found !== undefined) goTo(found);
    },
    setRate(next) {
      if (isActive()) moveToSpokenClause();
      rate = Math.min(3, Math.max(0.5, next));
      if (isActive()) speak();
      else notify();
    },
    setVoice(which, name) {
      if (isActive()) moveToSpokenClause();
      if (name === undefined) delete chosen[which];
      else chosen[which] = name;
      if (isActive()) speak();
      else notify();
    },
    setSleep(next) {
      cancelSleepTimer();
      sleep = next;
      if (typeof next === "number") {
        cancelSleepTimer = clock.after(next * 60_000, () => {
          sleep = undefined;
          if (isActive()) pause();
          else notify();
        });
      }
      notify();
    },
    setScript(next) {
      const here = sentence();
      const inSection = (all: readonly SpokenSentence[]) =>
        all.filter(({ section }) => section === here?.section);
      const place = inSection(sentences).findIndex(({ id }) => id === here?.id);
      const from = clauses[at]?.from;
      const standsIn = inSection(next.sentences);
      const id = here && next.sentences.some((each) => each.id === here.id) ? here.id : undefined;
      const to = id ?? standsIn[Math.min(place, standsIn.length - 1)]?.id;
      script = next;
      ({ sentences, clauses } = script);
      const number = sentences.findIndex((each) => each.id === to);
      const same = clauses.findIndex(
        (clause) => id !== undefined && clause.sentence === number && clause.from === from,
      );
      if (same >= 0) {
        // The clause is unchanged: the engine goes on speaking it.
        end += same - at;
        at = same;
        return notify();
      }
      goTo(Math.max(0, clauseOf(number)));
    },
    dispose() {
      cancelSpeech();
      cancelSleepTimer();
      stopWatchingVoices();
      watchers.clear();
      status = "idle";
    },
  };
}
