/** Holds the scripts of the version before this one, for pages that were opened under it. */
export const previousVersionCache = "zhanjuan-previous";

/** What the names of Workbox's precaches begin with, in every version of it; they end with the worker's scope. */
export const precachePrefix = "workbox-precache-";
