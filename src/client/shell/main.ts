// Makes the parts of the page and joins them. Each behaviour is attached by itself: one that fails leaves
// the others, and the text, as they are.
import { createEffect, createRoot, on } from "solid-js";
import type { Language } from "../../core/document/report.ts";
import { parseStoredSettings, settingsStorageKey } from "../../core/settings/stored.ts";
import { announce } from "../page/announce.ts";
import { goOnFrom } from "../page/brief-focus.ts";
import { keepPlace, leftKey, passingKey, readPlace } from "../page/kept-place.ts";
import { titleAround } from "../page/page-sentences.ts";
import { elementOf, findPlace, type ScreenPlace, showPlace } from "../page/place-on-screen.ts";
import { attachReveal, openAround } from "../page/reveal.ts";
import { attachPanel, makePanel } from "../panels/panel.ts";
import type { WordsPart } from "../panels/words.ts";
import { afterLoad } from "../platform/after-load.ts";
import { closePanel } from "../platform/popover.ts";
import { localStore, sessionStore } from "../platform/storage.ts";
import { attachContents } from "../reading/attach-contents.ts";
import { attachDisclosures } from "../reading/attach-disclosures.ts";
import { attachLanguageLink } from "../reading/attach-language-link.ts";
import { attachProgress } from "../reading/attach-progress.ts";
import { attachSettings, showSettings } from "../settings/apply-settings.ts";
import { createSettingsState } from "../settings/state.ts";
import { attachSettingsStorage } from "../settings/store-settings.ts";
import { attachSummaryLanguage } from "../summary/attach-summary-language.ts";
import { attachFirstUse } from "./attach-first-use.ts";
import { loadPart } from "./load-part.ts";
import { createNoticesState } from "./notices.ts";

const root = document.documentElement;
const language = root.lang as Language;
const report = root.dataset.report ?? "";
/** The place at which the reader left the report and now goes on. */
let left: ScreenPlace | undefined;
const settings = createSettingsState(parseStoredSettings(localStore.read(settingsStorageKey)));
const notices = createNoticesState();

const reload = () => {
  keepPlace(sessionStore, passingKey, findPlace());
  location.reload();
};
const load = <Module>(name: string, part: () => Promise<Module>) =>
  loadPart(name, part, sessionStore, reload);
const loadWords = (part?: WordsPart) =>
  load(`words${part ?? ""}`, async () =>
    (await import("../panels/words.ts")).loadPanelWords(language, part),
  );
const loadWithWords = <Module>(name: string, part: () => Promise<Module>, own?: WordsPart) =>
  Promise.all([loadWords(own), load(name, part)]);
const miss = () => notices.show({ kind: "missing" });
const element = <Found extends HTMLElement>(selector: string) =>
  document.querySelector<Found>(selector);

async function fillTextPanel(panel: HTMLElement): Promise<void> {
  const [words, { mountTextPanel }] = await loadWithWords(
    "text",
    () => import("../settings/TextPanel.tsx"),
  );
  const sample = (element(".summary p:not([lang])") ?? element("main p"))?.textContent ?? "";
  const close = () => closePanel(panel);
  mountTextPanel(panel, {
    language,
    words,
    state: settings,
    sample,
    show: showSettings,
    announce,
    close,
  });
}

async function fillListenPanel(panel: HTMLElement): Promise<void> {
  const [words, { startListening }] = await loadWithWords(
    "listening",
    () => import("../listening/start-listening.ts"),
  );
  await startListening(panel, words);
}

async function fillSearchPanel(panel: HTMLElement): Promise<void> {
  const [words, { startSearch }] = await loadWithWords(
    "search",
    () => import("../search/start-search.ts"),
    "search",
  );
  startSearch(panel, words);
}

/** Makes a button's panel, fills it when it first opens, and tells the reader where what fills it can't be fetched. */
function attachFilled(
  id: string,
  kind: "auto" | "manual",
  fill: (panel: HTMLElement) => Promise<void>,
): void {
  attach(`[popovertarget="${id}"]`, (button) => {
    const panel = makePanel(id, button.textContent ?? "", kind);
    attachPanel(panel, () =>
      fill(panel).catch((error: unknown) => {
        miss();
        throw error;
      }),
    );
  });
}

