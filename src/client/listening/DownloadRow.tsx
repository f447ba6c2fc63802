import { Show } from "solid-js";
import type { Language } from "../../core/document/report.ts";
import { formatSize } from "../../core/document/size.ts";
import type { PanelWords } from "../panels/words.ts";
import type { Download } from "./download.ts";

/** What the button does, by the state of the download. */
const actions = { none: "start", failed: "start", running: "stop", kept: "remove" } as const;

/**
 * The download of a recording: its size, who speaks in it, its progress, and a button to start,
 * stop or remove it. What is left of one can always be removed, also where it can't be played:
 * then there is no `start`.
 */
export function DownloadRow(props: {
  readonly language: Language;
  readonly words: PanelWords;
  readonly download: Download;
  readonly narrator: string | undefined;
  readonly start: (() => void) | undefined;
}) {
  const { words } = props;
  const { state, stop, remove } = props.download;
  const action = () => (props.start ? actions[state().status] : "remove");
  const about = () => {
    if (!props.start) return "unusable";
    return state().status === "kept" ? "isKept" : "offer";
  };
  const isLeftOver = () => state().isStored && action() === "start";
  let button!: HTMLButtonElement;
  const act = () => {
    // Without a recording to offer, the row goes with what it tells of.
    if (!props.start) button.closest<HTMLElement>("[popover]")?.focus();
    void { start: () => props.start?.(), stop, remove }[action()]();
  };
  return (
    <div class="field">
      <p>
        {words(`listen.download.${about()}`, { size: formatSize(state().bytes, props.language) })}
      </p>
      {props.narrator && <p class="hint">{props.narrator}</p>}
      <Show when={state().reason}>
        {(reason) => <p class="hint">{words(`listen.download.failures.${reason()}`)}</p>}
      </Show>
      <Show when={isLeftOver()}>
        <p class="hint">{words("listen.download.partly")}</p>
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
        <button type="button" ref={button} onClick={act}>
          {words(`listen.download.${action()}`)}
        </button>
        <Show when={isLeftOver()}>
          <button
            type="button"
            onClick={() => {
              // This one goes.
              button.focus();
              void remove();
            }}
          >
            {words("listen.download.remove")}
          </button>
        </Show>
      </div>
    </div>
  );
}
