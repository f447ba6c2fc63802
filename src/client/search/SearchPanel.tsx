import { For, Index, Show } from "solid-js";
import { render } from "solid-js/web";
import type { PanelWords } from "../panels/words.ts";
import { isComposing } from "../platform/composing.ts";
import type { Result, Row, SearchState } from "./state.ts";

interface SearchPanelProps {
  readonly words: PanelWords;
  readonly state: SearchState;
  readonly search: (query: string) => void;
  /** Goes to the first hit. */
  readonly enter: () => void;
  readonly step: (by: number) => void;
  readonly goTo: (hit: number) => void;
  readonly showMore: (page: number) => void;
  readonly close: () => void;
}

/** An excerpt around a hit, as a link to it. */
function RowLink(props: { readonly row: Row; readonly goTo: (hit: number) => void }) {
  const { href, language, pieces, hit } = props.row;
  const follow = (event: MouseEvent) => {
    // Another page, or another tab by request: the browser follows the link.
    if (hit === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    props.goTo(hit);
  };
  return (
    <li>
      <a href={href} lang={language} onClick={follow}>
        <For each={pieces}>{({ text, isFound }) => (isFound ? <mark>{text}</mark> : text)}</For>
      </a>
    </li>
  );
}

/** The hits of one page, by its parts. */
function PageResult(props: {
  readonly result: Result;
  readonly words: PanelWords;
  readonly goTo: (hit: number) => void;
  readonly showMore: () => void;
}) {
  let section!: HTMLElement;
  const showMore = () => {
    const count = section.querySelectorAll("a").length;
    props.showMore();
    section.querySelectorAll("a")[count]?.focus();
  };
  return (
    <section ref={section}>
      <h2 lang={props.result.language}>{props.result.title}</h2>
      <Index each={props.result.parts}>
        {(part) => (
          <>
            <h3 lang={props.result.language}>{part().title}</h3>
            <ul>
              <For each={part().rows}>{(row) => <RowLink row={row} goTo={props.goTo} />}</For>
            </ul>
          </>
        )}
      </Index>
      <Show when={props.result.more}>
        {(count) => (
          <button type="button" onClick={showMore}>
            {props.words("search.more", { count: Math.min(100, count()) })}
          </button>
        )}
      </Show>
    </section>
  );
}

/** The search field, the count with buttons from hit to hit, and the results. */
function SearchPanel(props: SearchPanelProps) {
  const { words, state } = props;
  const { view, at, isAside } = state;
  let results!: HTMLDivElement;
  const status = () => {
    const { isEmpty, isSettled, count, here } = view();
    const place = at();
    if (isEmpty) return words("search.hint");
    if (place !== undefined) return words("search.at", { at: place + 1, count: here });
    if (count > 0) return words("search.found", { count });
    return isSettled ? words("search.none") : "";
  };
  return (
    <div class="search" data-aside={isAside() ? "" : undefined}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.enter();
        }}
      >
        <input
          type="search"
          aria-label={words("search.field")}
          enterkeyhint="go"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          autofocus
          onInput={(event) => props.search(event.currentTarget.value)}
        />
      </form>
      <div class="row">
        <p>{status()}</p>
        <Show when={view().here > 0}>
          <button type="button" onClick={() => props.step(-1)}>
            {words("search.previous")}
          </button>
          <button type="button" onClick={() => props.step(1)}>
            {words("search.next")}
          </button>
        </Show>
        <Show when={isAside()}>
          <button
            type="button"
            class="all"
            onClick={() => {
              state.goTo(at(), false);
              results.querySelector<HTMLElement>("a")?.focus();
            }}
          >
            {words("search.all")}
          </button>
        </Show>
        <button type="button" onClick={() => props.close()}>
          {words("close")}
        </button>
      </div>
      <div class="found-places" ref={results}>
        <Show when={view().isPartial && !view().isEmpty}>
          <p class="hint">{words("search.partial")}</p>
        </Show>
        <Index each={view().results}>
          {(result, number) => (
            <Show when={result()}>
              {(found) => (
                <PageResult
                  result={found()}
                  words={words}
                  goTo={props.goTo}
                  showMore={() => props.showMore(number)}
                />
              )}
            </Show>
          )}
        </Index>
      </div>
    </div>
  );
}

/**
 * Draws the search into its panel, and focuses the field whenever the panel opens. Returns what
 * moves the focus back to the field from a hit.
 */
export function mountSearchPanel(panel: HTMLElement, props: SearchPanelProps): () => void {
  render(() => <SearchPanel {...props} />, panel);
  const field = panel.querySelector("input");
  const begin = () => {
    props.state.goTo(props.state.at(), false);
    field?.focus();
    field?.select();
  };
  begin();
  panel.addEventListener("toggle", (event) => {
    if ((event as ToggleEvent).newState === "open") begin();
    else props.state.goTo(props.state.at(), false);
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || isComposing(event)) return;
    event.preventDefault();
    props.close();
  });
  return begin;
}
