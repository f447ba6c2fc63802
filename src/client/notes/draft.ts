// The note that is being written in a tab: kept outside the tab, so that closing it does not lose it.
import { type Anchor, type Annotation, parseAnnotation } from "../../core/notes/annotation.ts";
import { ownName } from "../../core/own-name.ts";
import type { SafeStorage } from "../platform/storage.ts";
import { createUrn } from "../platform/unique-id.ts";

/** A note that is being written. */
export interface Draft {
  readonly anchor: Anchor;
  readonly text: string;
  /** The annotation that it began from; undefined where there was none. */
  readonly began: Annotation | undefined;
}

/** A draft as it is kept: with its tab, and the annotation that it would make or change. */
export interface KeptDraft extends Draft {
  readonly tab: string;
  readonly annotation: Annotation;
}

/** The local storage key of the drafts of all tabs. */
const key = "drafts";

/** The id of this tab, which a copy of the tab shares. */
export function tabId(tab: SafeStorage): string {
  const known = tab.read("tab");
  if (known) return known;
  const id = createUrn();
  tab.write("tab", id);
  return id;
}

function parseDraft(value: unknown): KeptDraft | undefined {
  const { tab, text, began } = Object(value);
  const annotation = parseAnnotation(Object(value).annotation);
  if (!annotation || typeof tab !== "string" || typeof text !== "string") return undefined;
  const { start, end, quote } = annotation;
  return { tab, text, annotation, began: parseAnnotation(began), anchor: { start, end, quote } };
}

/** The drafts of all tabs; those that can't be parsed are left out. */
export function readDrafts(storage: SafeStorage): KeptDraft[] {
  try {
    const drafts: unknown = JSON.parse(storage.read(key) ?? "[]");
    return Array.isArray(drafts) ? drafts.flatMap((each) => parseDraft(each) ?? []) : [];
  } catch {
    // Not JSON: another program wrote it.
    return [];
  }
}

/** The page on which a draft is written: a tab may have one on each. */
export type DraftPage = Pick<Annotation, "report" | "language">;

/** Whether a draft is that of a tab on a page. */
export const isDraftOf = (
  { tab, annotation }: KeptDraft,
  ofTab: string,
  { report, language }: DraftPage,
): boolean => tab === ofTab && annotation.report === report && annotation.language === language;

/** Keeps the draft of a tab on a page in place of an earlier one; `undefined` removes it. */
export function keepDraft(
  storage: SafeStorage,
  tab: string,
  page: DraftPage,
  draft: Omit<KeptDraft, "tab" | "anchor"> | undefined,
): void {
  const others = readDrafts(storage).filter((each) => !isDraftOf(each, tab, page));
  const drafts = draft ? [...others, { ...draft, tab }] : others;
  if (drafts.length > 0) storage.write(key, JSON.stringify(drafts));
  else storage.remove(key);
}

const lockOf = (tab: string) => ownName(import.meta.env.BASE_URL, `draft:${tab}`);

/**
 * Shows other tabs that this one is being written in (Web Locks API), until the function that is
 * returned is called or the page is gone.
 */
export function holdDraftLock(tab: string): () => void {
  let release = () => {};
  const isDone = new Promise<void>((resolve) => {
    release = resolve;
  });
  navigator.locks?.request(lockOf(tab), { mode: "shared" }, () => isDone).catch(() => undefined);
  return release;
}

/** The drafts of tabs that are gone; where the browser can't tell (no Web Locks), of all others. */
export async function findLeftDrafts(storage: SafeStorage, tab: string): Promise<KeptDraft[]> {
  const { held = [] } = (await navigator.locks?.query().catch(() => undefined)) ?? {};
  const alive = new Set([lockOf(tab), ...held.map(({ name }) => name)]);
  return readDrafts(storage).filter((each) => !alive.has(lockOf(each.tab)));
}
