import { JSDOM } from "jsdom";

/** Escapes text for XML elements and attributes. */
export function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  return text.replace(/[&<>]/g, (char) => entities[char] ?? char).replaceAll('"', "&quot;");
}

/** Converts a printed HTML document to XHTML, with `xml:lang` for each `lang`. */
export function toXhtml(html: string): string {
  const { window } = new JSDOM(html);
  const { document } = window;
  for (const element of document.querySelectorAll("[lang]")) {
    element.setAttributeNS(
      "http://www.w3.org/XML/1998/namespace",
      "xml:lang",
      element.getAttribute("lang") ?? "",
    );
  }
  // An attribute for scripts, meaningless in a book.
  for (const element of document.querySelectorAll("[data-say]")) {
    element.removeAttribute("data-say");
  }
  const text = new window.XMLSerializer().serializeToString(document.documentElement);
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n${text}\n`;
}
