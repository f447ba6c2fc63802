// English as phonemes that Kokoro was taught: those of eSpeak NG, mapped one by one. After misaki's
// table for eSpeak (https://github.com/hexgrad/misaki, Apache-2.0).
import initialize from "@echogarden/espeak-ng-emscripten";

/** How English is pronounced, as a BCP 47 tag. */
export type Accent = "en-GB" | "en-US";

type Table = readonly (readonly [from: string, to: string])[];

/** Within one of eSpeak NG's phonemes, what Kokoro was taught to read instead; in this order. */
const common: Table = [
  ["aɪ", "I"],
  ["aʊ", "W"],
  ["dʒ", "ʤ"],
  ["eɪ", "A"],
  ["tʃ", "ʧ"],
  ["ɔɪ", "Y"],
  ["əl", "ᵊl"],
  ["n̩", "ᵊn"],
  ["ʲ", ""],
  ["ɚ", "əɹ"],
  ["r", "ɹ"],
  ["x", "k"],
  ["ç", "k"],
  ["ɐ", "ə"],
  ["ɬ", "l"],
  ["ɾ", "T"],
  ["ʔ", "t"],
];

const accents: Readonly<Record<Accent, { readonly voice: string; readonly table: Table }>> = {
  "en-US": {
    voice: "gmw/en-US",
    table: [
      ["oʊ", "O"],
      ["ɜːɹ", "ɜɹ"],
      ["ɜː", "ɜɹ"],
      ["ɪə", "iə"],
      ...common,
      ["ː", ""],
      ["o", "ɔ"],
      ["e", "A"],
    ],
  },
  "en-GB": {
    voice: "gmw/en",
    table: [["əʊ", "Q"], ["eə", "ɛː"], ["iə", "ɪə"], ...common, ["o", "ɔ"], ["e", "A"]],
  },
};

/** Creates a function that gives the phonemes of English words without punctuation. */
export async function createEnglish(): Promise<(words: string, accent: Accent) => string> {
  const { eSpeakNGWorker } = await initialize();
  const worker = await new eSpeakNGWorker();
  let current: Accent | undefined;
  return (words, accent) => {
    const { voice, table } = accents[accent];
    if (current !== accent) worker.set_voice(voice, "", 0, 0, 0);
    current = accent;
    const toKokoro = (phoneme: string) =>
      table.reduce((said, [from, to]) => said.replaceAll(from, to), phoneme);
    return worker
      .synthesize_ipa(words, () => 0)
      .ipa.trim()
      .split(/\s+/)
      .map((word) => word.split("_").map(toKokoro).join(""))
      .join(" ");
  };
}

/** Writes abbreviations so that their letters are said one by one, as Chinese does: A.P.P for APP. */
export function spellAbbreviations(text: string): string {
  return text.replace(/(?<![A-Za-z])[A-Z]{2,}(?![a-z])/g, (word) => [...word].join("."));
}
