import * as v from "valibot";
import type { Summary } from "../../core/document/report.ts";
import type { Parsed } from "../problem.ts";
import { parseYaml, type YamlFile } from "./yaml.ts";

const words = v.pipe(v.string(), v.nonEmpty("one character or more"));
const from = v.pipe(v.array(words), v.nonEmpty("one id or more"));
const claim = v.strictObject({ text: words, from });
/**
 * Texts with a required number of sentences have one entry for each, so that each names the
 * sentences that support it.
 */
const sentence = v.strictObject({
  text: v.pipe(
    words,
    v.check((text) => !/[。！？].|[.!?]\s/u.test(text), "one sentence"),
  ),
  from,
});
const claims = (least: number, most: number) =>
  v.pipe(
    v.array(sentence),
    v.minLength(least, `${least} to ${most} sentences`),
    v.maxLength(most, `${least} to ${most} sentences`),
  );

const schema = v.strictObject({
  name: words,
  description: claim,
  summary: claims(5, 7),
  gists: v.record(v.string(), claims(2, 3)),
});

/** YAML parses a value that begins with a brace as a map. */
const unquoted = /^\s*(?:- )?text:\s*\{\{/;

/**
 * Parses `summary.<language>.yaml`: the i18next resource of the namespace `summary` in a language.
 */
export function parseSummary(file: string, text: string): Parsed<YamlFile<Summary>> {
  const problems = text.split("\n").flatMap((line, at) =>
    unquoted.test(line)
      ? [
          {
            file,
            line: at + 1,
            expected: "quotes around what begins with `{{`",
            found: line.trim(),
          },
        ]
      : [],
  );
  return problems.length > 0 ? { value: undefined, problems } : parseYaml(file, text, schema);
}
