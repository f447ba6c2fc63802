import { readEmphasis } from "../../core/document/emphasis.ts";
import { allSentences } from "../../core/document/report.ts";
import { hasWords } from "../../core/facts/english.ts";
import type { Description } from "../parse/description.ts";
import type { WrittenGlossary } from "../parse/glossary.ts";
import type { ReportText } from "../parse/report-text.ts";
import type { YamlFile } from "../parse/yaml.ts";
import type { Problem } from "../problem.ts";

/** The sentences of a translation by id, without emphasis asterisks. */
function textsById(translation: ReportText): Map<string, string> {
  return new Map(allSentences(translation).map(({ id, text }) => [id, readEmphasis(text).text]));
}

/**
 * Checks that a term is translated consistently: wherever it occurs, the translation uses its `en`
 * or a rendering listed in `alsoEn`; and every rendering in `alsoEn` is needed.
 */
export function checkRenderings(
  file: string,
  { value, lineOf }: YamlFile<WrittenGlossary>,
  translation: ReportText,
): Problem[] {
  const translated = textsById(translation);
  return value.flatMap(({ id, term, en, alsoEn, occurrences }, at) => {
    const lacking = occurrences.flatMap(({ in: sentence }, nth) => {
      const text = translated.get(sentence);
      if (text === undefined || [en, ...alsoEn].some((each) => hasWords(text, each))) return [];
      return {
        file,
        line: lineOf([at, "occurrences", nth]),
        expected: `a rendering of 「${term}」 (\`${id}\`) in the translation of ${sentence}: ${[en, ...alsoEn].map((each) => `\`${each}\``).join(" or ")}; another one belongs into \`alsoEn\``,
        found: `none in line ${translation.places.get(sentence)?.line} of the translation`,
      };
    });
    const unneeded = alsoEn.flatMap((rendering, nth) => {
      const isNeeded = occurrences.some(({ in: sentence }) => {
        const text = translated.get(sentence) ?? "";
        return hasWords(text, rendering) && !hasWords(text, en);
      });
      if (isNeeded) return [];
      return {
        file,
        line: lineOf([at, "alsoEn", nth]),
        expected: `a rendering of 「${term}」 (\`${id}\`) that a sentence has in place of \`${en}\``,
        found: `\`${rendering}\``,
      };
    });
    return [...lacking, ...unneeded];
  });
}

/**
 * Checks that names in `report.yaml` (bodies, and the title among the metadata) equal the names
 * that the translation uses.
 */
export function checkNames(
  file: string,
  { value, lineOf }: YamlFile<Description>,
  text: ReportText,
  translation: ReportText,
): Problem[] {
  const translated = textsById(translation);
  const bodies = Object.entries(value.bodies).flatMap(([role, name]) =>
    name ? [{ name, path: ["bodies", role] }] : [],
  );
  const named = bodies.flatMap(({ name, path }) => {
    const ids = allSentences(text)
      .filter((sentence) => sentence.text.includes(name["zh-CN"]))
      .map(({ id }) => id);
    if (ids.length === 0 || ids.some((id) => hasWords(translated.get(id) ?? "", name.en)))
      return [];
    return {
      file,
      line: lineOf([...path, "en"]),
      expected: `what the translation calls 「${name["zh-CN"]}」 in ${ids.join(", ")}`,
      found: `\`${name.en}\``,
    };
  });
  const titled = value.metadata.flatMap(({ value: printed }, at) => {
    const title = translated.get(translation.title.id) ?? "";
    if (printed["zh-CN"] !== text.title.text || printed.en === title) return [];
    return {
      file,
      line: lineOf(["metadata", at, "value", "en"]),
      expected: `the title of the translation, \`${title}\``,
      found: `\`${printed.en}\``,
    };
  });
  return [...named, ...titled];
}
