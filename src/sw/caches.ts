/** The cache for scripts of the previous version, for pages that were opened under it. */
export const previousVersionCache = "zhanjuan-previous";

/**
 * The prefix of the names of Workbox's precaches, in all its versions; the names end with the
 * worker's scope.
 */
export const precachePrefix = "workbox-precache-";
