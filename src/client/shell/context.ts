import type { Language } from "../../core/document/report.ts";
import { readReportAttributes } from "../../core/page/attributes.ts";
import { readLanguage } from "../../core/page/language.ts";
import { parseStoredSettings, settingsStorageKey } from "../../core/settings/stored.ts";
import { findReadingPosition } from "../page/reading-position.ts";
import { handedOnKey, storePosition } from "../page/stored-position.ts";
import type { PanelWords, WordsPart } from "../panels/words.ts";
import { localStore, sessionStore } from "../platform/storage.ts";
import { createSettingsState, type SettingsState } from "../settings/state.ts";
import { loadPart } from "./load-part.ts";
import { createNoticesState, type NoticesState } from "./notices.ts";

/**
 * What the parts of the page share: which page it is, the state that several show, and how more is
 * loaded.
 */
export interface ShellContext {
  readonly language: Language;
  /** The slug of the report that the page belongs to. */
  readonly report: string;
  /** The hash of what the page shows of it. */
  readonly textHash: string;
  readonly settings: SettingsState;
  readonly notices: NoticesState;
  /** Detaches the listeners of the behaviours. Not aborted on a page that is shown. */
  readonly signal: AbortSignal;
  /** Reloads the page with the reading position kept. */
  reload(): void;
  /** Loads a part of the program (see {@link loadPart}). */
  load<Module>(name: string, part: () => Promise<Module>): Promise<Module>;
  /** Loads the interface words, and those of a feature that has its own file of them. */
  loadWords(part?: WordsPart): Promise<PanelWords>;
  /** Tells the reader that a part of the program could not be loaded. */
  reportMissing(): void;
  /** Tells the reader that a part of the program was loaded and did not start. */
  reportBroken(): void;
}

/** The context of the page that is shown. */
export function createContext(signal: AbortSignal): ShellContext {
  const root = document.documentElement;
  const language = readLanguage(root);
  const notices = createNoticesState();
  const reload = () => {
    storePosition(sessionStore, handedOnKey, findReadingPosition());
    location.reload();
  };
  const load = <Module>(name: string, part: () => Promise<Module>) =>
    loadPart(name, part, sessionStore, reload);
  return {
    language,
    ...readReportAttributes(root),
    settings: createSettingsState(parseStoredSettings(localStore.read(settingsStorageKey))),
    notices,
    signal,
    reload,
    load,
    loadWords: (part) =>
      load(`words${part ?? ""}`, async () =>
        (await import("../panels/words.ts")).loadPanelWords(language, part),
      ),
    reportMissing: () => notices.show({ kind: "missing" }),
    reportBroken: () => notices.show({ kind: "broken" }),
  };
}
