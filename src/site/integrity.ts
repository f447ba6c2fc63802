import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ManifestTransform } from "workbox-build";

/**
 * Adds an integrity hash to each precached file in `folder`, so that the service worker rejects
 * corrupted or half-uploaded files instead of caching them. Every file also gets a revision, which
 * makes the worker bypass the browser's HTTP cache, where such a copy may be.
 */
export function withIntegrity(folder: () => string): ManifestTransform {
  return (entries) => ({
    manifest: entries.map((entry) => {
      const hash = createHash("sha256").update(readFileSync(join(folder(), entry.url)));
      const digest = hash.digest("base64");
      return {
        ...entry,
        revision: entry.revision ?? digest.slice(0, 8),
        integrity: `sha256-${digest}`,
      };
    }),
  });
}
