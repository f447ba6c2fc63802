import { recordingsFolder } from "../../core/speech/recording.ts";

/** A response header: name and value. */
export type Header = readonly [name: string, value: string];

/** The inputs of a host's configuration file. */
export interface Hosting {
  /** The base path: `/` or `/reader/`. */
  readonly base: string;
  /** The Content Security Policy of the pages. */
  readonly policy: string;
}

/** Browser features that the reader never uses; disabled for frames and scripts as well. */
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

/** The headers of every response. */
export function securityHeaders({ policy }: Hosting): readonly Header[] {
  return [
    // The pages' policy, plus a directive that is ignored in <meta>: no framing.
    ["Content-Security-Policy", `${policy};frame-ancestors 'none'`],
    ["X-Frame-Options", "DENY"],
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "no-referrer"],
    ["Permissions-Policy", unused.map((name) => `${name}=()`).join(", ")],
  ];
}

/** Folders whose file names contain a content hash, so that a URL never changes its content. */
export const hashedFolders: readonly string[] = ["assets/", recordingsFolder];

/** What stands in the built folder for hosts, not for readers: paths and how they begin. */
export const hostFiles = { file: "_headers", folder: "hosting" } as const;

/** Cache-Control values. */
export const caching = {
  /** Files in {@link hashedFolders}: cached for a year without revalidation. */
  hashed: "public, max-age=31536000, immutable",
  /** Everything else, above all pages and `sw.js`: cached, but revalidated on each use. */
  other: "no-cache",
} as const;

/** The 404 page, relative to the base path. */
export const notFoundPage = "404.html";
