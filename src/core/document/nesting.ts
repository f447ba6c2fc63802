import type { Stretch } from "./emphasis.ts";

/** A node of a text's mark tree: plain text, or marked text with child nodes. */
export interface Part<Mark extends Stretch> {
  readonly text: string;
  readonly mark: Mark | undefined;
  readonly parts: readonly Part<Mark>[];
}

/**
 * Splits a text into a tree of marks: a mark inside another becomes its child. Where marks overlap
 * without nesting, or cover the same stretch, the one that begins first wins; at the same start,
 * the one listed first.
 */
export function nestMarks<Mark extends Stretch>(
  text: string,
  marks: readonly Mark[],
  from = 0,
  to = text.length,
): Part<Mark>[] {
  const parts: Part<Mark>[] = [];
  const plain = (until: number) => {
    if (until > at) parts.push({ text: text.slice(at, until), mark: undefined, parts: [] });
  };
  let at = from;
  const sorted = marks
    .filter((mark) => mark.from >= from && mark.to <= to && mark.to > mark.from)
    .sort((a, b) => a.from - b.from || b.to - a.to);
  for (const mark of sorted) {
    if (mark.from < at) continue;
    plain(mark.from);
    const within = sorted.filter(
      (each) => each !== mark && each.from >= mark.from && each.to <= mark.to,
    );
    parts.push({
      text: text.slice(mark.from, mark.to),
      mark,
      parts: nestMarks(text, within, mark.from, mark.to),
    });
    at = mark.to;
  }
  plain(to);
  return parts;
}
