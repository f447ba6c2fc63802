/** Plays stretches of a recording. */
export interface SentencePlayer {
  /** Plays from `start` to `end`, in seconds, in place of what plays. */
  play(start: number, end: number): void;
  stop(): void;
}

/**
 * Plays on an audio element. `ended` is called when a stretch ends or is stopped; `failed` before
 * that, if it can't be played.
 */
export function createSentencePlayer(
  audio: HTMLAudioElement,
  { ended, failed }: { ended(): void; failed(): void },
  signal: AbortSignal,
): SentencePlayer {
  let end: number | undefined;
  const stop = () => {
    if (end === undefined) return;
    end = undefined;
    audio.pause();
    ended();
  };
  const stopAtEnd = () => {
    if (end !== undefined && audio.currentTime >= end) stop();
  };
  audio.addEventListener("timeupdate", stopAtEnd, { signal });
  audio.addEventListener("ended", stop, { signal });
  signal.addEventListener("abort", stop);
  return {
    play(start, to) {
      stop();
      end = to;
      audio.currentTime = start;
      // Time updates come four times a second: too late for a pause of a third of one.
      const watch = () => {
        stopAtEnd();
        if (end === to) requestAnimationFrame(watch);
      };
      audio.play().then(watch, () => {
        // Else it was stopped before it began, and nothing is wrong.
        if (end !== to) return;
        failed();
        stop();
      });
    },
    stop,
  };
}
