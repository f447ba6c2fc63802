/**
 * The name of something that is kept on the device: a cache, a storage key, a database. It carries
 * the base path, so that two readers on one host never meet.
 *
 * @param base the base path, with a slash at both ends
 */
export const ownName = (base: string, name: string): string => `zhanjuan:${base}:${name}`;
