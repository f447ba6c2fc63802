// Makes the parts of bookmarks, highlights and notes and joins them. Loaded when the reader first marks something or opens
// the list, and where there is something to show.

import search from "approx-string-match";
import { createEffect, createMemo, createRoot, on } from "solid-js";
import type { Language } from "../../core/document/report.ts";
import { createAnchor, findAnchor, joinText, offsetOf } from "../../core/notes/anchor.ts";
import { type Annotation, mergeAnnotations, type Position } from "../../core/notes/annotation.ts";
import { printNotesAsMarkdown } from "../../core/notes/markdown.ts";
import {
  printAnnotations,
  readAnnotations,
  webAnnotationType,
} from "../../core/notes/web-annotation.ts";
import { spokenSelector } from "../../core/page/contract.ts";
import { announce } from "../page/announce.ts";
import { bringIntoView } from "../page/keep-in-view.ts";
import { firstOnScreen, titleAround } from "../page/page-sentences.ts";
import { openAround } from "../page/reveal.ts";
import { rangeOf } from "../page/text-ranges.ts";
import type { PanelWords } from "../panels/words.ts";
import { closePanel } from "../platform/popover.ts";
import { saveFile } from "../platform/save-file.ts";
import { localStore, sessionStore } from "../platform/storage.ts";
import { createUrn } from "../platform/unique-id.ts";
import { createAnnotationStore } from "./annotation-store.ts";
import { attachMarking } from "./attach-marking.ts";
import { draftKey, keepDraft, readDraft } from "./draft.ts";
import { mountMarkToolbar } from "./MarkToolbar.tsx";
import { createMarking, type Target } from "./marking.ts";
import { type ImportReport, mountNotesPanel, type Row } from "./NotesPanel.tsx";
import { listenToOtherTabs, tellOtherTabs } from "./other-tabs.ts";
import { paintAnnotations } from "./paint-annotations.ts";
import { pageAddress, sharePlace } from "./sharing.ts";
import { createNotesState } from "./state.ts";
import { holdsUnkept } from "./unkept-notes.ts";

/** What the rest of the page asks of the notes. */
export interface Notes {
  /** Draws the list into its panel. */
  fillPanel(panel: HTMLElement): void;
  /** Opens the toolbar for the sentence that is being read. */
  mark(): void;
}

/** The largest file that is read, in bytes. */
const largestFile = 5_000_000;

