import { createEffect, createMemo, Show } from "solid-js";
import { render } from "solid-js/web";
import type { PanelWords } from "../panels/words.ts";
import type { Notice, NoticesState } from "./notices.ts";

interface NoticesProps {
  readonly words: PanelWords;
  readonly state: NoticesState;
  readonly announce: (text: string) => void;
}

/** The key of a notice's words. */
function wordKey(notice: Notice) {
  switch (notice.kind) {
    case "offline":
      return notice.isComplete ? "offline" : "offlinePartly";
    case "not-kept":
      return "notKept";
    case "notes-not-kept":
      return "notesNotKept";
    case "missing":
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

/** The notice that is due, with what can be done about it; announced once. */
function Notices(props: NoticesProps) {
  const { words, state } = props;
  const text = (notice: Notice) => words(`notices.${wordKey(notice)}`);
  // A notice that is still due when another is dismissed is not announced again.
  const due = createMemo(state.notice);
  createEffect(() => {
    const notice = due();
    if (notice) props.announce(text(notice));
  });
  const update = (notice: Notice) => ("update" in notice ? notice.update : undefined);
  return (
    <Show when={due()}>
      {(notice) => (
        <section
          class="notice"
          popover="manual"
          // In the top layer, above an open panel: the notice may be about a choice made there.
          ref={(element) => queueMicrotask(() => element.showPopover?.())}
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
            <button type="button" onClick={() => state.dismiss()}>
              {words(update(notice()) ? "notices.later" : "notices.dismiss")}
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
