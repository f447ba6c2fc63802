import { Converter } from "opencc-js/t2cn";
import type { Report } from "../core/document/report.ts";
import { chineseTexts } from "./pinyin.ts";

/** From traditional characters, also as Hong Kong and Taiwan write them. */
const converters = (["t", "hk", "tw"] as const).map((from) => Converter({ from, to: "cn" }));

/** The blocks with Chinese characters; compatibility characters are made alike by NFKD. */
const blocks = [
  [0x3400, 0x9fff],
  [0x20000, 0x2ebef],
] as const;

/** Each character that stands for a simplified one, and that. */
function* simplifications(): Generator<readonly [simplified: string, other: string]> {
  for (const [first, last] of blocks)
    for (let point = first; point <= last; point++) {
      const other = String.fromCodePoint(point);
      for (const simplified of new Set(converters.map((convert) => convert(other))))
        if (simplified !== other) yield [simplified, other];
    }
}

/**
 * The traditional characters of the simplified ones that the reports have, for `parseVariants`: a
 * line for each of these. A character that the reports have themselves stays what it is.
 */
export function tabulateVariants(reports: readonly Report[]): string {
  const used = new Set(reports.flatMap(chineseTexts).join(""));
  const lines = new Map<string, string>();
  for (const [simplified, other] of simplifications())
    if (used.has(simplified) && !used.has(other))
      lines.set(simplified, (lines.get(simplified) ?? simplified) + other);
  return [...lines.values()].join("\n");
}
