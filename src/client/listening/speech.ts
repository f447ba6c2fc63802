import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { Player, PlayerState } from "../../core/speech/player.ts";

/** A player with its state as a signal. */
export interface Speech extends Omit<Player, "state" | "watch"> {
  readonly state: Accessor<PlayerState>;
}

/** Wraps a player as a Solid primitive; the player is disposed of with its owner. */
export function createSpeech(player: Player): Speech {
  const [state, setState] = createSignal(player.state());
  const unwatch = player.watch((next) => void setState(next));
  onCleanup(() => {
    unwatch();
    player.dispose();
  });
  return {
    state,
    play: (id) => player.play(id),
    pause: () => player.pause(),
    giveWay: () => player.giveWay(),
    stop: () => player.stop(),
    skipSentences: (by) => player.skipSentences(by),
    skipSections: (by) => player.skipSections(by),
    setRate: (rate) => player.setRate(rate),
    setVoice: (language, name) => player.setVoice(language, name),
    setSleep: (sleep) => player.setSleep(sleep),
    setScript: (script) => player.setScript(script),
    dispose: () => player.dispose(),
  };
}
