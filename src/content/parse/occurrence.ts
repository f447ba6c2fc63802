import * as v from "valibot";

/**
 * How editors refer to a place in the report: a sentence id, the words as printed, and which
 * occurrence of them if there are several.
 */
export const occurrence = {
  in: v.pipe(v.string(), v.nonEmpty("one character or more")),
  written: v.pipe(v.string(), v.nonEmpty("one character or more")),
  nth: v.optional(v.pipe(v.number(), v.integer("a whole number"), v.minValue(1, "1 or more")), 1),
};

/** The parsed form of {@link occurrence}. */
export interface WrittenOccurrence {
  readonly in: string;
  readonly written: string;
  readonly nth: number;
}
