import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { Player, PlayerState } from "../../core/speech/player.ts";

/** A player with its state as a signal. */
export interface Speech extends Omit<Player, "state" | "watch"> {
  readonly state: Accessor<PlayerState>;
}

/** A Solid primitive around a player. Disposes of the player with its owner. */
export function createSpeech(player: Player): Speech {
  const [state, setState] = createSignal(player.state());
  const unwatch = player.watch((next) => void setState(next));
  onCleanup(() => {
    unwatch();
    player.dispose();
  });
  return { ...player, state };
}
