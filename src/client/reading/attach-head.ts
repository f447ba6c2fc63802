/** How far the reader must scroll up for the head to return, in CSS px. */
const upwards = 24;

/** Up to this share of the window's height the head may stand over the text. */
const mostOfWindow = 0.2;

/** Where windows are lower than this the bar returns alone (low.css). */
const isHigh = "(min-height: 30.01rem)";

/**
 * Lets the head of the page return over the text when the reader scrolls up, and go when they
 * scroll down, so that its links are near wherever they read. `data-head` on the root element says
 * which: `away` or `back`; where it is missing the head stands at the top of the page. The text
 * does not move.
 */
export function attachHead(head: HTMLElement, signal: AbortSignal): void {
  const root = document.documentElement;
  let last = window.scrollY;
  let up = 0;
  const show = (state: "away" | "back" | undefined) => {
    if (state) root.dataset.head = state;
    else delete root.dataset.head;
  };
  const follow = () => {
    const now = window.scrollY;
    const by = now - last;
    last = now;
    // What goes far at once is a jump, not the reader's scrolling.
    const isJump = Math.abs(by) > window.innerHeight / 2;
    up = by > 0 || isJump ? 0 : up - by;
    const isBeyond = now > head.offsetHeight;
    if (up >= upwards && now > 0 && root.dataset.head) show("back");
    else if (isBeyond && (by > 0 || isJump)) show("away");
    else if (now <= 0 || (!isBeyond && root.dataset.head === "away")) show(undefined);
  };
  /** Returns the height of the head: to ask again after this would lay out the page anew. */
  const measure = () => {
    const { offsetHeight } = head;
    const sticks = matchMedia(isHigh).matches && offsetHeight <= window.innerHeight * mostOfWindow;
    head.classList.toggle("sticks", sticks);
    if (sticks) root.style.setProperty("--head", `${offsetHeight}px`);
    else root.style.removeProperty("--head");
    return offsetHeight;
  };
  if (last > measure()) show("away");
  addEventListener("scroll", follow, { passive: true, signal });
  addEventListener("resize", measure, { signal });
}
