import { createEffect, on } from "solid-js";
import type { Position } from "../../core/notes/annotation.ts";
import { pointsOf, rangeOf } from "../page/text-ranges.ts";
import type { Marking } from "./marking.ts";
import { annotationAround } from "./paint-annotations.ts";

/** How long a selection must rest before it counts, in ms: while it grows, nothing may move. */
const restMs = 250;

/**
 * Opens the toolbar for what the reader selects, and for what is marked and they press; and puts it in its place. Returns
 * what leads the focus into it.
 */
export function attachMarking(
  toolbar: HTMLElement,
  marking: Marking,
  options: {
    readonly elements: readonly HTMLElement[];
    /** Opens it for a stretch that was selected, unless it is empty. */
    readonly openStretch: (points: { start: Position; end: Position }) => void;
    readonly openAnnotation: (id: string) => void;
  },
): () => void {
  const { elements, openStretch, openAnnotation } = options;
  let timer = 0;
  let isPressed = false;
  /** The last stretch that was selected: whoever closes the toolbar does not want it back for the same. */
  let selected = "";
  /** Whether the focus was last in the toolbar: what had it there may be gone since. */
  let wasInside = false;
  const hasFocus = () => toolbar.contains(document.activeElement);
  /** Where the focus was before it went into the toolbar. */
  let before: Element | null = null;

  /** What of the text is selected. */
  const read = () => {
    const selection = getSelection();
    const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const points = (range && pointsOf(range, elements)) ?? undefined;
    return { points, written: points ? JSON.stringify(points) : "" };
  };
  const look = () => {
    const { points, written } = read();
    // With the focus in the toolbar a selection is the one that it is about; in its text there may be none.
    if (isPressed || written === selected || (hasFocus() && !points)) return;
    selected = written;
    if (points && !hasFocus()) openStretch(points);
  };
  const lookSoon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(look, restMs);
    const isOpen = marking.target()?.by === "selection" && !hasFocus();
    // While the selection changes, nothing of it may be marked as it was.
    if (isOpen && read().written !== selected) {
      selected = "";
      marking.close();
    }
  };
  const place = () => {
    const target = marking.target();
    const range = target && rangeOf(target.place.start, target.place.end);
    if (!range) return;
    const { top, bottom, left } = range.getBoundingClientRect();
    const { width, height } = toolbar.getBoundingClientRect();
    // A finger's handles hang below the selection.
    const gap = matchMedia("(pointer: coarse)").matches ? 32 : 10;
    const bar = document.querySelector(".bar")?.getBoundingClientRect();
    const free = bar && bar.top > 0 ? bar.top : innerHeight;
    const isAbove = bottom + gap + height > free && top - gap - height >= 0;
    const y = isAbove ? top - gap - height : bottom + gap;
    const x = Math.max(8, Math.min(left, document.documentElement.clientWidth - width - 8));
    toolbar.style.setProperty("top", `${y + scrollY}px`);
    toolbar.style.setProperty("left", `${x + scrollX}px`);
  };
  const enter = () => {
    if (!wasInside) before = document.activeElement;
    toolbar.querySelector<HTMLElement>("textarea, button")?.focus();
  };
  const leave = () => {
    if (wasInside && before instanceof HTMLElement) before.focus({ preventScroll: true });
    wasInside = false;
  };

  document.addEventListener("focusin", ({ target, relatedTarget }) => {
    const isInside = target instanceof Node && toolbar.contains(target);
    // A screen reader may have brought the focus in.
    if (isInside && !wasInside && relatedTarget instanceof Element) before = relatedTarget;
    wasInside = isInside;
  });

  document.addEventListener("selectionchange", lookSoon);
  document.addEventListener("pointerdown", ({ target }) => {
    isPressed = true;
    const isOutside = target instanceof Node && !toolbar.contains(target);
    if (isOutside && marking.target() && marking.target()?.by !== "selection") marking.close();
  });
  for (const type of ["pointerup", "pointercancel"])
    document.addEventListener(type, () => {
      isPressed = false;
      lookSoon();
    });
  // A press on a button must not take the selection away that it is about.
  toolbar.addEventListener("mousedown", (event) => {
    if (event.target instanceof Element && !event.target.closest("textarea"))
      event.preventDefault();
  });
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || target.closest("a, button, summary")) return;
    const id = target.closest("main") && annotationAround(target);
    const isListening = document.querySelector("#listen-panel")?.getClientRects().length;
    if (id && !isListening && getSelection()?.isCollapsed !== false) openAnnotation(id);
  });
  document.addEventListener("keydown", (event) => {
    // While an input method is at work, Escape is for it.
    if (!marking.target() || event.isComposing) return;
    const isInText =
      document.activeElement === document.body || document.activeElement?.closest("main");
    if (event.key === "Escape") marking.close();
    else if (event.key === "Tab" && !event.shiftKey && isInText) {
      event.preventDefault();
      enter();
    }
  });
  addEventListener("resize", place);
  // What was selected before this was loaded.
  lookSoon();
  createEffect(on(marking.annotation, place, { defer: true }));
  createEffect(
    on([marking.target, () => marking.draft() !== undefined], ([target, isWriting], previous) => {
      toolbar.hidden = !target;
      if (!target) return leave();
      place();
      const wasWriting = previous?.[1] ?? false;
      // Who goes on to the next sentence stays at the button that leads there.
      if (isWriting !== wasWriting || (target.by !== "selection" && !hasFocus())) enter();
    }),
  );
  return enter;
}
