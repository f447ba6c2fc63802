import { For, Show } from "solid-js";
import { render } from "solid-js/web";
import { kinds } from "../../core/notes/annotation.ts";
import type { Marking } from "../state/marking.ts";
import type { PanelWords } from "./words.ts";

interface MarkToolbarProps {
  readonly words: PanelWords;
  readonly marking: Marking;
  /** Takes the mark away, and the toolbar with it. */
  readonly remove: () => void;
  /** Goes on to the sentence before or after. */
  readonly move: (by: -1 | 1) => void;
}

/** The note being written, with the words that it is about. */
function NoteEditor(props: MarkToolbarProps) {
  const { words, marking } = props;
  return (
    <>
      <blockquote>{marking.target()?.place.quote.exact}</blockquote>
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

/** What can be done with the stretch that is selected or asked for. */
function MarkToolbar(props: MarkToolbarProps) {
  const { words, marking } = props;
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
      <Show when={marking.annotation()}>
        <button type="button" onClick={() => props.remove()}>
          {words("notes.remove")}
        </button>
      </Show>
      <Show when={marking.target()?.by === "asking"}>
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
    </Show>
  );
}

/** Draws the toolbar into its place. */
export function mountMarkToolbar(place: HTMLElement, props: MarkToolbarProps): void {
  render(() => <MarkToolbar {...props} />, place);
}
