import { createRoot } from "solid-js";
import { once } from "../../core/once.ts";
import { makePanel } from "../panels/panel.ts";
import type { PanelWords } from "../panels/words.ts";
import { isMac } from "../platform/device.ts";
import { closePanel, openPanel } from "../platform/popover.ts";
import { mountShortcutsPanel } from "./ShortcutsPanel.tsx";
import type { SettingsState } from "./state.ts";

/** Returns what opens the list of keyboard shortcuts, which is drawn the first time. */
export function createKeyList(
  state: SettingsState,
  loadWords: () => Promise<PanelWords>,
): () => void {
  const draw = once(async () => {
    const words = await loadWords();
    const panel = makePanel("shortcuts-panel", words("shortcuts.title"), "auto");
    const close = () => closePanel(panel);
    const held = isMac ? "⌘" : "Ctrl";
    createRoot(() => mountShortcutsPanel(panel, { words, state, held, close }));
    return panel;
  });
  return () => {
    // Without words there is no list, until the key is pressed again; the shortcuts work all the
    // same.
    draw().then(openPanel, () => undefined);
  };
}
