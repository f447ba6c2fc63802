import { createEffect, createMemo, createSignal, createUniqueId, For, on, Show } from "solid-js";
import { render } from "solid-js/web";
import { type Annotation, kinds } from "../../core/notes/annotation.ts";
import type { Skipped } from "../../core/notes/web-annotation.ts";
import { Selection } from "../panels/Selection.tsx";
import type { PanelWords } from "../panels/words.ts";

/** An annotation as the list shows it. */
export interface Row {
  readonly annotation: Annotation;
  /**
   * The title of its section, and its offset in the text of the page; `Number.MAX_SAFE_INTEGER`
   * where it was not found.
   */
  readonly section: string;
  readonly order: number;
  /** A link to it; undefined where it was not found. */
  readonly address: string | undefined;
  /** What has become of it in the text as it is now. */
  readonly state: "found" | "changed" | "lost" | "other-language" | "sought";
}

interface NotesPanelProps {
  readonly words: PanelWords;
  readonly language: string;
  readonly rows: () => readonly Row[];
  readonly canUndo: () => boolean;
  readonly undo: () => void;
  /** Opens the toolbar for the sentence that is being read. */
  readonly mark: () => void;
  /** Opens the editor for an annotation that is on the page. */
  readonly edit: (annotation: Annotation) => void;
  readonly remove: (annotation: Annotation) => void;
  /** Whether the annotations that are stored could be read. */
  readonly isRead: () => boolean;
  /** Downloads a file of all annotations. */
  readonly exportAs: (form: "json" | "markdown", progress: Progress) => Promise<void>;
  /** Imports a file of annotations. */
  readonly importFile: (file: File, progress: Progress) => Promise<ImportReport>;
  /** Closes the panel. */
  readonly close: () => void;
}

/** Reports how much of a file is done, 0 to 1. */
export type Progress = (share: number) => void;

/**
 * How an import ended: why the file was refused, or how many annotations were new, how many were
 * here already, to how many of these a note was added, and which parts were skipped.
 */
export type ImportReport =
  | { readonly refused: "not-json" | "no-annotations" | "too-large" | "unreadable" }
  | {
      readonly added: number;
      readonly known: number;
      readonly joined: number;
      readonly skipped: readonly Skipped[];
    };

const sorts = ["place", "latest", "kind"] as const;
type Sort = (typeof sorts)[number];

/** Text for comparison: without differences of width and case. */
const foldCase = (text: string) => text.normalize("NFKC").toLowerCase();

const folded = new WeakMap<Row, string>();

/** The text of a row for the search; a list of thousands is folded once. */
function foldRow(row: Row): string {
  const { annotation, section } = row;
  const text =
    folded.get(row) ?? foldCase(`${annotation.quote.exact}\n${annotation.note}\n${section}`);
  folded.set(row, text);
  return text;
}

/** How many annotations the list shows at first, and how many more at a press. */
const pageSize = 30;

/** The longest quote and the longest note that the list shows whole, in UTF-16 units. */
const longestShown = { quote: 120, note: 1000 } as const;

const cut = (text: string, longest: number) =>
  text.length > longest ? `${text.slice(0, longest)}…` : text;

const byPlace = (a: Row, b: Row) => a.order - b.order || 0;
const comparisons: Readonly<Record<Sort, (a: Row, b: Row) => number>> = {
  place: byPlace,
  latest: (a, b) => Date.parse(b.annotation.modified) - Date.parse(a.annotation.modified),
  kind: (a, b) =>
    kinds.indexOf(a.annotation.kind) - kinds.indexOf(b.annotation.kind) || byPlace(a, b),
};

