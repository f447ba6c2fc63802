import i18next, { type i18n as I18n } from "i18next";
import type { Language } from "../../core/document/report.ts";
import type { PanelKey, WordValues } from "../../words/keys.ts";

/**
 * Looks up a word for the panels in the page's language: a key of `panels` in src/words, or of a
 * feature's own file.
 */
export type PanelWords = (key: PanelKey, values?: WordValues) => string;

/** Features whose words are in a file of their own. */
export type WordsPart = "notes" | "search";

const loadCommon = {
  en: () => import("../../words/panels-en.ts"),
  "zh-CN": () => import("../../words/panels-zh-CN.ts"),
};
const loadOf = {
  notes: {
    en: () => import("../../words/notes.en.json"),
    "zh-CN": () => import("../../words/notes.zh-CN.json"),
  },
  search: {
    en: () => import("../../words/search.en.json"),
    "zh-CN": () => import("../../words/search.zh-CN.json"),
  },
};

/**
 * The page's i18next instance: namespace `ui` in its language, `summary` in those that the reader
 * asks for.
 */
export const i18n: I18n = i18next.createInstance();
void i18n.init({
  fallbackLng: false,
  load: "currentOnly",
  ns: ["ui", "summary"],
  defaultNS: "ui",
  resources: {},
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** Loads the words of the panels, and those of a feature. */
export async function loadPanelWords(language: Language, part?: WordsPart): Promise<PanelWords> {
  const [{ panels }, own] = await Promise.all([
    loadCommon[language](),
    part && loadOf[part][language](),
  ]);
  i18n.addResourceBundle(language, "ui", { ...panels, ...own?.default }, true, true);
  // The instance's own language follows the summary's; the interface stays in the page's.
  const t = i18n.getFixedT(language, "ui");
  return (key, values) => t(key, { ...values });
}
