import type { RootStyle } from "../../core/settings/resolve.ts";

/**
 * Writes settings to an element as custom properties and attributes; those that are `undefined` are
 * removed.
 */
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

/** Whether the reader has turned shortcuts of a single key off. */
export function singleKeysAreOff(): boolean {
  return document.documentElement.hasAttribute("data-keyless");
}
