/** Calls `act` once the page has loaded: at once, where it has. */
export function afterLoad(act: () => void): void {
  if (document.readyState === "complete") act();
  else addEventListener("load", act, { once: true });
}
