import type { Language } from "../document/report.ts";
import type { Clock, Engine, EngineEvent, Utterance, Voice } from "./engine.ts";
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
 * Why nothing is heard: no speech engine, no voice for the language, refused by the browser, a
 * malfunctioning engine, or, while paused, a player elsewhere that this one gave way to.
 */
export type Failure = "no-engine" | "no-voice" | "refused" | "broken" | "elsewhere";

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
  /** Pauses, if speaking, because a player elsewhere has begun to speak. */
  giveWay(): void;
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

/** The implementation of {@link createPlayer}. */
class ScriptPlayer implements Player {
  private readonly options: PlayerOptions;
  private readonly watchers = new Set<(state: PlayerState) => void>();
  private readonly chosenVoices: Partial<Record<string, string>>;
  /** The names of voices that failed at a run of clauses. */
  private readonly failedAtRuns = new Set<string>();
  private readonly stopWatchingVoices: () => void;
  private script: Script;
  private status: Status = "idle";
  private failure: Failure | undefined;
  private rate: number;
  private sleep: Sleep | undefined;
  /** The clauses that are being spoken, or will be: from `at` (inclusive) to `end` (exclusive). */
  private at = 0;
  private end = 1;
  /** Identifies the current utterance. */
  private token = 0;
  /** How many clauses in a row have failed. */
  private failed = 0;
  private startedAt: number | undefined;
  private cancelWatchdog = () => {};
  private cancelSleepTimer = () => {};

  constructor(options: PlayerOptions) {
    this.options = options;
    this.script = options.script;
    this.chosenVoices = { ...options.chosenVoices };
    this.rate = options.rate ?? 1;
    this.stopWatchingVoices = options.engine.watchVoices(() => this.notify());
  }

  state(): PlayerState {
    const { engine } = this.options;
    return {
      status: this.status,
      sentence: this.sentence(),
      range: this.currentClause(),
      failure: this.failure,
      rate: this.rate,
      voice: this.voice(),
      voices: voicesFor(engine.voices(), this.language()),
      engine: engine.name,
      sleep: this.sleep,
    };
  }

  watch(changed: (state: PlayerState) => void): () => void {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  }

  play(id?: string): void {
    if (id !== undefined) {
      const number = this.script.sentences.findIndex((each) => each.id === id);
      const found = this.clauseOf(number);
      if (number < 0 || found < 0) return;
      this.moveTo(found);
    } else if (this.isActive()) {
      return;
    }
    this.failed = 0;
    this.speak();
  }

  pause(): void {
    if (this.isActive()) this.pauseSpeech();
  }

  giveWay(): void {
    if (this.isActive()) this.pauseSpeech("elsewhere");
  }

  stop(): void {
    this.moveTo(Math.max(0, this.clauseOf(this.script.clauses[this.at]?.sentence ?? 0)));
    this.sleep = undefined;
    this.cancelSleepTimer();
    this.stopWith("idle");
  }

  skipSentences(by: number): void {
    const { sentences, clauses } = this.script;
    const here = clauses[this.at]?.sentence ?? 0;
    const found = this.clauseOf(Math.min(Math.max(0, here + by), sentences.length - 1));
    if (found >= 0) this.goTo(found);
  }

  skipSections(by: 1 | -1): void {
    const { sentences, clauses } = this.script;
    const starts = clauses.flatMap((clause, index) => {
      const previous = clauses[index - 1];
      const section = sentences[clause.sentence]?.section;
      return previous && sentences[previous.sentence]?.section === section ? [] : [index];
    });
    const here = starts.filter((start) => start <= this.at).length - 1;
    // As on a music player, back means the beginning of the current section first.
    const isInside = clauses[this.at]?.sentence !== clauses[starts[here] ?? 0]?.sentence;
    const target = by < 0 && isInside ? here : here + by;
    const found = starts[Math.min(Math.max(0, target), starts.length - 1)];
    if (found !== undefined) this.goTo(found);
  }

  setRate(rate: number): void {
    if (this.isActive()) this.moveToSpokenClause();
    this.rate = Math.min(3, Math.max(0.5, rate));
    this.restart();
  }

  setVoice(language: string, name: string | undefined): void {
    if (this.isActive()) this.moveToSpokenClause();
    if (name === undefined) delete this.chosenVoices[language];
    else this.chosenVoices[language] = name;
    this.restart();
  }

