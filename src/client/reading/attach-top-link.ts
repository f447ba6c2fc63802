import { mainId } from "../../core/page/contract.ts";

/**
 * Offers a link to the top to a reader who was taken to where they left. It is removed when it is
 * used, and when they have scrolled by a window's height.
 */
export function attachTopLink(name: string, signal: AbortSignal): void {
  const link = Object.assign(document.createElement("a"), {
    className: "to-top",
    href: `#${mainId}`,
    textContent: name,
  });
  const start = window.scrollY;
  const removeWhenFar = () => {
    if (Math.abs(window.scrollY - start) > window.innerHeight) remove();
  };
  const remove = () => {
    removeEventListener("scroll", removeWhenFar);
    link.remove();
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    scrollTo({ top: 0, behavior: "instant" });
    document.getElementById(mainId)?.focus({ preventScroll: true });
    remove();
  });
  addEventListener("scroll", removeWhenFar, { passive: true, signal });
  signal.addEventListener("abort", remove);
  document.getElementById(mainId)?.before(link);
}
