/** The reader's listening preferences, stored on the device. */
export interface ListeningPreferences {
  /** Speed as a multiple of the voice's normal speed. */
  readonly rate: number;
  /** The names of the chosen voices, by language. */
  readonly voices: Readonly<Partial<Record<string, string>>>;
  /** Whether the current sentence is highlighted. */
  readonly mark: boolean;
  /** Whether the page scrolls to follow the speech. */
  readonly follow: boolean;
  /** Whether the player shows the current sentence in large type (大字幕). */
  readonly caption: boolean;
}

/** The storage key. */
export const listeningStorageKey = "listening";

/** The speeds on offer. */
export const rates = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3] as const;

const version = 1;
const defaults: ListeningPreferences = {
  rate: 1,
  voices: {},
  mark: true,
  follow: true,
  caption: false,
};

/**
 * Parses stored preferences. Invalid JSON, invalid values and other versions count as not set;
 * never throws.
 */
export function parseListeningPreferences(stored: string | null): ListeningPreferences {
  try {
    const parsed = Object(JSON.parse(stored ?? "null"));
    if (parsed.version !== version) return defaults;
    const isRate = typeof parsed.rate === "number" && parsed.rate >= 0.5 && parsed.rate <= 3;
    const voices = Object.entries(Object(parsed.voices)).filter(
      ([language, name]) => /^(zh-CN|en)$/.test(language) && typeof name === "string",
    );
    const onOff = (key: "mark" | "follow" | "caption") =>
      typeof parsed[key] === "boolean" ? (parsed[key] as boolean) : defaults[key];
    return {
      rate: isRate ? parsed.rate : defaults.rate,
      voices: Object.fromEntries(voices as [string, string][]),
      mark: onOff("mark"),
      follow: onOff("follow"),
      caption: onOff("caption"),
    };
  } catch {
    // Not JSON, so not written by this code: nothing is chosen.
    return defaults;
  }
}

/** Serializes preferences for storage. */
export function printListeningPreferences(preferences: ListeningPreferences): string {
  return JSON.stringify({ version, ...preferences });
}
