import type { Clock } from "../../src/core/speech/engine.ts";

/** A clock that a test advances. */
export interface FakeClock extends Clock {
  /** Advances by milliseconds and runs the callbacks that fall due, in order. */
  pass(milliseconds: number): void;
}

export function createFakeClock(): FakeClock {
  let time = 0;
  let waiting: { readonly due: number; readonly callback: () => void }[] = [];
  return {
    now: () => time,
    after(milliseconds, callback) {
      const timer = { due: time + milliseconds, callback };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((each) => each !== timer);
      };
    },
    pass(milliseconds) {
      const end = time + milliseconds;
      for (;;) {
        const [next] = waiting.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due);
        if (!next) break;
        waiting = waiting.filter((each) => each !== next);
        time = next.due;
        next.callback();
      }
      time = end;
    },
  };
}
