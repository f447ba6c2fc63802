import { closedSelector } from "../../core/page/contract.ts";

/**
 * Prepares the page for printing: adds its address at its foot, and opens every disclosure where
 * CSS can't (`::details-content`: Chrome 131, Firefox 143, Safari 18.4).
 */
export function attachPrint(signal: AbortSignal): void {
  const address = document.createElement("p");
  address.className = "printed";
  document.querySelector("footer")?.append(address);
  let opened: HTMLDetailsElement[] = [];
  addEventListener(
    "beforeprint",
    () => {
      address.textContent = location.origin + location.pathname;
      if (CSS.supports("selector(::details-content)")) return;
      opened = [...document.querySelectorAll<HTMLDetailsElement>(closedSelector)];
      for (const part of opened) part.open = true;
    },
    { signal },
  );
  addEventListener(
    "afterprint",
    () => {
      address.textContent = "";
      for (const part of opened) part.open = false;
      opened = [];
    },
    { signal },
  );
}
