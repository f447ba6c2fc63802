import { ownName } from "../../core/own-name.ts";

/**
 * A storage of strings that never throws: where it is blocked, full or missing, it falls back to
 * memory. Its names are kept as those of this base path (see {@link ownName}).
 */
export interface SafeStorage {
  /** The stored string; null where there is none or it can't be read. */
  read(name: string): string | null;
  /** Stores a string. Returns whether it will outlast the page. */
  write(name: string, value: string): boolean;
  /** Removes a string. */
  remove(name: string): void;
}

const ownBase = import.meta.env.BASE_URL;

/** The key of a name in earlier versions, which every reader on the host shared. */
const earlierKey = (name: string) => `zhanjuan:${name}`;

/** The name of the note that a storage area has its own copy of what earlier versions stored. */
const adoptedName = "adopted";

/**
 * A storage area that is only read. What an earlier version stored counts as long as there is no
 * own copy of it. The early script, which is part of every page, is 120 B smaller with it.
 */
export function readOnly(open: () => Storage, base = ownBase): Pick<SafeStorage, "read"> {
  return {
    read(name) {
      try {
        const area = open();
        const own = (each: string) => area.getItem(ownName(base, each));
        return own(name) ?? (own(adoptedName) ? null : area.getItem(earlierKey(name)));
      } catch {
        // Blocked or broken.
        return null;
      }
    },
  };
}

/**
 * Copies what is stored under keys with one beginning to keys with another, where nothing is yet.
 * May throw where the area is full or blocked.
 */
export function copyStored(area: Storage, from: string, to: string, isMeant = /./): void {
  for (const key of Object.keys(area)) {
    const name = key.slice(from.length);
    if (!key.startsWith(from) || !isMeant.test(name)) continue;
    if (area.getItem(to + name) === null) area.setItem(to + name, area.getItem(key) as string);
  }
}

/**
 * Makes an own copy, once, of what an earlier version stored. It stays where it was as well: other
 * readers on the host may need it.
 */
export function adoptStored(open: () => Storage, base = ownBase): void {
  try {
    const area = open();
    const marker = ownName(base, adoptedName);
    if (area.getItem(marker)) return;
    // The names of earlier versions begin with a letter, base paths with a slash.
    copyStored(area, earlierKey(""), ownName(base, ""), /^\w/);
    area.setItem(marker, "1");
  } catch {
    // Blocked or full: it is read where it was.
  }
}

/**
 * Wraps a storage area. `open` may throw, as `window.localStorage` does where storage is blocked.
 */
export function makeSafeStorage(open: () => Storage, base = ownBase): SafeStorage {
  /** What the area did not take: strings, and null for what it still has but was removed. */
  const memory = new Map<string, string | null>();
  const stored = readOnly(open, base);
  const attempt = <Value>(use: (area: Storage) => Value, otherwise: Value): Value => {
    try {
      return use(open());
    } catch {
      // Blocked, full or broken: memory serves for the visit.
      return otherwise;
    }
  };
  return {
    read(name) {
      const held = memory.get(name);
      return held === undefined ? stored.read(name) : held;
    },
    write(name, value) {
      const isKept = attempt((area) => {
        area.setItem(ownName(base, name), value);
        return true;
      }, false);
      if (isKept) memory.delete(name);
      else memory.set(name, value);
      return isKept;
    },
    remove(name) {
      memory.delete(name);
      attempt((area) => area.removeItem(ownName(base, name)), undefined);
      if (stored.read(name) !== null) memory.set(name, null);
    },
  };
}

// Marked as pure, so that the early script, which uses neither, does not contain them.
/** Local storage. */
export const localStore = /* @__PURE__ */ makeSafeStorage(() => window.localStorage);

/** Session storage: lasts as long as the tab. */
export const sessionStore = /* @__PURE__ */ makeSafeStorage(() => window.sessionStorage);

/** Calls back with what another tab stores under a name; null where it removes it. */
export function onStoredElsewhere(
  name: string,
  callback: (value: string | null) => void,
  signal: AbortSignal,
): void {
  const key = ownName(ownBase, name);
  addEventListener("storage", (event) => event.key === key && callback(event.newValue), { signal });
}
