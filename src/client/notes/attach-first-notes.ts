import { mainId } from "../../core/page/contract.ts";

/**
 * Loads the notes when the reader first selects some of the text: 13 KB that most visits don't
 * need.
 */
export function attachFirstNotes(load: () => Promise<unknown>, signal: AbortSignal): void {
  const look = () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.anchorNode) return;
    if (!document.getElementById(mainId)?.contains(selection.anchorNode)) return;
    document.removeEventListener("selectionchange", look);
    load().catch(() => document.addEventListener("selectionchange", look, { signal }));
  };
  document.addEventListener("selectionchange", look, { signal });
  // The selection may be older than this listener.
  look();
}
