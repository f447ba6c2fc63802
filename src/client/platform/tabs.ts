import { ownName } from "../../core/own-name.ts";
import { localStore, onStoredElsewhere } from "./storage.ts";

/** A connection to the other tabs of this reader. */
export interface Tabs {
  /** Tells the other tabs a number that was not told before. */
  tell(number: number): void;
  leave(): void;
}

/**
 * Connects to the other tabs under a name; `hear` gets what they tell. Where the browser has no
 * `BroadcastChannel` (Safari before 15.4), by what is stored under that name.
 */
export function joinTabs(name: string, hear: (number: number) => void): Tabs {
  if (typeof BroadcastChannel === "function") {
    const channel = new BroadcastChannel(ownName(import.meta.env.BASE_URL, name));
    channel.onmessage = ({ data }) => hear(Number(data));
    return { tell: (number) => channel.postMessage(number), leave: () => channel.close() };
  }
  const listening = new AbortController();
  onStoredElsewhere(name, (told) => told && hear(Number(told)), listening.signal);
  return {
    tell: (number) => void localStore.write(name, String(number)),
    leave: () => listening.abort(),
  };
}
