/** Media types by file extension, so that no host, and no cache, has to guess. */
export const fileTypes: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  webmanifest: "application/manifest+json",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  vtt: "text/vtt; charset=utf-8",
  png: "image/png",
  mp3: "audio/mpeg",
  epub: "application/epub+zip",
  md: "text/markdown; charset=utf-8",
};
