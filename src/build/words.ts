import i18next from "i18next";
import type { Language } from "../core/report/report.ts";
import type { Words } from "../pages/page.ts";
import english from "../words/en.json" with { type: "json" };
import chinese from "../words/zh-CN.json" with { type: "json" };

/** The interface words of each language: the i18next namespace `ui`. */
export const interfaceWords = { "zh-CN": chinese, en: english } as const;

/**
 * The words of a page in one language. Throws for a key that the language lacks: a missing word must stop
 * the build, not reach a reader.
 */
export function createWords(language: Language): Words {
  const instance = i18next.createInstance();
  instance.init({
    lng: language,
    fallbackLng: false,
    ns: ["ui"],
    defaultNS: "ui",
    resources: { [language]: { ui: interfaceWords[language].page } },
    interpolation: { escapeValue: false },
    initAsync: false,
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => {
      throw new Error(`src/words/${language}.json: no word for the key \`page.${key}\``);
    },
  });
  return (key, values) => instance.t(key, { ...values });
}
