import { mainId } from "../../core/page/contract.ts";

/** Loads what marks the text when the reader first selects some of it. */
export function attachFirstNotes(load: () => Promise<unknown>, signal: AbortSignal): void {
  const look = () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.anchorNode) return;
    if (!document.getElementById(mainId)?.contains(selection.anchorNode)) return;
    document.removeEventListener("selectionchange", look);
    load().catch(() => document.addEventListener("selectionchange", look, { signal }));
  };
  document.addEventListener("selectionchange", look, { signal });
  // What was selected before this was loaded.
  look();
}
