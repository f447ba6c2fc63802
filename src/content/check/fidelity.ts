import { allSentences } from "../../core/document/report.ts";
import type { Description } from "../parse/description.ts";
import type { ReportText } from "../parse/report-text.ts";
import type { YamlFile } from "../parse/yaml.ts";
import type { Problem } from "../problem.ts";

/** The paths of the compared files, for error messages. */
export interface FidelityFiles {
  readonly source: string;
  readonly text: string;
  readonly description: string;
}

interface Character {
  readonly char: string;
  readonly place: { readonly line: number; readonly column?: number };
}

/** The characters of a text with their locations, without white space. */
function characters(text: string, line: number, column?: number): Character[] {
  return [...text.matchAll(/\S/gu)].map((match) => ({
    char: match[0],
    place: column === undefined ? { line } : { line, column: column + match.index },
  }));
}

function describeCharacter(character: Character | undefined): string {
  if (!character) return "the end of the text";
  const code = character.char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  return `「${character.char}」 (U+${code})`;
}

/**
 * Checks that the report's text equals the publisher's, character for character, except for white
 * space. Every line of the source is page chrome, metadata or contact data (as `report.yaml` says)
 * or is in the text, in order, and nothing is added. The first differing character is reported.
 */
export function checkFidelity(
  files: FidelityFiles,
  source: string,
  text: ReportText,
  description: YamlFile<Description>,
): Problem[] {
  const lines = source.split("\n");
  const { lines: numbers } = description.value.source;
  const problems: Problem[] = [];
  const elsewhere = new Set([...numbers.chrome, ...numbers.metadata, ...numbers.contact]);

  for (const kind of ["chrome", "metadata", "contact"] as const) {
    for (const [at, number] of numbers[kind].entries()) {
      if ((lines[number - 1] ?? "").trim() === "") {
        problems.push({
          file: files.description,
          line: description.lineOf(["source", "lines", kind, at]),
          expected: "the number of a line of source.txt that has text",
          found: String(number),
        });
      }
    }
  }

  const compare = (
    expected: Character[],
    found: Character[],
    file: string,
    fallback: Character["place"],
  ) => {
    const length = Math.max(expected.length, found.length);
    for (let at = 0; at < length; at++) {
      const want = expected[at];
      const have = found[at];
      if (want?.char === have?.char) continue;
      const where = want ? ` (${files.source}:${want.place.line}:${want.place.column})` : "";
      problems.push({
        file,
        ...(have?.place ?? fallback),
        expected: `${describeCharacter(want)}${where}`,
        found: describeCharacter(have),
      });
      return;
    }
  };

  const body = lines.flatMap((line, at) =>
    elsewhere.has(at + 1) ? [] : characters(line, at + 1, 1),
  );
  const sentences = allSentences(text);
  const shown = sentences.flatMap((sentence) => {
    const place = text.places.get(sentence.id);
    return place ? characters(sentence.text, place.line, place.column) : [];
  });
  const last = shown.at(-1)?.place;
  compare(body, shown, files.text, {
    line: last?.line ?? 1,
    ...(last?.column !== undefined && { column: last.column + 1 }),
  });

  for (const kind of ["metadata", "contact"] as const) {
    const printed = numbers[kind].flatMap((number) =>
      characters(lines[number - 1] ?? "", number, 1),
    );
    const lineOf = (at: number, part: "label" | "value") =>
      description.lineOf([kind, at, part, "zh-CN"]);
    const transcribed: Character[] = [];
    for (const [at, { label, value }] of description.value[kind].entries()) {
      transcribed.push(...characters(label["zh-CN"], lineOf(at, "label")));
      // Publishers put a half-width, a full-width or no colon after a label.
      const next = printed[transcribed.length]?.char ?? "";
      if (/[:：]/u.test(next)) transcribed.push(...characters(next, lineOf(at, "label")));
      transcribed.push(...characters(value["zh-CN"], lineOf(at, "value")));
    }
    compare(printed, transcribed, files.description, { line: description.lineOf([kind]) });
  }
  return problems;
}
