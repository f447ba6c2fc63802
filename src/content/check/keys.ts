import type { Problem } from "../problem.ts";

/** The keys of a file and their lines. */
export interface Keys {
  readonly file: string;
  readonly keys: readonly string[];
  readonly lineOf: (key: string) => number;
}

/** Checks that a file has exactly the wanted keys. */
export function checkKeys(wanted: readonly string[], { file, keys, lineOf }: Keys): Problem[] {
  const missing = wanted.filter((key) => !keys.includes(key));
  const unknown = keys.filter((key) => !wanted.includes(key));
  return [
    ...missing.map((key) => ({ file, line: 1, expected: `\`${key}\``, found: "no such key" })),
    ...unknown.map((key) => ({
      file,
      line: lineOf(key),
      expected: `one of ${wanted.join(", ")}`,
      found: `\`${key}\``,
    })),
  ];
}
