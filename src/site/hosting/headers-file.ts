import { caching, type Header, type Hosting, hashedFolders, securityHeaders } from "./rules.ts";

/** Files that are asked for at fixed addresses, and must be asked for anew. */
const unhashedFiles = ["sw.js", "version.json", "manifest.webmanifest"];

/**
 * The file `_headers` that Netlify and Cloudflare Pages read. No header is set by two rules that fit one address: the
 * hosts differ in what they make of that. Pages have the hosts' own `max-age=0, must-revalidate`.
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
