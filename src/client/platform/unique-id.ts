/**
 * A new UUID (version 4) as a URN. Works without HTTPS too, where there is no `crypto.randomUUID`.
 */
export function createUrn(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  // The version and the variant of https://www.rfc-editor.org/rfc/rfc9562#section-5.4
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `urn:uuid:${digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")}`;
}
