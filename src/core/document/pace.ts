import type { Language } from "./report.ts";

/** What is read in a minute: Chinese characters, English words. */
const pace = { "zh-CN": 300, en: 200 } as const;

/** The minutes that a text takes to read, with their fraction. */
export function readingMinutes(text: string, language: Language): number {
  const amount = language === "en" ? text.split(/\s+/).filter(Boolean).length : text.length;
  return amount / pace[language];
}
