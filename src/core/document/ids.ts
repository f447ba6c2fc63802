/** The sections a report may have beside its pillars, in the order in which they may stand. */
const named = ["addressee", "intro", "shortcomings", "outlook", "signature", "date"];

/** What may name a term or a report's folder, and stands in addresses as it is. */
export const namePattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether `id` may name a section: one of the named ones, or a pillar `p1`, `p2`… */
export function isSectionId(id: string): boolean {
  return named.includes(id) || /^p[1-9]\d*$/.test(id);
}

/** Whether `id` names a pillar: `p1`, `p2`… */
export function isPillarId(id: string): boolean {
  return /^p[1-9]\d*$/.test(id);
}

/** Whether a section without a title of its own, by its id, stands under a heading of ours; the others are mere lines. */
export function hasOurHeading(id: string): boolean {
  return ["intro", "shortcomings", "outlook"].includes(id);
}

/** The id of the n-th measure (from 1) of a pillar. */
export function measureId(pillar: string, n: number): string {
  return `${pillar}-m${n}`;
}

/** The id of the n-th sentence (from 1) of a section or measure. */
export function sentenceId(parent: string, n: number): string {
  return `${parent}-s${n}`;
}

/** The id of the sentence that is the title of a pillar or measure. */
export function titleId(parent: string): string {
  return `${parent}-t`;
}

/** What an editor may write as a section id, in words. */
export const sectionIdForms = `${named.join(", ")} or p1, p2, …`;
