// Finds annotations in the text of the page as it is now.
import search from "approx-string-match";
import { type Accessor, createMemo } from "solid-js";
import { type AnchorMatch, createAnchor, findAnchor, offsetOf } from "../../core/notes/anchor.ts";
import type { Anchor, Annotation, Quote } from "../../core/notes/annotation.ts";
import { titleAround } from "../page/page-sentences.ts";
import type { Row } from "./NotesPanel.tsx";
import type { PageText } from "./page-text.ts";

/**
 * An annotation, and its anchor in the page's text; undefined where it is lost or of another
 * language.
 */
export interface Anchored {
  readonly annotation: Annotation;
  readonly anchor: (Anchor & AnchorMatch) | undefined;
}

/** Finds words in the page's text by their quote; undefined where they are not there. */
export function anchorQuote({ joined }: PageText, quote: Quote): Anchor | undefined {
  const match = findAnchor(joined, { quote }, search);
  return match && createAnchor(joined, match);
}

/**
 * The annotations with their anchors. Each is looked for once: the text stays the same, and a lost
 * one takes long.
 */
export function createAnchored(
  annotations: Accessor<readonly Annotation[]>,
  { joined, language }: PageText,
): Accessor<readonly Anchored[]> {
  const find = (annotation: Annotation): Anchored["anchor"] => {
    if (annotation.language !== language) return undefined;
    const match = findAnchor(joined, annotation, search);
    return match && { ...createAnchor(joined, match), ...match };
  };
  const found = new WeakMap<Annotation, Anchored["anchor"]>();
  return createMemo(() =>
    annotations().map((annotation) => {
      if (!found.has(annotation)) found.set(annotation, find(annotation));
      return { annotation, anchor: found.get(annotation) };
    }),
  );
}

/** What has become of an annotation in the text as it is now. */
function stateOf({ annotation, anchor }: Anchored, { language }: PageText): Row["state"] {
  if (annotation.language !== language) return "other-language";
  if (!anchor) return "lost";
  return anchor.isChanged ? "changed" : "found";
}

/**
 * An annotation as the list shows it. `otherPage` is the address of the page in the other language.
 */
export function toRow(anchored: Anchored, text: PageText, otherPage: string): Row {
  const { annotation, anchor } = anchored;
  const { sentence } = anchor?.start ?? annotation.start;
  const isOther = annotation.language !== text.language;
  // The sentences of both languages have the same ids, so the order of one serves for the other.
  const order = anchor?.from ?? (isOther ? offsetOf(text.joined, annotation.start) : undefined);
  const addressHere = anchor && `#${sentence}`;
  return {
    annotation,
    section: order === undefined ? "" : titleAround(sentence),
    order: order ?? Number.MAX_SAFE_INTEGER,
    address: isOther ? `${otherPage}#${sentence}` : addressHere,
    state: stateOf(anchored, text),
  };
}
