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
 * The form in which a verbatim text is shown: `, : ; ? ! ( )` in Chinese context become full width,
 * one UTF-16 unit for one, so that offsets stay valid. A mark is in Chinese context when the text holds
 * a Chinese character and the mark does not stand between two Latin letters or digits (`1,815`, `10:30`);
 * a pair of parentheses is judged as one, by what stands inside and beside it.
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

/** What is Chinese in an English text: titles of documents, one within another too, and runs of Chinese characters. */
const chineseInEnglish = /《(?:[^《》]|《[^《》]*》)*》|[\p{Script=Han}、]*\p{Script=Han}/gu;

/** The stretches of an English text that are Chinese, as UTF-16 offsets, each in its page form. */
export function chineseRuns(text: string): { from: number; to: number; shown: string }[] {
  return [...text.matchAll(chineseInEnglish)].map(({ 0: run, index }) => ({
    from: index,
    to: index + run.length,
    shown: toPageForm(run),
  }));
}

/** The page form of an English text: only what is Chinese in it is in Chinese context. */
export function toEnglishPageForm(text: string): string {
  return text.replace(chineseInEnglish, (run) => toPageForm(run));
}

/** The way back from {@link toPageForm}; the marks at the offsets `own` are full width in the source itself. */
export function toSourceForm(shown: string, own: readonly number[] = []): string {
  return shown.replace(/[，：；？！（）]/g, (mark, at: number) =>
    own.includes(at) ? mark : (ascii[mark] as string),
  );
}

/** A text without any white space, the form in which page and source are compared. */
export function withoutWhiteSpace(text: string): string {
  return text.replace(/\s+/gu, "");
}
