// The one rule for every write of an annotation: it knows the version that it began from, and where
// the kept one has moved on since, no text is lost. Clocks are not asked: they can be set back.
import type { Annotation, Change } from "./annotation.ts";

/**
 * What became of a change where the kept annotation had moved on: its note was joined with the one
 * kept, or it was not deleted.
 */
export type Conflict = "joined" | "not-deleted";

/** What is to be kept after a change: undefined for nothing. */
export interface Resolution {
  readonly kept: Annotation | undefined;
  readonly conflict?: Conflict;
}

/** Whether two versions of an annotation say the same. */
export function isSame(a: Annotation | undefined, b: Annotation | undefined): boolean {
  return a === b || Boolean(a && b && a.kind === b.kind && a.note === b.note);
}

/** Both notes as one: the longer where it contains the other, else one after the other. */
export function joinNotes(first: string, second: string): string {
  if (first.includes(second)) return first;
  if (second.includes(first)) return second;
  return `${first}\n\n${second}`;
}

/**
 * Applies a change to the annotation that is kept now (undefined where there is none). Where that
 * is not the one that the change began from, what only one side has changed is taken from it, notes
 * that both have changed are joined, and what has changed since is not deleted.
 */
export function resolveChange({ before, after }: Change, kept: Annotation | undefined): Resolution {
  if (!kept || isSame(kept, before)) return { kept: after };
  if (!after) return { kept, conflict: "not-deleted" };
  const kind = after.kind === before?.kind ? kept.kind : after.kind;
  if (after.note === (before?.note ?? "")) return { kept: { ...after, kind, note: kept.note } };
  if (kept.note === (before?.note ?? "")) return { kept: { ...after, kind } };
  const note = joinNotes(kept.note, after.note);
  const isJoined = note !== kept.note && note !== after.note;
  return { kept: { ...after, kind, note }, ...(isJoined && { conflict: "joined" }) };
}

/**
 * The changes that add annotations from a file to those that are there. Where both have one, its
 * notes are joined; only the colour is that of the later.
 */
export function mergeAnnotations(
  existing: readonly Annotation[],
  incoming: readonly Annotation[],
): Change[] {
  const known = new Map(existing.map((each) => [each.id, each]));
  const changed = new Map<string, Change>();
  for (const each of incoming) {
    const now = known.get(each.id);
    const isLater = !now || Date.parse(each.modified) > Date.parse(now.modified);
    const merged = now ? { ...(isLater ? each : now), note: joinNotes(now.note, each.note) } : each;
    if (isSame(now, merged)) continue;
    known.set(each.id, merged);
    changed.set(each.id, { before: changed.get(each.id)?.before ?? now, after: merged });
  }
  return [...changed.values()];
}
