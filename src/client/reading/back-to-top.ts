/**
 * Offers the way back to the top to a reader who was taken to where they left. It goes when it is used, and when they have
 * read on for a window's height.
 */
export function offerTop(name: string): void {
  const link = Object.assign(document.createElement("a"), { href: "#main", textContent: name });
  link.className = "to-top";
  const begin = window.scrollY;
  const look = () => {
    if (Math.abs(window.scrollY - begin) > window.innerHeight) end();
  };
  const end = () => {
    removeEventListener("scroll", look);
    link.remove();
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    scrollTo({ top: 0, behavior: "instant" });
    document.getElementById("main")?.focus({ preventScroll: true });
    end();
  });
  addEventListener("scroll", look, { passive: true });
  document.querySelector("main")?.before(link);
}
