import { selectedWord, shownPinyin } from "./selected-word.ts";

/**
 * Makes the form of a sentence that corrects a reading: it takes the word that is selected in the
 * sentence, and the pinyin that is shown above it.
 */
export function attachCorrection(
  sentence: HTMLElement,
  save: (written: string, pinyin: string) => void,
  signal: AbortSignal,
): void {
  const details = sentence.querySelector<HTMLDetailsElement>(".correction");
  const form = details?.querySelector("form");
  const written = form?.querySelector<HTMLInputElement>('[name="written"]');
  const pinyin = form?.querySelector<HTMLInputElement>('[name="pinyin"]');
  if (!details || !form || !written || !pinyin) return;
  const { ownerDocument: document } = sentence;
  /** The pinyin that was filled in: what a person typed is not replaced. */
  let filledIn = "";
  const fillPinyin = () => {
    if (pinyin.value !== filledIn) return;
    filledIn = shownPinyin(sentence, written.value.trim());
    pinyin.value = filledIn;
  };
  // As it is made: to press the button takes the selection away.
  document.addEventListener(
    "selectionchange",
    () => {
      const word = selectedWord(document.getSelection(), sentence);
      if (!word || word.length > 20) return;
      written.value = word;
      fillPinyin();
    },
    { signal },
  );
  written.addEventListener("input", fillPinyin, { signal });
  details.addEventListener(
    "toggle",
    () => {
      if (details.open) (written.value ? pinyin : written).focus();
    },
    { signal },
  );
  form.addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      save(written.value, pinyin.value);
    },
    { signal },
  );
}
