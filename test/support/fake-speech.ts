import type { Page } from "@playwright/test";

/** The utterances that a fake voice was asked to speak. */
export interface Said {
  readonly text: string;
  readonly lang: string;
  readonly voice: string | undefined;
  readonly rate: number;
}

/** How speech synthesis behaves: normally, without voices, missing, or never answering. */
export type SpeechManners = "good" | "voiceless" | "none" | "silent";

/**
 * Installs a silent voice in this window that records in `said` what it was asked to speak, at
 * `speed` times human speed. Self-contained, so that it can be injected into a page.
 */
export function installFakeSpeech([kind, speed]: readonly [SpeechManners, number]): void {
  const said: Said[] = [];
  Object.assign(window, { said });
  if (kind === "none") {
    Object.defineProperty(window, "speechSynthesis", { value: undefined, configurable: true });
    return;
  }
  const names =
    kind === "voiceless"
      ? []
      : [
          ["Tingting", "zh-CN"],
          ["Sinji", "zh-HK"],
          ["Daniel", "en-GB"],
          ["Liang", "zh_CN"],
        ];
  const voices = names.map(([name, lang]) => ({
    name,
    lang,
    localService: name !== "Liang",
    default: true,
    voiceURI: name,
  }));
  let timers: number[] = [];
  const synthesis = Object.assign(new EventTarget(), {
    speaking: false,
    pending: false,
    paused: false,
    getVoices: () => voices,
    speak(utterance: SpeechSynthesisUtterance) {
      const { text, lang, voice, rate } = utterance;
      said.push({ text, lang, voice: voice?.name, rate });
      if (kind !== "good") return;
      synthesis.speaking = true;
      timers = [
        window.setTimeout(() => utterance.onstart?.(new Event("start") as never), 20 / speed),
        window.setTimeout(
          () => {
            synthesis.speaking = false;
            utterance.onend?.(new Event("end") as never);
          },
          (20 + (text.length * 200) / rate) / speed,
        ),
      ];
    },
    cancel() {
      synthesis.speaking = false;
      for (const timer of timers) clearTimeout(timer);
    },
  });
  Object.defineProperty(window, "speechSynthesis", { value: synthesis, configurable: true });
  class Utterance {
    lang = "";
    voice = null;
    rate = 1;
    constructor(readonly text: string) {}
  }
  Object.assign(window, { SpeechSynthesisUtterance: Utterance });
}

/**
 * Installs such a voice before a page loads: Chromium without a sound server has none. `pace` is
 * its speed as a multiple of human speed.
 */
export async function fakeSpeech(
  page: Page,
  manners: SpeechManners = "good",
  pace = 1,
): Promise<void> {
  await page.addInitScript(installFakeSpeech, [manners, pace] as const);
}

/** What the page has asked to be spoken so far. */
export function whatWasSaid(page: Page): Promise<Said[]> {
  return page.evaluate(() => (window as unknown as { said: Said[] }).said);
}
