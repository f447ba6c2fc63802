import { createHash } from "node:crypto";

function hash(source: string): string {
  return `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
}

/**
 * The Content Security Policy of a page, for its `<meta>`: nothing but what this origin serves, and the one
 * inline script and style sheet that the page itself carries, by their hashes.
 */
export function contentSecurityPolicy(script: string, styles: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${hash(script)}`,
    `style-src ${hash(styles)}`,
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
