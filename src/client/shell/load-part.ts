import type { SafeStorage } from "../platform/storage.ts";

const keyOf = (name: string) => `zhanjuan:reloaded:${name}`;

/**
 * Fetches the page and the scripts that it asked for past the browser's cache, which may hold a broken copy of one for
 * a year. Returns whether the page could be had, so that a reload would show it.
 */
async function fetchAnew(): Promise<boolean> {
  const scripts = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.endsWith(".js"));
  const [page] = await Promise.all(
    [location.href, ...scripts].map(async (address) => {
      try {
        const response = await fetch(address, { cache: "reload" });
        await response.text();
        return response.ok;
      } catch {
        // No network, or a server that is gone: what is on the screen stays there.
        return false;
      }
    }),
  );
  return page === true;
}

/**
 * Loads a part of the program that is fetched when it is first needed. If a deploy has removed it, or what came is
 * broken, the page reloads once with `reload`, never twice in one tab for one part, never where the page could not be
 * had again, and never for a reader who is leaving it; then, and in every other failure, the promise is rejected.
 */
export async function loadPart<Module>(
  name: string,
  load: () => Promise<Module>,
  storage: SafeStorage,
  reload: () => void,
): Promise<Module> {
  const key = keyOf(name);
  // Until the next page has come this one goes on, and a reload would keep the reader here. Firefox gives up what a page
  // still loads as soon as a link is followed: that the part failed is then no sign that it is broken.
  let isLeft = false;
  const leave = () => {
    isLeft = true;
  };
  addEventListener("beforeunload", leave);
  try {
    const part = await load();
    storage.remove(key);
    return part;
  } catch (error) {
    const isThere = !isLeft && (await fetchAnew());
    if (isThere && !isLeft && storage.read(key) === null && storage.write(key, "1")) reload();
    throw error;
  } finally {
    removeEventListener("beforeunload", leave);
  }
}
