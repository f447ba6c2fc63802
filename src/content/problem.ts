/** A mistake in a content file, with what an editor needs to correct it. */
export interface Problem {
  /** Path of the file, relative to the project's root. */
  readonly file: string;
  /** Line, from 1. */
  readonly line: number;
  /** Column, from 1, if known. */
  readonly column?: number;
  readonly expected: string;
  readonly found: string;
}

/** The result of parsing a file: the value, undefined if unusable, and the problems found. */
export interface Parsed<Value> {
  readonly value: Value | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Formats a problem as `file:line:column: expected …; found …`, which editors and terminals turn
 * into a link.
 */
export function describeProblem({ file, line, column, expected, found }: Problem): string {
  const place = column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
  return `${place}: expected ${expected}; found ${found}`;
}

/** Thrown to stop a build. The message lists every problem on its own line. */
export class ContentError extends Error {
  override readonly name = "ContentError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? "1 mistake" : `${problems.length} mistakes`;
    super(`${count} in the content:\n${problems.map(describeProblem).join("\n")}`);
    this.problems = problems;
  }
}
