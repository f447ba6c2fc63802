// Opens the way to bookmarks, highlights and notes, and loads them when they are needed.

import { openerOf } from "../../core/page/attributes.ts";
import { notesPanelId } from "../../core/page/contract.ts";
import { attachPanel, makePanel } from "../panels/panel.ts";
import { localStore } from "../platform/storage.ts";
import { attachFirstNotes } from "./attach-first-notes.ts";
import { readDrafts } from "./draft.ts";
import { hasHeldChanges } from "./held-changes.ts";
import { hasDatabase } from "./open-database.ts";
import { hasAnnotations, listenToOtherTabs } from "./other-tabs.ts";
import type { Notes } from "./start-notes.ts";

/** What the notes need of the page. */
export interface NotesOptions {
  /** Loads and starts the notes. */
  readonly load: () => Promise<Notes>;
  /** Tells the reader that they can't be loaded. */
  readonly fail: () => void;
  readonly signal: AbortSignal;
}

/**
 * Enables the button of the notes' list, and loads the notes when the reader opens it or selects
 * text, and where there is something to show. Returns what calls back with the notes once they are
 * loaded; on a page without text to mark it does nothing.
 */
export function offerNotes(options: NotesOptions): (use: (notes: Notes) => void) => void {
  const { load, fail, signal } = options;
  const button = document.querySelector<HTMLButtonElement>(openerOf(notesPanelId));
  if (!button) return () => undefined;
  const panel = makePanel(notesPanelId, button.textContent ?? "", "auto");
  const fill = async () => (await load()).fillPanel(panel);
  attachPanel(panel, { fill, fail }, signal);
  button.disabled = false;
  const show = () => load().catch(() => undefined);
  attachFirstNotes(load, signal);
  listenToOtherTabs(show, signal);
  const isDue =
    hasAnnotations(localStore) || hasHeldChanges(localStore) || readDrafts(localStore).length > 0;
  if (isDue) void show();
  else void hasDatabase().then((has) => (has ? show() : undefined));
  return (use) => void load().then(use).catch(fail);
}
