import type { Words } from "./page.ts";

/**
 * The tools a thumb needs. 目录 opens by itself, as a popover; the others are behaviours' to open, and are
 * taken away (in CSS) where no script can run.
 */
export function Bar(props: { readonly words: Words }) {
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
      <span class="progress" aria-hidden="true" />
    </nav>
  );
}