  setSleep(sleep: Sleep | undefined): void {
    this.cancelSleepTimer();
    this.sleep = sleep;
    if (typeof sleep === "number") {
      this.cancelSleepTimer = this.options.clock.after(sleep * 60_000, () => {
        this.sleep = undefined;
        if (this.isActive()) this.pauseSpeech();
        else this.notify();
      });
    }
    this.notify();
  }

  setScript(script: Script): void {
    const here = this.sentence();
    const inSection = ({ sentences }: Script) =>
      sentences.filter(({ section }) => section === here?.section);
    const index = inSection(this.script).findIndex(({ id }) => id === here?.id);
    const from = this.script.clauses[this.at]?.from;
    const candidates = inSection(script);
    const id = here && script.sentences.some((each) => each.id === here.id) ? here.id : undefined;
    const to = id ?? candidates[Math.min(index, candidates.length - 1)]?.id;
    this.script = script;
    const number = script.sentences.findIndex((each) => each.id === to);
    const same = script.clauses.findIndex(
      (clause) => id !== undefined && clause.sentence === number && clause.from === from,
    );
    if (same >= 0) {
      // The clause is unchanged: the engine goes on speaking it.
      this.end += same - this.at;
      this.at = same;
      this.notify();
      return;
    }
    this.goTo(Math.max(0, this.clauseOf(number)));
  }

  dispose(): void {
    this.cancelSpeech();
    this.cancelSleepTimer();
    this.stopWatchingVoices();
    this.watchers.clear();
    this.status = "idle";
  }

  private sentence(): SpokenSentence | undefined {
    const { sentences, clauses } = this.script;
    return sentences[clauses[this.at]?.sentence ?? 0];
  }

  private language(): string {
    return this.sentence()?.language ?? "zh-CN";
  }

  private voice(): Voice | undefined {
    const language = this.language();
    return chooseVoice(this.options.engine.voices(), language, this.chosenVoices[language]);
  }

  private currentClause(): Clause | undefined {
    return joinClauses(this.script.clauses.slice(this.at, this.end));
  }

  /** The index of the first clause of a sentence, or of the next sentence that has one; else -1. */
  private clauseOf(sentence: number): number {
    return this.script.clauses.findIndex((clause) => clause.sentence >= sentence);
  }

  private isActive(): boolean {
    return this.status === "speaking" || this.status === "loading";
  }

  private notify(): void {
    const now = this.state();
    for (const changed of [...this.watchers]) changed(now);
  }

  private cancelSpeech(): void {
    this.token++;
    this.cancelWatchdog();
    try {
      this.options.engine.cancel();
    } catch {
      // An engine that fails to cancel: its events are ignored, since the token has changed.
    }
  }

  private stopWith(status: Status, failure?: Failure): void {
    this.cancelSpeech();
    this.status = status;
    this.failure = failure;
    this.notify();
  }

  private pauseSpeech(reason?: Failure): void {
    this.moveToSpokenClause();
    this.stopWith("paused", reason);
  }

  /** Speaks the current clause again if speaking; otherwise only reports the change. */
  private restart(): void {
    if (this.isActive()) this.speak();
    else this.notify();
  }

  private moveTo(clause: number): void {
    this.at = clause;
    this.end = clause + 1;
  }

  private goTo(clause: number): void {
    this.moveTo(clause);
    this.failed = 0;
    if (this.isActive()) {
      this.speak();
    } else {
      this.status = this.status === "idle" ? "idle" : "paused";
      this.failure = undefined;
      this.notify();
    }
  }

  /** The estimated duration of a clause in ms at a given speed. */
  private estimate(clause: Clause, speeds: Readonly<Record<Language, number>>): number {
    return (clause.text.length / speeds[nearestLanguage(this.language())] / this.rate) * 1000;
  }

  /** Moves to the clause of the run that is probably being spoken, assuming the slowest speech. */
  private moveToSpokenClause(): void {
    const { clock } = this.options;
    const seconds = this.startedAt === undefined ? 0 : (clock.now() - this.startedAt) / 1000;
    let left = seconds * slowest[nearestLanguage(this.language())] * Math.min(1, this.rate);
    let clause = this.at;
    for (; clause + 1 < this.end; clause++) {
      left -= this.script.clauses[clause]?.text.length ?? 0;
      if (left < 0) break;
    }
    this.moveTo(clause);
  }

