import * as v from "valibot";
import { type Lexicon, type LexiconEntry, languages } from "../../core/document/report.ts";
import { splitPinyin } from "../../core/speech/pinyin.ts";
import { toSpoken } from "../../core/speech/spoken.ts";
import type { Parsed } from "../problem.ts";
import { parseYaml, type YamlFile } from "./yaml.ts";

/** The engines that mispronounce words and may be given respellings. */
export type RespelledEngine = "espeak";

const words = v.pipe(v.string(), v.nonEmpty("one character or more"));

/**
 * Whether a form consists of letters only, in any script. Engines differ in how they pronounce
 * words, so words need pinyin, not a spoken form.
 */
const isWord = (form: string) => /^[\p{L}\p{M}\s’'-]+$/u.test(form);

/** Whether a text is Latin letters with at least one tone mark. */
const isPinyin = (text: string) => {
  const letters = text.normalize("NFD");
  return /[\u0300\u0301\u0304\u030C]/.test(letters) && /^[a-z\p{M}’' ]+$/iu.test(letters);
};

const form = v.strictObject({
  written: v.pipe(
    words,
    v.check(
      (text) => !isWord(text),
      "a form with digits or signs; a word belongs under `readings`, with its pinyin",
    ),
  ),
  context: v.optional(words),
  spoken: v.pipe(
    v.strictObject({ "zh-CN": v.optional(words), en: v.optional(words) }),
    v.check(
      (spoken) => Object.keys(spoken).length > 0,
      "what is said in `zh-CN`, in `en`, or both",
    ),
  ),
  reviewed: v.boolean(),
});

const pause = v.strictObject({
  between: v.strictTuple([words, words]),
  reviewed: v.boolean(),
});

/** Whether pinyin has a syllable for each character, where those are Chinese. */
const fits = (pinyin: string, written: string) =>
  !/^\p{Script=Han}+$/u.test(written) || splitPinyin(pinyin, [...written].length) !== undefined;

const reading = v.pipe(
  v.strictObject({
    written: words,
    context: v.optional(words),
    pinyin: v.pipe(words, v.check(isPinyin, "pinyin with the marks of its tones, as in yìngsù")),
    respelled: v.optional(v.strictObject({ espeak: words })),
    reviewed: v.boolean(),
  }),
  v.forward(
    v.check(
      ({ written, pinyin }) => fits(pinyin, written),
      "a syllable of pinyin for each Chinese character, as in yìngsù for 应诉",
    ),
    ["pinyin"],
  ),
);

const schema = v.strictObject({
  forms: v.array(form),
  pauses: v.array(pause),
  readings: v.array(reading),
});

/** The content of `lexicon.yaml`. */
export type LexiconFile = v.InferOutput<typeof schema>;

/** Parses `lexicon.yaml`. */
export function parseLexicon(file: string, text: string): Parsed<YamlFile<LexiconFile>> {
  return parseYaml(file, text, schema);
}

/** A form without the languages in which the pronunciation rules give the same result. */
function beyondRules({ written, spoken }: LexiconEntry): LexiconEntry[] {
  const exceptions = languages.flatMap((language) => {
    const byRules = toSpoken(written, language).map((piece) => piece.spoken);
    const form = spoken[language];
    return form === undefined || form === byRules.join("") ? [] : [[language, form]];
  });
  return exceptions.length > 0 ? [{ written, spoken: Object.fromEntries(exceptions) }] : [];
}

/**
 * Makes a lexicon for speech engines in general, or for one that mispronounces: its respellings are
 * then included as forms.
 */
export function lexiconFor(file: LexiconFile, engine?: RespelledEngine): Lexicon {
  const respelled = file.readings.flatMap(({ written, respelled }): LexiconEntry[] => {
    const spelling = engine && respelled?.[engine];
    return spelling ? [{ written, spoken: { "zh-CN": spelling, en: spelling } }] : [];
  });
  return {
    forms: [...file.forms.flatMap(beyondRules), ...respelled],
    pauses: file.pauses.map(({ between: [before, after] }) => [before, after] as const),
  };
}
