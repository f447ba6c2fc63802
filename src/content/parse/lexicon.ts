import * as v from "valibot";
import { type Lexicon, type LexiconEntry, languages } from "../../core/document/report.ts";
import { toSpoken } from "../../core/speech/spoken.ts";
import type { Parsed } from "../problem.ts";
import { parseYaml, type YamlFile } from "./yaml.ts";

/** The engines that are known to misread, and may be given other spellings than the text's. */
export type RespelledEngine = "espeak";

const words = v.pipe(v.string(), v.nonEmpty("one character or more"));

/** Whether a form is of letters alone, in any script: every voice has its own way to say a word. */
const isWord = (form: string) => /^[\p{L}\p{M}\s’'-]+$/u.test(form);

/** Whether a text is Latin letters with the mark of a tone among them. */
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

const reading = v.strictObject({
  written: words,
  context: v.optional(words),
  pinyin: v.pipe(words, v.check(isPinyin, "pinyin with the marks of its tones, as in yìngsù")),
  respelled: v.optional(v.strictObject({ espeak: words })),
  reviewed: v.boolean(),
});

const schema = v.strictObject({
  forms: v.array(form),
  pauses: v.array(pause),
  readings: v.array(reading),
});

/** What `lexicon.yaml` tells. */
export type LexiconFile = v.InferOutput<typeof schema>;

/** Reads `lexicon.yaml`. */
export function parseLexicon(file: string, text: string): Parsed<YamlFile<LexiconFile>> {
  return parseYaml(file, text, schema);
}

/** A form in the languages in which the rules would say something else. */
function beyondRules({ written, spoken }: LexiconEntry): LexiconEntry[] {
  const said = languages.flatMap((language) => {
    const byRules = toSpoken(written, language).map((piece) => piece.spoken);
    const own = spoken[language];
    return own === undefined || own === byRules.join("") ? [] : [[language, own]];
  });
  return said.length > 0 ? [{ written, spoken: Object.fromEntries(said) }] : [];
}

/** The lexicon for any voice, or for an engine that is known to misread: then its respellings are forms too. */
export function lexiconFor(file: LexiconFile, engine?: RespelledEngine): Lexicon {
  const respelled = file.readings.flatMap(({ written, respelled }): LexiconEntry[] => {
    const said = engine && respelled?.[engine];
    return said ? [{ written, spoken: { "zh-CN": said, en: said } }] : [];
  });
  return {
    forms: [...file.forms.flatMap(beyondRules), ...respelled],
    pauses: file.pauses.map(({ between: [before, after] }) => [before, after] as const),
  };
}
