/** Loads what marks the text when the reader first selects some of it. */
export function attachFirstNotes(load: () => Promise<unknown>): void {
  const look = () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.anchorNode) return;
    if (!document.querySelector("main")?.contains(selection.anchorNode)) return;
    document.removeEventListener("selectionchange", look);
    load().catch(() => document.addEventListener("selectionchange", look));
  };
  document.addEventListener("selectionchange", look);
  // What was selected before this was loaded.
  look();
}
