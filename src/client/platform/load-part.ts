import type { SafeStorage } from "./storage.ts";

const keyOf = (name: string) => `zhanjuan:reloaded:${name}`;

/**
 * Loads a part of the program that is fetched when it is first needed. If a deploy has removed it, the page
 * reloads once with `reload`, never twice in one tab for one part and never without a network; then, and in every other
 * failure, the promise is rejected.
 */
export async function loadPart<Module>(
  name: string,
  load: () => Promise<Module>,
  storage: SafeStorage,
  reload: () => void,
): Promise<Module> {
  const key = keyOf(name);
  try {
    const part = await load();
    storage.remove(key);
    return part;
  } catch (error) {
    const canRemember = storage.read(key) === null && storage.write(key, "1");
    if (navigator.onLine && canRemember) reload();
    throw error;
  }
}
