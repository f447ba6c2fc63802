import { Match, Show, Switch } from "solid-js";
import type { Language } from "../../core/report/report.ts";
import { saySize } from "../../core/report/size.ts";
import type { Download } from "../state/download.ts";
import type { PanelWords } from "./words.ts";

/** Downloads a recording for listening without a network: its size, how far it is, and the way back. */
export function DownloadRow(props: {
  readonly language: Language;
  readonly words: PanelWords;
  readonly download: Download;
  readonly start: () => void;
  readonly stop: () => void;
  readonly remove: () => void;
}) {
  const { words } = props;
  const state = props.download.state;
  return (
    <div class="field">
      <p>
        {words(state().status === "kept" ? "listen.download.isKept" : "listen.download.offer", {
          size: saySize(state().bytes, props.language),
        })}
      </p>
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
        <Switch
          fallback={
            <button type="button" onClick={() => props.start()}>
              {words("listen.download.start")}
            </button>
          }
        >
          <Match when={state().status === "running"}>
            <button type="button" onClick={() => props.stop()}>
              {words("listen.download.stop")}
            </button>
          </Match>
          <Match when={state().status === "kept"}>
            <button type="button" onClick={() => props.remove()}>
              {words("listen.download.remove")}
            </button>
          </Match>
        </Switch>
      </div>
    </div>
  );
}
