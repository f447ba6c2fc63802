import i18next from "i18next";
import type { Language } from "../../core/report/report.ts";

/** Looks up a word of the namespace `ui`, below `panels`, in the page's language. */
export type PanelWords = (
  key: string,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The words of the panels, loaded with the first of them. */
export async function loadPanelWords(language: Language): Promise<PanelWords> {
  const { panels } =
    language === "en"
      ? await import("../../words/panels-en.ts")
      : await import("../../words/panels-zh-CN.ts");
  const instance = i18next.createInstance();
  await instance.init({
    lng: language,
    fallbackLng: false,
    ns: ["ui"],
    defaultNS: "ui",
    resources: { [language]: { ui: panels } },
    interpolation: { escapeValue: false },
  });
  return (key, values) => instance.t(key, { ...values });
}
