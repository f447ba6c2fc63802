import type { WrittenGlossary } from "../parse/glossary.ts";
import type { YamlFile } from "../parse/yaml.ts";
import type { Problem } from "../problem.ts";

/** Checks that explanations that cite the same page give the same date. */
export function checkSources(file: string, glossary: YamlFile<WrittenGlossary>): Problem[] {
  const dates = new Map<string, { readonly id: string; readonly date: string }>();
  return glossary.value.flatMap(({ id, source }, at) => {
    if (source.basis !== "published") return [];
    const first = dates.get(source.address);
    if (!first) dates.set(source.address, { id, date: source.date });
    if (!first || first.date === source.date) return [];
    return {
      file,
      line: glossary.lineOf([at, "source", "date"]),
      expected: `the date that \`${first.id}\` gives of the same page, ${first.date}`,
      found: source.date,
    };
  });
}
