// Makes the parts that nobody waits for and joins them: what watches the network and new versions, keeps the place, listens
// for keys, and opens what is printed. Loaded once the page has loaded.
import { createRoot } from "solid-js";
import type { Language } from "../../core/document/report.ts";
import { attachFirstNotes } from "../notes/attach-first-notes.ts";
import { draftKey } from "../notes/draft.ts";
import { hasDatabase } from "../notes/has-database.ts";
import { hasAnnotations, listenToOtherTabs } from "../notes/other-tabs.ts";
import type { Notes } from "../notes/start-notes.ts";
import { holdsUnkept } from "../notes/unkept-notes.ts";
import { attachPanel, makePanel } from "../panels/panel.ts";
import type { PanelWords, WordsPart } from "../panels/words.ts";
import { isMac } from "../platform/device.ts";
import { closePanel, openPanel } from "../platform/popover.ts";
import { serviceWorkers } from "../platform/service-workers.ts";
import { localStore, sessionStore } from "../platform/storage.ts";
import { attachLeftPlace } from "../reading/attach-left-place.ts";
import { attachPrint } from "../reading/attach-print.ts";
import { attachReadingProgress } from "../reading/attach-reading-progress.ts";
import { attachTake } from "../reading/attach-take.ts";
import { offerTop } from "../reading/back-to-top.ts";
import { attachMarkedTerms } from "../settings/attach-marked-terms.ts";
import { attachShortcuts } from "../settings/attach-shortcuts.ts";
import { mountShortcutsPanel } from "../settings/ShortcutsPanel.tsx";
import type { SettingsState } from "../settings/state.ts";
import { attachUpdates } from "./attach-updates.ts";
import { loadPart } from "./load-part.ts";
import type { NoticesState } from "./notices.ts";
import { watchNetwork } from "./watch-network.ts";

/** Draws the list of keys the first time, and shows it. */
function createKeyList(state: SettingsState, loadWords: () => Promise<PanelWords>): () => void {
  let drawn: Promise<HTMLElement> | undefined;
  const draw = async () => {
    const words = await loadWords();
    const panel = makePanel("shortcuts-panel", words("shortcuts.title"), "auto");
    const close = () => closePanel(panel);
    const held = isMac ? "⌘" : "Ctrl";
    createRoot(() => mountShortcutsPanel(panel, { words, state, held, close }));
    return panel;
  };
  return () => {
    drawn ??= draw();
    drawn.then(openPanel).catch(() => {
      // Without words there is no list, until the key is pressed again; the keys do what they do.
      drawn = undefined;
    });
  };
}

/** Does something once; again only where it failed. */
function once<Result>(act: () => Promise<Result>): () => Promise<Result> {
  let done: Promise<Result> | undefined;
  return () => {
    done ??= act().catch((error: unknown) => {
      done = undefined;
      throw error;
    });
    return done;
  };
}

/**
 * Gives the reader bookmarks, highlights and notes: shows what there is, and loads what makes them when they open the list or
 * select a part of the text.
 */
function offerNotes(
  load: () => Promise<Notes>,
  draft: string,
  fail: () => void,
): (use: (notes: Notes) => void) => void {
  const button = document.querySelector<HTMLButtonElement>('[popovertarget="notes-panel"]');
  // Only a report's page has one, and something to mark.
  if (!button) return () => undefined;
  const panel = makePanel("notes-panel", button.textContent ?? "", "auto");
  attachPanel(panel, async () => {
    try {
      (await load()).fillPanel(panel);
    } catch (error) {
      fail();
      throw error;
    }
  });
  button.disabled = false;
  const show = () => load().catch(() => undefined);
  attachFirstNotes(load);
  listenToOtherTabs(show);
  const isDue =
    hasAnnotations(localStore) || holdsUnkept(sessionStore) || sessionStore.read(draft) !== null;
  if (isDue) void show();
  else void hasDatabase().then((has) => (has ? show() : undefined));
  return (act) => void load().then(act).catch(fail);
}

/** Attaches them all. `reload` reloads the page with the reader's place kept. */
export function startUpkeep(options: {
  readonly settings: SettingsState;
  readonly notices: NoticesState;
  readonly reload: () => void;
  readonly loadWords: (part?: WordsPart) => Promise<PanelWords>;
  /** Whether the reader was taken to the place at which they left. */
  readonly goesOn: boolean;
}): void {
  const { settings, notices, reload, loadWords } = options;
  const { lang, dataset } = document.documentElement;
  createRoot(() => attachMarkedTerms(settings));
  attachPrint();
  const take = document.getElementById("take");
  if (take) attachTake(take);
  const useNotes = offerNotes(
    once(async () => {
      const [words, { startNotes }] = await Promise.all([
        loadWords("notes"),
        loadPart("notes", () => import("../notes/start-notes.ts"), sessionStore, reload),
      ]);
      return startNotes(words, () => notices.show({ kind: "notes-not-kept" }));
    }),
    draftKey(dataset.report ?? "", lang),
    () => notices.show({ kind: "missing" }),
  );
  attachShortcuts({
    list: createKeyList(settings, loadWords),
    mark: () => useNotes((notes) => notes.mark()),
  });
  if (document.querySelector("article")) {
    // A page that was cut off may end before the place at which the reader left: that one stays.
    if (document.getElementById("notices")) attachLeftPlace(localStore, dataset.report ?? "");
    const contents = document.getElementById("contents-panel");
    if (contents) attachReadingProgress(contents, lang as Language, loadWords);
    if (options.goesOn)
      loadWords()
        .then((words) => offerTop(words("toTop")))
        .catch(() => undefined);
  }
  watchNetwork(
    () => notices.show({ kind: "offline", isComplete: Boolean(serviceWorkers?.controller) }),
    () => notices.dismiss("offline"),
  );
  // While developing there is no worker: what is edited must show.
  if (import.meta.env.PROD)
    void attachUpdates({
      base: import.meta.env.BASE_URL,
      textHash: dataset.text ?? "",
      notices,
      reload,
    });
  document.documentElement.dataset.ready = "";
}
