const fullWidth: Readonly<Record<string, string>> = {
  ",": "，",
  ":": "：",
  ";": "；",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
};
const ascii: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(fullWidth).map(([half, full]) => [full, half]),
);

const han = /\p{Script=Han}/u;
const alphanumeric = /[A-Za-z0-9]/;

/**
 * The form in which a verbatim text is shown: `, : ; ? ! ( )` become full width where they stand in
 * Chinese context. One UTF-16 unit replaces one, so offsets stay valid.
 *
 * A mark is in Chinese context if the text contains a Chinese character and the mark does not stand
 * between two Latin letters or digits (`1,815`, `10:30`). The two parentheses of a pair are decided
 * together, by the text inside and next to them.
 */
export function toPageForm(text: string): string {
  if (!han.test(text)) return text;
  const chars = text.split("");
  const opened: number[] = [];
  for (const [at, char] of chars.entries()) {
    if (char === "(") {
      opened.push(at);
    } else if (char === ")") {
      const from = opened.pop();
      if (from === undefined) {
        chars[at] = fullWidth[char] as string;
      } else if (han.test(text.slice(Math.max(0, from - 1), at + 2))) {
        chars[from] = "（";
        chars[at] = "）";
      }
    } else if (char in fullWidth) {
      const isInLatinRun =
        alphanumeric.test(text[at - 1] ?? "") && alphanumeric.test(text[at + 1] ?? "");
      if (!isInLatinRun) chars[at] = fullWidth[char] as string;
    }
  }
  for (const at of opened) chars[at] = "（";
  return chars.join("");
}

/**
 * Matches Chinese in an English text: document titles in 《》 (which may be nested once) and runs of
 * Chinese characters.
 */
const chineseInEnglish = /《(?:[^《》]|《[^《》]*》)*》|[\p{Script=Han}、]*\p{Script=Han}/gu;

/** The Chinese stretches of an English text, as UTF-16 offsets, each with its page form. */
export function chineseRuns(text: string): { from: number; to: number; shown: string }[] {
  return [...text.matchAll(chineseInEnglish)].map(({ 0: run, index }) => ({
    from: index,
    to: index + run.length,
    shown: toPageForm(run),
  }));
}

/** The page form of an English text: only its Chinese stretches are in Chinese context. */
export function toEnglishPageForm(text: string): string {
  return text.replace(chineseInEnglish, (run) => toPageForm(run));
}

/**
 * The inverse of {@link toPageForm}. `fullWidthOffsets` lists the UTF-16 offsets of marks that are
 * full width in the source itself.
 */
export function toSourceForm(shown: string, fullWidthOffsets: readonly number[] = []): string {
  return shown.replace(/[，：；？！（）]/g, (mark, at: number) =>
    fullWidthOffsets.includes(at) ? mark : (ascii[mark] as string),
  );
}

/** Removes all white space. Page and source are compared in this form. */
export function withoutWhiteSpace(text: string): string {
  return text.replace(/\s+/gu, "");
}
