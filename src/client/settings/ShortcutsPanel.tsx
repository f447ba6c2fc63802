import { For } from "solid-js";
import { render } from "solid-js/web";
import { listKey, markKey, shortcuts } from "../../core/shortcuts.ts";
import { Switch } from "../panels/Switch.tsx";
import type { PanelWords } from "../panels/words.ts";
import type { SettingsState } from "./state.ts";

interface ShortcutsPanelProps {
  readonly words: PanelWords;
  readonly state: SettingsState;
  /** The name of the modifier key on this device. */
  readonly held: string;
  readonly close: () => void;
}

/** Every keyboard shortcut with what it does, and the switch that turns single keys off. */
function ShortcutsPanel(props: ShortcutsPanelProps) {
  const { words, state } = props;
  return (
    <>
      <h2>{words("shortcuts.title")}</h2>
      <dl class="keys">
        <For
          each={[
            ...shortcuts,
            { key: markKey, does: "mark" as const, isHeld: false },
            { key: listKey, does: "list" as const, isHeld: false },
          ]}
        >
          {({ key, isHeld, does }) => (
            <div>
              <dt>
                {isHeld && (
                  <>
                    <kbd>{props.held}</kbd> +
                  </>
                )}
                <kbd>{key}</kbd>
              </dt>
              <dd>{words(`shortcuts.does.${does}`)}</dd>
            </div>
          )}
        </For>
      </dl>
      <Switch
        label={words("shortcuts.single")}
        hint={words("shortcuts.singleHint")}
        checked={!state.chosen().keyless}
        choose={(on) => state.choose("keyless", !on)}
      />
      <div class="row field">
        <button type="button" onClick={() => props.close()}>
          {words("close")}
        </button>
      </div>
    </>
  );
}

/** Draws the list of keys into its panel. */
export function mountShortcutsPanel(panel: HTMLElement, props: ShortcutsPanelProps): void {
  render(() => <ShortcutsPanel {...props} />, panel);
}
