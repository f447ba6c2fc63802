import type { Engine } from "../../../core/speech/engine.ts";

/** Several engines as one, and more of them later. */
export interface CombinedEngine extends Engine {
  add(engine: Engine): void;
}

/** Several engines as one: their voices together, and each clause to the engine whose voice is to speak it. */
export function combineEngines(first: Engine): CombinedEngine {
  const engines: Engine[] = [];
  const watchers = new Set<() => void>();
  const tell = () => {
    for (const changed of watchers) changed();
  };
  const add = (engine: Engine) => {
    engines.push(engine);
    engine.watchVoices(tell);
    tell();
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
    speak(utterance, hear) {
      const { voice } = utterance;
      const owner = (each: Engine) =>
        each.voices().some(({ name, tag }) => name === voice?.name && tag === voice.tag);
      const engine = available().find(owner) ?? available()[0] ?? first;
      if (engine !== last) last.cancel();
      last = engine;
      engine.speak(utterance, hear);
    },
    cancel: () => last.cancel(),
  };
}
