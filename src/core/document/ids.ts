/**
 * The sections that a report may have besides its pillars, in the order in which they may appear.
 */
const named = ["addressee", "intro", "shortcomings", "outlook", "signature", "date"] as const;

/** The id of a section that is not a pillar. */
export type NamedSectionId = (typeof named)[number];

/** Whether `id` is the id of a section that is not a pillar. */
export function isNamedSectionId(id: string): id is NamedSectionId {
  return (named as readonly string[]).includes(id);
}

/** The pattern for the id of a term and for a report's slug; needs no escaping in URLs. */
export const namePattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether `id` is a valid section id: one of the named sections, or a pillar `p1`, `p2`… */
export function isSectionId(id: string): boolean {
  return isNamedSectionId(id) || isPillarId(id);
}

/** Whether `id` is the id of a pillar: `p1`, `p2`… */
export function isPillarId(id: string): boolean {
  return /^p[1-9]\d*$/.test(id);
}

/**
 * Whether a section that has no title in the source gets a heading from us. The remaining untitled
 * sections (addressee, signature, date) are single lines without a heading.
 */
export function hasEditorialHeading(id: string): id is "intro" | "shortcomings" | "outlook" {
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

/** The valid section ids, spelled out for error messages. */
export const sectionIdForms = `${named.join(", ")} or p1, p2, …`;
