/** Resolves once what has changed so far is on the screen; in a page that is not shown, once it is. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
