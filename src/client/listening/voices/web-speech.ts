import type { Engine, EngineEvent, Voice } from "../../../core/speech/engine.ts";

/** What an error of the Web Speech API means to the player (https://webaudio.github.io/web-speech-api/). */
function meaning(error: SpeechSynthesisErrorCode): EngineEvent {
  return error === "not-allowed" ? "refused" : "failed";
}

/**
 * The device's own voices, through the Web Speech API. In-app browsers often lack it, or have it only in part:
 * then the engine is there and not available.
 */
export function createWebSpeechEngine(): Engine {
  const synthesis: SpeechSynthesis | undefined = window.speechSynthesis;
  const isAvailable = Boolean(synthesis) && typeof SpeechSynthesisUtterance === "function";
  // Chrome and WebKit collect an utterance that nobody holds, and then never tell that it ended.
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
    speak({ text, language, rate, voice }, tell) {
      const utterance = new SpeechSynthesisUtterance(text);
      const own = list().find(({ name, lang }) => name === voice?.name && lang === voice.tag);
      utterance.voice = own ?? null;
      // Android ignores a voice whose language is not named as well.
      utterance.lang = own?.lang ?? (language === "en" ? "en-GB" : language);
      utterance.rate = rate;
      const end = (event: EngineEvent) => {
        held.delete(utterance);
        tell(event);
      };
      utterance.onstart = () => tell("started");
      utterance.onend = () => end("ended");
      utterance.onerror = ({ error }) => end(meaning(error));
      held.add(utterance);
      synthesis?.speak(utterance);
    },
    cancel() {
      held.clear();
      // A cancel with nothing to cancel makes some engines drop what is asked of them next.
      if (synthesis?.speaking || synthesis?.pending) synthesis.cancel();
    },
  };
}
