import { createHash } from "node:crypto";

function hash(source: string): string {
  return `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
}

/**
 * The Content Security Policy of a page: only resources of this origin, and by their hashes the
 * inline script that a page may contain and the inline style sheets of reports (any page may read a
 * report).
 */
export function contentSecurityPolicy(
  script: string | undefined,
  styles: readonly string[],
): string {
  return [
    "default-src 'none'",
    script === undefined ? "script-src 'self'" : `script-src 'self' ${hash(script)}`,
    `style-src 'self' ${styles.map(hash).join(" ")}`,
    "img-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types solid-templates service-worker",
  ].join(";");
}

/**
 * The Content Security Policy of a downloaded file: its own styles by their hash, and nothing else.
 */
export function filePolicy(styles: string): string {
  return `default-src 'none';style-src ${hash(styles)};base-uri 'none';form-action 'none'`;
}
