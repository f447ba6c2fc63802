import type { Engine, EngineEvent, Voice } from "../../../core/speech/engine.ts";

/**
 * Maps an error of the Web Speech API (https://webaudio.github.io/web-speech-api/) to an event of
 * the player.
 */
function meaning(error: SpeechSynthesisErrorCode): EngineEvent {
  return error === "not-allowed" ? "refused" : "failed";
}

/**
 * The device's voices, by the Web Speech API. In-app browsers often lack it or a part of it: then
 * the engine is not available.
 */
export function createWebSpeechEngine(): Engine {
  const synthesis: SpeechSynthesis | undefined = window.speechSynthesis;
  const isAvailable = Boolean(synthesis) && typeof SpeechSynthesisUtterance === "function";
  // Chrome and WebKit garbage-collect an utterance without references, and then fire no `end`.
  const held = new Set<SpeechSynthesisUtterance>();
  const list = () => (isAvailable ? (synthesis?.getVoices() ?? []) : []);
  return {
    name: "web-speech",
    isAvailable,
    voices: () =>
      list().map(
        ({ name, lang, localService }): Voice => ({
          name,
          tag: lang,
          isLocal: localService,
          takesRuns: localService,
        }),
      ),
    watchVoices(changed) {
      synthesis?.addEventListener?.("voiceschanged", changed);
      return () => synthesis?.removeEventListener?.("voiceschanged", changed);
    },
    speak({ text, language, rate, voice }, report) {
      const utterance = new SpeechSynthesisUtterance(text);
      const own = list().find(({ name, lang }) => name === voice?.name && lang === voice.tag);
      utterance.voice = own ?? null;
      // Android ignores the voice where the language is not set as well.
      utterance.lang = own?.lang ?? (language === "en" ? "en-GB" : language);
      utterance.rate = rate;
      const end = (event: EngineEvent) => {
        held.delete(utterance);
        report(event);
      };
      utterance.onstart = () => report("started");
      utterance.onend = () => end("ended");
      utterance.onerror = ({ error }) => end(meaning(error));
      held.add(utterance);
      synthesis?.speak(utterance);
    },
    cancel() {
      held.clear();
      // After `cancel` with nothing to cancel, some engines drop the next utterance.
      if (synthesis?.speaking || synthesis?.pending) synthesis.cancel();
    },
  };
}
