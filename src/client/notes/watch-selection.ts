import { type PositionRange, pointsOf } from "../page/text-ranges.ts";
import type { Marking } from "./marking.ts";

/** How long a selection must rest before it counts, in ms: while it grows, nothing may move. */
const restMs = 250;

/**
 * Opens the toolbar for what the reader selects, once the selection rests and no button or finger
 * is down, and closes it when that selection changes.
 */
export function watchSelection(
  toolbar: HTMLElement,
  marking: Marking,
  elements: readonly HTMLElement[],
  open: (range: PositionRange) => void,
  signal: AbortSignal,
): void {
  let timer = 0;
  let isPressed = false;
  /**
   * The last selection that was handled: after the toolbar was closed it does not open again for
   * the same.
   */
  let handled = "";
  const hasFocus = () => toolbar.contains(document.activeElement);
  const read = () => {
    const selection = getSelection();
    const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const positions = (range && pointsOf(range, elements)) ?? undefined;
    return { positions, key: positions ? JSON.stringify(positions) : "" };
  };
  const handle = () => {
    const { positions, key } = read();
    // With the focus in the toolbar, the selection is the one that it is about; in its text field
    // there may be none.
    if (isPressed || key === handled || (hasFocus() && !positions)) return;
    handled = key;
    if (positions && !hasFocus()) open(positions);
  };
  const handleSoon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(handle, restMs);
    const isOpen = marking.target()?.by === "selection" && !hasFocus();
    // While the selection changes, its earlier extent must not be marked.
    if (isOpen && read().key !== handled) {
      handled = "";
      marking.close();
    }
  };
  const press = ({ target }: PointerEvent) => {
    isPressed = true;
    const isOutside = target instanceof Node && !toolbar.contains(target);
    if (isOutside && marking.target() && marking.target()?.by !== "selection") marking.close();
  };
  const release = () => {
    isPressed = false;
    handleSoon();
  };
  document.addEventListener("selectionchange", handleSoon, { signal });
  document.addEventListener("pointerdown", press, { signal });
  document.addEventListener("pointerup", release, { signal });
  document.addEventListener("pointercancel", release, { signal });
  signal.addEventListener("abort", () => window.clearTimeout(timer));
  // The selection may be older than this listener.
  handleSoon();
}
