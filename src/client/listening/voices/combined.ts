import type { Engine } from "../../../core/speech/engine.ts";

/** Several engines as one; more can be added. */
export interface CombinedEngine extends Engine {
  add(engine: Engine): void;
}

/**
 * Combines engines: offers the voices of all, and passes each clause to the engine of its voice.
 */
export function combineEngines(first: Engine): CombinedEngine {
  const engines: Engine[] = [];
  const watchers = new Set<() => void>();
  const notify = () => {
    for (const changed of watchers) changed();
  };
  const add = (engine: Engine) => {
    engines.push(engine);
    engine.watchVoices(notify);
    notify();
  };
  add(first);
  const available = () => engines.filter((engine) => engine.isAvailable);
  let last = first;
  return {
    add,
    get name() {
      return last.name;
    },
    get isAvailable() {
      return available().length > 0;
    },
    voices: () => available().flatMap((engine) => engine.voices()),
    watchVoices(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    speak(utterance, report) {
      const { voice } = utterance;
      const owner = (each: Engine) =>
        each.voices().some(({ name, tag }) => name === voice?.name && tag === voice.tag);
      const engine = available().find(owner) ?? available()[0] ?? first;
      if (engine !== last) last.cancel();
      last = engine;
      engine.speak(utterance, report);
    },
    cancel: () => last.cancel(),
  };
}
