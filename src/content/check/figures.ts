import type { Figure, FigureNote, Sentence } from "../../core/document/report.ts";
import { findNumerals } from "../../core/facts/numerals.ts";
import type { Ledger } from "../parse/figures.ts";
import type { YamlFile } from "../parse/yaml.ts";
import type { Problem } from "../problem.ts";
import type { SentencesById } from "./claims.ts";

/** The ordinal of a heading or clause, which is not a figure: `二、`, `二是`, `第二，`, `(二)`, `2.`. */
const ordinal =
  /^(?:[一二三四五六七八九十]+(?:[、是]|要(?![素点件]))|第[一二三四五六七八九十]+[、，,]|[（(](?:[一二三四五六七八九十]+|[\d０-９]{1,2})[）)]|[\d０-９]{1,2}[.．、）)](?![\d０-９]))/u;

/** The figures of one sentence; those after the first mistake are left out. */
function readSentence(
  file: string,
  ledger: YamlFile<Ledger>,
  { id, text }: Sentence,
  problems: Problem[],
): Figure[] {
  const { notes: _, ...bySentence } = ledger.value;
  const start = ordinal.exec(text)?.[0].length ?? 0;
  const numerals = findNumerals(text, "zh-CN").filter(({ at }) => at >= start);
  const entries = bySentence[id] ?? [];
  const figures: Figure[] = [];
  for (let at = 0; at < Math.max(numerals.length, entries.length); at++) {
    const numeral = numerals[at];
    const entry = entries[at];
    const isShare = entry?.unit === "%";
    const isRight =
      numeral?.written === entry?.token &&
      numeral?.value === entry?.value &&
      numeral?.isPercent === isShare;
    if (!numeral || !entry || !isRight) {
      problems.push({
        file,
        line: ledger.lineOf(entry ? [id, at] : [id]),
        expected: numeral
          ? `the number 「${numeral.written}」 of ${id}, ${numeral.value}${numeral.isPercent ? "%" : ""}`
          : `no more numbers in ${id}`,
        found: entry ? `「${entry.token}」, ${entry.value}${isShare ? "%" : ""}` : "no entry",
      });
      // The rest of the sentence is out of step and would only repeat the problem.
      break;
    }
    const { "zh-CN": chinese, en, key, base, says, group, token, value, unit, kind, more } = entry;
    figures.push({
      sentence: id,
      from: numeral.at,
      to: numeral.at + numeral.written.length,
      token,
      value,
      unit,
      kind,
      more,
      base,
      says,
      group,
      isKey: key,
      counts: { "zh-CN": chinese, en },
    });
  }
  return figures;
}

/**
 * Checks the ledger against the text: every number of every sentence has one entry, in text order,
 * with its token and value; a note refers to figures that are in the ledger.
 */
export function readLedger(
  file: string,
  ledger: YamlFile<Ledger>,
  sentences: SentencesById,
): { figures: Figure[]; notes: FigureNote[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const { notes: entries, ...bySentence } = ledger.value;
  for (const id of Object.keys(bySentence)) {
    if (!sentences.has(id)) {
      problems.push({
        file,
        line: ledger.lineOf([id]),
        expected: "the id of a sentence of the report",
        found: `\`${id}\``,
      });
    }
  }
  const figures = [...sentences.values()].flatMap((sentence) =>
    readSentence(file, ledger, sentence, problems),
  );
  // A wrong entry has been reported already; a note about it is not reported as well.
  const isComplete = problems.length === 0;
  const notes = entries.map(({ about, "zh-CN": chinese, en }, number) => ({
    text: { "zh-CN": chinese, en },
    about: about.flatMap(({ in: sentence, token }, at) => {
      const figure = figures.find((each) => each.sentence === sentence && each.token === token);
      if (!figure && isComplete) {
        problems.push({
          file,
          line: ledger.lineOf(["notes", number, "about", at]),
          expected: "a figure of the report",
          found: `「${token}」 of ${sentence}`,
        });
      }
      return figure ?? [];
    }),
  }));
  return { figures, notes, problems };
}
