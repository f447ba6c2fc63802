import type { Clock, Engine, EngineEvent, Utterance, Voice } from "../../src/core/speech/engine.ts";

/** How a fake engine behaves: correctly, or with one of six faults seen on phones. */
export type Manners = "good" | "none" | "voiceless" | "late" | "endless" | "hasty" | "throws";

/** A silent engine that records what it was asked to speak. */
export interface FakeEngine extends Engine {
  readonly spoken: Utterance[];
  /** Fires an event of an utterance by its index in `spoken`, even of an old one. */
  tell(utterance: number, event: EngineEvent): void;
  /** How often it was cancelled. */
  cancelled(): number;
}

export const tingting: Voice = { name: "Tingting", tag: "zh-CN", isLocal: true };
/** A voice that takes runs of clauses. */
export const lili: Voice = { name: "Lili", tag: "zh-CN", isLocal: true, takesRuns: true };
export const daniel: Voice = { name: "Daniel", tag: "en-GB", isLocal: true };

/**
 * Creates an engine that speaks ten characters a second at rate 1; late voices arrive after a
 * second.
 */
export function createFakeEngine(
  clock: Clock,
  manners: Manners = "good",
  known: readonly Voice[] = [tingting, daniel],
): FakeEngine {
  const spoken: Utterance[] = [];
  const tellers: ((event: EngineEvent) => void)[] = [];
  const watchers = new Set<() => void>();
  let voices = ["late", "voiceless", "none"].includes(manners) ? [] : known;
  let cancels = 0;
  let callOff = () => {};
  if (manners === "late")
    clock.after(1000, () => {
      voices = known;
      for (const changed of watchers) changed();
    });
  return {
    name: "fake",
    isAvailable: manners !== "none",
    spoken,
    tell: (utterance, event) => tellers[utterance]?.(event),
    cancelled: () => cancels,
    voices: () => voices,
    watchVoices(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    speak(utterance, tell) {
      if (manners === "throws") throw new Error("speak is broken");
      spoken.push(utterance);
      tellers.push(tell);
      if (manners === "voiceless") return;
      if (manners === "hasty") {
        tell("started");
        tell("ended");
        return;
      }
      const callOffStart = clock.after(50, () => tell("started"));
      const length = (utterance.text.length * 100) / utterance.rate;
      const callOffEnd =
        manners === "endless" ? () => {} : clock.after(50 + length, () => tell("ended"));
      callOff = () => {
        callOffStart();
        callOffEnd();
      };
    },
    cancel() {
      cancels++;
      callOff();
    },
  };
}
