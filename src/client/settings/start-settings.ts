// Joins the text settings; loaded when their panel is first opened.
import type { Language } from "../../core/document/report.ts";
import { mainId, sampleSelector } from "../../core/page/contract.ts";
import { announce } from "../page/announce.ts";
import type { PanelWords } from "../panels/words.ts";
import { closePanel } from "../platform/popover.ts";
import { showSettings } from "./apply-settings.ts";
import type { SettingsState } from "./state.ts";
import { mountTextPanel } from "./TextPanel.tsx";

/** Draws the text settings into their panel, with a sentence of the page as their sample. */
export function startSettings(
  panel: HTMLElement,
  words: PanelWords,
  language: Language,
  state: SettingsState,
): void {
  const sample = document.querySelector(sampleSelector) ?? document.querySelector(`#${mainId} p`);
  mountTextPanel(panel, {
    language,
    words,
    state,
    sample: sample?.textContent ?? "",
    show: showSettings,
    announce,
    close: () => closePanel(panel),
  });
}
