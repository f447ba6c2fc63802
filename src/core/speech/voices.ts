import type { Voice } from "./engine.ts";

/** A tag in one form: lower case, hyphens, three-letter codes as two-letter ones (BCP 47, ISO 639-3). */
function normalise(tag: string): string {
  return tag
    .toLowerCase()
    .replaceAll("_", "-")
    .replace(/^(cmn|zho|chi)\b/, "zh")
    .replace(/^eng\b/, "en");
}

/** How well a voice's tag fits a language: 0 is best, undefined is not at all. */
function distance(tag: string, language: string): number | undefined {
  const [primary, ...rest] = normalise(tag).split("-");
  const [wanted, ...more] = normalise(language).split("-");
  if (wanted !== "zh") {
    if (primary !== wanted) return undefined;
    const best = wanted === "en" ? ["gb", "us"] : more;
    return best.length === 0 || best.some((part) => rest.includes(part)) ? 0 : 1;
  }
  // Cantonese is another language to a listener, whatever it is tagged as.
  if (primary !== "zh" || rest.some((part) => ["yue", "hk", "mo"].includes(part))) return undefined;
  if (rest.includes("tw") || rest.includes("hant")) return 2;
  return rest.length === 0 || rest.includes("cn") || rest.includes("hans") ? 0 : 1;
}

/**
 * The voices that speak a language, best first: the language's own standard before its regions, then voices of
 * the device before those that need a network. For Mandarin a Cantonese voice is never among them.
 */
export function voicesFor(voices: readonly Voice[], language: string): Voice[] {
  return voices
    .flatMap((voice) => {
      const far = distance(voice.tag, language);
      return far === undefined ? [] : [{ voice, rank: far * 2 + (voice.isLocal ? 0 : 1) }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ voice }) => voice);
}

/** The voice to speak a language with: the one that the reader chose if it is still there, else the best. */
export function chooseVoice(
  voices: readonly Voice[],
  language: string,
  chosen: string | undefined,
): Voice | undefined {
  const fitting = voicesFor(voices, language);
  return fitting.find(({ name }) => name === chosen) ?? fitting[0];
}
