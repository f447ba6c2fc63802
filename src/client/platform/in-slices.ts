/** How long the page may be busy before it lets the reader act, in ms. */
const sliceMs = 30;

/** Lets the browser handle what the reader does. */
export const letBrowserAct = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Handles the values of a long list in slices of time, between which the page stays responsive.
 * `progress` is called after each slice with how many have been handled.
 */
export async function inSlices<Value>(
  values: Iterable<Value>,
  handle: (value: Value) => void,
  progress: (handled: number) => void = () => undefined,
): Promise<void> {
  let handled = 0;
  let begin = performance.now();
  for (const value of values) {
    handle(value);
    handled++;
    if (performance.now() - begin < sliceMs) continue;
    progress(handled);
    await letBrowserAct();
    begin = performance.now();
  }
  progress(handled);
}
