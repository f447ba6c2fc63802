import type { LexiconFile } from "../parse/lexicon.ts";
import type { YamlFile } from "../parse/yaml.ts";
import type { Problem } from "../problem.ts";

/**
 * Checks that every form in a lexicon occurs in the report or its translation, has one entry, and
 * that no respelling equals the original spelling.
 */
export function checkLexicon(
  file: string,
  { value: { forms, pauses, readings }, lineOf }: YamlFile<LexiconFile>,
  texts: readonly string[],
): Problem[] {
  const entries = [
    ...forms.map(({ written }, at) => ({ written, path: ["forms", at, "written"] })),
    ...readings.map(({ written }, at) => ({ written, path: ["readings", at, "written"] })),
    ...pauses.map(({ between }, at) => ({
      written: between.join(""),
      path: ["pauses", at, "between"],
    })),
  ];
  const seen = new Set<string>();
  const misplaced = entries.flatMap(({ written, path }) => {
    const line = lineOf(path);
    if (seen.has(written)) {
      return [{ file, line, expected: "an entry once", found: `「${written}」 again` }];
    }
    seen.add(written);
    if (!texts.some((text) => text.includes(written))) {
      return [{ file, line, expected: "what the report writes", found: `「${written}」` }];
    }
    return [];
  });
  const redundant = readings.flatMap(({ written, respelled }, at) =>
    Object.entries(respelled ?? {})
      .filter(([, spelling]) => spelling === written)
      .map(([engine]) => ({
        file,
        line: lineOf(["readings", at, "respelled", engine]),
        expected: `another spelling for ${engine}, or none`,
        found: `「${written}」 as it is written`,
      })),
  );
  return [...misplaced, ...redundant];
}
