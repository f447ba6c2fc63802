import * as v from "valibot";

/** A place in the report as editors write it: a sentence's id, the words as printed, and which of them if there are several. */
export const occurrence = {
  in: v.pipe(v.string(), v.nonEmpty("one character or more")),
  written: v.pipe(v.string(), v.nonEmpty("one character or more")),
  nth: v.optional(v.pipe(v.number(), v.integer("a whole number"), v.minValue(1, "1 or more")), 1),
};

/** A place in the report as editors write it. */
export interface WrittenOccurrence {
  readonly in: string;
  readonly written: string;
  readonly nth: number;
}
