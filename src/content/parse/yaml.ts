import * as v from "valibot";
import { isNode, LineCounter, type Node, parseDocument, visit } from "yaml";
import { findUnwanted, visibleText } from "../check/characters.ts";
import type { Parsed, Problem } from "../problem.ts";

/** A YAML file that conforms to its schema, with the line of each value. */
export interface YamlFile<Value> {
  readonly value: Value;
  /** The line, from 1, of the value at a path; of its nearest existing parent if it is missing. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

/**
 * Parses a YAML file and validates it against a schema. Never throws for bad content: syntax
 * errors, duplicate keys and schema violations are returned as problems with their lines.
 */
export function parseYaml<Schema extends v.GenericSchema>(
  file: string,
  text: string,
  schema: Schema,
): Parsed<YamlFile<v.InferOutput<Schema>>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node: unknown =
        length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && (node as Node).range) {
        return lines.linePos((node as Node).range?.[0] ?? 0).line;
      }
    }
    return 1;
  };
  const problemAt = (offset: number, expected: string, found: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, expected, found };
  };
  const unreadable = document.errors.map((error) =>
    problemAt(error.pos[0], "YAML", error.message.split("\n")[0] ?? ""),
  );
  visit(document, {
    Scalar: (_key, { value, range }) => {
      const unwanted = typeof value === "string" && findUnwanted(value);
      if (unwanted) unreadable.push(problemAt(range?.[0] ?? 0, visibleText, unwanted.found));
    },
    Alias: (_key, alias) => {
      if (alias.resolve(document)) return;
      const offset = alias.range?.[0] ?? 0;
      unreadable.push(
        problemAt(offset, "quotes around what begins with `*`", `\`*${alias.source}\``),
      );
    },
  });
  if (unreadable.length > 0) return { value: undefined, problems: unreadable };
  const result = v.safeParse(schema, document.toJS());
  if (result.success) return { value: { value: result.output, lineOf }, problems: [] };
  return {
    value: undefined,
    problems: result.issues.map((issue) => {
      const path = (issue.path ?? []).map((item) => item.key as string | number);
      const name = path.join(".") || "the file";
      const line = lineOf(path);
      if (issue.path?.at(-1)?.origin === "key") {
        return issue.received === "undefined"
          ? { file, line, expected: `\`${name}\``, found: "no such key" }
          : { file, line, expected: "no other key here", found: `\`${name}\`` };
      }
      const wanted = issue.kind === "validation" ? issue.message : issue.expected;
      // What a check of several values together found wrong is the one that it names.
      const named = issue.type === "check" ? issue.path?.at(-1) : undefined;
      const found = named ? v._stringify(named.value) : issue.received;
      return { file, line, expected: `${name} to be ${wanted}`, found };
    }),
  };
}
