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

/** What the player is doing. `loading`: asked to speak, and not yet heard. */
export type Status = "idle" | "loading" | "speaking" | "paused" | "ended" | "failed";

/** Why nothing is heard: no engine, no voice for the language, refused by the browser, or an engine that is broken. */
export type Failure = "no-engine" | "no-voice" | "refused" | "broken";

/** When the player stops by itself: after a number of minutes, or where the section ends. */
export type Sleep = number | "section";

/** All that is known of the playback, for whoever shows it. */
export interface PlayerState {
  readonly status: Status;
  /** The sentence being spoken, or that will be; undefined in an empty script. */
  readonly sentence: SpokenSentence | undefined;
  /** The part of the sentence's text that is being spoken, as UTF-16 offsets. */
  readonly range: { readonly from: number; readonly to: number } | undefined;
  readonly failure: Failure | undefined;
  readonly rate: number;
  /** The voice that speaks; undefined where the engine chooses. */
  readonly voice: Voice | undefined;
  /** The voices for the sentence's language, best first. */
  readonly voices: readonly Voice[];
  readonly engine: string;
  readonly sleep: Sleep | undefined;
}

/** Plays a script through an engine. It alone owns the state of the playback. */
export interface Player {
  state(): PlayerState;
  /** Calls back after every change of the state; returns how to stop that. */
  watch(changed: (state: PlayerState) => void): () => void;
  /** Speaks on from where it stands, or from a sentence. An unknown id changes nothing. */
  play(id?: string): void;
  /** Falls silent and stays at the clause. */
  pause(): void;
  /** Falls silent and goes back to the beginning of the sentence. */
  stop(): void;
  /** Goes to the sentence so many further on (or back), and speaks on if it was speaking. */
  skipSentences(by: number): void;
  /** Goes to the beginning of the section so many further on (or back). */
  skipSections(by: 1 | -1): void;
  /** Sets the speed, 0.5 to 3; what is being spoken begins its clause anew. */
  setRate(rate: number): void;
  /** Chooses a voice by its name; undefined leaves it to the player. */
  setVoice(language: string, name: string | undefined): void;
  setSleep(sleep: Sleep | undefined): void;
  /**
   * Takes another script, where the page says some of it otherwise now. It stays at its sentence, and speaks on; where that
   * is gone, it goes to the one in its place in the section.
   */
  setScript(script: Script): void;
  /** Falls silent and lets go of the engine. */
  dispose(): void;
}

/** What a player is made of. */
export interface PlayerOptions {
  readonly script: Script;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly rate?: number;
  /** Names of the voices that the reader chose before. */
  readonly chosenVoices?: Readonly<Partial<Record<string, string>>>;
  /** Whether the listener reads along, clause by clause: then no voice is given more at a time. */
  readonly readsAlong?: () => boolean;
}

/** Spoken characters in a second at rate 1, on the slow side. */
const slowest: Readonly<Record<Language, number>> = { "zh-CN": 3, en: 10 };
/** Spoken characters in a second at rate 1 that no voice reaches. */
const fastest: Readonly<Record<Language, number>> = { "zh-CN": 30, en: 90 };

/** How long an engine may take to begin, in ms: remote voices have to be fetched. */
const patience = 8_000;
/** How many clauses may fail one after another before the player gives up. */
const tries = 3;

