import type { Language } from "./report.ts";

/** Reading speed per minute: Chinese characters, English words. */
const pace = { "zh-CN": 300, en: 200 } as const;

/** The estimated reading time of a text in minutes, not rounded. */
export function readingMinutes(text: string, language: Language): number {
  const amount = language === "en" ? text.split(/\s+/).filter(Boolean).length : text.length;
  return amount / pace[language];
}
