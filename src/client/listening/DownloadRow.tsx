import { Show } from "solid-js";
import type { Language } from "../../core/document/report.ts";
import { formatSize } from "../../core/document/size.ts";
import type { PanelWords } from "../panels/words.ts";
import type { Download } from "./download.ts";

/** What the button does, by the state of the download. */
const actions = { none: "start", failed: "start", running: "stop", kept: "remove" } as const;

/**
 * The download of a recording: its size, who speaks in it, its progress, and a button to start,
 * stop or remove it.
 */
export function DownloadRow(props: {
  readonly language: Language;
  readonly words: PanelWords;
  readonly download: Download;
  readonly narrator: string | undefined;
  readonly start: () => void;
  readonly stop: () => void;
  readonly remove: () => void;
}) {
  const { words } = props;
  const state = props.download.state;
  const action = () => actions[state().status];
  return (
    <div class="field">
      <p>
        {words(state().status === "kept" ? "listen.download.isKept" : "listen.download.offer", {
          size: formatSize(state().bytes, props.language),
        })}
      </p>
      {props.narrator && <p class="hint">{props.narrator}</p>}
      <Show when={state().reason}>
        {(reason) => <p class="hint">{words(`listen.download.failures.${reason()}`)}</p>}
      </Show>
      <Show when={state().status === "running"}>
        <progress
          aria-label={words("listen.download.progress")}
          max={state().bytes}
          value={state().received}
        />
      </Show>
      <div class="row">
        {/* One button for all three, so that it keeps the focus when its action changes. */}
        <button type="button" onClick={() => props[action()]()}>
          {words(`listen.download.${action()}`)}
        </button>
      </div>
    </div>
  );
}
