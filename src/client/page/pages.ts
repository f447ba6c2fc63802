const pages = new Map<string, Promise<Document>>();

/**
 * Another page of the reader as a document, parsed and not run; from the cache where there is no network. Rejects
 * where it can't be had, and tries anew the next time.
 */
export function loadPage(address: string): Promise<Document> {
  const { origin, pathname } = new URL(address, location.href);
  const known = pages.get(pathname);
  if (known) return known;
  const page = new Promise<Document>((resolve, reject) => {
    // A request for a document is parsed by the browser itself: no string of ours becomes markup.
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