function Entry(props: {
  readonly list: NotesPanelProps;
  readonly row: Row;
  readonly date: Intl.DateTimeFormat;
}) {
  const { list, row, date } = props;
  const { words } = list;
  const { annotation, section, address, state } = row;
  const quote = annotation.quote.exact;
  const named = (action: string) => `${action}${words("notes.of", { quote: cut(quote, 24) })}`;
  const mark = (
    <mark data-kind={annotation.kind} lang={annotation.language}>
      {cut(quote, longestShown.quote)}
    </mark>
  );
  return (
    <li>
      <Show when={address} fallback={<p>{mark}</p>}>
        <a href={address} onClick={() => list.close()}>
          {mark}
        </a>
      </Show>
      <Show when={annotation.note}>
        <p class="note">{cut(annotation.note, longestShown.note)}</p>
      </Show>
      <p class="hint">
        {[
          words(`notes.kinds.${annotation.kind}`),
          section,
          date.format(new Date(annotation.modified)),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {state !== "found" && <p class="hint">{words(`notes.states.${state}`)}</p>}
      <div class="row">
        <Show when={state === "found" || state === "changed"}>
          <button
            type="button"
            aria-label={named(words("notes.note"))}
            onClick={() => list.edit(annotation)}
          >
            {words("notes.note")}
          </button>
        </Show>
        <button
          type="button"
          aria-label={named(words("notes.remove"))}
          onClick={() => list.remove(annotation)}
        >
          {words("notes.remove")}
        </button>
      </div>
    </li>
  );
}

/** How many skipped parts of a file are listed. */
const mostListed = 20;

/** How long a file takes before its progress is shown, in ms. */
const quickMs = 500;

/** Export and import of files. */
function Exchange(props: NotesPanelProps) {
  const { words } = props;
  const id = createUniqueId();
  const [report, setReport] = createSignal<ImportReport>();
  const [share, setShare] = createSignal<number>();
  /** Does something that may take long, and shows how far it is. */
  const showProgress = async <Result,>(act: (progress: Progress) => Promise<Result>) => {
    const begin = performance.now();
    try {
      return await act((now) => {
        if (performance.now() - begin > quickMs) setShare(now);
      });
    } finally {
      setShare(undefined);
    }
  };
  const read = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    setReport(undefined);
    setReport(await showProgress((progress) => props.importFile(file, progress)));
    // Lets the reader choose the same file again.
    input.value = "";
  };
  const exportAs = (form: "json" | "markdown") =>
    void showProgress((progress) => props.exportAs(form, progress));
  const status = () => {
    const now = report();
    if (!now) return "";
    if ("refused" in now) return words(`notes.import.refused.${now.refused}`);
    const { added, known, joined, skipped } = now;
    const result = words("notes.import.result", { added, known, skipped: skipped.length });
    return joined > 0 ? `${result} ${words("notes.import.joined", { joined })}` : result;
  };
  const skipped = () => {
    const now = report();
    return now && "skipped" in now ? now.skipped.slice(0, mostListed) : [];
  };
  return (
    <>
      <Show when={props.rows().length > 0}>
        <div class="row">
          <button type="button" onClick={() => exportAs("json")}>
            {words("notes.export.json")}
          </button>
          <button type="button" onClick={() => exportAs("markdown")}>
            {words("notes.export.markdown")}
          </button>
        </div>
      </Show>
      <div class="field">
        <label for={id}>{words("notes.import.title")}</label>
        <div class="row">
          <input
            id={id}
            type="file"
            accept=".json,.jsonld,application/json,application/ld+json"
            onChange={(event) => void read(event.currentTarget)}
          />
        </div>
      </div>
      <Show when={share() !== undefined}>
        <progress aria-label={words("notes.progress")} value={share()} />
      </Show>
      <p role="status" class="hint">
        {status()}
      </p>
      <ul class="skipped">
        <For each={skipped()}>
          {({ reason, words: quote }) => (
            <li>{words(`notes.import.skipped.${reason}`, { quote: quote || "–" })}</li>
          )}
        </For>
      </ul>
    </>
  );
}

/** The list of annotations, with sorting and a search. */
function NotesPanel(props: NotesPanelProps) {
  const { words } = props;
  const [sort, choose] = createSignal<Sort>("place");
  const [sought, seek] = createSignal("");
  const [most, showMost] = createSignal(pageSize);
  const id = createUniqueId();
  const date = new Intl.DateTimeFormat(props.language, { dateStyle: "medium" });
  const found = createMemo(() => {
    const wanted = foldCase(sought().trim());
    return props
      .rows()
      .filter((row) => !wanted || foldRow(row).includes(wanted))
      .sort(comparisons[sort()]);
  });
  createEffect(on([sort, sought], () => showMost(pageSize)));
  let list: HTMLOListElement | undefined;
  const showMore = () => {
    const next = most();
    showMost(next + pageSize);
    list?.children[next]?.querySelector<HTMLElement>("a, button")?.focus();
  };
  return (
    <>
      <h2>{words("notes.title")}</h2>
      <div class="row">
        <button type="button" onClick={() => props.mark()}>
          {words("notes.markHere")}
        </button>
        {/* Not disabled: whoever has undone everything would lose their place. */}
        <button
          type="button"
          class="undo"
          aria-disabled={!props.canUndo()}
          onClick={() => props.undo()}
        >
          {words("notes.undo")}
        </button>
      </div>
      <Show
        when={props.rows().length > 0}
        fallback={<p>{words(props.isRead() ? "notes.empty" : "notes.unread")}</p>}
      >
        <div class="field">
          <label for={id}>{words("notes.search")}</label>
          <div class="row">
            <input
              id={id}
              type="search"
              value={sought()}
              onInput={(event) => seek(event.currentTarget.value)}
            />
          </div>
        </div>
        <Selection
          label={words("notes.sort")}
          options={sorts.map((value) => ({ value, name: words(`notes.sorts.${value}`) }))}
          value={sort()}
          choose={(value) => choose(value as Sort)}
        />
        <p role="status" class="hint">
          {words("notes.count", { count: found().length })}
        </p>
        <ol class="notes" ref={list}>
          <For each={found().slice(0, most())}>
            {(row) => <Entry list={props} row={row} date={date} />}
          </For>
        </ol>
        <Show when={found().length > most()}>
          <button type="button" onClick={showMore}>
            {words("notes.more", { count: found().length - most() })}
          </button>
        </Show>
      </Show>
      <Exchange {...props} />
    </>
  );
}

/** Draws the list into its panel. */
export function mountNotesPanel(panel: HTMLElement, props: NotesPanelProps): void {
  render(() => <NotesPanel {...props} />, panel);
}
