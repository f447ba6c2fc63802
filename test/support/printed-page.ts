import { inject, vi } from "vitest";

/** The printed pages, by path relative to the base path: `""`, `en/`, `glossary/` and so on. */
export function printedPage(path: string): string {
  const html = inject("pages")[path];
  if (html === undefined) throw new Error(`no page is printed at ${path}`);
  return html;
}

/** Loads a printed page into jsdom at its URL. None of its scripts run. */
export function openPrinted(path: string): void {
  const parsed = new DOMParser().parseFromString(printedPage(path), "text/html");
  history.replaceState(null, "", `/${path}`);
  const root = document.documentElement;
  for (const { name, value } of parsed.documentElement.attributes) root.setAttribute(name, value);
  document.head.replaceChildren(...parsed.head.childNodes);
  document.body.replaceChildren(...parsed.body.childNodes);
  fakeLayout();
}

/** Fakes layout, which jsdom lacks: everything is on the screen, at one place. */
export function fakeLayout(): void {
  const box = () => new DOMRect(0, 100, 300, 20);
  Object.assign(Element.prototype, { scrollIntoView() {} });
  Object.assign(Range.prototype, { getBoundingClientRect: box });
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(box);
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  vi.stubGlobal("scrollBy", () => undefined);
}

/**
 * Answers page requests with the printed pages. Returns a fake network that can be switched off and
 * that lists the requested paths.
 */
export function servePages(): { isOn: boolean; readonly requests: string[] } {
  const network = { isOn: true, requests: [] as string[] };
  class PageRequest {
    status = 0;
    responseType = "";
    responseXML: Document | null = null;
    onload = () => {};
    onerror = () => {};
    private path = "";
    open(_method: string, address: string) {
      this.path = new URL(address).pathname.slice(1);
    }
    send() {
      network.requests.push(this.path);
      setTimeout(() => {
        if (!network.isOn) return this.onerror();
        const html = inject("pages")[this.path];
        this.status = html === undefined ? 404 : 200;
        if (html !== undefined) this.responseXML = this.parse(html);
        this.onload();
      });
    }
    /** With the page's URL, so that its links resolve as on the site. */
    private parse(html: string): Document {
      const page = new DOMParser().parseFromString(html, "text/html");
      const base = page.createElement("base");
      base.href = `${location.origin}/${this.path}`;
      page.head.prepend(base);
      return page;
    }
  }
  vi.stubGlobal("XMLHttpRequest", PageRequest);
  return network;
}

/** Resets the modules that a test imports from now on, with their caches of pages and words. */
export function forgetModules(): void {
  vi.resetModules();
  // Solid records on the document which events it delegates: a new document must start without.
  Reflect.deleteProperty(document, "_$DX_DELEGATE");
}

/** Replaces the text of a field. */
export function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** The button of a name within an element. Throws where there is none. */
export function button(within: ParentNode, name: string | RegExp): HTMLButtonElement {
  const all = [...within.querySelectorAll<HTMLButtonElement>("button")];
  const nameOf = (each: Element) => each.getAttribute("aria-label") ?? each.textContent ?? "";
  const found = all.find((each) =>
    typeof name === "string" ? nameOf(each).trim() === name : name.test(nameOf(each)),
  );
  if (!found) throw new Error(`no button ${name} among: ${all.map(nameOf).join(", ")}`);
  return found;
}
