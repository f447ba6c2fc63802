import { createEffect, createMemo, onCleanup } from "solid-js";
import { joinTabs } from "../platform/tabs.ts";
import type { Speech } from "./speech.ts";

/** Up to this age of the speech, in ms, two tabs count as having begun at the same time. */
const togetherMs = 1000;

/**
 * Lets one tab speak at a time: the one that has begun last. A tab that begins tells the others;
 * one that hears of it gives way, and never answers.
 */
export function attachOneVoice(speech: Speech): void {
  const isActive = createMemo(() => ["loading", "speaking"].includes(speech.state().status));
  createEffect(() => {
    if (!isActive()) return;
    const begun = performance.now();
    const own = Date.now() + Math.random();
    // While it speaks, no longer: an open channel may keep the page out of the back-forward cache.
    const tabs = joinTabs("speech", (other) => {
      // Of two that begin at the same time, each hears of the other, and one must go on.
      if (performance.now() - begun < togetherMs && other < own) return;
      speech.giveWay();
    });
    onCleanup(tabs.leave);
    tabs.tell(own);
  });
}