/**
 * Makes a player. Whatever the engine does, the player ends up in a state that can be told: a clause that never
 * begins or never ends is given up and the next one tried, three in a row are a failure; so are clauses that end
 * before anybody could have said them. A voice of the device is given runs of clauses; one that fails at a run is given
 * clauses from then on. Pausing is cancelling and remembering, since engines' own pause is not to be relied on. All that
 * an engine is given has a token: what it tells of something older is not heard.
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
  // What is being spoken, or will be: the clauses from the one up to the other.
  let at = 0;
  let end = 1;
  const failedAtRuns = new Set<string>();
  let token = 0;
  let failed = 0;
  let startedAt: number | undefined;
  let callOffWatchdog = () => {};
  let callOffSleep = () => {};

  const sentence = () => sentences[clauses[at]?.sentence ?? 0];
  const language = () => sentence()?.language ?? "zh-CN";
  const voice = () => chooseVoice(engine.voices(), language(), chosen[language()]);
  const given = () => joinClauses(clauses.slice(at, end));
  const isActive = () => status === "speaking" || status === "loading";

  const state = (): PlayerState => ({
    status,
    sentence: sentence(),
    range: given(),
    failure,
    rate,
    voice: voice(),
    voices: voicesFor(engine.voices(), language()),
    engine: engine.name,
    sleep,
  });
  const tell = () => {
    const now = state();
    for (const changed of [...watchers]) changed(now);
  };

  const silence = () => {
    token++;
    callOffWatchdog();
    try {
      engine.cancel();
    } catch {
      // An engine that cannot even be cancelled is not spoken to again until asked: its events are not heard.
    }
  };
  const settle = (next: Status, why?: Failure) => {
    silence();
    status = next;
    failure = why;
    tell();
  };

  /** The time in ms that a clause takes at most, or at least. */
  const estimate = (clause: Clause, speeds: Readonly<Record<Language, number>>) =>
    (clause.text.length / speeds[nearestLanguage(language())] / rate) * 1000;

  const watchdog = (milliseconds: number, mine: number) => {
    callOffWatchdog();
    callOffWatchdog = clock.after(milliseconds, () => {
      if (mine === token) giveUp();
    });
  };

  const standAt = (clause: number) => {
    at = clause;
    end = clause + 1;
  };

  /** Stands at the clause that is being spoken, as far as can be known: no voice is slower than the slowest. */
  const standWhereHeard = () => {
    const seconds = startedAt === undefined ? 0 : (clock.now() - startedAt) / 1000;
    let left = seconds * slowest[nearestLanguage(language())] * Math.min(1, rate);
    let place = at;
    for (; place + 1 < end; place++) {
      left -= clauses[place]?.text.length ?? 0;
      if (left < 0) break;
    }
    standAt(place);
  };

  /** What was given was not spoken: a run is tried clause by clause; a clause is left, unless too many were. */
  const giveUp = () => {
    if (end - at > 1) {
      failedAtRuns.add(voice()?.name ?? "");
      return speak();
    }
    failed++;
    if (failed < tries) return advance();
    // What nobody has heard is tried again when the reader asks.
    standAt(at - failed + 1);
    settle("failed", engine.voices().length > 0 ? "broken" : "no-voice");
  };

  const advance = () => {
    const here = clauses[at];
    const next = clauses[end];
    if (!here || !next) {
      standAt(0);
      return settle("ended");
    }
    const isNewSection = sentences[here.sentence]?.section !== sentences[next.sentence]?.section;
    standAt(end);
    if (isNewSection && sleep === "section") {
      sleep = undefined;
      return settle("paused");
    }
    speak();
  };

  const hear = (event: EngineEvent, mine: number) => {
    const clause = given();
    if (mine !== token || !clause) return;
    if (event === "started") {
      startedAt = clock.now();
      status = "speaking";
      watchdog(2 * estimate(clause, slowest) + 2_000, mine);
      tell();
    } else if (event === "ended") {
      const isHeard =
        startedAt !== undefined && clock.now() - startedAt >= estimate(clause, fastest);
      if (!isHeard) return giveUp();
      failed = 0;
      advance();
    } else if (event === "paused") {
      pause();
    } else if (event === "refused") {
      settle("failed", "refused");
    } else {
      giveUp();
    }
  };

  const pause = () => {
    standWhereHeard();
    settle("paused");
  };

  const isRunDue = () => {
    const own = voice();
    return own?.takesRuns && !failedAtRuns.has(own.name) && !options.readsAlong?.();
  };

  const speak = () => {
    silence();
    end = isRunDue() ? endOfRun(script, at) : at + 1;
    const clause = given();
    if (!clause) return settle("ended");
    if (!engine.isAvailable) return settle("failed", "no-engine");
    // A list without a fitting voice is an answer; an empty one may yet fill, and must not hold up the first word.
    if (engine.voices().length > 0 && !voice()) return settle("failed", "no-voice");
    const mine = token;
    const length = sentence()?.text.length || 1;
    startedAt = undefined;
    failure = undefined;
    status = status === "speaking" ? "speaking" : "loading";
    watchdog(patience, mine);
    tell();
    if (mine !== token) return;
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
        (event) => hear(event, mine),
      );
    } catch {
      settle("failed", "broken");
    }
  };

  const goTo = (clause: number) => {
    standAt(clause);
    failed = 0;
    if (isActive()) {
      speak();
    } else {
      status = status === "idle" ? "idle" : "paused";
      failure = undefined;
      tell();
    }
  };
  const clauseOf = (number: number) => clauses.findIndex((clause) => clause.sentence >= number);

  const endVoices = engine.watchVoices(tell);

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
        standAt(found);
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
      standAt(Math.max(0, clauseOf(clauses[at]?.sentence ?? 0)));
      sleep = undefined;
      callOffSleep();
      settle("idle");
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
      // As on a music player: back is to the beginning of this section first.
      const isInside = clauses[at]?.sentence !== clauses[starts[here] ?? 0]?.sentence;
      const target = by < 0 && isInside ? here : here + by;
      const found = starts[Math.min(Math.max(0, target), starts.length - 1)];
      if (found !== undefined) goTo(found);
    },
    setRate(next) {
      if (isActive()) standWhereHeard();
      rate = Math.min(3, Math.max(0.5, next));
      if (isActive()) speak();
      else tell();
    },
    setVoice(which, name) {
      if (isActive()) standWhereHeard();
      if (name === undefined) delete chosen[which];
      else chosen[which] = name;
      if (isActive()) speak();
      else tell();
    },
    setSleep(next) {
      callOffSleep();
      sleep = next;
      if (typeof next === "number") {
        callOffSleep = clock.after(next * 60_000, () => {
          sleep = undefined;
          if (isActive()) pause();
          else tell();
        });
      }
      tell();
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
        // What is being spoken stays what it is.
        end += same - at;
        at = same;
        return tell();
      }
      goTo(Math.max(0, clauseOf(number)));
    },
    dispose() {
      silence();
      callOffSleep();
      endVoices();
      watchers.clear();
      status = "idle";
    },
  };
}
