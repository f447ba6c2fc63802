import type { LexiconEntry } from "../../core/report/report.ts";
import type { YamlFile } from "../parse/yaml.ts";
import type { Problem } from "../problem.ts";

/** Checks that every entry of a lexicon is written somewhere in what is read aloud, in either language, and stands once. */
export function checkLexicon(
  file: string,
  { value, lineOf }: YamlFile<readonly LexiconEntry[]>,
  texts: readonly string[],
): Problem[] {
  return value.flatMap(({ written }, at) => {
    const line = lineOf([at, "written"]);
    if (value.findIndex((entry) => entry.written === written) < at)
      return [{ file, line, expected: "an entry once", found: `「${written}」 again` }];
    if (!texts.some((text) => text.includes(written)))
      return [{ file, line, expected: "what the report writes", found: `「${written}」` }];
    return [];
  });
}
