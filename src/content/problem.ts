/** A mistake in a content file, told so that whoever edits it can mend it. */
export interface Problem {
  /** Path of the file, from the project's root. */
  readonly file: string;
  /** Line, from 1. */
  readonly line: number;
  /** Column, from 1, where it is known. */
  readonly column?: number;
  readonly expected: string;
  readonly found: string;
}

/** A value that may be unusable, and what was wrong with the file it came from. */
export interface Parsed<Value> {
  readonly value: Value | undefined;
  readonly problems: readonly Problem[];
}

/** `file:line:column: expected …; found …`, the form that editors turn into a link. */
export function describeProblem({ file, line, column, expected, found }: Problem): string {
  const place = column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
  return `${place}: expected ${expected}; found ${found}`;
}

/** Stops a build. Its message lists every problem, one a line. */
export class ContentError extends Error {
  override readonly name = "ContentError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? "1 mistake" : `${problems.length} mistakes`;
    super(`${count} in the content:\n${problems.map(describeProblem).join("\n")}`);
    this.problems = problems;
  }
}
