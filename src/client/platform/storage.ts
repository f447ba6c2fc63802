/**
 * A storage of strings that never throws: where it is blocked, full or missing, it falls back to
 * memory.
 */
export interface SafeStorage {
  /** The stored string; null where there is none or it can't be read. */
  read(key: string): string | null;
  /** Stores a string. Returns whether it will outlast the page. */
  write(key: string, value: string): boolean;
  /** Removes a string. */
  remove(key: string): void;
}

/**
 * A storage area that is only read. The early script, which is part of every page, is 120 B smaller
 * with it.
 */
export function readOnly(open: () => Storage): Pick<SafeStorage, "read"> {
  return {
    read(key) {
      try {
        return open().getItem(key);
      } catch {
        // Blocked or broken.
        return null;
      }
    },
  };
}

/**
 * Wraps a storage area. `open` may throw, as `window.localStorage` does where storage is blocked.
 */
export function makeSafeStorage(open: () => Storage): SafeStorage {
  const memory = new Map<string, string>();
  const stored = readOnly(open);
  const attempt = <Value>(use: (area: Storage) => Value, otherwise: Value): Value => {
    try {
      return use(open());
    } catch {
      // Blocked, full or broken: memory serves for the visit.
      return otherwise;
    }
  };
  return {
    read: (key) => memory.get(key) ?? stored.read(key),
    write(key, value) {
      const isKept = attempt((area) => {
        area.setItem(key, value);
        return true;
      }, false);
      if (isKept) memory.delete(key);
      else memory.set(key, value);
      return isKept;
    },
    remove(key) {
      memory.delete(key);
      attempt((area) => area.removeItem(key), undefined);
    },
  };
}

// Marked as pure, so that the early script, which uses neither, does not contain them.
/** Local storage. */
export const localStore = /* @__PURE__ */ makeSafeStorage(() => window.localStorage);

/** Session storage: lasts as long as the tab. */
export const sessionStore = /* @__PURE__ */ makeSafeStorage(() => window.sessionStorage);
