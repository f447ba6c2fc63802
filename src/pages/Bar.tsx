import {
  barClass,
  contentsPanelId,
  listenPanelId,
  needsScriptClass,
  progressClass,
  searchPanelId,
  textPanelId,
} from "../core/page/contract.ts";
import type { Words } from "./page.ts";

/** A button of the toolbar, which opens a panel; `path` is its icon as SVG path data. */
function Tool(props: {
  readonly name: string;
  readonly panel: string;
  readonly path: string;
  readonly needsScript?: boolean;
  /** The URL of the report, on pages other than the report itself. */
  readonly report?: string | undefined;
}) {
  return (
    <button
      type="button"
      class={props.needsScript ? needsScriptClass : undefined}
      popovertarget={props.panel}
      data-searches={props.report}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={props.path} />
      </svg>
      {props.name}
    </button>
  );
}

/**
 * The toolbar. The contents panel is a native popover and works without a script. The other buttons
 * need one and are hidden by CSS where scripts cannot run.
 */
export function Bar(props: {
  readonly words: Words;
  readonly listens: boolean;
  /** The URL of the report. */
  readonly report: string;
}) {
  return (
    <nav class={props.listens ? barClass : `${barClass} brief`} aria-label={props.words("tools")}>
      <Tool name={props.words("contents")} panel={contentsPanelId} path="M5 6h14M5 12h14M5 18h9" />
      <Tool
        name={props.words("text")}
        panel={textPanelId}
        path="M3 19 8.5 5 14 19M5 14h7M15 19l3-8 3 8M16 16.4h4"
        needsScript
      />
      {props.listens && (
        <Tool
          name={props.words("listen")}
          panel={listenPanelId}
          path="M4 10v4h3l5 4V6l-5 4zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"
          needsScript
        />
      )}
      <Tool
        name={props.words("search")}
        panel={searchPanelId}
        path="M11 4a7 7 0 1 0 .1 0M16 16l5 5"
        needsScript
        report={props.listens ? undefined : props.report}
      />
      <span class={progressClass} aria-hidden="true" />
    </nav>
  );
}
