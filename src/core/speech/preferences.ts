/** How the reader likes to listen; kept on the device. */
export interface ListeningPreferences {
  /** Speed in multiples of the voice's own. */
  readonly rate: number;
  /** The names of the chosen voices, by language. */
  readonly voices: Readonly<Partial<Record<string, string>>>;
  /** Whether the sentence being spoken is marked. */
  readonly mark: boolean;
  /** Whether the page scrolls along. */
  readonly follow: boolean;
  /** Whether the sentence is shown large in the player (大字幕). */
  readonly caption: boolean;
}

/** The key under which they are stored. */
export const listeningStorageKey = "zhanjuan:listening";

/** The speeds that the control offers. */
export const rates = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3] as const;

const version = 1;
const defaults: ListeningPreferences = {
  rate: 1,
  voices: {},
  mark: true,
  follow: true,
  caption: false,
};

/** Reads what was stored. Garbage, bad values and later versions count as unset; never throws. */
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
    // What is not JSON was not written by us: it counts as nothing chosen.
    return defaults;
  }
}

/** The form in which they are stored. */
export function printListeningPreferences(preferences: ListeningPreferences): string {
  return JSON.stringify({ version, ...preferences });
}
