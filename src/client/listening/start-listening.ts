// Makes the parts of listening and joins them; loaded when the player is first opened.
import { createEffect, createMemo, createRoot, createSignal, on } from "solid-js";
import type { Language } from "../../core/document/report.ts";
import { saySize } from "../../core/document/size.ts";
import { readSentences, spokenElements } from "../../core/page/sentences.ts";
import { readLexicon } from "../../core/speech/lexicon.ts";
import { createPlayer } from "../../core/speech/player.ts";
import { listeningStorageKey, parseListeningPreferences } from "../../core/speech/preferences.ts";
import { writeScript } from "../../core/speech/script.ts";
import { announce } from "../page/announce.ts";
import { firstOnScreen, titleOf } from "../page/page-sentences.ts";
import { onSummaryChanged } from "../page/summary-changed.ts";
import type { PanelWords } from "../panels/words.ts";
import { clock } from "../platform/clock.ts";
import { closePanelToButton } from "../platform/popover.ts";
import { localStore } from "../platform/storage.ts";
import { attachMediaPosition, attachMediaSession } from "./attach-media-session.ts";
import { attachReadFromHere } from "./attach-read-from-here.ts";
import { attachSpeechEvents } from "./attach-speech-events.ts";
import { attachSpeechMarks } from "./attach-speech-marks.ts";
import { failureOf, mountListenPanel } from "./ListenPanel.tsx";
import { type FoundPart, loadRecording, readRecording } from "./recording.ts";
import { createSpeech } from "./speech.ts";
import { createListeningState } from "./state.ts";
import { attachListeningStorage, readHeardPlace } from "./store-listening.ts";
import { combineEngines } from "./voices/combined.ts";
import { createWebSpeechEngine } from "./voices/web-speech.ts";

/** How long the player waits for a recording where there is no other voice, in ms. */
const patienceMs = 3000;

/** Draws the player into its panel and attaches what goes with it. */
export async function startListening(panel: HTMLElement, words: PanelWords): Promise<void> {
  const { lang, dataset } = document.documentElement;
  const language = lang as Language;
  const report = dataset.report ?? "";
  const elements = () => [...document.querySelectorAll(spokenElements)];
  const read = () => readSentences(elements().filter((each) => !each.closest("[hidden]")));
  let sentences = read();
  const [recording, setRecording] = createSignal<FoundPart>("none");
  const device = createWebSpeechEngine();
  const engine = combineEngines(device);
  const told = readRecording();
  const findRecording = async () => {
    if (!told) return;
    const unfit = () => setRecording("unfit");
    // It is of what the page was printed with.
    const own = readSentences(elements(), language);
    const found = await loadRecording(told, own, words("listen.recording"), unfit);
    if (typeof found === "object") engine.add(found.engine);
    setRecording(() => found);
  };
  const ready = findRecording();
  addEventListener("online", () => {
    if (recording() === "none") void findRecording();
  });
  // Where the device cannot speak, the recording is the voice: it comes before the buttons, if it comes soon.
  if (!device.isAvailable)
    await Promise.race([ready, new Promise<void>((go) => clock.after(patienceMs, go))]);
  createRoot(() => {
    const listening = createListeningState(
      parseListeningPreferences(localStore.read(listeningStorageKey)),
    );
    const { rate, voices } = listening.preferences();
    const lexicon = readLexicon(document);
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
    const stored = readHeardPlace(localStore, report, language);
    // A corrected report may have lost the sentence.
    let heard = sentences.some(({ id }) => id === stored) ? stored : undefined;
    onSummaryChanged(() => {
      sentences = read();
      speech.setScript(writeScript(sentences, lexicon));
    });
    const first = speech.state().sentence?.id;
    const play = () => {
      const { status, sentence } = speech.state();
      // As long as the reader has gone nowhere: from then on the player knows where it stands.
      const isNew = status === "idle" && sentence?.id === first;
      const from = isNew ? (heard ?? firstOnScreen(sentences)) : undefined;
      heard = undefined;
      speech.play(from);
    };
    attachSpeechMarks(panel, speech, listening);
    attachSpeechEvents(speech);
    attachReadFromHere(panel, (id) => speech.play(id));
    attachMediaSession(speech, titleOf, play);
    createEffect(() => {
      const found = recording();
      if (typeof found !== "object") return;
      attachMediaPosition(found.engine, (id) => speech.play(id));
      const { state } = found.download;
      createEffect(
        on(
          () => state().status,
          (status, before) => {
            const { reason, bytes } = state();
            if (before !== "running") return;
            if (status === "kept")
              announce(words("listen.download.isKept", { size: saySize(bytes, language) }));
            if (reason) announce(words(`listen.download.failures.${reason}`));
          },
        ),
      );
    });
    attachListeningStorage(localStore, listening, speech, report, language);
    // The state is told anew with every clause and voice; only what changes is said.
    const news = createMemo(() => speech.state().failure ?? speech.state().status);
    createEffect(
      on(
        news,
        (now) => {
          const { status } = speech.state();
          const failure = failureOf(speech.state(), language);
          if (failure) announce(words(`listen.failures.${failure}`));
          else if (["idle", "paused", "ended"].includes(status))
            announce(words(`listen.said.${now}`));
        },
        { defer: true },
      ),
    );
    // Chrome speaks on after the page has gone.
    addEventListener("pagehide", () => speech.pause());
    const close = () => closePanelToButton(panel);
    panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
    });
    mountListenPanel(panel, {
      language,
      words,
      speech,
      listening,
      recording,
      titleOf,
      play,
      close,
    });
  });
}
