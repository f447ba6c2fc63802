import type { Words } from "./page.ts";

/**
 * The tools a thumb needs. 目录 opens by itself, as a popover; the others are behaviours' to open, and are
 * taken away (in CSS) where no script can run.
 */
export function Bar(props: { readonly words: Words; readonly listens: boolean }) {
  return (
    <nav class="bar" aria-label={props.words("tools")}>
      <button type="button" popovertarget="contents-panel">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M5 6h14M5 12h14M5 18h9" />
        </svg>
        {props.words("contents")}
      </button>
      <button type="button" class="needs-script" popovertarget="text-panel">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M3 19 8.5 5 14 19M5 14h7M15 19l3-8 3 8M16 16.4h4" />
        </svg>
        {props.words("text")}
      </button>
      {props.listens && (
        <button type="button" class="needs-script" popovertarget="listen-panel">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 10v4h3l5 4V6l-5 4zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" />
          </svg>
          {props.words("listen")}
        </button>
      )}
      <span class="progress" aria-hidden="true" />
    </nav>
  );
}
