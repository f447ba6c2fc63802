import type { Language } from "../../core/document/report.ts";
import { createKokoro } from "./kokoro/kokoro.ts";
import { createSherpaOnnx } from "./sherpa-onnx.ts";
import type { Synthesizer } from "./synthesizer.ts";

/** What is asked for on the command line. */
export interface EngineOptions {
  readonly engine: string;
  readonly model?: string | undefined;
  readonly voice: readonly string[];
}

/**
 * Creates the neural voice that is asked for; undefined where the options don't fit together. Throws
 * a sentence where a voice can't be used.
 */
export async function createNeuralSynthesizer(
  { engine, model, voice }: EngineOptions,
  wanted: readonly Language[],
): Promise<Synthesizer | undefined> {
  const [first] = voice;
  if (engine === "kokoro" && model) return createKokoro(model, voice, wanted);
  if (engine === "sherpa-onnx" && first && wanted.length === 1) return createSherpaOnnx(first);
  return undefined;
}
