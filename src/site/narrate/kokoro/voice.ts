import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Language } from "../../../core/document/report.ts";
import type { Accent } from "./english.ts";

/** How many numbers describe the style of an utterance. */
const styleSize = 256;
/** The most phonemes of an utterance; there is a style for each number of them, from 0. */
export const mostPhonemes = 509;

/** A voice of Kokoro. */
export interface KokoroVoice {
  /** `zm_yunxi`. */
  readonly name: string;
  readonly language: Language;
  /** How it says English words. */
  readonly accent: Accent;
  /** SHA-256 of its file, in hexadecimal. */
  readonly hash: string;
  /** The style for an utterance of so many phonemes. */
  styleFor(phonemes: number): Float32Array;
}

/** The language of a voice by the first letter of its name, as the model's author names them. */
const languagesByLetter: Readonly<Record<string, Language>> = { a: "en", b: "en", z: "zh-CN" };

/**
 * Reads a voice: float32 numbers, 256 for each number of phonemes. Throws a sentence that names the
 * file where it is no voice, or one of another language.
 */
export function readVoice(file: string): KokoroVoice {
  if (!existsSync(file)) {
    throw new Error(`There is no voice ${file}: a voice of Kokoro is a file such as zm_yunxi.bin.`);
  }
  const bytes = readFileSync(file);
  const size = (mostPhonemes + 1) * styleSize * Float32Array.BYTES_PER_ELEMENT;
  if (bytes.length !== size) {
    throw new Error(
      `${file} is no voice of Kokoro, or not all of it: it has ${bytes.length} B, and a voice has ${size} B.`,
    );
  }
  const name = basename(file, ".bin");
  const language = languagesByLetter[name[0] ?? ""];
  if (!language || !/^[a-z][fm]_/.test(name)) {
    throw new Error(
      `${file}: the name of a voice tells its language: af_ and am_ American, bf_ and bm_ British, zf_ and zm_ Mandarin; others are not read here.`,
    );
  }
  const styles = new Float32Array(bytes.length / Float32Array.BYTES_PER_ELEMENT);
  new Uint8Array(styles.buffer).set(bytes);
  return {
    name,
    language,
    accent: name.startsWith("a") ? "en-US" : "en-GB",
    hash: createHash("sha256").update(bytes).digest("hex"),
    styleFor: (phonemes) => styles.slice(phonemes * styleSize, (phonemes + 1) * styleSize),
  };
}
