import { vi } from "vitest";

/** An element's layout: the distance of its top from the document's, and its height, in CSS px. */
export type Box = readonly [top: number, height: number];

/**
 * Fakes layout, which jsdom lacks: elements are placed by id, others take no space, and the window
 * scrolls over them. A new layout moves elements.
 */
export function layOut(boxes: Readonly<Record<string, Box>>, windowHeight = 600): void {
  const scroll = (top: number) => {
    Object.assign(window, { scrollY: Math.max(0, top) });
    dispatchEvent(new Event("scroll"));
  };
  Object.assign(window, { innerHeight: windowHeight, innerWidth: 360 });
  window.scrollTo = ((options: ScrollToOptions) => scroll(options.top ?? 0)) as typeof scrollTo;
  window.scrollBy = ((options: ScrollToOptions) =>
    scroll(window.scrollY + (options.top ?? 0))) as typeof scrollBy;
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (
    this: Element,
  ): DOMRect {
    const [top, height] = boxes[this.id] ?? [0, 0];
    return new DOMRect(0, top - window.scrollY, height > 0 ? 300 : 0, height);
  });
}

/** Scrolls as a reader does. */
export function scrollToTop(top: number): void {
  window.scrollTo({ top });
}
