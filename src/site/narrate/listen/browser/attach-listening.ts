import {
  type Answer,
  type CorrectionMessage,
  type PageData,
  paths,
  type RecordingState,
  type TickMessage,
} from "../protocol.ts";
import { attachCorrection } from "./attach-correction.ts";
import { createSentencePlayer } from "./sentence-player.ts";
import { countHeard, isShown, type Shown, showSentence } from "./show-state.ts";

/** Sends a message to the server and returns the answer; rejects if there is none. */
export type Send = (path: string, message: TickMessage | CorrectionMessage) => Promise<Answer>;

/** The page's parts; undefined where it shows no recording. */
function readPage(document: Document) {
  const audio = document.querySelector("audio");
  const data = document.getElementById("data")?.textContent;
  if (!audio || !data) return undefined;
  const sentences = [...document.querySelectorAll<HTMLElement>(".sentence")];
  return { audio, data: JSON.parse(data) as PageData, sentences };
}

type Page = NonNullable<ReturnType<typeof readPage>>;

/** The buttons that play: each plays its sentence, or stops it. */
function attachPlaying({ audio, data, sentences }: Page, signal: AbortSignal) {
  let playing: HTMLElement | undefined;
  const label = (sentence: HTMLElement, words: string) => {
    const button = sentence.querySelector(".play");
    const number = sentence.querySelector("h3")?.textContent ?? "";
    if (button) button.textContent = words;
    button?.setAttribute("aria-label", `${words} (${number})`);
  };
  const player = createSentencePlayer(
    audio,
    {
      ended() {
        if (!playing) return;
        playing.removeAttribute("data-playing");
        label(playing, data.words.play);
        playing = undefined;
      },
      failed: () => tellProblem(playing, data.words.noSound),
    },
    signal,
  );
  const play = (sentence: HTMLElement) => {
    tellProblem(sentence, "");
    player.play(Number(sentence.dataset.start), Number(sentence.dataset.end));
    playing = sentence;
    sentence.setAttribute("data-playing", "");
    label(sentence, data.words.stop);
  };
  for (const sentence of sentences) {
    sentence.querySelector(".play")?.addEventListener(
      "click",
      () => {
        if (playing === sentence) player.stop();
        else play(sentence);
      },
      { signal },
    );
  }
  return play;
}

/** Tells a problem beside the sentence where it happened; "" takes it away. */
function tellProblem(sentence: Element | undefined, problem: string): void {
  const place = sentence?.querySelector(".problem");
  if (place) place.textContent = problem;
}

/** The filter, and what of the page follows the state. */
function attachState(document: Document, { data, sentences }: Page, signal: AbortSignal) {
  let { state } = data;
  const stateOf = (sentence: HTMLElement) =>
    state.sentences.find(({ id }) => id === sentence.dataset.id);
  const show = (next: RecordingState) => {
    state = next;
    for (const sentence of sentences) {
      const own = stateOf(sentence);
      if (own) showSentence(sentence, own, data.words);
    }
    const count = document.getElementById("heard");
    if (count) count.textContent = countHeard(state);
  };
  // Only when it is chosen: a sentence that is ticked stays, and what is in it keeps the focus.
  const filter = (shown: Shown) => {
    for (const sentence of sentences) {
      const own = stateOf(sentence);
      sentence.hidden = own !== undefined && !isShown(own, shown);
    }
    for (const section of document.querySelectorAll("section")) {
      section.hidden = !section.querySelector(".sentence:not([hidden])");
    }
    const none = document.getElementById("none");
    if (none) none.hidden = sentences.some(({ hidden }) => !hidden);
  };
  const choices = document.querySelectorAll<HTMLInputElement>('[name="show"]');
  for (const choice of choices) {
    choice.addEventListener("change", () => filter(choice.value as Shown), { signal });
  }
  show(state);
  return { show, showAgain: () => show(state) };
}

/** Makes the page work: plays, ticks, corrects, filters. Everything is saved by the server. */
export function attachListening(document: Document, send: Send, signal: AbortSignal): void {
  const page = readPage(document);
  if (!page) return;
  const { data, sentences } = page;
  const play = attachPlaying(page, signal);
  const { show, showAgain } = attachState(document, page, signal);
  const { report, language } = data;

  /** Sends a message; whether it was done. What was not is shown as it was. */
  const ask = async (sentence: HTMLElement, path: string, message: object): Promise<boolean> => {
    const whole = { report, language, id: sentence.dataset.id, ...message };
    const answer = await send(path, whole as TickMessage | CorrectionMessage).catch(
      (): Answer => ({ problem: data.words.noServer }),
    );
    const isDone = "saved" in answer;
    tellProblem(sentence, isDone ? "" : answer.problem);
    const status = document.getElementById("status");
    if (status) status.textContent = isDone ? answer.saved : "";
    if (isDone) show(answer.state);
    else showAgain();
    return isDone;
  };
  const tick = (sentence: HTMLElement, isRight: boolean) =>
    ask(sentence, paths.tick, { sound: sentence.dataset.sound, isRight });
  const goOn = (from: HTMLElement) => {
    const next = sentences.slice(sentences.indexOf(from) + 1).find(({ hidden }) => !hidden);
    if (!next) return;
    const again = next.querySelector<HTMLButtonElement>(".next:enabled");
    (again ?? next.querySelector<HTMLButtonElement>(".play"))?.focus({ preventScroll: true });
    // The whole sentence, not its button alone.
    next.scrollIntoView({ block: "nearest" });
    play(next);
  };
  for (const sentence of sentences) {
    const box = sentence.querySelector<HTMLInputElement>(".right");
    box?.addEventListener("change", () => void tick(sentence, box.checked), { signal });
    const next = sentence.querySelector(".next");
    next?.addEventListener(
      "click",
      async () => {
        if (await tick(sentence, true)) goOn(sentence);
      },
      { signal },
    );
    const correct = (written: string, pinyin: string) =>
      void ask(sentence, paths.correction, { written, pinyin });
    attachCorrection(sentence, correct, signal);
  }
}
