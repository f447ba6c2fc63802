/** That the reader has moved away; `to`: the address of its new base, if that can be known. */
export interface Move {
  readonly to: string | undefined;
}

/**
 * The search parameter of an address that the service worker leaves to the network: what the host
 * says of it counts, also where it leads elsewhere.
 */
export const leadOnParameter = "lead-on";

/** The local storage name of the base path that a reader has come from: their notes are there. */
export const cameFromName = "came-from";
