import { type Accessor, createSignal } from "solid-js";
import type { Change } from "../../core/notes/annotation.ts";
import { clock } from "../platform/clock.ts";
import { askToPersist } from "../platform/persist.ts";
import { localStore, sessionStore } from "../platform/storage.ts";
import { type AnnotationStore, createAnnotationStore, type Written } from "./annotation-store.ts";
import { takeEarlierChanges } from "./earlier-session.ts";
import { hasHeldChanges, holdChanges } from "./held-changes.ts";
import { hasAnnotations, listenToOtherTabs, tellOtherTabs } from "./other-tabs.ts";
import { createNotesState, type NotesState } from "./state.ts";

/** What the reader is told of their notes. */
export type NotesNotice =
  /** They could not be stored, and last for the visit; or are held outside the database. */
  | "not-kept"
  | "held"
  /** The database does not answer. */
  | "silent"
  /** Those that are stored can't be read. */
  | "unreadable"
  /** The database was removed while the page was open. */
  | "gone"
  /** A note had been changed elsewhere: both texts are kept. */
  | "joined"
  /** An annotation had been changed elsewhere, and was not deleted. */
  | "not-deleted"
  /** What was being written in a tab that is gone has become a note. */
  | "draft-saved";

/** Shows notices about the notes. */
export interface NotesNotices {
  show(notice: NotesNotice): void;
  /** Removes one whose cause is gone. */
  withdraw(notice: NotesNotice): void;
}

/** The annotations of a report, read from the device and stored there. */
export interface StoredNotes extends NotesState {
  /** Whether those that are stored have been read. */
  readonly isRead: Accessor<boolean>;
}

/** How long the database may take before the reader is told, in ms. */
const patienceMs = 2000;
/** How long the page waits for the annotations before it goes on without them, in ms. */
const waitMs = 700;

/** Waits for the database, and tells the reader while it takes too long. */
async function awaitAnswer<Result>(
  answer: Promise<Result>,
  notices: NotesNotices,
): Promise<Result> {
  const cancel = clock.after(patienceMs, () => notices.show("silent"));
  const result = await answer;
  cancel();
  notices.withdraw("silent");
  return result;
}

/** Stores changes, and tells what became of them: trouble once, until it is over. */
function createWriter(store: AnnotationStore, notices: NotesNotices, readAgain: () => void) {
  const told = new Set<NotesNotice>();
  const tellOnce = (notice: NotesNotice) => {
    if (!told.has(notice)) notices.show(notice);
    told.add(notice);
  };
  const withdraw = (notice: NotesNotice) => {
    told.delete(notice);
    notices.withdraw(notice);
  };
  const tell = ({ isStored, isHeld, conflicts, wasGone }: Written) => {
    if (!isStored) tellOnce(isHeld ? "held" : "not-kept");
    else for (const each of ["held", "not-kept"] as const) withdraw(each);
    for (const conflict of conflicts) notices.show(conflict);
    if (wasGone) tellOnce("gone");
  };
  return async (changes: readonly Change[]) => {
    const written = await awaitAnswer(store.write(changes), notices);
    tellOtherTabs(localStore);
    if (written.isStored && changes.length > 0) askToPersist(localStore);
    tell(written);
    if (written.conflicts.length > 0) readAgain();
  };
}

/**
 * The state of a report's annotations. Resolves once they have been read, or after a short time
 * without them: what needs no storage must not wait for it.
 */
export async function readNotes(
  report: string,
  notices: NotesNotices,
  signal: AbortSignal,
): Promise<StoredNotes> {
  holdChanges(localStore, takeEarlierChanges(sessionStore));
  const store = createAnnotationStore(localStore);
  const [isRead, setRead] = createSignal(false);
  const read = async () => {
    const { annotations, isWhole } = await awaitAnswer(store.read(report), notices);
    notes.replace(annotations);
    setRead(isWhole);
    if (isWhole) notices.withdraw("unreadable");
    else if (hasAnnotations(localStore)) notices.show("unreadable");
  };
  const write = createWriter(store, notices, read);
  const notes = createNotesState({
    store: (changes) => void write(changes),
    tell: notices.show,
  });
  await Promise.race([read(), new Promise<void>((resolve) => clock.after(waitMs, resolve))]);
  // Stores what an earlier page could not.
  if (hasHeldChanges(localStore)) void write([]);
  listenToOtherTabs(read, signal);
  const readAgain = ({ persisted }: PageTransitionEvent) => {
    if (persisted) void read();
  };
  addEventListener("pageshow", readAgain, { signal });
  return { ...notes, isRead };
}
