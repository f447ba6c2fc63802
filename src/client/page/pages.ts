const pages = new Map<string, Promise<Document>>();

/**
 * Fetches another page of the reader as a document whose scripts don't run; the service worker
 * answers where there is no network. Rejects where the page can't be fetched; the next call tries
 * again.
 */
export function loadPage(address: string): Promise<Document> {
  const { origin, pathname } = new URL(address, location.href);
  const known = pages.get(pathname);
  if (known) return known;
  const page = new Promise<Document>((resolve, reject) => {
    // The browser parses a response of this type itself, so no string becomes markup (Trusted
    // Types).
    const request = new XMLHttpRequest();
    request.open("GET", origin + pathname);
    request.responseType = "document";
    request.onload = () =>
      request.status === 200 && request.responseXML
        ? resolve(request.responseXML)
        : reject(new Error(`${pathname}: ${request.status}`));
    request.onerror = () => reject(new Error(`${pathname} could not be fetched`));
    request.send();
  });
  pages.set(pathname, page);
  page.catch(() => pages.delete(pathname));
  return page;
}
