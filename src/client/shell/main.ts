// The page's main script: joins its parts, and loads the features when they are first used. Each
// behaviour is attached by itself: one that fails leaves the others, and the text, as they are.
import { createRoot } from "solid-js";
import {
  articleSelector,
  contentsPanelId,
  explainedSelector,
  languageLinkSelector,
  listenPanelId,
  noticesId,
  parallelSelector,
  proofButtonSelector,
  searchPanelId,
  summaryId,
  textPanelId,
} from "../../core/page/contract.ts";
import { attachEntryPosition } from "../page/entry-position.ts";
import { attachReveal } from "../page/reveal.ts";
import { attachPanel } from "../panels/panel.ts";
import { afterLoad } from "../platform/after-load.ts";
import { adoptStored, localStore, sessionStore } from "../platform/storage.ts";
import { attachContents } from "../reading/attach-contents.ts";
import { attachDisclosures } from "../reading/attach-disclosures.ts";
import { attachLanguageLink } from "../reading/attach-language-link.ts";
import { restorePosition } from "../reading/restore-position.ts";
import { attachSettings } from "../settings/apply-settings.ts";
import { attachSettingsStorage } from "../settings/store-settings.ts";
import { attachSummaryLanguage } from "../summary/attach-summary-language.ts";
import { attach } from "./attach.ts";
import { attachFeaturePanel } from "./attach-feature-panel.ts";
import { attachFirstUse } from "./attach-first-use.ts";
import { attachNotices } from "./attach-notices.ts";
import { createContext, type ShellContext } from "./context.ts";

/**
 * Attaches what the page itself does: it opens parts, keeps positions and shows settings. Returns
 * whether the reader resumes.
 */
function attachReading(context: ShellContext): boolean {
  const { settings, notices, signal } = context;
  let resumes = false;
  attach("html", () => attachReveal(signal));
  attach(articleSelector, () => {
    resumes = restorePosition(context.report, context.loadWords);
  });
  // A page that was cut off may end before the stored position, which must not be overwritten.
  attach(`#${noticesId}`, () => attachEntryPosition(signal));
  attach("html", (html) => attachSettings(html, settings));
  attach("html", () =>
    attachSettingsStorage(
      localStore,
      settings,
      (isKept) => notices.tell({ kind: "not-kept" }, !isKept),
      signal,
    ),
  );
  attach("body", (body) => attachDisclosures(body, sessionStore, signal));
  attach(`#${contentsPanelId}`, (panel) => {
    attachPanel(panel, undefined, signal);
    attachContents(panel, signal);
  });
  attach<HTMLAnchorElement>(languageLinkSelector, (link) =>
    attachLanguageLink(link, sessionStore, signal),
  );
  attach(`#${noticesId}`, (place) => attachNotices(place, context));
  return resumes;
}

/** Attaches the features that a panel shows. */
function attachPanels(context: ShellContext): void {
  attachFeaturePanel(
    {
      panelId: textPanelId,
      kind: "auto",
      name: "text",
      load: () => import("../settings/start-settings.ts"),
      start: ({ startSettings }, panel, words) =>
        startSettings(panel, words, context.language, context.settings),
    },
    context,
  );
  attachFeaturePanel(
    {
      panelId: listenPanelId,
      kind: "manual",
      name: "listening",
      load: () => import("../listening/start-listening.ts"),
      start: ({ startListening }, panel, words) => startListening(panel, words, context.signal),
    },
    context,
  );
  attachFeaturePanel(
    {
      panelId: searchPanelId,
      kind: "auto",
      name: "search",
      words: "search",
      load: () => import("../search/start-search.ts"),
      start: ({ startSearch }, panel, words) => startSearch(panel, words, context.signal),
    },
    context,
  );
}

/** Attaches the features that stand behind an element of the text. */
function attachInText({ load, loadWords, reportMissing, signal }: ShellContext): void {
  attach("html", () =>
    attachFirstUse(
      `${explainedSelector}, ${parallelSelector}, ${proofButtonSelector}`,
      async () => {
        const { startUnderstanding } = await load(
          "understanding",
          () => import("../understanding/start-understanding.ts"),
        );
        return startUnderstanding(loadWords, reportMissing, signal);
      },
      reportMissing,
      signal,
    ),
  );
  attach(`#${summaryId}`, (section) =>
    attachSummaryLanguage(
      section,
      sessionStore,
      // Not by `load`: where it can't be had the link leads to the other page, and no reload is
      // needed.
      async () => (await import("../summary/start-summary.ts")).startSummary(section, signal),
      reportMissing,
      signal,
    ),
  );
}

/**
 * Loads what the first view does not need. Where it can't be had, it is tried again when the
 * network is back.
 */
async function loadDeferred(context: ShellContext, resumes: boolean): Promise<void> {
  try {
    const { startDeferred } = await context.load("when-loaded", () => import("./when-loaded.ts"));
    startDeferred(context, resumes);
  } catch {
    const again = () => loadDeferred(context, resumes);
    addEventListener("online", again, { once: true, signal: context.signal });
  }
}

// Never aborted on a page that is shown: it lets tests, and whoever embeds a behaviour, detach it.
const lifetime = new AbortController();
adoptStored(() => localStorage);
adoptStored(() => sessionStorage);
createRoot((dispose) => {
  lifetime.signal.addEventListener("abort", dispose);
  const context = createContext(lifetime.signal);
  const resumes = attachReading(context);
  attachPanels(context);
  attachInText(context);
  attach("html", () => afterLoad(() => loadDeferred(context, resumes)));
});
document.documentElement.dataset.script = "on";
