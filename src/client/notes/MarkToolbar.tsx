import { createEffect, createSignal, For, on, Show } from "solid-js";
import { render } from "solid-js/web";
import { kinds } from "../../core/notes/annotation.ts";
import { type CitationStyle, citationStyles } from "../../core/share/citation.ts";
import type { PanelWords } from "../panels/words.ts";
import type { Marking } from "./marking.ts";

/** The forms in which a stretch is shared. */
export type ShareForm = "link" | CitationStyle;

/**
 * How sharing ended: in the device's share sheet, on the clipboard, or in neither; with the text,
 * for the reader to copy.
 */
export interface ShareResult {
  readonly outcome: "shared" | "copied" | "failed";
  readonly text: string;
}

interface MarkToolbarProps {
  readonly words: PanelWords;
  readonly marking: Marking;
  /** Shares the stretch; resolves to what became of it. */
  readonly share: (form: ShareForm) => Promise<ShareResult>;
  /** Removes the annotation and closes the toolbar. */
  readonly remove: () => void;
  /** Moves to the sentence before or after. */
  readonly move: (by: -1 | 1) => void;
}

/** The note being written, with the words that it is about. */
function NoteEditor(props: MarkToolbarProps) {
  const { words, marking } = props;
  return (
    <>
      <blockquote>{marking.target()?.anchor.quote.exact}</blockquote>
      <textarea
        rows={3}
        aria-label={words("notes.note")}
        value={marking.draft() ?? ""}
        onInput={(event) => marking.type(event.currentTarget.value)}
      />
      <button type="button" class="primary" onClick={() => marking.close()}>
        {words("notes.save")}
      </button>
      <button type="button" onClick={() => marking.finish(true)}>
        {words("notes.cancel")}
      </button>
    </>
  );
}

/** The forms in which the text can be shared, and how sharing ended. */
function Sharing(props: MarkToolbarProps) {
  const { words } = props;
  const [result, setResult] = createSignal<ShareResult>();
  return (
    <div class="sharing">
      <For each={["link", ...citationStyles] as const}>
        {(form) => (
          <button
            type="button"
            onClick={() =>
              props.share(form).then(setResult, () => setResult({ outcome: "failed", text: "" }))
            }
          >
            {words(`notes.share.${form}`)}
          </button>
        )}
      </For>
      <Show when={result()?.outcome !== "shared" && result()}>
        {(now) => (
          <>
            <p>{words(`notes.share.${now().outcome}`)}</p>
            <textarea
              readOnly
              rows={3}
              aria-label={words("notes.share.text")}
              value={now().text}
              onFocus={(event) => event.currentTarget.select()}
            />
          </>
        )}
      </Show>
    </div>
  );
}

/** What can be done with the text that the toolbar is opened for. */
function MarkToolbar(props: MarkToolbarProps) {
  const { words, marking } = props;
  const [isSharing, share] = createSignal(false);
  createEffect(on(marking.target, () => share(false)));
  return (
    <Show when={marking.draft() === undefined} fallback={<NoteEditor {...props} />}>
      <For each={kinds}>
        {(kind) => (
          <button
            type="button"
            aria-pressed={marking.annotation()?.kind === kind}
            aria-label={words(`notes.kinds.${kind}`)}
            title={words(`notes.kinds.${kind}`)}
            onClick={() => marking.choose(kind)}
          >
            <mark data-kind={kind}>
              {words(kind === "bookmark" ? "notes.bookmark" : "notes.sample")}
            </mark>
          </button>
        )}
      </For>
      <button type="button" onClick={() => marking.write()}>
        {words("notes.note")}
      </button>
      <button type="button" aria-expanded={isSharing()} onClick={() => share(!isSharing())}>
        {words("notes.share.title")}
      </button>
      <Show when={marking.annotation()}>
        <button type="button" onClick={() => props.remove()}>
          {words("notes.remove")}
        </button>
      </Show>
      <Show when={marking.target()?.by === "command"}>
        <button type="button" onClick={() => props.move(-1)}>
          {words("listen.previousSentence")}
        </button>
        <button type="button" onClick={() => props.move(1)}>
          {words("listen.nextSentence")}
        </button>
      </Show>
      <button type="button" onClick={() => marking.close()}>
        {words("close")}
      </button>
      <Show when={isSharing()}>
        <Sharing {...props} />
      </Show>
    </Show>
  );
}

/** Draws the toolbar into an element. */
export function mountMarkToolbar(place: HTMLElement, props: MarkToolbarProps): void {
  render(() => <MarkToolbar {...props} />, place);
}
