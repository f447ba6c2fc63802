/** Resolves after the next frame has been painted; while the tab is hidden, once it is shown. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
