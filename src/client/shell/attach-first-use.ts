/** Replays for an element the event that loaded the feature behind it. */
type Replay = (element: HTMLElement, isPress: boolean) => void;

/**
 * Loads a feature when one of its elements is pointed at, reached by Tab or pressed, and replays
 * that event for it. A touch on a link is held back while it loads; pointing with a finger only
 * loads, since it may begin a scroll. `fail` is called when the feature can't be loaded for a
 * press.
 */
export function attachFirstUse(
  selector: string,
  load: () => Promise<Replay>,
  fail: () => void,
  signal: AbortSignal,
): void {
  const types = ["pointerover", "keyup", "click"] as const;
  let pending: Promise<Replay> | undefined;
  const use = (event: Event) => {
    const { target, type } = event;
    const element = target instanceof Element ? target.closest<HTMLElement>(selector) : null;
    if (!element || (type === "keyup" && (event as KeyboardEvent).key !== "Tab")) return;
    const isPress = type === "click";
    const isLink = element instanceof HTMLAnchorElement;
    const isTouch = (event as PointerEvent).pointerType === "touch";
    if (isPress && isLink && !isTouch) return;
    if (isPress) event.preventDefault();
    const isFirst = !pending;
    pending ??= load();
    if (!isFirst && !isPress) return;
    pending
      .then((replay) => {
        for (const each of types) document.removeEventListener(each, use);
        if (isPress || (isLink && !isTouch)) replay(element, isPress);
      })
      .catch(() => {
        pending = undefined;
        if (isPress) fail();
      });
  };
  for (const type of types) document.addEventListener(type, use, { signal });
}
