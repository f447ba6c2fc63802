import type { Annotation, Position } from "../../core/notes/annotation.ts";
import { cutText, keepSelection } from "../page/text-ranges.ts";

/** An annotation with its positions in the text as it is now. */
export interface Painted {
  readonly annotation: Annotation;
  readonly start: Position;
  readonly end: Position;
}

/** Elements that highlight the words of an annotation. */
const markSelector = "mark[data-annotation]";

/** The id of the annotation that an element belongs to or is in; undefined where there is none. */
export function annotationAround(element: Element): string | undefined {
  const mark = element.closest<HTMLElement>(`${markSelector}, [data-bookmark]`);
  return mark?.dataset.annotation ?? mark?.dataset.bookmark;
}

function clear(elements: readonly Element[]): void {
  for (const mark of document.querySelectorAll(markSelector)) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
  for (const element of elements)
    for (const name of ["data-bookmark", "data-note"]) element.removeAttribute(name);
}

/**
 * Shows annotations on the page in place of those shown before: highlights as `mark` elements
 * around the words, bookmarks as an attribute of the sentence. The text content does not change.
 */
export function paintAnnotations(
  painted: readonly Painted[],
  elements: readonly HTMLElement[],
): void {
  keepSelection(elements, () => paint(painted, elements));
}

function paint(painted: readonly Painted[], elements: readonly HTMLElement[]): void {
  clear(elements);
  for (const { annotation, start, end } of painted) {
    const first = elements.findIndex(({ id }) => id === start.sentence);
    const last = elements.findIndex(({ id }) => id === end.sentence);
    /** The last element of the annotation, which shows the sign of a note. */
    let ending = elements[first];
    if (annotation.kind === "bookmark")
      elements[first]?.setAttribute("data-bookmark", annotation.id);
    else
      for (let at = first; at >= 0 && at <= last; at++) {
        const element = elements[at];
        if (!element) break;
        const from = at === first ? start.offset : 0;
        const to = at === last ? end.offset : Number.POSITIVE_INFINITY;
        for (const piece of cutText(element, from, to)) {
          const mark = document.createElement("mark");
          mark.dataset.annotation = annotation.id;
          mark.dataset.kind = annotation.kind;
          piece.replaceWith(mark);
          mark.append(piece);
          ending = mark;
        }
      }
    if (annotation.note) ending?.setAttribute("data-note", "");
  }
}
