import { createEffect, on } from "solid-js";
import { isAt, offsetOf } from "../../core/notes/anchor.ts";
import { localStore, sessionStore } from "../platform/storage.ts";
import {
  type Draft,
  findLeftDrafts,
  holdDraftLock,
  isDraftOf,
  type KeptDraft,
  keepDraft,
  readDrafts,
  tabId,
} from "./draft.ts";
import { takeEarlierDraft } from "./earlier-session.ts";
import type { Marking } from "./marking.ts";
import type { PageText } from "./page-text.ts";
import type { NotesState } from "./state.ts";

/** What the drafts need of the page. */
export interface DraftOptions {
  readonly report: string;
  readonly text: PageText;
  readonly notes: NotesState;
  readonly marking: Marking;
  /** Tells the reader that the editor is open again with what they were writing. */
  readonly tellOpen: () => void;
  /** Tells the reader that what they were writing in a tab that is gone has become a note. */
  readonly tellSaved: () => void;
}

/** Makes a note of a draft whose tab is gone: nobody asked for an editor here. */
function save({ began, annotation }: KeptDraft, notes: NotesState): void {
  const same = notes
    .all()
    .find(
      ({ id, language, start, end }) =>
        id === annotation.id ||
        (language === annotation.language &&
          isAt(start, annotation.start) &&
          isAt(end, annotation.end)),
    );
  const { note } = annotation;
  notes.change([{ before: began, after: same ? { ...same, note } : annotation }]);
}

/** What an earlier version kept of this tab. */
function takeEarlier(report: string, { language }: PageText): Draft | undefined {
  const earlier = takeEarlierDraft(sessionStore, report, language);
  return earlier && { ...earlier, began: undefined };
}

/**
 * Keeps the note that is being written, opens this tab's again, and saves those of tabs that are
 * gone.
 */
export function attachDraft(options: DraftOptions): void {
  const { report, text, notes, marking, tellOpen, tellSaved } = options;
  const tab = tabId(sessionStore);
  const page = { report, language: text.language };
  const kept = readDrafts(localStore).find((each) => isDraftOf(each, tab, page));
  const own = kept ?? takeEarlier(report, text);
  const isOpen = own !== undefined && offsetOf(text.joined, own.anchor.start) !== undefined;
  const saveLeft = (each: KeptDraft) => {
    save(each, notes);
    keepDraft(localStore, each.tab, each.annotation, undefined);
    tellSaved();
  };
  if (isOpen) {
    marking.goOn({ anchor: own.anchor, by: "draft" }, own);
    tellOpen();
  } else if (kept) {
    // Its sentence is no longer on the page: there is no place for an editor.
    saveLeft(kept);
  }
  let release: (() => void) | undefined;
  const keep = (draft: string | undefined) => {
    const unsaved = draft ? marking.unsaved() : undefined;
    keepDraft(localStore, tab, page, unsaved && { text: draft ?? "", ...unsaved });
    if (!unsaved) release?.();
    release = unsaved && (release ?? holdDraftLock(tab));
  };
  createEffect(on(marking.draft, keep, { defer: !isOpen }));
  void findLeftDrafts(localStore, tab).then((left) => {
    for (const each of left) if (each.annotation.report === report) saveLeft(each);
  });
}
