import i18next, { type i18n as I18n } from "i18next";
import type { Language } from "../../core/document/report.ts";

/** Looks up a word of the namespace `ui`, below `panels` or of a part that was asked for, in the page's language. */
export type PanelWords = (
  key: string,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** Parts of the page whose words are loaded with them alone. */
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

/** The page's words: `ui` in its language, and `summary` in the languages that the reader asks for. */
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

/** The words of the panels, loaded with the first of them, and those of a part. */
export async function loadPanelWords(language: Language, part?: WordsPart): Promise<PanelWords> {
  const [{ panels }, own] = await Promise.all([
    loadCommon[language](),
    part && loadOf[part][language](),
  ]);
  i18n.addResourceBundle(language, "ui", { ...panels, ...own?.default }, true, true);
  // Whatever language the summary is in, the interface is in the page's.
  const t = i18n.getFixedT(language, "ui");
  return (key, values) => t(key, { ...values });
}
