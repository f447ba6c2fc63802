/** A place for strings that never throws: refused, full or missing storage falls back to memory. */
export interface SafeStorage {
  /** The stored string; null where there is none or it cannot be read. */
  read(key: string): string | null;
  /** Keeps a string. Returns whether it will outlast this page. */
  write(key: string, value: string): boolean;
  /** Forgets a string. */
  remove(key: string): void;
}

/** A storage area that is only read, for the script that comes with the page's first bytes. */
export function readOnly(open: () => Storage): Pick<SafeStorage, "read"> {
  return {
    read(key) {
      try {
        return open().getItem(key);
      } catch {
        // Blocked or broken storage holds nothing.
        return null;
      }
    },
  };
}

/** Wraps a storage area. `open` may throw, as `window.localStorage` does where storage is blocked. */
export function makeSafeStorage(open: () => Storage): SafeStorage {
  const memory = new Map<string, string>();
  const stored = readOnly(open);
  const attempt = <Value>(use: (area: Storage) => Value, otherwise: Value): Value => {
    try {
      return use(open());
    } catch {
      // Blocked, full or broken storage: the reader goes on with what memory holds.
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

// Pure, so that the script that comes with the page's first bytes, and only reads, brings neither.
/** What outlasts the visit. */
export const localStore = /* @__PURE__ */ makeSafeStorage(() => window.localStorage);

/** What lasts as long as the tab. */
export const sessionStore = /* @__PURE__ */ makeSafeStorage(() => window.sessionStorage);
