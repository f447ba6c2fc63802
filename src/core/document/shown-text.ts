import { toEnglishPageForm, toPageForm } from "./display.ts";
import { readEmphasis } from "./emphasis.ts";
import type { Language } from "./report.ts";

/**
 * A sentence as a page in a language shows it: in the page form, without the asterisks by which a
 * translation marks emphasis.
 */
export function toShownText(text: string, language: Language): string {
  return language === "zh-CN" ? toPageForm(text) : toEnglishPageForm(readEmphasis(text).text);
}
