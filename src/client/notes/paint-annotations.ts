import type { Annotation, Position } from "../../core/notes/annotation.ts";
import { flattenLayers, type Layer } from "../../core/notes/layers.ts";
import { publishedText } from "../page/published.ts";
import { cutText, keepSelection } from "../page/text-ranges.ts";

/** An annotation with its positions in the text as it is now. */
export interface Painted {
  readonly annotation: Annotation;
  readonly start: Position;
  readonly end: Position;
}

/** What is shown on one sentence. */
interface SentencePaint {
  /** Its highlights, the oldest first. */
  readonly marks: Layer<Annotation>[];
  /** The ends of those with a note, as UTF-16 offsets. */
  readonly noteEnds: number[];
  bookmark?: Annotation;
}

/** Elements that highlight the words of an annotation. */
const markSelector = "mark[data-annotation]";

/** The id of the annotation that an element belongs to or is in; undefined where there is none. */
export function annotationAround(element: Element): string | undefined {
  const mark = element.closest<HTMLElement>(`${markSelector}, [data-bookmark]`);
  return mark?.dataset.annotation ?? mark?.dataset.bookmark;
}

/** What is to be shown on each sentence, by its index. */
function sortBySentence(
  painted: readonly Painted[],
  elements: readonly HTMLElement[],
): Map<number, SentencePaint> {
  const indexes = new Map(elements.map(({ id }, index) => [id, index]));
  const lengths = elements.map((element) => publishedText(element).length);
  const paints = new Map<number, SentencePaint>();
  const paintOf = (index: number) => {
    const paint = paints.get(index) ?? { marks: [], noteEnds: [] };
    paints.set(index, paint);
    return paint;
  };
  for (const { annotation, start, end } of painted) {
    const first = indexes.get(start.sentence);
    const last = indexes.get(end.sentence);
    if (first === undefined) continue;
    if (annotation.kind === "bookmark") {
      paintOf(first).bookmark = annotation;
      continue;
    }
    for (let index = first; index <= (last ?? -1); index++) {
      const length = lengths[index] ?? 0;
      const from = index === first ? start.offset : 0;
      const to = index === last ? Math.min(end.offset, length) : length;
      paintOf(index).marks.push({ from, to, value: annotation });
      if (index === last && annotation.note) paintOf(index).noteEnds.push(to);
    }
  }
  return paints;
}

/** What is shown on each sentence now: one that stays as it is, is not touched. */
const shown = new WeakMap<Element, string>();

function clear(element: HTMLElement): void {
  for (const mark of element.querySelectorAll(markSelector)) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
  delete element.dataset.bookmark;
  delete element.dataset.note;
}

function paintSentence(element: HTMLElement, paint: SentencePaint | undefined): void {
  const layers = flattenLayers(paint?.marks ?? []);
  const { bookmark, noteEnds = [] } = paint ?? {};
  const hasNote = ({ from, to }: Layer<Annotation>) =>
    noteEnds.some((end) => end > from && end <= to);
  const key = JSON.stringify([
    layers.map((each) => [each.from, each.to, each.value.id, each.value.kind, hasNote(each)]),
    bookmark && [bookmark.id, Boolean(bookmark.note)],
  ]);
  if (key === (shown.get(element) ?? "[[],null]")) return;
  shown.set(element, key);
  clear(element);
  if (bookmark) element.dataset.bookmark = bookmark.id;
  if (bookmark?.note) element.dataset.note = "";
  for (const [at, pieces] of cutText(element, layers).entries()) {
    const layer = layers[at] as Layer<Annotation>;
    for (const piece of pieces) {
      const mark = document.createElement("mark");
      mark.dataset.annotation = layer.value.id;
      mark.dataset.kind = layer.value.kind;
      piece.replaceWith(mark);
      mark.append(piece);
      if (hasNote(layer) && piece === pieces[pieces.length - 1]) mark.dataset.note = "";
    }
  }
}

/**
 * Shows annotations on the page in place of those shown before: highlights as `mark` elements
 * around the words, a later one above an earlier and none within another; bookmarks as an attribute
 * of the sentence. The text content does not change.
 */
export function paintAnnotations(
  painted: readonly Painted[],
  elements: readonly HTMLElement[],
): void {
  const paints = sortBySentence(painted, elements);
  keepSelection(elements, () => {
    for (const [index, element] of elements.entries()) paintSentence(element, paints.get(index));
  });
}
