/// <reference path="../../src/site/narrate/espeak-ng-emscripten.d.ts" />
import initialize from "@echogarden/espeak-ng-emscripten";

/** eSpeak's voices, as the narration uses them. */
const voices = { "zh-CN": "sit/cmn", en: "gmw/en" } as const;

/** Creates a function that returns eSpeak's phonemes for a text, without stress and pauses. */
export async function createPhonemes(
  language: keyof typeof voices,
): Promise<(text: string) => string> {
  const espeak = await initialize();
  const worker = await new espeak.eSpeakNGWorker();
  worker.set_voice(voices[language], "", 0, 0, 0);
  return (text) => {
    const from = worker.convert_to_phonemes(text, false).ptr;
    const bytes = espeak.HEAPU8.slice(from, espeak.HEAPU8.indexOf(0, from));
    return new TextDecoder().decode(bytes).replace(/[',_|\s]/g, "");
  };
}

const toneMarks = "\u0304\u0301\u030C\u0300";
const syllable =
  /(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[aeiou]\u0308?[\u0304\u0301\u030C\u0300]?)+(?:ng?(?![aeiou])|r(?![aeiou]))?/giu;

/** Pinyin in the notation of eSpeak's Chinese voice: `yìngsù` is `ying4 su4`. */
export function toNumbered(pinyin: string): string {
  const syllables = pinyin.toLowerCase().normalize("NFD").match(syllable) ?? [];
  return syllables
    .map((each) => {
      const tone = [...toneMarks].findIndex((mark) => each.includes(mark)) + 1;
      return each.replace("u\u0308", "v").replace(/\p{M}/gu, "") + (tone || 5);
    })
    .join(" ");
}
