import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ManifestTransform } from "workbox-build";

/**
 * Gives each file to be precached in `folder` its hash: what a broken proxy or a half-finished upload sends in its
 * place is then refused, not kept for good. Every file also has a revision, which lets the worker fetch it past the
 * browser's cache, where such a copy may lie.
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
