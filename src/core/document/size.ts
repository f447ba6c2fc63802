import type { Language } from "./report.ts";

/** Formats a file size for display, in decimal units: `52 kB`, `3.8 MB`. */
export function formatSize(bytes: number, language: Language): string {
  const isLarge = bytes >= 1e6;
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: isLarge ? "megabyte" : "kilobyte",
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(bytes / (isLarge ? 1e6 : 1e3));
}
