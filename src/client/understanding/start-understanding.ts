// Makes the parts of understanding: explanations, both languages together, and the proof of the text. Loaded when the
// first of them is pointed at or pressed.

import type { PanelWords } from "../panels/words.ts";
import { attachExplanations } from "./attach-explanations.ts";
import { attachParallel } from "./attach-parallel.ts";
import { attachProof } from "./attach-proof.ts";

/** Attaches them all. Returns what does for an element what its press or touch would have done before. */
export function startUnderstanding(
  loadWords: () => Promise<PanelWords>,
  fail: () => void,
): (element: HTMLElement, isPress: boolean) => void {
  const button = document.querySelector<HTMLButtonElement>("button.parallel");
  if (button) attachParallel(button, fail);
  const section = document.querySelector<HTMLElement>("#proof");
  if (section) attachProof(section, loadWords, fail);
  const explain = attachExplanations();
  return (element, isPress) => {
    if (element instanceof HTMLAnchorElement) explain(element);
    else if (isPress) element.click();
  };
}