async function fillNotices(place: HTMLElement): Promise<void> {
  const [words, { mountNotices }] = await loadWithWords("notices", () => import("./NoticeBox.tsx"));
  mountNotices(place, { words, state: notices, announce });
}

/** Loads what keeps the page up to date and complete, and tries again when the network is back. */
async function keepUp(): Promise<void> {
  try {
    const { startUpkeep } = await load("upkeep", () => import("./when-loaded.ts"));
    startUpkeep({ settings, notices, reload, loadWords, goesOn: left !== undefined });
  } catch {
    addEventListener("online", keepUp, { once: true });
  }
}

/** Attaches one behaviour to its element, if the page has it, and keeps its failure to itself. */
function attach<Found extends HTMLElement>(
  selector: string,
  behaviour: (found: Found) => void,
): void {
  try {
    const found = element<Found>(selector);
    if (found) behaviour(found);
  } catch (error) {
    // Told to the console as uncaught, without stopping the others.
    queueMicrotask(() => {
      throw error;
    });
  }
}

createRoot(() => {
  attach("html", () => attachReveal());
  attach("article", () => {
    const passing = readPlace(sessionStore, passingKey);
    keepPlace(sessionStore, passingKey, undefined);
    if (!passing && !location.hash) left = readPlace(localStore, leftKey(report));
    const place = passing ?? left;
    const element = place && elementOf(place);
    if (!place || !element) return;
    openAround(element);
    showPlace(place);
    // Until the page has loaded, the browser scrolls to the address's fragment: the place comes after it.
    afterLoad(() => {
      showPlace(place);
      // Who does not see the page hears that it is not at its top, and goes on from there.
      loadWords()
        .then((words) => {
          const section = titleAround(element.id);
          const where = words(left ? "wentOn" : "placeKept", { section });
          // Who has gone elsewhere by keyboard meanwhile stays there.
          if (document.activeElement === document.body) goOnFrom(element);
          announce(where);
        })
        .catch(() => undefined);
    });
  });
  attach("html", (html) => attachSettings(html, settings));
  attach("html", () =>
    attachSettingsStorage(localStore, settings, () => notices.show({ kind: "not-kept" })),
  );
  attach("body", (body) => attachDisclosures(body, sessionStore));
  attach("#contents-panel", (panel) => {
    attachPanel(panel, () => undefined);
    attachContents(panel);
  });
  attachFilled("text-panel", "auto", fillTextPanel);
  attachFilled("listen-panel", "manual", fillListenPanel);
  attachFilled("search-panel", "auto", fillSearchPanel);
  attach("html", () =>
    attachFirstUse(
      '.s a[href*="glossary/#"], button.parallel, #proof button',
      async () => {
        const { startUnderstanding } = await load(
          "understanding",
          () => import("../understanding/start-understanding.ts"),
        );
        return startUnderstanding(loadWords, miss);
      },
      miss,
    ),
  );
  attach("#summary", (section) => {
    // Not as a part: where it can't be had, there is the other page, and no reload is needed.
    const start = async () => (await import("../summary/start-summary.ts")).startSummary(section);
    let started: ReturnType<typeof start> | undefined;
    const load = () => {
      started ??= start();
      started.catch(() => {
        started = undefined;
      });
      return started;
    };
    attachSummaryLanguage(section, sessionStore, load, miss);
  });
  attach<HTMLAnchorElement>(".language", (link) => attachLanguageLink(link, sessionStore));
  attach(".progress", attachProgress);
  attach("#notices", (place) => {
    let isFilled = false;
    createEffect(
      on(notices.notice, (notice) => {
        if (!notice || isFilled) return;
        isFilled = true;
        fillNotices(place).catch(() => {
          isFilled = false;
        });
      }),
    );
  });
  attach("html", () => afterLoad(keepUp));
});
root.dataset.script = "on";