  private startWatchdog(milliseconds: number, token: number): void {
    this.cancelWatchdog();
    this.cancelWatchdog = this.options.clock.after(milliseconds, () => {
      if (token === this.token) this.giveUp();
    });
  }

  /**
   * Handles a failed utterance: repeats a run clause by clause; skips a clause, or fails for good.
   */
  private giveUp(): void {
    if (this.end - this.at > 1) {
      this.failedAtRuns.add(this.voice()?.name ?? "");
      this.speak();
      return;
    }
    this.failed++;
    if (this.failed < mostFailures) {
      this.advance();
      return;
    }
    // Moves back to the first clause that failed, so that it is tried again when the reader presses
    // play.
    this.moveTo(this.at - this.failed + 1);
    this.stopWith("failed", this.options.engine.voices().length > 0 ? "broken" : "no-voice");
  }

  private advance(): void {
    const { sentences, clauses } = this.script;
    const here = clauses[this.at];
    const next = clauses[this.end];
    if (!here || !next) {
      this.moveTo(0);
      this.stopWith("ended");
      return;
    }
    const isNewSection = sentences[here.sentence]?.section !== sentences[next.sentence]?.section;
    this.moveTo(this.end);
    if (isNewSection && this.sleep === "section") {
      this.sleep = undefined;
      this.stopWith("paused");
      return;
    }
    this.speak();
  }

  private handleEvent(event: EngineEvent, token: number): void {
    const clause = this.currentClause();
    if (token !== this.token || !clause) return;
    const now = this.options.clock.now();
    if (event === "started") {
      this.startedAt = now;
      this.status = "speaking";
      this.startWatchdog(2 * this.estimate(clause, slowest) + 2_000, token);
      this.notify();
    } else if (event === "ended") {
      const isHeard =
        this.startedAt !== undefined && now - this.startedAt >= this.estimate(clause, fastest);
      if (isHeard) {
        this.failed = 0;
        this.advance();
      } else {
        this.giveUp();
      }
    } else if (event === "paused") {
      this.pauseSpeech();
    } else if (event === "refused") {
      this.stopWith("failed", "refused");
    } else {
      this.giveUp();
    }
  }

  private usesRuns(): boolean {
    const voice = this.voice();
    const canUseRuns = voice?.takesRuns && !this.failedAtRuns.has(voice.name);
    return Boolean(canUseRuns && !this.options.readsAlong?.());
  }

  /** Why the current sentence cannot be spoken; undefined if it can. */
  private findObstacle(): Failure | undefined {
    const { engine } = this.options;
    if (!engine.isAvailable) return "no-engine";
    // A list of voices without a suitable one is final. An empty list may fill later, and must not
    // delay speech.
    return engine.voices().length > 0 && !this.voice() ? "no-voice" : undefined;
  }

  private speak(): void {
    const { engine } = this.options;
    this.cancelSpeech();
    this.end = this.usesRuns() ? endOfRun(this.script, this.at) : this.at + 1;
    const clause = this.currentClause();
    const failure = this.findObstacle();
    if (!clause || failure) {
      this.stopWith(clause ? "failed" : "ended", clause && failure);
      return;
    }
    const { token } = this;
    this.startedAt = undefined;
    this.failure = undefined;
    this.status = this.status === "speaking" ? "speaking" : "loading";
    this.startWatchdog(startTimeout, token);
    this.notify();
    // A watcher may have stopped or moved the player.
    if (token !== this.token) return;
    try {
      engine.speak(this.toUtterance(clause), (event) => this.handleEvent(event, token));
    } catch {
      this.stopWith("failed", "broken");
    }
  }

  private toUtterance({ text, from, to }: Clause): Utterance {
    const sentence = this.sentence();
    const length = sentence?.text.length || 1;
    return {
      text,
      language: this.language(),
      rate: this.rate,
      voice: this.voice(),
      sentence: sentence?.id ?? "",
      from: from / length,
      to: to / length,
    };
  }
}

/**
 * Creates a player. Whatever the engine does, the player reaches a well-defined state: a clause
 * that never starts, never ends, or ends sooner than it could have been spoken counts as failed and
 * the next is tried; three failures in a row set the status `failed`. A voice with `takesRuns` gets
 * runs of clauses; after a failed run it gets single clauses.
 *
 * Pausing is done by cancelling and remembering the clause, since engines' own pause is unreliable.
 * Every utterance has a token; events of older utterances are ignored.
 */
export function createPlayer(options: PlayerOptions): Player {
  return new ScriptPlayer(options);
}
