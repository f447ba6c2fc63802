import { isNewEntry } from "./entry-position.ts";

const revealed = "zhanjuan:reveal";

/** Calls back when an element inside a hidden one is to be shown. */
export function onReveal(show: () => void, signal: AbortSignal): void {
  document.addEventListener(revealed, show, { signal });
}

/**
 * Opens the disclosures around an element, and reveals it where it is hidden; returns whether it
 * was not visible.
 */
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

/** Opens the disclosures around an element and scrolls to it. */
export function reveal(element: Element): void {
  if (openAround(element)) element.scrollIntoView({ block: "start", behavior: "instant" });
}

/** The element that a fragment names; undefined where there is none. */
export function targetOf(hash: string): Element | undefined {
  try {
    // A browser without text fragments leaves the directive in the hash.
    const [id = ""] = hash.slice(1).split(":~:");
    return document.getElementById(decodeURIComponent(id)) ?? undefined;
  } catch {
    // Not valid percent encoding.
    return undefined;
  }
}

/**
 * Opens the disclosure that a link's target is in. Chromium does so by itself; Safari and older
 * engines do not. Where the reader comes back to an entry of the history, they may have closed it.
 */
export function attachReveal(signal: AbortSignal): void {
  const follow = () => {
    const element = isNewEntry() && targetOf(location.hash);
    if (element) reveal(element);
  };
  follow();
  addEventListener("hashchange", follow, { signal });
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element && event.target.closest("a[href^='#']");
      const element = link && targetOf(link.getAttribute("href") ?? "");
      if (element) reveal(element);
    },
    { signal },
  );
}
