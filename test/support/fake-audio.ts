import { vi } from "vitest";

/** An `<audio>` whose sound a test plays by hand. */
export interface FakeAudio extends HTMLAudioElement {
  /** Runs on to a number of seconds, and tells so. */
  runTo(seconds: number): void;
  /** Tells how long the sound is, as its file says. */
  turnsOutToLast(seconds: number): void;
  /** Stops of itself, as for a call. */
  isSilenced(): void;
}

/** Lets `new Audio()` be a fake; `play` is what playing comes to. Returns the last one that was made. */
export function fakeAudio(play: () => Promise<void> = async () => {}): () => FakeAudio {
  let last: FakeAudio | undefined;
  class Fake extends EventTarget {
    src = "";
    preload = "";
    currentTime = 0;
    duration = Number.NaN;
    playbackRate = 1;
    paused = true;
    ended = false;
    error: MediaError | null = null;
    constructor() {
      super();
      last = this as unknown as FakeAudio;
    }
    async play() {
      await play();
      this.paused = false;
    }
    pause() {
      if (this.paused) return;
      this.paused = true;
      // Told a moment later, as in a browser.
      queueMicrotask(() => this.dispatchEvent(new Event("pause")));
    }
    runTo(seconds: number) {
      this.currentTime = seconds;
      this.ended = seconds >= this.duration;
      this.dispatchEvent(new Event("timeupdate"));
    }
    turnsOutToLast(seconds: number) {
      this.duration = seconds;
      this.dispatchEvent(new Event("durationchange"));
    }
    isSilenced() {
      this.pause();
    }
  }
  vi.stubGlobal("Audio", Fake);
  return () => {
    if (!last) throw new Error("no audio has been made");
    return last;
  };
}
