const revealed = "zhanjuan:reveal";

/** Calls back when an element is to be shown that stands in what is hidden. */
export function onReveal(show: () => void, signal: AbortSignal): void {
  document.addEventListener(revealed, show, { signal });
}

/** Opens what hides an element; returns whether anything did. */
export function openAround(element: Element): boolean {
  let wasHidden = element.closest("[hidden]") !== null;
  if (wasHidden) document.dispatchEvent(new CustomEvent(revealed));
  for (
    let part = element.closest("details");
    part;
    part = part.parentElement?.closest("details") ?? null
  ) {
    wasHidden ||= !part.open;
    part.open = true;
  }
  return wasHidden;
}

/** Opens what hides an element and scrolls to it. */
export function reveal(element: Element): void {
  if (openAround(element)) element.scrollIntoView({ block: "start", behavior: "instant" });
}

/** The element that a fragment names; undefined for nonsense. */
function target(hash: string): Element | undefined {
  try {
    // A browser that does not know text directives leaves them in the fragment.
    const [id = ""] = hash.slice(1).split(":~:");
    return document.getElementById(decodeURIComponent(id)) ?? undefined;
  } catch {
    // A fragment that is no valid encoding names nothing.
    return undefined;
  }
}

/** Opens the part that a link leads into. Chromium does so by itself; Safari and older engines do not. */
export function attachReveal(signal: AbortSignal): void {
  const follow = () => {
    const element = target(location.hash);
    if (element) reveal(element);
  };
  follow();
  addEventListener("hashchange", follow, { signal });
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element && event.target.closest("a[href^='#']");
      const element = link && target(link.getAttribute("href") ?? "");
      if (element) reveal(element);
    },
    { signal },
  );
}
