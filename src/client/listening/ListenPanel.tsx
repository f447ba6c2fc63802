import { createMemo, For, Show } from "solid-js";
import { render } from "solid-js/web";
import type { Language } from "../../core/document/report.ts";
import type { Voice } from "../../core/speech/engine.ts";
import type { Sleep } from "../../core/speech/player.ts";
import { rates } from "../../core/speech/preferences.ts";
import { Selection } from "../panels/Selection.tsx";
import { Slider } from "../panels/Slider.tsx";
import { Switch } from "../panels/Switch.tsx";
import type { PanelWords } from "../panels/words.ts";
import { DownloadRow } from "./DownloadRow.tsx";
import type { Download } from "./download.ts";
import { failureOf } from "./failure.ts";
import type { Speech } from "./speech.ts";
import type { ListeningState } from "./state.ts";

/** What the panel asks of a recording. */
interface RecordingControls {
  readonly narrator: string | undefined;
  start(): void;
}

interface ListenPanelProps {
  readonly language: Language;
  readonly words: PanelWords;
  readonly speech: Speech;
  readonly listening: ListeningState;
  /** The recording of the page, if there is one that fits it. */
  readonly recording: () => RecordingControls | "none" | "unfit";
  /** What is on the device of it. */
  readonly download: Download;
  /** The title of the section by its id. */
  readonly titleOf: (section: string) => string;
  /** Plays on from where the reader stopped. */
  readonly play: () => void;
  readonly close: () => void;
}

const sleeps: readonly (Sleep | undefined)[] = [undefined, 15, 30, 60, "section"];

/** What is being read and by whom. */
function Playing(props: ListenPanelProps) {
  const { words, listening } = props;
  const state = props.speech.state;
  const status = createMemo(() => {
    const { status, sentence } = state();
    const failure = failureOf(state(), props.language);
    if (failure) return words(`listen.failures.${failure}`);
    // The status `failed` comes with a failure: it has been returned above.
    if (status === "idle" || status === "failed") return words("listen.idle");
    return words(`listen.states.${status}`, { section: props.titleOf(sentence?.section ?? "") });
  });
  const speaker = createMemo(() => {
    const { voice } = state();
    return voice ? words("listen.speaks", { name: voice.name }) : words("listen.speaksDevice");
  });
  return (
    <>
      <Show when={listening.preferences().caption && state().sentence}>
        {(sentence) => (
          <p class="caption" lang={sentence().language} aria-hidden="true">
            {sentence().text.slice(state().range?.from, state().range?.to)}
          </p>
        )}
      </Show>
      <p class="playing">
        <span>{status()}</span> <small>{speaker()}</small>
      </p>
    </>
  );
}

/** The buttons of the player. */
function Transport(props: ListenPanelProps) {
  const { words, speech } = props;
  const isActive = createMemo(() => ["loading", "speaking"].includes(speech.state().status));
  const playName = () => {
    if (isActive()) return words("listen.pause");
    return words(speech.state().status === "paused" ? "listen.resume" : "listen.play");
  };
  const skips = [
    ["previousSentence", () => speech.skipSentences(-1)],
    ["nextSentence", () => speech.skipSentences(1)],
    ["previousSection", () => speech.skipSections(-1)],
    ["nextSection", () => speech.skipSections(1)],
  ] as const;
  return (
    <>
      <div class="row">
        <button
          type="button"
          class="primary"
          onClick={() => (isActive() ? speech.pause() : props.play())}
        >
          {playName()}
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
    </>
  );
}

/**
 * The choice of a voice for the language that is being spoken, which a summary in another language
 * changes.
 */
function VoiceChoice(props: ListenPanelProps) {
  const { words, speech, listening } = props;
  const state = speech.state;
  const language = createMemo(() => state().sentence?.language ?? props.language);
  // The state changes with every clause, and a list that is made anew is read out by screen
  // readers.
  const voices = createMemo(() => state().voices, [], {
    equals: (before, now) => JSON.stringify(before) === JSON.stringify(now),
  });
  // A voice over the network sends the text to a server: the reader should know before choosing it.
  const nameOf = ({ name, isLocal }: Voice) =>
    isLocal || name === words("listen.recording") ? name : words("listen.overNetwork", { name });
  const options = createMemo(() => [
    { value: "", name: words("listen.automatic") },
    ...voices().map((voice) => ({ value: voice.name, name: nameOf(voice) })),
  ]);
  return (
    <Selection
      label={words("listen.voice")}
      options={options()}
      value={listening.preferences().voices[language()] ?? ""}
      choose={(name) => {
        const { [language()]: _, ...others } = listening.preferences().voices;
        listening.choose({ voices: name ? { ...others, [language()]: name } : others });
        speech.setVoice(language(), name || undefined);
      }}
    />
  );
}

/** How to listen: speed, voice, when to stop, and what the page shows meanwhile. */
function Preferences(props: ListenPanelProps) {
  const { words, speech, listening } = props;
  const state = speech.state;
  const preferences = listening.preferences;
  const sleepName = (sleep: Sleep | undefined) =>
    typeof sleep === "number"
      ? words("listen.minutes", { count: sleep })
      : words(sleep ? "listen.endOfSection" : "listen.never");
  return (
    <>
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
      <VoiceChoice {...props} />
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
    </>
  );
}

/** The recording: its download, what is left of one, or that it is not of this text. */
function RecordingRow(props: ListenPanelProps) {
  const { words } = props;
  const found = createMemo(() => {
    const recording = props.recording();
    return typeof recording === "object" ? recording : undefined;
  });
  return (
    <>
      <Show when={found() ?? props.download.state().isStored}>
        <DownloadRow
          language={props.language}
          words={words}
          download={props.download}
          narrator={found()?.narrator}
          start={found()?.start}
        />
      </Show>
      <Show when={props.recording() === "unfit"}>
        <p class="hint">{words("listen.unfit")}</p>
      </Show>
    </>
  );
}

/** The player. */
function ListenPanel(props: ListenPanelProps) {
  const { words } = props;
  return (
    <>
      <h2>{words("listen.title")}</h2>
      <Playing {...props} />
      <Transport {...props} />
      <Preferences {...props} />
      <RecordingRow {...props} />
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
