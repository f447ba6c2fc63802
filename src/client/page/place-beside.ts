import { barSelector } from "../../core/page/contract.ts";

/** The least distance of a box from the window's edges, in CSS px. */
const margin = 8;

/** Where a box is put, in CSS px from the window's top and left. */
export interface BoxPosition {
  readonly left: number;
  readonly top: number;
}

/**
 * Where a box stands beside a piece of text: below it where there is room above the bar, else above
 * it. Where neither has room it is below, and reaches over the bar.
 *
 * @param gap the distance between the two, in CSS px
 */
export function placeBeside(
  text: Pick<DOMRect, "left" | "top" | "bottom">,
  box: Pick<DOMRect, "width" | "height">,
  gap: number,
): BoxPosition {
  const bar = document.querySelector(barSelector)?.getBoundingClientRect();
  const free = bar && bar.top > 0 ? bar.top : window.innerHeight;
  const fitsBelow = text.bottom + gap + box.height <= free;
  const fitsAbove = text.top - gap - box.height >= 0;
  const { clientWidth } = document.documentElement;
  return {
    left: Math.max(margin, Math.min(text.left, clientWidth - box.width - margin)),
    top: fitsBelow || !fitsAbove ? text.bottom + gap : text.top - gap - box.height,
  };
}
