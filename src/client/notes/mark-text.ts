// Opens the toolbar for text of the page.
import type { Accessor } from "solid-js";
import { createAnchor, offsetOf } from "../../core/notes/anchor.ts";
import { noticesId, sentenceSelector } from "../../core/page/contract.ts";
import { announce } from "../page/announce.ts";
import { bringIntoView } from "../page/keep-in-view.ts";
import { firstOnScreen } from "../page/page-sentences.ts";
import { openAround } from "../page/reveal.ts";
import { type PositionRange, rangeOf } from "../page/text-ranges.ts";
import type { Anchored } from "./anchored.ts";
import type { Marking, Target } from "./marking.ts";
import type { PageText } from "./page-text.ts";

/** Ways to open the toolbar. */
export interface TextMarking {
  /** For a stretch of the text; does nothing where it is empty. */
  openRange(range: PositionRange, by: Target["by"]): void;
  /** For an annotation, where it is on the page. */
  openAnnotation(id: string): void;
  /** For the sentence that is being read. */
  openCurrent(): void;
  /** For the sentence so many after that of the toolbar. */
  move(by: number): void;
}

/** Makes the ways to open the toolbar. */
export function createTextMarking(
  { elements, sentences, joined }: PageText,
  marking: Marking,
  anchored: Accessor<readonly Anchored[]>,
): TextMarking {
  const indexOf = (id: string | undefined) => elements.findIndex((each) => each.id === id);
  const openRange: TextMarking["openRange"] = ({ start, end }, by) => {
    const from = offsetOf(joined, start);
    const to = offsetOf(joined, end);
    if (from === undefined || to === undefined || from >= to) return;
    marking.open({ anchor: createAnchor(joined, { from, to }), by });
  };
  /** Selects a sentence, so that the reader sees it and hears it, and opens the toolbar for it. */
  const openSentence = (index: number) => {
    const sentence = sentences[index];
    const element = elements[index];
    if (!sentence || !element) return;
    const start = { sentence: sentence.id, offset: 0 };
    const end = { sentence: sentence.id, offset: sentence.text.length };
    openAround(element);
    const range = rangeOf(start, end);
    getSelection()?.removeAllRanges();
    if (range) getSelection()?.addRange(range);
    bringIntoView(element);
    openRange({ start, end }, "command");
    announce(sentence.text);
  };
  return {
    openRange,
    openAnnotation(id) {
      const anchor = anchored().find(({ annotation }) => annotation.id === id)?.anchor;
      if (!anchor) return;
      const element = elements[indexOf(anchor.start.sentence)];
      if (element) openAround(element);
      marking.open({ anchor, id, by: "press" });
    },
    openCurrent() {
      const spoken = document.querySelector(".said");
      const element = spoken ?? document.activeElement?.closest(sentenceSelector);
      openSentence(Math.max(0, indexOf(element?.id || firstOnScreen(sentences))));
    },
    move: (by) => openSentence(indexOf(marking.target()?.anchor.start.sentence) + by),
  };
}

/** Makes the element of the toolbar, hidden. */
export function makeToolbar(name: string): HTMLElement {
  const toolbar = Object.assign(document.createElement("div"), {
    className: "marking",
    hidden: true,
  });
  toolbar.setAttribute("role", "dialog");
  toolbar.setAttribute("aria-label", name);
  document.getElementById(noticesId)?.before(toolbar);
  return toolbar;
}
