import { barSelector, headSelector } from "../../core/page/contract.ts";

/** How far the head of the page, and a bar that stands there, reach into the window, in CSS px. */
function headBottom(): number {
  const bottoms = [...document.querySelectorAll(`${headSelector}, ${barSelector}`)]
    .map((element) => element.getBoundingClientRect().bottom)
    .filter((bottom) => bottom < window.innerHeight / 2);
  return Math.max(0, ...bottoms);
}

/** The height of the window above open panels, in CSS px. */
function freeHeight(): number {
  const panels = [...document.querySelectorAll(".panel")].map((panel) =>
    panel.getBoundingClientRect(),
  );
  const covering = panels.filter(
    ({ width, top }) => width > window.innerWidth * 0.6 && top > 0 && top < window.innerHeight,
  );
  return Math.min(window.innerHeight, ...covering.map(({ top }) => top));
}

/** Whether an element is at least partly visible. */
export function isInView(element: Element): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && bottom > headBottom() && top < freeHeight();
}

/**
 * Scrolls an element or a range into view, unless it is there. The scroll is smooth, but instant
 * for readers who prefer reduced motion and, with `isFar`, for long ways.
 */
export function bringIntoView(element: Element | Range, isFar = false): void {
  const { top, bottom } = element.getBoundingClientRect();
  const free = freeHeight();
  const margin = 16;
  // Of a sentence longer than the window its beginning is enough.
  if (top >= headBottom() + margin && (bottom <= free - margin || top <= free / 4)) return;
  const isStill = isFar || matchMedia("(prefers-reduced-motion: reduce)").matches;
  window.scrollBy({ top: top - free / 4, behavior: isStill ? "instant" : "smooth" });
}
