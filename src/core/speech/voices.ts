import type { Voice } from "./engine.ts";

/**
 * Normalizes a language tag: lower case, hyphens, two-letter codes in place of three-letter ones
 * (BCP 47, ISO 639-3).
 */
function normalize(tag: string): string {
  return tag
    .toLowerCase()
    .replaceAll("_", "-")
    .replace(/^(cmn|zho|chi)\b/, "zh")
    .replace(/^eng\b/, "en");
}

/** The distance between a voice's tag and a language: 0 is best, undefined is no match. */
function distance(tag: string, language: string): number | undefined {
  const [primary, ...rest] = normalize(tag).split("-");
  const [wanted, ...more] = normalize(language).split("-");
  if (wanted !== "zh") {
    if (primary !== wanted) return undefined;
    const best = wanted === "en" ? ["gb", "us"] : more;
    return best.length === 0 || best.some((part) => rest.includes(part)) ? 0 : 1;
  }
  // Listeners of Mandarin do not understand Cantonese, however it is tagged.
  if (primary !== "zh" || rest.some((part) => ["yue", "hk", "mo"].includes(part))) return undefined;
  if (rest.includes("tw") || rest.includes("hant")) return 2;
  return rest.length === 0 || rest.includes("cn") || rest.includes("hans") ? 0 : 1;
}

/**
 * The voices for a language, best first: the standard variety before regional ones, then local
 * voices before remote ones. Never a Cantonese voice for Mandarin.
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

/** Chooses the voice for a language: the reader's choice if it still exists, otherwise the best. */
export function chooseVoice(
  voices: readonly Voice[],
  language: string,
  chosen: string | undefined,
): Voice | undefined {
  const fitting = voicesFor(voices, language);
  return fitting.find(({ name }) => name === chosen) ?? fitting[0];
}
