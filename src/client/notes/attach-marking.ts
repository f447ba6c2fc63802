import { createEffect, on } from "solid-js";
import { listenPanelId, mainId } from "../../core/page/contract.ts";
import { placeBeside } from "../page/place-beside.ts";
import { type PositionRange, rangeOf } from "../page/text-ranges.ts";
import { isComposing } from "../platform/composing.ts";
import type { Marking } from "./marking.ts";
import { annotationAround } from "./paint-annotations.ts";
import { watchSelection } from "./watch-selection.ts";

/**
 * The distance of the toolbar from the text, in CSS px: a finger's handles hang below the
 * selection.
 */
const gap = { fine: 10, coarse: 32 } as const;

/** What the toolbar is opened for. */
export interface MarkingOptions {
  readonly elements: readonly HTMLElement[];
  /** Opens it for a stretch that was selected, unless it is empty. */
  readonly openSelection: (range: PositionRange) => void;
  readonly openAnnotation: (id: string) => void;
}

/** Moves the focus into the toolbar and back. */
interface ToolbarFocus {
  enter(): void;
  leave(): void;
  isInside(): boolean;
}

function trackFocus(toolbar: HTMLElement, signal: AbortSignal): ToolbarFocus {
  /** Whether the focus was last in the toolbar: the element that had it may be gone since. */
  let wasInside = false;
  /** What had the focus before it went into the toolbar. */
  let before: Element | null = null;
  const track = ({ target, relatedTarget }: FocusEvent) => {
    const isInside = target instanceof Node && toolbar.contains(target);
    // A screen reader may have moved the focus in by itself.
    if (isInside && !wasInside && relatedTarget instanceof Element) before = relatedTarget;
    wasInside = isInside;
  };
  document.addEventListener("focusin", track, { signal });
  return {
    enter() {
      if (!wasInside) before = document.activeElement;
      toolbar.querySelector<HTMLElement>("textarea, button")?.focus();
    },
    leave() {
      if (wasInside && before instanceof HTMLElement) before.focus({ preventScroll: true });
      wasInside = false;
    },
    isInside: () => toolbar.contains(document.activeElement),
  };
}

/** Puts the toolbar beside the text that it is about, on the page, so that it scrolls along. */
function place(toolbar: HTMLElement, marking: Marking): void {
  const anchor = marking.target()?.anchor;
  const range = anchor && rangeOf(anchor.start, anchor.end);
  if (!range) return;
  const isCoarse = matchMedia("(pointer: coarse)").matches;
  const { left, top } = placeBeside(
    range.getBoundingClientRect(),
    toolbar.getBoundingClientRect(),
    isCoarse ? gap.coarse : gap.fine,
  );
  toolbar.style.setProperty("top", `${top + scrollY}px`);
  toolbar.style.setProperty("left", `${left + scrollX}px`);
}

/**
 * Opens the toolbar for an annotation that is pressed, and handles Escape and Tab while it is open.
 */
function attachPresses(
  toolbar: HTMLElement,
  marking: Marking,
  openAnnotation: (id: string) => void,
  focus: ToolbarFocus,
  signal: AbortSignal,
): void {
  // A press on a button must not clear the selection that it is about.
  const keepSelected = (event: MouseEvent) => {
    const isText = event.target instanceof Element && event.target.closest("textarea");
    if (!isText) event.preventDefault();
  };
  const openPressed = ({ target }: MouseEvent) => {
    if (!(target instanceof Element) || target.closest("a, button, summary")) return;
    const id = target.closest(`#${mainId}`) && annotationAround(target);
    // While the player is open, a press on a sentence reads from there.
    const isListening = document.getElementById(listenPanelId)?.getClientRects().length;
    if (id && !isListening && getSelection()?.isCollapsed !== false) openAnnotation(id);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (!marking.target() || isComposing(event)) return;
    const active = document.activeElement;
    const isInText = active === document.body || active?.closest(`#${mainId}`);
    if (event.key === "Escape") marking.close();
    else if (event.key === "Tab" && !event.shiftKey && isInText) {
      event.preventDefault();
      focus.enter();
    }
  };
  toolbar.addEventListener("mousedown", keepSelected, { signal });
  document.addEventListener("click", openPressed, { signal });
  document.addEventListener("keydown", handleKey, { signal });
}

/**
 * Opens the toolbar for what the reader selects and for an annotation that they press, and puts it
 * beside the text. Returns what moves the focus into it.
 */
export function attachMarking(
  toolbar: HTMLElement,
  marking: Marking,
  { elements, openSelection, openAnnotation }: MarkingOptions,
  signal: AbortSignal,
): () => void {
  const focus = trackFocus(toolbar, signal);
  watchSelection(toolbar, marking, elements, openSelection, signal);
  attachPresses(toolbar, marking, openAnnotation, focus, signal);
  const placeToolbar = () => place(toolbar, marking);
  addEventListener("resize", placeToolbar, { signal });
  createEffect(on(marking.annotation, placeToolbar, { defer: true }));
  createEffect(
    on([marking.target, () => marking.draft() !== undefined], ([target, isWriting], previous) => {
      toolbar.hidden = !target;
      if (!target) return focus.leave();
      placeToolbar();
      const wasWriting = previous?.[1] ?? false;
      // A reader who moves on to the next sentence stays at the button for it.
      const isNewlyOpen = target.by !== "selection" && !focus.isInside();
      if (isWriting !== wasWriting || isNewlyOpen) focus.enter();
    }),
  );
  return focus.enter;
}
