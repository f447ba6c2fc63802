/**
 * A checksum of texts in any order, FNV-1a of each. It tells that a page is not as it was printed;
 * that it is the publisher's text is proved by SHA-256.
 */
export function checksumOf(texts: Iterable<string>): string {
  let sum = 0;
  for (const text of texts) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < text.length; at++)
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    sum = (sum + hash) >>> 0;
  }
  return sum.toString(36);
}
