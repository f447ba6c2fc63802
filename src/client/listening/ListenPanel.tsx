import { createMemo, For, Show } from "solid-js";
import { render } from "solid-js/web";
import type { Language } from "../../core/document/report.ts";
import type { PlayerState, Sleep } from "../../core/speech/player.ts";
import { rates } from "../../core/speech/preferences.ts";
import { Selection } from "../panels/Selection.tsx";
import { Slider } from "../panels/Slider.tsx";
import { Switch } from "../panels/Switch.tsx";
import type { PanelWords } from "../panels/words.ts";
import { DownloadRow } from "./DownloadRow.tsx";
import type { Download } from "./download.ts";
import type { Speech } from "./speech.ts";
import type { ListeningState } from "./state.ts";

/** What the panel asks of a recording. */
interface RecordingControls {
  readonly download: Download;
  start(): void;
  stop(): void;
  remove(): void;
}

interface ListenPanelProps {
  readonly language: Language;
  readonly words: PanelWords;
  readonly speech: Speech;
  readonly listening: ListeningState;
  /** The recording of the page, if there is one that fits it. */
  readonly recording: () => RecordingControls | "none" | "unfit";
  /** The title of the section by its id. */
  readonly titleOf: (section: string) => string;
  /** Speaks on from where the reader stopped. */
  readonly play: () => void;
  readonly close: () => void;
}

/** The word for why nothing is heard; undefined where nothing is wrong. */
export function failureOf(
  { failure, sentence }: Pick<PlayerState, "failure" | "sentence">,
  page: Language,
): string | undefined {
  return failure === "no-voice" && sentence && sentence.language !== page
    ? "no-other-voice"
    : failure;
}

const sleeps: readonly (Sleep | undefined)[] = [undefined, 15, 30, 60, "section"];

/** The player: what is being read and by whom, the buttons, and how to listen. */
function ListenPanel(props: ListenPanelProps) {
  const { words, speech, listening } = props;
  const state = speech.state;
  // What is told of the report may be in another language than its text.
  const language = createMemo(() => state().sentence?.language ?? props.language);
  const preferences = listening.preferences;
  const isActive = createMemo(() => ["loading", "speaking"].includes(state().status));
  const status = createMemo(() => {
    const { status, sentence } = state();
    const failure = failureOf(state(), props.language);
    if (failure) return words(`listen.failures.${failure}`);
    if (status === "idle") return words("listen.idle");
    return words(`listen.states.${status}`, { section: props.titleOf(sentence?.section ?? "") });
  });
  const who = createMemo(() => {
    const { voice } = state();
    return voice ? words("listen.speaks", { name: voice.name }) : words("listen.speaksDevice");
  });
  const recordingOf = createMemo(() => {
    const found = props.recording();
    return typeof found === "object" ? found : undefined;
  });
  const sleepName = (sleep: Sleep | undefined) =>
    typeof sleep === "number"
      ? words("listen.minutes", { count: sleep })
      : words(sleep ? "listen.endOfSection" : "listen.never");
  // The state is told anew with every clause, and a list that is made anew is read out by screen readers.
  const voices = createMemo(() => state().voices, [], {
    equals: (before, now) => JSON.stringify(before) === JSON.stringify(now),
  });
  const voiceOptions = createMemo(() => [
    { value: "", name: words("listen.automatic") },
    ...voices().map(({ name, isLocal }) => ({
      value: name,
      // Who speaks over the network hears what is read: the reader should know before choosing.
      name:
        isLocal || name === words("listen.recording")
          ? name
          : words("listen.overNetwork", { name }),
    })),
  ]);
  const skips = [
    ["previousSentence", () => speech.skipSentences(-1)],
    ["nextSentence", () => speech.skipSentences(1)],
    ["previousSection", () => speech.skipSections(-1)],
    ["nextSection", () => speech.skipSections(1)],
  ] as const;
  return (
    <>
      <h2>{words("listen.title")}</h2>
      <Show when={preferences().caption && state().sentence}>
        {(sentence) => (
          <p class="caption" lang={sentence().language} aria-hidden="true">
            {sentence().text.slice(state().range?.from, state().range?.to)}
          </p>
        )}
      </Show>
      <p class="playing">
        {status()} <span>{who()}</span>
      </p>
      <div class="row">
        <button
          type="button"
          class="primary"
          onClick={() => (isActive() ? speech.pause() : props.play())}
        >
          {words(
            isActive()
              ? "listen.pause"
              : state().status === "paused"
                ? "listen.resume"
                : "listen.play",
          )}
        </button>
        <button type="button" onClick={() => speech.stop()}>
          {words("listen.stop")}
        </button>
      </div>
      <div class="row pairs">
        <For each={skips}>
          {([name, skip]) => (
            <button type="button" onClick={skip}>
              {words(`listen.${name}`)}
            </button>
          )}
        </For>
      </div>
      <Slider
        label={words("listen.rate")}
        steps={rates}
        value={preferences().rate}
        valueText={words("listen.rateValue", { value: preferences().rate })}
        choose={(rate) => {
          listening.choose({ rate });
          speech.setRate(rate);
        }}
      />
      <Selection
        label={words("listen.voice")}
        options={voiceOptions()}
        value={preferences().voices[language()] ?? ""}
        choose={(name) => {
          const { [language()]: _, ...others } = preferences().voices;
          listening.choose({ voices: name ? { ...others, [language()]: name } : others });
          speech.setVoice(language(), name || undefined);
        }}
      />
      <Selection
        label={words("listen.sleep")}
        options={sleeps.map((sleep) => ({ value: String(sleep ?? ""), name: sleepName(sleep) }))}
        value={String(state().sleep ?? "")}
        choose={(value) => speech.setSleep(sleeps.find((sleep) => String(sleep ?? "") === value))}
      />
      <For each={["mark", "follow", "caption"] as const}>
        {(key) => (
          <Switch
            label={words(`listen.${key}`)}
            checked={preferences()[key]}
            choose={(value) => listening.choose({ [key]: value })}
          />
        )}
      </For>
      <Show when={recordingOf()}>
        {(found) => (
          <DownloadRow
            language={props.language}
            words={words}
            download={found().download}
            start={() => found().start()}
            stop={() => found().stop()}
            remove={() => found().remove()}
          />
        )}
      </Show>
      <Show when={props.recording() === "unfit"}>
        <p class="hint">{words("listen.unfit")}</p>
      </Show>
      <p class="hint">{words("listen.tap")}</p>
      <p class="hint">{words("listen.overlap")}</p>
      <div class="row field">
        <button type="button" onClick={() => props.close()}>
          {words("close")}
        </button>
      </div>
    </>
  );
}

/** Draws the player into its panel. */
export function mountListenPanel(panel: HTMLElement, props: ListenPanelProps): void {
  render(() => <ListenPanel {...props} />, panel);
}
