import { createHash } from "node:crypto";

function hash(source: string): string {
  return `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
}

/**
 * The Content Security Policy of a page, for its `<meta>`: nothing but what this origin serves, and by their hashes
 * the one inline script that a page may carry and the style sheets that reports carry: any page may read one.
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

/** The policy of a file that is taken along: its own styles by their hash, and nothing else: no request, no script. */
export function filePolicy(styles: string): string {
  return `default-src 'none';style-src ${hash(styles)};base-uri 'none';form-action 'none'`;
}
