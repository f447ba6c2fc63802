/** The height of the window that no open panel covers, in CSS px. */
function freeHeight(): number {
  const panels = [...document.querySelectorAll(".panel")].map((panel) =>
    panel.getBoundingClientRect(),
  );
  const covering = panels.filter(
    ({ width, top }) => width > window.innerWidth * 0.6 && top > 0 && top < window.innerHeight,
  );
  return Math.min(window.innerHeight, ...covering.map(({ top }) => top));
}

/** Whether some of an element can be seen now. */
export function isInView(element: Element): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < freeHeight();
}

/**
 * Scrolls so that an element or a range can be read, if it can't be now; as the reader wants things to move, or at once
 * where they are far away.
 */
export function bringIntoView(element: Element | Range, isFar = false): void {
  const { top, bottom } = element.getBoundingClientRect();
  const free = freeHeight();
  const margin = 16;
  // A sentence longer than the window begins in view: more can't be had.
  if (top >= margin && (bottom <= free - margin || top <= free / 4)) return;
  const isStill = isFar || matchMedia("(prefers-reduced-motion: reduce)").matches;
  window.scrollBy({ top: top - free / 4, behavior: isStill ? "instant" : "smooth" });
}