/** Shows what is kept, and attaches what marks. `fail` tells the reader that something could not be kept. */
export async function startNotes(words: PanelWords, fail: () => void): Promise<Notes> {
  const { lang, dataset } = document.documentElement;
  const language = lang as Language;
  const report = dataset.report ?? "";
  const elements = [...document.querySelectorAll<HTMLElement>(spokenSelector)].filter(
    (element) => element.id && element.closest("[lang]") === document.documentElement,
  );
  const sentences = elements.map(({ id, textContent }) => ({ id, text: textContent ?? "" }));
  const text = joinText(sentences, language);
  const store = createAnnotationStore(sessionStore);
  const now = () => new Date().toISOString();

  let hasFailed = false;
  const notes = createNotesState(async (changes) => {
    const isKept = await store.write(changes);
    tellOtherTabs(localStore);
    if (!isKept && !hasFailed) fail();
    hasFailed ||= !isKept;
  });
  const read = async () => notes.replace(await store.read(report));
  await read();
  // What the last page left unwritten. Where it is refused still, that has been told.
  if (holdsUnkept(sessionStore))
    void store.write([]).then((isKept) => {
      if (isKept) tellOtherTabs(localStore);
    });

  return createRoot(() => {
    const marking = createMarking(
      notes,
      (place, kind, note) => ({
        ...{ id: createUrn(), report, language, kind, note },
        ...{ start: place.start, end: place.end, quote: place.quote },
        ...{ created: now(), modified: now() },
      }),
      now,
    );
    /** Where an annotation stands now. */
    const found = (annotation: Annotation) => {
      if (annotation.language !== language) return undefined;
      const place = findAnchor(text, annotation, search);
      return place && { ...createAnchor(text, place), ...place };
    };
    /** What was found before: the text stays the same, and what is lost takes long to look for. */
    const known = new WeakMap<Annotation, ReturnType<typeof found>>();
    const placed = createMemo(() =>
      notes.all().map((annotation) => {
        if (!known.has(annotation)) known.set(annotation, found(annotation));
        return { annotation, place: known.get(annotation) };
      }),
    );
    const otherPage = document.querySelector<HTMLAnchorElement>(".language")?.href.split("#")[0];
    const rows = createMemo(() =>
      placed().map(({ annotation, place }): Row => {
        const { sentence } = place?.start ?? annotation.start;
        const isOther = annotation.language !== language;
        const at = place?.from ?? (isOther ? offsetOf(text, annotation.start) : undefined);
        return {
          annotation,
          section: at === undefined ? "" : titleAround(sentence),
          order: at ?? Number.MAX_SAFE_INTEGER,
          address: isOther ? `${otherPage}#${sentence}` : place && `#${sentence}`,
          state: isOther
            ? "other-language"
            : place
              ? place.isChanged
                ? "changed"
                : "found"
              : "lost",
        };
      }),
    );
    createEffect(() => {
      const painted = placed()
        .flatMap(({ annotation, place }) =>
          place ? { annotation, start: place.start, end: place.end } : [],
        )
        .sort((a, b) => a.annotation.created.localeCompare(b.annotation.created));
      paintAnnotations(painted, elements);
    });

    const addressIn = (each: Language) => (each === language ? pageAddress() : (otherPage ?? ""));
    const exportAs = (form: "json" | "markdown") => {
      if (form === "json") {
        const file = printAnnotations(notes.all(), addressIn);
        return saveFile(`${report}.notes.jsonld`, webAnnotationType, file);
      }
      const date = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
      const list = [...rows()]
        .sort((a, b) => a.order - b.order)
        .map(({ annotation, section, address }) => ({
          annotation,
          section: section || words("notes.states.lost"),
          address: new URL(address ?? "", pageAddress()).href,
          kind: words(`notes.kinds.${annotation.kind}`),
          date: date.format(new Date(annotation.modified)),
        }));
      const title = document.querySelector("h1")?.textContent ?? document.title;
      saveFile(
        `${report}.notes.md`,
        "text/markdown",
        printNotesAsMarkdown(title, pageAddress(), list),
      );
    };
    const importFile = async (file: File): Promise<ImportReport> => {
      if (file.size > largestFile) return { refused: "too-large" };
      const content = await file.text().catch(() => undefined);
      if (content === undefined) return { refused: "unreadable" };
      const locate = (quote: Annotation["quote"]) => {
        const place = findAnchor(text, { quote }, search);
        return place && createAnchor(text, place);
      };
      const reader = { report, language, locate, now: now(), createId: createUrn };
      const result = readAnnotations(content, reader);
      if ("refused" in result) return result;
      const changes = mergeAnnotations(notes.all(), result.read);
      notes.change(changes);
      const known = result.read.length - changes.length;
      return { added: changes.length, known, skipped: result.skipped };
    };

    const toolbar = Object.assign(document.createElement("div"), { className: "marking" });
    toolbar.setAttribute("role", "dialog");
    toolbar.setAttribute("aria-label", words("notes.mark"));
    toolbar.hidden = true;
    document.getElementById("notices")?.before(toolbar);
    const openStretch = (points: { start: Position; end: Position }, by: Target["by"]) => {
      const from = offsetOf(text, points.start);
      const to = offsetOf(text, points.end);
      if (from === undefined || to === undefined || from >= to) return;
      marking.open({ place: createAnchor(text, { from, to }), by });
    };
    const openAnnotation = (id: string) => {
      const place = placed().find(({ annotation }) => annotation.id === id)?.place;
      if (!place) return;
      const element = elements.find((each) => each.id === place.start.sentence);
      if (element) openAround(element);
      marking.open({ place, id, by: "press" });
    };
    /** Selects a sentence, so that the reader sees it and hears it, and opens the toolbar for it. */
    const ask = (at: number) => {
      const sentence = sentences[at];
      const element = elements[at];
      if (!sentence || !element) return;
      const points = {
        start: { sentence: sentence.id, offset: 0 },
        end: { sentence: sentence.id, offset: sentence.text.length },
      };
      openAround(element);
      const range = rangeOf(points.start, points.end);
      getSelection()?.removeAllRanges();
      if (range) getSelection()?.addRange(range);
      bringIntoView(element);
      openStretch(points, "asking");
      announce(sentence.text);
    };
    const current = () => {
      const element = document.querySelector(".said") ?? document.activeElement?.closest(".s");
      const id = element?.id || firstOnScreen(sentences);
      return Math.max(
        0,
        elements.findIndex((each) => each.id === id),
      );
    };
    mountMarkToolbar(toolbar, {
      words,
      marking,
      share: async (form) => {
        const place = marking.target()?.place;
        if (!place) return { outcome: "failed", text: "" };
        const result = await sharePlace(place, form, {
          remark: language === "zh-CN" ? "" : words("notes.share.translated"),
          ours: (url) => words("notes.share.ours", { url }),
        });
        announce(words(`notes.share.${result.outcome}`));
        return result;
      },
      remove: () => {
        marking.remove();
        marking.close();
        announce(words("notes.removed"));
      },
      move: (by) => {
        const id = marking.target()?.place.start.sentence;
        ask(elements.findIndex((each) => each.id === id) + by);
      },
    });
    const enter = attachMarking(toolbar, marking, {
      elements,
      openStretch: (points) => openStretch(points, "selection"),
      openAnnotation,
    });

    const key = draftKey(report, language);
    const draft = readDraft(sessionStore, key);
    if (draft && offsetOf(text, draft.place.start) !== undefined) {
      marking.open({ place: draft.place, by: "return" }, draft.text);
      announce(words("notes.draftKept"));
    }
    createEffect(
      on(
        marking.draft,
        (draft) => {
          const place = marking.target()?.place;
          keepDraft(sessionStore, key, place && draft ? { place, text: draft } : undefined);
        },
        { defer: true },
      ),
    );
    listenToOtherTabs(read);
    addEventListener("pageshow", ({ persisted }) => persisted && read());

    return {
      fillPanel(panel) {
        // Who looks at the list finds there what they were writing.
        const finish = () => {
          if (panel.getClientRects().length > 0) marking.close();
        };
        finish();
        panel.addEventListener("toggle", finish);
        const close = () => closePanel(panel);
        const undo = () => {
          if (notes.undo()) announce(words("notes.undone"));
        };
        mountNotesPanel(panel, {
          ...{ words, language, rows, canUndo: notes.canUndo, undo, close, exportAs, importFile },
          mark: () => {
            close();
            ask(current());
          },
          edit: ({ id }) => {
            close();
            openAnnotation(id);
            marking.write();
          },
          remove: (annotation) => {
            notes.change([{ before: annotation, after: undefined }]);
            announce(words("notes.removed"));
            panel.querySelector<HTMLElement>(".undo")?.focus();
          },
        });
      },
      mark: () => (marking.target()?.by === "selection" ? enter() : ask(current())),
    };
  });
}
