import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";

const known = new Map<string, ReadonlyMap<string, string>>();

/** The sentences of a build's report in one language, by id. */
export function expectedSentences(build: string, language: string): ReadonlyMap<string, string> {
  const file = join(build, language === "en" ? "en" : "", "index.html");
  const found = known.get(file);
  if (found) return found;
  const { document } = new JSDOM(readFileSync(file, "utf8")).window;
  const sentences = new Map(
    [...document.querySelectorAll("main .s")].map((each) => [each.id, each.textContent ?? ""]),
  );
  known.set(file, sentences);
  return sentences;
}
