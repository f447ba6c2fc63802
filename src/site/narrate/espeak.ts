import initialize from "@echogarden/espeak-ng-emscripten";
import type { Language } from "../../core/document/report.ts";
import { joinSamples } from "./samples.ts";
import type { Synthesizer } from "./synthesizer.ts";

/** Voice ids, and the engine's rate in words a minute, set for 4 to 5 characters a second. */
const voices: Readonly<Record<Language, { readonly name: string; readonly rate: number }>> = {
  "zh-CN": { name: "sit/cmn", rate: 205 },
  en: { name: "gmw/en", rate: 165 },
};

/** eSpeak NG as WebAssembly: low quality, but it runs wherever Node does. */
export async function createEspeak(): Promise<Synthesizer> {
  const { eSpeakNGWorker } = await initialize();
  const worker = await new eSpeakNGWorker();
  let current: Language | undefined;
  return {
    name: "espeak",
    sampleRate: worker.get_samplerate(),
    narrator: (language) => ({
      kind: "synthetic",
      name: "eSpeak NG",
      voice: voices[language].name,
      licence: "GPL-3.0-or-later",
    }),
    voiceHash: () => undefined,
    prepare: (text, language) => ({ text, language, reading: "", input: text }),
    async speak({ input, language }) {
      if (current !== language) {
        current = language;
        worker.set_voice(voices[language].name, "", 0, 0, 0);
        worker.set_rate(voices[language].rate);
      }
      const parts: Float32Array[] = [];
      worker.synthesize(input, (samples) => {
        if (samples) parts.push(Float32Array.from(samples, (sample) => sample / 32_768));
        return 0;
      });
      return joinSamples(parts);
    },
  };
}
