import type { RootStyle } from "../../core/settings/resolve.ts";

/** Writes settings to the root element, or to a sample of text: custom properties and attributes; what is `undefined` is removed. */
export function applyRootStyle(root: HTMLElement, style: RootStyle): void {
  for (const [name, value] of Object.entries(style.properties)) {
    if (value === undefined) root.style.removeProperty(name);
    else root.style.setProperty(name, value);
  }
  for (const [name, value] of Object.entries(style.attributes)) {
    if (value === undefined) root.removeAttribute(name);
    else root.setAttribute(name, value);
  }
}

/** Whether the reader has turned single keys off. */
export function singleKeysAreOff(): boolean {
  return document.documentElement.hasAttribute("data-keyless");
}
