/** The finals that stand after each initial in Mandarin; `""` is no initial. */
const finals: Readonly<Record<string, string>> = {
  "": "a ai an ang ao e ei en eng er o ou ê",
  b: "a ai an ang ao ei en eng i ian iang iao ie in ing o ong u",
  c: "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
  ch: "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
  d: "a ai an ang ao e ei en eng i ia ian iao ie in ing iu ong ou u uan ui un uo",
  f: "a an ang ei en eng iao o ou u",
  g: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  h: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  j: "i ia ian iang iao ie in ing iong iu u uan ue un",
  k: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  l: "a ai an ang ao e ei en eng i ia ian iang iao ie in ing iu o ong ou u uan un uo ü üe",
  m: "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
  n: "a ai an ang ao e ei en eng i ia ian iang iao ie in ing iu ong ou u uan un uo ü üe",
  p: "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
  q: "i ia ian iang iao ie in ing iong iu u uan ue un",
  r: "an ang ao e en eng i ong ou u ua uan ui un uo",
  s: "a ai an ang ao e en eng i ong ou u uan ui un uo",
  sh: "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
  t: "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo",
  w: "a ai an ang ei en eng o ong u",
  x: "i ia ian iang iao ie in ing iong iu u uan ue un",
  y: "a an ang ao e i in ing o ong ou u uan ue un",
  z: "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
  zh: "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
};

/** Interjections without a vowel. In a word they would be taken for the end of a syllable. */
const interjections: ReadonlySet<string> = new Set(["hm", "hng", "m", "n", "ng"]);

/** Every syllable of Mandarin, in small letters without a tone mark, with `ü`. */
export const syllables: ReadonlySet<string> = new Set([
  ...interjections,
  ...Object.entries(finals).flatMap(([initial, each]) =>
    each.split(" ").map((final) => initial + final),
  ),
]);

/** The first tone to the fourth, and 5 for the neutral tone, which has no mark. */
export type Tone = 1 | 2 | 3 | 4 | 5;

/** A syllable whose tone is a number: `lü` and 4 for `lǜ`. */
export interface NumberedSyllable {
  /** Without a tone mark, with `ü`. */
  readonly letters: string;
  readonly tone: Tone;
}

const tones: readonly Tone[] = [1, 2, 3, 4];
/** Combining marks of the tones, in their order. */
const marks = "\u0304\u0301\u030C\u0300";
const mark = new RegExp(`[${marks}]`);

/** Where the mark stands: on a or e, else on the o of ou, else on the last vowel, else on n or m. */
const marked = [/[aeê]/i, /o(?=u)/i, /[iouü](?=[^iouü]*$)/i, /[nm]/i];

/**
 * Takes the tone mark off a syllable: `lǜ` is `lü` and 4; without a mark the tone is 5. Letters are
 * small. Does not ask whether there is such a syllable: {@link syllables} knows.
 */
export function toNumberedSyllable(syllable: string): NumberedSyllable {
  const parts = syllable.normalize("NFD");
  const found = mark.exec(parts)?.[0];
  return {
    letters: parts.replace(mark, "").normalize("NFC").toLowerCase(),
    tone: (found && tones[marks.indexOf(found)]) || 5,
  };
}

/** Puts the tone mark where it is written: `lü` and 4 is `lǜ`. The inverse of the above. */
export function markTone({ letters, tone }: NumberedSyllable): string {
  const toneMark = tone === 5 ? "" : (marks[tone - 1] ?? "");
  const place = marked.find((each) => each.test(letters));
  return place ? letters.replace(place, `$&${toneMark}`).normalize("NFC") : letters;
}

/** A letter of pinyin. */
interface Letter {
  /** As it is written, with its tone mark. */
  readonly written: string;
  /** Small, without the mark. */
  readonly plain: string;
  readonly isMarked: boolean;
  /** Whether it stands at the beginning, or after a space, an apostrophe or a hyphen. */
  readonly isFirst: boolean;
}

/** The letters of pinyin; undefined if there is anything else in it. */
function readLetters(pinyin: string): readonly Letter[] | undefined {
  const text = pinyin.normalize("NFC").trim();
  if (!/^(?:[\s'’-]?\p{Script=Latin}\p{M}*)+$/u.test(text.replace(/\s+/g, " "))) return undefined;
  return [...text.matchAll(/([\s'’-]*)(\p{L}\p{M}*)/gu)].map(([, gap, written = ""], at) => {
    const { letters, tone } = toNumberedSyllable(written);
    return { written, plain: letters, isMarked: tone < 5, isFirst: at === 0 || gap !== "" };
  });
}

/** A way to split, and how many of its syllables lack the apostrophe that they should have. */
interface Split {
  readonly syllables: readonly string[];
  readonly lacking: number;
}

/** The syllables that can begin at a letter, longest first. */
function syllablesAt(letters: readonly Letter[], at: number): (readonly Letter[])[] {
  const longest = 6;
  const found: (readonly Letter[])[] = [];
  for (let length = Math.min(longest, letters.length - at); length > 0; length--) {
    const part = letters.slice(at, at + length);
    const plain = part.map((letter) => letter.plain).join("");
    const isWhole = part.every(({ isFirst }, index) => index === 0 || !isFirst);
    const standsAlone = part[0]?.isFirst && (letters[at + length]?.isFirst ?? true);
    const hasOneTone = part.filter(({ isMarked }) => isMarked).length <= 1;
    const isPlausible = syllables.has(plain) && (standsAlone || !interjections.has(plain));
    if (isWhole && hasOneTone && isPlausible) found.push(part);
  }
  return found;
}

/**
 * Splits pinyin into syllables as they are written: `yízhànshì` is `yí`, `zhàn` and `shì`. Where
 * there are several ways to get `count` syllables, a syllable inside a word begins with a, o or e
 * only after an apostrophe, as the orthography has it (GB/T 16159). Apostrophes, hyphens and spaces
 * are left out; letters are composed (NFC). Returns undefined where the text is no pinyin or cannot
 * be split into that many.
 */
export function splitPinyin(pinyin: string, count: number): readonly string[] | undefined {
  const letters = readLetters(pinyin);
  if (!letters) return undefined;
  const known = new Map<string, Split | undefined>();
  const splitFrom = (at: number, rest: number): Split | undefined => {
    if (rest === 0 || at === letters.length) {
      return rest === 0 && at === letters.length ? { syllables: [], lacking: 0 } : undefined;
    }
    const key = `${at} ${rest}`;
    if (known.has(key)) return known.get(key);
    let best: Split | undefined;
    for (const part of syllablesAt(letters, at)) {
      const next = splitFrom(at + part.length, rest - 1);
      const [first] = part;
      const lacks = !first?.isFirst && /[aoeê]/.test(first?.plain ?? "");
      const lacking = (next?.lacking ?? 0) + Number(lacks);
      if (next && lacking < (best?.lacking ?? Number.POSITIVE_INFINITY)) {
        best = {
          syllables: [part.map(({ written }) => written).join(""), ...next.syllables],
          lacking,
        };
      }
    }
    known.set(key, best);
    return best;
  };
  return splitFrom(0, count)?.syllables;
}
