import { createEffect, createMemo } from "solid-js";
import { bringIntoView, isInView } from "../page/keep-in-view.ts";
import { openAround } from "../page/reveal.ts";
import { isComposing } from "../platform/composing.ts";
import type { Speech } from "./speech.ts";
import type { ListeningState } from "./state.ts";

/** Keys that scroll a page, as `KeyboardEvent.key` has them. */
const scrollKeys = /^(?:Page(?:Up|Down)|Arrow(?:Up|Down)|Home|End)$/;

/**
 * Marks the sentence that is being spoken, opens the disclosure around it and scrolls to it. After
 * the reader has scrolled by hand the page stays where it is, until the sentence is on the screen
 * again or they use the player.
 */
export function attachSpeechMarks(
  panel: HTMLElement,
  speech: Speech,
  listening: ListeningState,
  signal: AbortSignal,
): void {
  let hasScrolled = false;
  const scrolled = ({ target }: Event) => {
    if (target instanceof Node && !panel.contains(target)) hasScrolled = true;
  };
  addEventListener("wheel", scrolled, { passive: true, signal });
  addEventListener("touchmove", scrolled, { passive: true, signal });
  const scrolledByKey = (event: KeyboardEvent) => {
    if (scrollKeys.test(event.key) && !isComposing(event)) scrolled(event);
  };
  const followAgain = () => {
    hasScrolled = false;
  };
  addEventListener("keydown", scrolledByKey, { signal });
  panel.addEventListener("click", followAgain, { signal });
  const id = createMemo(() => {
    const { status, sentence } = speech.state();
    return status === "speaking" || status === "paused" ? sentence?.id : undefined;
  });
  let marked: Element | undefined;
  createEffect(() => {
    const next = document.getElementById(id() ?? "") ?? undefined;
    const { mark, follow } = listening.preferences();
    if (!marked || isInView(marked)) hasScrolled = false;
    marked?.classList.remove("said");
    const isNew = next !== marked;
    marked = next;
    if (!next) return;
    next.classList.toggle("said", mark);
    if (!isNew) return;
    openAround(next);
    if (follow && !hasScrolled) bringIntoView(next);
  });
}
