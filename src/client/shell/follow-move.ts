import { cameFromName, leadOnParameter, type Move } from "../../core/moved.ts";
import { ownName } from "../../core/own-name.ts";
import { findReadingPosition } from "../page/reading-position.ts";
import { handedOnKey, storePosition } from "../page/stored-position.ts";
import { copyStored, makeSafeStorage } from "../platform/storage.ts";

const base = import.meta.env.BASE_URL;

/**
 * The address of this page after a move: the same path below the new base, with what follows it.
 * Where the new base is not known, the old host leads on.
 */
export function addressAfter({ to }: Move): string {
  const address = new URL(location.href);
  if (to !== undefined) return to + address.href.slice(new URL(base, address).href.length);
  address.searchParams.set(leadOnParameter, "");
  return address.href;
}

/** Takes settings, notes and places along to the new base, if it is on this host, and where one reads. */
export function takeAlong({ to }: Move): void {
  if (to === undefined) return;
  const { pathname } = new URL(to);
  for (const open of [() => localStorage, () => sessionStorage])
    try {
      copyStored(open(), ownName(base, ""), ownName(pathname, ""));
    } catch {
      // Blocked or full: the reader goes all the same.
    }
  // The notes are copied there, from the database of this base.
  makeSafeStorage(() => localStorage, pathname).write(cameFromName, base);
  const there = makeSafeStorage(() => sessionStorage, pathname);
  storePosition(there, handedOnKey, findReadingPosition());
}
