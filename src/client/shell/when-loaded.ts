// Starts what the first view does not need; loaded once the page has loaded.
import { createRoot } from "solid-js";
import { once } from "../../core/once.ts";
import {
  articleSelector,
  contentsPanelId,
  glossaryFilterSelector,
  headSelector,
  noticesId,
  progressSelector,
  takeId,
} from "../../core/page/contract.ts";
import { offerNotes } from "../notes/offer-notes.ts";
import { readPublished } from "../page/published.ts";
import { keepAboveKeyboard } from "../panels/keep-above-keyboard.ts";
import { painted } from "../platform/after-paint.ts";
import { ownController } from "../platform/service-workers.ts";
import { localStore, sessionStore } from "../platform/storage.ts";
import { attachCopying } from "../reading/attach-copying.ts";
import { attachHead } from "../reading/attach-head.ts";
import { attachLeftPosition } from "../reading/attach-left-position.ts";
import { attachPrint } from "../reading/attach-print.ts";
import { attachProgress } from "../reading/attach-progress.ts";
import { attachReadingProgress } from "../reading/attach-reading-progress.ts";
import { attachTake } from "../reading/attach-take.ts";
import { attachTopLink } from "../reading/attach-top-link.ts";
import { attachMarkedTerms } from "../settings/attach-marked-terms.ts";
import { attachShortcuts } from "../settings/attach-shortcuts.ts";
import { createKeyList } from "../settings/key-list.ts";
import { attach } from "./attach.ts";
import { attachUpdates } from "./attach-updates.ts";
import type { ShellContext } from "./context.ts";
import { watchNetwork } from "./watch-network.ts";

/** Offers the notes and attaches the keyboard shortcuts, one of which marks the text. */
function attachNotesAndShortcuts(context: ShellContext): void {
  const { settings, notices, signal, load, loadWords } = context;
  const shown = {
    show: (kind: string, text: string) => notices.show({ kind: `notes-${kind}`, text }),
    dismiss: (kind: string) => notices.dismiss(`notes-${kind}`),
  };
  const withNotes = offerNotes({
    load: once(async () => {
      const [words, { startNotes }] = await Promise.all([
        loadWords("notes"),
        load("notes", () => import("../notes/start-notes.ts")),
      ]);
      return startNotes(words, shown, signal);
    }),
    fail: context.reportMissing,
    signal,
  });
  attachShortcuts(
    {
      list: createKeyList(settings, loadWords),
      mark: () => withNotes((notes) => notes.mark()),
    },
    signal,
  );
}

/**
 * Attaches what keeps and shows the reading position in a report. `resumes`: the reader was taken
 * to where they left.
 */
function attachReadingPosition(context: ShellContext, resumes: boolean): void {
  const { report, language, signal, loadWords } = context;
  // A page that was cut off may end before the stored position, which must not be overwritten.
  attach(`#${noticesId}`, () => attachLeftPosition(sessionStore, localStore, report, signal));
  attach(`#${contentsPanelId}`, (panel) =>
    attachReadingProgress(panel, language, loadWords, signal),
  );
  if (resumes)
    loadWords()
      .then((words) => attachTopLink(words("toTop"), signal))
      .catch(() => undefined);
}

/** Filters the glossary, on its page. */
function attachFilter({ load, signal }: ShellContext): void {
  attach<HTMLFormElement>(glossaryFilterSelector, (form) => {
    load("glossary-filter", () => import("../understanding/attach-glossary-filter.ts"))
      .then(({ attachGlossaryFilter }) => attachGlossaryFilter(form, signal))
      // Without it all entries are there, by their letters.
      .catch(() => form.remove());
  });
}

/** Notifies the reader of a lost network and of new versions. */
function attachConnection({ textHash, notices, reload, signal }: ShellContext): void {
  const base = import.meta.env.BASE_URL;
  watchNetwork(
    () => notices.show({ kind: "offline", isComplete: Boolean(ownController(base)) }),
    () => notices.dismiss("offline"),
    signal,
  );
  // While developing there is no worker: edits must show.
  if (import.meta.env.PROD) void attachUpdates({ base, textHash, notices, reload }, signal);
}

/** Attaches them all, and then sets `data-ready` on the root element, which tests wait for. */
export function startDeferred(context: ShellContext, resumes: boolean): void {
  const { settings, signal } = context;
  // Before page translators and extensions rewrite it.
  attach("html", () => void readPublished());
  createRoot((dispose) => {
    signal.addEventListener("abort", dispose);
    attachMarkedTerms(settings);
  });
  attach(progressSelector, (line) => attachProgress(line, signal));
  // In a task of its own: it measures the head and changes the style of the page.
  attach(headSelector, (head) => void painted().then(() => attachHead(head, signal)));
  attach("html", () => keepAboveKeyboard(signal));
  attach("html", () => attachPrint(signal));
  attach(`#${takeId}`, (take) => attachTake(take, signal));
  attachFilter(context);
  attach("html", () => attachNotesAndShortcuts(context));
  attach(articleSelector, () => attachReadingPosition(context, resumes));
  attach(articleSelector, () => attachCopying(signal));
  attach("html", () => attachConnection(context));
  document.documentElement.dataset.ready = "";
}
