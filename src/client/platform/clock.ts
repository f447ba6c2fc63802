import type { Clock } from "../../core/speech/engine.ts";

/** The browser's time. */
export const clock: Clock = {
  now: () => performance.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
