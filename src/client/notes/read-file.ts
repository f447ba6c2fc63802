import {
  findItems,
  isOurFirstLine,
  isOurLastLine,
  parseItemLine,
  type SkipReason,
} from "../../core/notes/web-annotation.ts";
import { readLines } from "../platform/file-lines.ts";

/** The largest file of another program that is read, in bytes: it has to be parsed as a whole. */
const largestForeign = 100_000_000;

/** Why a file is refused. */
export type Refusal = "not-json" | "no-annotations" | "too-large" | "unreadable";

/** Some items of a file, and how much of it has been read by then, 0 to 1. */
export interface FileItems {
  readonly items: readonly unknown[];
  readonly share: number;
  /** Set at the end of a file that was cut off. */
  readonly skipped?: SkipReason;
}

/** The items on lines of a file of ours, up to its last line or to one that is cut off. */
function parseLines(lines: readonly string[]): {
  readonly items: readonly unknown[];
  readonly ending: "end" | "cut-off" | undefined;
} {
  const items: unknown[] = [];
  for (const line of lines) {
    if (isOurLastLine(line)) return { items, ending: "end" };
    if (!line || isOurFirstLine(line)) continue;
    try {
      items.push(parseItemLine(line));
    } catch {
      return { items, ending: "cut-off" };
    }
  }
  return { items, ending: undefined };
}

/**
 * Reads a file of annotations: one of ours in parts, whatever its size; another as a whole. Returns
 * why it is refused, or undefined.
 */
export async function readFile(
  file: File,
  take: (items: FileItems) => Promise<void>,
): Promise<Refusal | undefined> {
  let isOurs: boolean | undefined;
  let ending: "end" | "cut-off" | undefined;
  try {
    for await (const { lines, share } of readLines(file)) {
      isOurs ??= isOurFirstLine(lines[0] ?? "");
      if (!isOurs || ending) break;
      const parsed = parseLines(lines);
      ending = parsed.ending;
      await take({ items: parsed.items, share });
    }
    if (isOurs) {
      if (ending !== "end") await take({ items: [], share: 1, skipped: "cut-off" });
      return undefined;
    }
    if (file.size > largestForeign) return "too-large";
    const found = findItems(await file.text());
    if (typeof found === "string") return found;
    await take({ items: found, share: 1 });
    return undefined;
  } catch {
    return "unreadable";
  }
}
