import { afterEach, beforeEach, vi } from "vitest";

let page = new AbortController();

/** The signal that detaches what a test attaches to its page. */
export const pageSignal = (): AbortSignal => page.signal;

/**
 * Isolates the tests of a file in jsdom: after each test its listeners, storage, markup and stubs
 * are removed.
 */
export function usePageForEachTest(): void {
  beforeEach(() => {
    page = new AbortController();
  });
  afterEach(() => {
    page.abort();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.useRealTimers();
    localStorage.clear();
    sessionStorage.clear();
    document.head.replaceChildren();
    document.body.replaceChildren();
    const root = document.documentElement;
    for (const { name } of [...root.attributes]) root.removeAttribute(name);
    history.replaceState(null, "", "/");
    Object.assign(window, { scrollX: 0, scrollY: 0 });
  });
}

/** Shows a page of this HTML in a language. */
export function show(html: string, language: "zh-CN" | "en" = "zh-CN"): void {
  document.documentElement.lang = language;
  document.body.innerHTML = html;
}

/** The element of the page that a selector names. Throws where there is none. */
export function find<Found extends HTMLElement = HTMLElement>(selector: string): Found {
  const found = document.querySelector<Found>(selector);
  if (!found) throw new Error(`nothing on the page is ${selector}`);
  return found;
}

/**
 * Clicks an element with a type of pointer. Returns whether the default action was not prevented.
 */
export function press(element: Element, pointerType = "mouse"): boolean {
  const event = new MouseEvent("click", { bubbles: true, cancelable: true });
  return element.dispatchEvent(Object.assign(event, { pointerType }));
}

/** Waits until settled promises and zero-length timers have been processed. */
export function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Gives jsdom popovers, which it lacks: `showPopover`, `hidePopover` and `:popover-open`. As in a
 * browser, one that is open can't be opened.
 */
export function fakePopovers(): void {
  const open = new Set<Element>();
  const { matches } = Element.prototype;
  vi.spyOn(Element.prototype, "matches").mockImplementation(function (
    this: Element,
    selector: string,
  ) {
    return selector === ":popover-open" ? open.has(this) : matches.call(this, selector);
  });
  Object.assign(HTMLElement.prototype, {
    showPopover(this: HTMLElement) {
      if (open.has(this)) throw new DOMException("open already", "InvalidStateError");
      open.add(this);
    },
    hidePopover(this: HTMLElement) {
      open.delete(this);
    },
  });
}

/** Sets `navigator.onLine` and fires the event. */
export function setOnline(isOnline: boolean): void {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(isOnline);
  dispatchEvent(new Event(isOnline ? "online" : "offline"));
}

/** Hides or shows the page, as changing tabs does. */
export function setVisible(isVisible: boolean): void {
  const state = isVisible ? "visible" : "hidden";
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
}
