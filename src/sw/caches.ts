import { ownName } from "../core/own-name.ts";

declare const self: ServiceWorkerGlobalScope;

/** The base path, with a slash at both ends: the scope's. */
export const { pathname: base } = new URL(self.registration.scope);

/** The cache of everything that is needed offline. */
export const precache = ownName(base, "precache");

/** The cache for scripts of the previous version, for pages that were opened under it. */
export const previousVersionCache = ownName(base, "previous");

/** The precache of earlier versions, as Workbox named it. */
export const earlierPrecache = `workbox-precache-v2-${self.registration.scope}`;

/** The cache for scripts in earlier versions, which all readers on a host shared. */
const earlierPreviousVersionCache = "zhanjuan-previous";

/** Whether a script is this reader's: others may stand beside it, or below its base path. */
export const isOwnScript = ({ pathname }: URL): boolean =>
  pathname.startsWith(`${base}assets/`) && /^[^/]+\.js$/.test(pathname.slice(base.length + 7));

/** Deletes what earlier versions of this reader have stored under names of theirs. */
export async function deleteEarlier(): Promise<void> {
  await caches.delete(earlierPrecache);
  if (!(await caches.has(earlierPreviousVersionCache))) return;
  const shared = await caches.open(earlierPreviousVersionCache);
  const requests = await shared.keys();
  const own = requests.filter(({ url }) => isOwnScript(new URL(url)));
  await Promise.all(own.map((request) => shared.delete(request)));
  if (own.length === requests.length) await caches.delete(earlierPreviousVersionCache);
}
