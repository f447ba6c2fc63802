/**
 * Loads what serves some elements when the first of them is pointed at, reached by Tab or pressed, and hands it that element.
 * A finger's press on a link is held back while it loads, since it asks for what is being loaded; its touch alone only
 * loads, since it may begin a scroll. `fail` is called where a press was in vain.
 */
export function attachFirstUse(
  selector: string,
  load: () => Promise<(element: HTMLElement, isPress: boolean) => void>,
  fail: () => void,
): void {
  const types = ["pointerover", "keyup", "click"] as const;
  let pending: Promise<(element: HTMLElement, isPress: boolean) => void> | undefined;
  const use = (event: Event) => {
    const { target, type } = event;
    const found = target instanceof Element ? target.closest<HTMLElement>(selector) : null;
    if (!found || (type === "keyup" && (event as KeyboardEvent).key !== "Tab")) return;
    const isPress = type === "click";
    const isLink = found instanceof HTMLAnchorElement;
    const isTouch = (event as PointerEvent).pointerType === "touch";
    if (isPress && isLink && !isTouch) return;
    if (isPress) event.preventDefault();
    const isFirst = !pending;
    pending ??= load();
    if (!isFirst && !isPress) return;
    pending
      .then((serve) => {
        for (const each of types) document.removeEventListener(each, use);
        if (isPress || (isLink && !isTouch)) serve(found, isPress);
      })
      .catch(() => {
        pending = undefined;
        if (isPress) fail();
      });
  };
  for (const type of types) document.addEventListener(type, use);
}
