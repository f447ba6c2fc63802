import { vi } from "vitest";

/** A fake `<audio>` whose playback a test controls. */
export interface FakeAudio extends HTMLAudioElement {
  /** Advances to a time in seconds and fires the event. */
  runTo(seconds: number): void;
  /** Sets the duration and fires the event. */
  turnsOutToLast(seconds: number): void;
  /** Pauses without a request, as for a phone call. */
  isSilenced(): void;
}

/**
 * Makes `new Audio()` return a fake; `play` is the result of playing. Returns the last one that was
 * created.
 */
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
      // Fired asynchronously, as in a browser.
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
