import type { Clock } from "../../core/speech/engine.ts";

/** The browser's clock and timers. */
export const clock: Clock = {
  now: () => performance.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
