import { caching, type Header, type Hosting, hashedFolders, securityHeaders } from "./rules.ts";

/** Files with fixed names that must be revalidated. */
const unhashedFiles = ["sw.js", "version.json", "manifest.webmanifest"];

/**
 * The file `_headers` for Netlify and Cloudflare Pages. No header is set by two rules that match
 * the same URL, since the hosts resolve that differently. Pages get the hosts' default, `max-age=0,
 * must-revalidate`.
 */
export function printHeadersFile(hosting: Hosting): string {
  const { base } = hosting;
  const rules: [path: string, headers: readonly Header[]][] = [
    ["*", securityHeaders(hosting)],
    ...hashedFolders.map((path): [string, Header[]] => [
      `${path}*`,
      [["Cache-Control", caching.hashed]],
    ]),
    ...unhashedFiles.map((path): [string, Header[]] => [path, [["Cache-Control", caching.other]]]),
  ];
  return rules
    .map(([path, headers]) =>
      [base + path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join("\n"),
    )
    .concat("")
    .join("\n");
}
