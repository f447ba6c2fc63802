import type { SafeStorage } from "../platform/storage.ts";

const keyOf = (name: string) => `reloaded:${name}`;

/**
 * Fetches the page and its scripts past the browser's cache, which may hold a broken copy of one
 * for a year. Returns whether the page could be fetched, so that a reload would show it.
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
        // No network or no server: the page must not be replaced.
        return false;
      }
    }),
  );
  return page === true;
}

/**
 * Loads a part of the program on first use. Where that fails, because a deploy has removed the file
 * or it arrived broken, the page reloads by `reload`: at most once per tab and part, only if the
 * page can be fetched, and not while the reader leaves it. The promise is rejected in every
 * failure.
 */
export async function loadPart<Module>(
  name: string,
  load: () => Promise<Module>,
  storage: SafeStorage,
  reload: () => void,
): Promise<Module> {
  const key = keyOf(name);
  // Firefox cancels what a page still loads when a link is followed: that the part failed does not
  // mean that it is broken, and a reload would cancel the navigation.
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
