/**
 * Attaches one behaviour to the first element that a selector matches, if the page has one. An
 * error in it is reported to the console as uncaught, and leaves the other behaviours as they are.
 */
export function attach<Found extends HTMLElement>(
  selector: string,
  behaviour: (found: Found) => void,
): void {
  try {
    const found = document.querySelector<Found>(selector);
    if (found) behaviour(found);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
