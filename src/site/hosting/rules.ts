import { recordingsFolder } from "../../core/speech/recording.ts";

/** A header of a response: its name and its value. */
export type Header = readonly [name: string, value: string];

/** What a file of hosting is written from. */
export interface Hosting {
  /** The path below which the reader is served: `/` or `/reader/`. */
  readonly base: string;
  /** The Content Security Policy that every page carries. */
  readonly policy: string;
}

/** Powers of the browser that the reader never uses; no frame or script may use them either. */
const unused = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
];

/** The headers that go with every answer. */
export function securityHeaders({ policy }: Hosting): readonly Header[] {
  return [
    // The policy of the pages, and what a <meta> cannot say: nobody may put the reader into a frame.
    ["Content-Security-Policy", `${policy};frame-ancestors 'none'`],
    ["X-Frame-Options", "DENY"],
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "no-referrer"],
    ["Permissions-Policy", unused.map((name) => `${name}=()`).join(", ")],
  ];
}

/** Folders whose files are named after their content: a name never means anything else. */
export const hashedFolders: readonly string[] = ["assets/", recordingsFolder];

/** How long an answer may be used again. */
export const caching = {
  /** Files of the {@link hashedFolders}: a year, without asking. */
  hashed: "public, max-age=31536000, immutable",
  /** All else, above all pages and `sw.js`: kept, but asked for anew each time. */
  other: "no-cache",
} as const;

/** What files are, by the ends of their names: no host is left to guess. */
export const fileTypes: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  webmanifest: "application/manifest+json",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  vtt: "text/vtt; charset=utf-8",
  png: "image/png",
  mp3: "audio/mpeg",
  epub: "application/epub+zip",
  md: "text/markdown; charset=utf-8",
};

/** The page for an address at which nothing is, below the base. */
export const notFoundPage = "404.html";
