// Joins explanations, both languages side by side, and the proof of the text; loaded when one of
// them is first used.
import { parallelSelector, proofId } from "../../core/page/contract.ts";
import type { PanelWords } from "../panels/words.ts";
import { attachExplanations } from "./attach-explanations.ts";
import { attachParallel } from "./attach-parallel.ts";
import { attachProof } from "./attach-proof.ts";

/**
 * Attaches them. Returns what replays the event that loaded them: for a link it shows the
 * explanation, for a button that was pressed it presses it.
 */
export function startUnderstanding(
  loadWords: () => Promise<PanelWords>,
  fail: () => void,
  signal: AbortSignal,
): (element: HTMLElement, isPress: boolean) => void {
  const button = document.querySelector<HTMLButtonElement>(parallelSelector);
  if (button) attachParallel(button, fail, signal);
  const section = document.getElementById(proofId);
  if (section) attachProof(section, loadWords, fail, signal);
  const explain = attachExplanations(signal);
  return (element, isPress) => {
    if (element instanceof HTMLAnchorElement) explain(element);
    else if (isPress) element.click();
  };
}
