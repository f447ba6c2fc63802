import { createEffect, createMemo, onCleanup, Show } from "solid-js";
import { render } from "solid-js/web";
import { headSelector } from "../../core/page/contract.ts";
import type { PanelWords } from "../panels/words.ts";
import { addressAfter, takeAlong } from "./follow-move.ts";
import type { Notice, NoticesState } from "./notices.ts";

interface NoticesProps {
  readonly words: PanelWords;
  readonly state: NoticesState;
  readonly announce: (text: string) => void;
}

/** The key of a notice's words, where it does not bring its own. */
function wordKey(notice: Exclude<Notice, { readonly text: string }>) {
  switch (notice.kind) {
    case "offline":
      return notice.isComplete ? "offline" : "offlinePartly";
    case "not-kept":
      return "notKept";
    case "missing":
    case "moved":
    case "broken":
      return notice.kind;
    case "updated-elsewhere":
      return "updatedElsewhere";
    case "update":
      return ({ text: "updateText", app: "updateApp", none: "updateUnknown" } as const)[
        notice.changed ?? "none"
      ];
  }
}

/** Keeps the notice below the links of the page's head, as far as they are in the window. */
function keepBelowHead(box: HTMLElement): void {
  const head = document.querySelector(headSelector);
  const place = () => {
    box.style.insetBlockStart = `${Math.max(0, head?.getBoundingClientRect().bottom ?? 0)}px`;
  };
  const placing = new AbortController();
  const { signal } = placing;
  place();
  addEventListener("scroll", place, { passive: true, signal });
  addEventListener("resize", place, { signal });
  head?.addEventListener("transitionend", place, { signal });
  onCleanup(() => placing.abort());
}

/** The notice that is due, with what can be done about it; announced once. */
function Notices(props: NoticesProps) {
  const { words, state } = props;
  const text = (notice: Notice) =>
    "text" in notice ? notice.text : words(`notices.${wordKey(notice)}`);
  // A notice that is still due when another is dismissed is not announced again.
  const due = createMemo(state.notice);
  createEffect(() => {
    const notice = due();
    if (notice) props.announce(text(notice));
  });
  const update = (notice: Notice) => ("update" in notice ? notice.update : undefined);
  const move = (notice: Notice) => (notice.kind === "moved" ? notice : undefined);
  return (
    <Show when={due()}>
      {(notice) => (
        <section
          class="notice"
          popover="manual"
          // In the top layer, above an open panel: the notice may be about a choice made there.
          ref={(element) => {
            keepBelowHead(element);
            queueMicrotask(() => element.showPopover?.());
          }}
          aria-label={words("notices.title")}
        >
          <p>{text(notice())}</p>
          <div>
            <Show when={update(notice())}>
              {(act) => (
                <button type="button" class="primary" onClick={() => act()()}>
                  {words("notices.update")}
                </button>
              )}
            </Show>
            <Show when={move(notice())}>
              {(moved) => (
                <a
                  class="primary"
                  href={addressAfter(moved())}
                  onClick={({ currentTarget }) => {
                    // The reader may have gone on since.
                    currentTarget.href = addressAfter(moved());
                    takeAlong(moved());
                  }}
                >
                  {words("notices.followMove")}
                </a>
              )}
            </Show>
            <button type="button" onClick={() => state.dismiss()}>
              {words(update(notice()) || move(notice()) ? "notices.later" : "notices.dismiss")}
            </button>
          </div>
        </section>
      )}
    </Show>
  );
}

/** Draws the notices into their place. */
export function mountNotices(place: HTMLElement, props: NoticesProps): void {
  render(() => <Notices {...props} />, place);
}
