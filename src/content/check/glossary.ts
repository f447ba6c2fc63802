import type { Occurrence, Term } from "../../core/document/report.ts";
import type { WrittenGlossary } from "../parse/glossary.ts";
import type { YamlFile } from "../parse/yaml.ts";
import type { Problem } from "../problem.ts";
import type { SentencesById } from "./claims.ts";
import { findOccurrence, isOccurrence } from "./occurrences.ts";

/** Entries of the same name must say what tells them apart, or a reader can't choose. */
function findUnclear(file: string, glossary: YamlFile<WrittenGlossary>): Problem[] {
  const named = new Map<string, number>();
  for (const { term } of glossary.value) named.set(term, (named.get(term) ?? 0) + 1);
  return glossary.value.flatMap(({ id, term, context }, at) =>
    context || named.get(term) === 1
      ? []
      : [
          {
            ...{ file, line: glossary.lineOf([at]) },
            expected: `a \`context\` in both languages, which tells it from the other \`${term}\``,
            found: `none in \`${id}\``,
          },
        ],
  );
}

/**
 * Checks the glossary against the text: ids are unique, entries of the same name are told apart,
 * each occurrence is in the text, and no two occurrences overlap.
 */
export function readGlossary(
  file: string,
  glossary: YamlFile<WrittenGlossary>,
  sentences: SentencesById,
): { terms: Term[]; problems: Problem[] } {
  const problems = findUnclear(file, glossary);
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
    const { id, term, context, pinyin, en, alsoEn, kind, plain, source } = entry;
    const achieved = "achieved" in entry ? entry.achieved : undefined;
    return { id, term, context, pinyin, en, alsoEn, kind, plain, source, achieved, occurrences };
  });
  return { terms, problems };
}
