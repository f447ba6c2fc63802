import type { Figure, FigureNote } from "../../core/document/report.ts";
import { findNumerals } from "../../core/facts/numerals.ts";
import type { Ledger } from "../parse/figures.ts";
import type { YamlFile } from "../parse/yaml.ts";
import type { Problem } from "../problem.ts";
import type { SentencesById } from "./claims.ts";

/** The ordinal of a heading or a clause, which counts nothing: `二、`, `二是`, `第二，`, `(二)`, `2.`. */
const ordinal =
  /^(?:[一二三四五六七八九十]+(?:[、是]|要(?![素点件]))|第[一二三四五六七八九十]+[、，,]|[（(](?:[一二三四五六七八九十]+|[\d０-９]{1,2})[）)]|[\d０-９]{1,2}[.．、）)](?![\d０-９]))/u;

/**
 * Reads the numbers ledger against the text: every number of every sentence stands in it once, in the order of the
 * text, as printed and with its value; a note is about figures that stand in it.
 */
export function readLedger(
  file: string,
  ledger: YamlFile<Ledger>,
  sentences: SentencesById,
): { figures: Figure[]; notes: FigureNote[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const { notes: written, ...bySentence } = ledger.value;
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
  const figures: Figure[] = [];
  for (const { id, text } of sentences.values()) {
    const start = ordinal.exec(text)?.[0].length ?? 0;
    const found = findNumerals(text, "zh-CN").filter(({ at }) => at >= start);
    const told = bySentence[id] ?? [];
    for (let at = 0; at < Math.max(found.length, told.length); at++) {
      const numeral = found[at];
      const entry = told[at];
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
        // What follows in this sentence is out of step, and would only be told again.
        break;
      }
      const {
        "zh-CN": chinese,
        en,
        key,
        base,
        says,
        group,
        token,
        value,
        unit,
        kind,
        more,
      } = entry;
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
  }
  // A figure that is not told rightly is a problem already, and not told again for a note about it.
  const isComplete = problems.length === 0;
  const notes = written.map(({ about, "zh-CN": chinese, en }, number) => ({
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
