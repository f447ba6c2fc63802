import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Language } from "../../../core/document/report.ts";
import { type Synthesizer, UnspeakableError } from "../synthesizer.ts";
import { loadPackages } from "./installed.ts";
import { kokoroSampleRate, loadModel } from "./model.ts";
import { createPhonemes, toIds } from "./phonemes.ts";
import { type KokoroVoice, mostPhonemes, readVoice } from "./voice.ts";

/** The voice of a language where none is asked for. */
const defaultVoices: Readonly<Record<Language, string>> = { "zh-CN": "zm_yunxi", en: "bf_emma" };

/** Where the voices are that are not named: beside the model, or in a folder there. */
function findVoice(name: string, folder: string): string {
  const places = [folder, join(folder, "voices"), join(folder, "styles")];
  const files = places.map((place) => join(place, `${name}.bin`));
  return files.find((file) => existsSync(file)) ?? join(folder, `${name}.bin`);
}

/**
 * The voice of each language that is asked for: a file, or a folder in which the default ones are.
 */
function readVoices(
  named: readonly string[],
  folder: string,
  wanted: readonly Language[],
): ReadonlyMap<Language, KokoroVoice> {
  const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();
  const voices = named.filter((path) => !isFolder(path)).map(readVoice);
  const home = named.find(isFolder) ?? folder;
  return new Map(
    wanted.map((language) => [
      language,
      voices.find((voice) => voice.language === language) ??
        readVoice(findVoice(defaultVoices[language], home)),
    ]),
  );
}

/**
 * Creates a synthesizer from Kokoro-82M v1.0 (https://huggingface.co/hexgrad/Kokoro-82M) as ONNX.
 *
 * @param model the file of the model
 * @param voices files of voices, or a folder with them; by default zm_yunxi and bf_emma, beside the
 * model
 * @throws a sentence where the model or a voice can't be used
 */
export async function createKokoro(
  model: string,
  voices: readonly string[],
  wanted: readonly Language[],
): Promise<Synthesizer> {
  const { runtime, ...dictionaries } = loadPackages();
  const chosen = readVoices(voices, dirname(model), wanted);
  const { hash, speak } = await loadModel(runtime, model);
  const phonemesOf = await createPhonemes(dictionaries);
  const voiceOf = (language: Language): KokoroVoice => {
    const voice = chosen.get(language);
    if (!voice) throw new Error(`No voice was read for ${language}.`);
    return voice;
  };
  return {
    name: "kokoro",
    sampleRate: kokoroSampleRate,
    narrator: (language) => ({
      kind: "synthetic",
      name: "Kokoro-82M",
      version: "1.0",
      maker: "hexgrad",
      voice: voiceOf(language).name,
      licence: "Apache-2.0",
    }),
    voiceHash: (language) => `${hash} ${voiceOf(language).hash}`,
    pace: { "zh-CN": { least: 0.12, most: 0.22 }, en: { least: 0.12, most: 0.28 } },
    leadIn: { "zh-CN": "下面请听。", en: undefined },
    prepare(text, language, readings) {
      const { accent } = voiceOf(language);
      const { phonemes, pinyin, syllables } = phonemesOf(text, language, accent, readings);
      const count = toIds(phonemes).length;
      if (count > mostPhonemes) {
        throw new UnspeakableError(
          `${count} phonemes are too many for the voice, which takes ${mostPhonemes}`,
        );
      }
      const reading = language === "zh-CN" ? pinyin : phonemes;
      return { text, language, reading, input: phonemes, syllables };
    },
    speak: ({ input, language }) => speak(toIds(input), voiceOf(language)),
  };
}
