import type { Occurrence, Term } from "../../core/document/report.ts";
import type { WrittenGlossary } from "../parse/glossary.ts";
import type { YamlFile } from "../parse/yaml.ts";
import type { Problem } from "../problem.ts";
import type { SentencesById } from "./claims.ts";
import { findOccurrence, isOccurrence } from "./occurrences.ts";

/**
 * Checks the glossary against the text: ids are unique, each occurrence is in the text, and no two
 * occurrences overlap.
 */
export function readGlossary(
  file: string,
  glossary: YamlFile<WrittenGlossary>,
  sentences: SentencesById,
): { terms: Term[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const ids = new Set<string>();
  const taken: (Occurrence & { readonly term: string })[] = [];
  const terms = glossary.value.map((entry, at) => {
    const line = glossary.lineOf([at]);
    if (ids.has(entry.id)) {
      problems.push({
        file,
        line,
        expected: "an id that no other entry has",
        found: `\`${entry.id}\` again`,
      });
    }
    ids.add(entry.id);
    const occurrences = entry.occurrences.flatMap((written, number) => {
      const place = { file, line: glossary.lineOf([at, "occurrences", number]) };
      const found = findOccurrence(written, sentences, place);
      if (!isOccurrence(found)) {
        problems.push(found);
        return [];
      }
      const other = taken.find(
        (each) => each.sentence === found.sentence && each.from < found.to && found.from < each.to,
      );
      if (other) {
        problems.push({
          ...place,
          expected: `a place that \`${other.term}\` does not explain`,
          found: `「${written.written}」 of ${written.in}`,
        });
      }
      taken.push({ ...found, term: entry.id });
      return [found];
    });
    const { id, term, pinyin, en, alsoEn, kind, plain, source } = entry;
    const achieved = "achieved" in entry ? entry.achieved : undefined;
    return { id, term, pinyin, en, alsoEn, kind, plain, source, achieved, occurrences };
  });
  return { terms, problems };
}
