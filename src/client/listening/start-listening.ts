// Joins the parts of listening; loaded when the player is first opened.
import { createEffect, createRoot } from "solid-js";
import type { Language } from "../../core/document/report.ts";
import { readReportAttributes } from "../../core/page/attributes.ts";
import { spokenSelector } from "../../core/page/contract.ts";
import { readLanguage } from "../../core/page/language.ts";
import { readSentences } from "../../core/page/sentences.ts";
import type { Engine } from "../../core/speech/engine.ts";
import { readLexicon } from "../../core/speech/lexicon.ts";
import { createPlayer } from "../../core/speech/player.ts";
import { listeningStorageKey, parseListeningPreferences } from "../../core/speech/preferences.ts";
import { writeScript } from "../../core/speech/script.ts";
import { firstOnScreen, titleOf } from "../page/page-sentences.ts";
import { publishedText, readPublished } from "../page/published.ts";
import { onSummaryChanged } from "../page/summary-changed.ts";
import type { PanelWords } from "../panels/words.ts";
import { clock } from "../platform/clock.ts";
import { isComposing } from "../platform/composing.ts";
import { closePanelToButton } from "../platform/popover.ts";
import { localStore } from "../platform/storage.ts";
import { announceDownload, announceSpeech } from "./announce-speech.ts";
import { attachMediaPosition, attachMediaSession } from "./attach-media-session.ts";
import { attachOneVoice } from "./attach-one-voice.ts";
import { attachReadFromHere } from "./attach-read-from-here.ts";
import { attachSpeechEvents } from "./attach-speech-events.ts";
import { attachSpeechMarks } from "./attach-speech-marks.ts";
import { findRecording, type RecordingSearch } from "./find-recording.ts";
import { mountListenPanel } from "./ListenPanel.tsx";
import { createSpeech, type Speech } from "./speech.ts";
import { createListeningState, type ListeningState } from "./state.ts";
import { attachListeningStorage, readHeardPlace } from "./store-listening.ts";
import { combineEngines } from "./voices/combined.ts";
import { createWebSpeechEngine } from "./voices/web-speech.ts";

/** How long the player waits for a recording where there is no other voice, in ms. */
const recordingWaitMs = 3000;

const spokenElements = () => [...document.querySelectorAll(spokenSelector)];

/** The sentences that are read aloud: those that are not hidden. */
const shownSentences = () =>
  readSentences(
    spokenElements().filter((element) => !element.closest("[hidden]")),
    undefined,
    publishedText,
  );

/**
 * A player of the page's sentences, and what starts it where the reader stopped, else at the first
 * sentence on the screen.
 */
function createPageSpeech(
  engine: Engine,
  listening: ListeningState,
  report: string,
  language: Language,
  signal: AbortSignal,
): { readonly speech: Speech; readonly play: () => void } {
  let sentences = shownSentences();
  const lexicon = readLexicon(document);
  const { rate, voices } = listening.preferences();
  const speech = createSpeech(
    createPlayer({
      script: writeScript(sentences, lexicon),
      engine,
      clock,
      rate,
      chosenVoices: voices,
      readsAlong: () => listening.preferences().caption,
    }),
  );
  const updateScript = () => {
    sentences = shownSentences();
    speech.setScript(writeScript(sentences, lexicon));
  };
  onSummaryChanged(updateScript, signal);
  const stored = readHeardPlace(localStore, report, language);
  // A corrected report may have lost the sentence.
  let heard = sentences.some(({ id }) => id === stored) ? stored : undefined;
  const first = speech.state().sentence?.id;
  const play = () => {
    const { status, sentence } = speech.state();
    // Until the reader has skipped: then the player has a position of its own.
    const isNew = status === "idle" && sentence?.id === first;
    const from = isNew ? (heard ?? firstOnScreen(sentences)) : undefined;
    heard = undefined;
    speech.play(from);
  };
  return { speech, play };
}

/**
 * Attaches what a recording has beside the device's voices: a position on the lock screen, and a
 * download.
 */
function attachRecording(
  { recording, download }: RecordingSearch,
  speech: Speech,
  words: PanelWords,
  language: Language,
  signal: AbortSignal,
): void {
  createEffect(() => {
    const found = recording();
    if (typeof found !== "object") return;
    attachMediaPosition(found.engine, (id) => speech.play(id), signal);
  });
  announceDownload(download, words, language);
}

/** Draws the player into its panel and attaches what goes with it. */
export async function startListening(
  panel: HTMLElement,
  words: PanelWords,
  signal: AbortSignal,
): Promise<void> {
  const root = document.documentElement;
  const language = readLanguage(root);
  const { report } = readReportAttributes(root);
  await readPublished();
  const device = createWebSpeechEngine();
  const engine = combineEngines(device);
  const name = words("listen.recording");
  const search = findRecording(spokenElements(), language, name, engine, signal);
  // Where the device cannot speak, the recording is the voice: it comes before the buttons, if it
  // comes soon.
  if (!device.isAvailable)
    await Promise.race([
      search.settled,
      new Promise<void>((resolve) => clock.after(recordingWaitMs, resolve)),
    ]);
  createRoot((dispose) => {
    signal.addEventListener("abort", dispose);
    const listening = createListeningState(
      parseListeningPreferences(localStore.read(listeningStorageKey)),
    );
    const { speech, play } = createPageSpeech(engine, listening, report, language, signal);
    attachSpeechMarks(panel, speech, listening, signal);
    attachSpeechEvents(speech);
    attachReadFromHere(panel, (id) => speech.play(id), signal);
    attachMediaSession(speech, titleOf, play, signal);
    attachRecording(search, speech, words, language, signal);
    attachListeningStorage(localStore, listening, speech, report, language);
    announceSpeech(speech, words, language);
    attachOneVoice(speech);
    // Chrome continues to speak after the page is left.
    addEventListener("pagehide", () => speech.pause(), { signal });
    const close = () => closePanelToButton(panel);
    const closeByEscape = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !isComposing(event)) close();
    };
    panel.addEventListener("keydown", closeByEscape, { signal });
    const { recording, download } = search;
    mountListenPanel(panel, {
      language,
      words,
      speech,
      listening,
      recording,
      download,
      titleOf,
      play,
      close,
    });
  });
}
