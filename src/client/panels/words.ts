import i18next from "i18next";
import type { Language } from "../../core/report/report.ts";

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

/** The words of the panels, loaded with the first of them, and those of a part. */
export async function loadPanelWords(language: Language, part?: WordsPart): Promise<PanelWords> {
  const [{ panels }, own] = await Promise.all([
    loadCommon[language](),
    part && loadOf[part][language](),
  ]);
  const instance = i18next.createInstance();
  await instance.init({
    lng: language,
    fallbackLng: false,
    ns: ["ui"],
    defaultNS: "ui",
    resources: { [language]: { ui: { ...panels, ...own?.default } } },
    interpolation: { escapeValue: false },
  });
  return (key, values) => instance.t(key, { ...values });
}
