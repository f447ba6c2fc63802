// Finds annotations in the text of the page as it is now.
import search from "approx-string-match";
import { type Accessor, createEffect, createMemo, createSignal } from "solid-js";
import { type AnchorMatch, createAnchor, findAnchor, offsetOf } from "../../core/notes/anchor.ts";
import type { Anchor, Annotation, Quote } from "../../core/notes/annotation.ts";
import { titleAround } from "../page/page-sentences.ts";
import { inSlices } from "../platform/in-slices.ts";
import type { Row } from "./NotesPanel.tsx";
import type { PageText } from "./page-text.ts";

/**
 * An annotation, and its anchor in the page's text; undefined where it is lost or of another
 * language.
 */
export interface Anchored {
  readonly annotation: Annotation;
  readonly anchor: (Anchor & AnchorMatch) | undefined;
  /** Whether it is still being looked for. */
  readonly isSought: boolean;
}

/** Finds words in the page's text by their quote; undefined where they are not there. */
export function anchorQuote({ joined }: PageText, quote: Quote): Anchor | undefined {
  const match = findAnchor(joined, { quote }, search);
  return match && createAnchor(joined, match);
}

/** A search that finds nothing: for words that stand in the text as they are, none is needed. */
const noSearch = () => [];

/**
 * The annotations with their anchors. Each is looked for once. Words that are not in the text as
 * they are take long to look for: that is done in slices of time, and meanwhile they are `sought`.
 */
export function createAnchored(
  annotations: Accessor<readonly Annotation[]>,
  { joined, language }: PageText,
): Accessor<readonly Anchored[]> {
  const found = new WeakMap<Annotation, Anchored>();
  /** What was found for a quote: many annotations may have the same. */
  const byQuote = new Map<string, Anchored["anchor"]>();
  const [searches, countSearches] = createSignal(0);
  let isSearching = false;
  const toAnchor = (match: AnchorMatch | undefined) =>
    match && { ...createAnchor(joined, match), ...match };
  const look = (annotation: Annotation): Anchored => {
    if (annotation.language !== language) return { annotation, anchor: undefined, isSought: false };
    const anchor = toAnchor(findAnchor(joined, annotation, noSearch));
    return { annotation, anchor, isSought: !anchor };
  };
  const searchFor = (annotation: Annotation) => {
    const key = JSON.stringify([annotation.quote, annotation.start]);
    if (!byQuote.has(key)) byQuote.set(key, toAnchor(findAnchor(joined, annotation, search)));
    found.set(annotation, { annotation, anchor: byQuote.get(key), isSought: false });
  };
  const anchored = createMemo(() => {
    searches();
    return annotations().map((annotation) => {
      const known = found.get(annotation) ?? look(annotation);
      found.set(annotation, known);
      return known;
    });
  });
  createEffect(() => {
    const sought = anchored().filter(({ isSought }) => isSought);
    if (sought.length === 0 || isSearching) return;
    isSearching = true;
    void inSlices(sought, ({ annotation }) => searchFor(annotation)).then(() => {
      isSearching = false;
      countSearches(searches() + 1);
    });
  });
  return anchored;
}

/** What has become of an annotation in the text as it is now. */
function stateOf({ annotation, anchor, isSought }: Anchored, { language }: PageText): Row["state"] {
  if (annotation.language !== language) return "other-language";
  if (isSought) return "sought";
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
