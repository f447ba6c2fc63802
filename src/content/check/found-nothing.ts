import type { Language } from "../../core/document/report.ts";
import type { WrittenGlossary } from "../parse/glossary.ts";
import type { YamlFile } from "../parse/yaml.ts";
import type { Problem } from "../problem.ts";

/**
 * Patterns for a sentence that says that no explanation was found. It must match both: searching
 * without success, and the thing searched for.
 */
const patterns: Readonly<Record<Language, readonly [unsuccessful: RegExp, what: RegExp]>> = {
  "zh-CN": [
    /(?:没|没有|没能|未|未能|无法|不能|尚未|不曾)(?:找|查|检索|搜索?)(?:到|出|得)|[找查]不(?:到|出)|查无|无从查/u,
    /解释|释义|定义|出处|来源|说明|含义/u,
  ],
  en: [
    /\b(?:no|none|nothing)\b[^,;:]*\b(?:found|traced|located)\b|\b(?:found|finds?|finding)\s+(?:no|none|nothing)\b|(?:\b(?:not|never|unable|cannot)|n[’']t)\s+(?:\w+\s+){0,2}(?:find|found|traced?|located?)\b/iu,
    /\b(?:explanations?|explains?|explained|definitions?|sources?|origins?|meanings?)\b/iu,
  ],
};

/** The first sentence that says that no explanation was found; undefined if there is none. */
function findStatement(text: string, language: Language): string | undefined {
  return text
    .split(/(?<=[。；;！？])|(?<=[.!?])\s/u)
    .find((sentence) => patterns[language].every((pattern) => pattern.test(sentence)));
}

/**
 * Checks that no glossary text says itself that no explanation was found. With the basis `none` the
 * page already says so; with any other basis the text would contradict it.
 */
export function checkFoundNothing(file: string, glossary: YamlFile<WrittenGlossary>): Problem[] {
  return glossary.value.flatMap((entry, at) => {
    const texts = { plain: entry.plain, ...("achieved" in entry && { achieved: entry.achieved }) };
    return Object.entries(texts).flatMap(([key, text]) =>
      (["zh-CN", "en"] as const).flatMap((language) => {
        const found = findStatement(text[language], language);
        if (found === undefined) return [];
        return {
          file,
          line: glossary.lineOf([at, key, language]),
          expected:
            entry.source.basis === "none"
              ? `no such words in \`${entry.id}\`, as the page says under basis \`none\` that nothing was found`
              : `basis \`none\` in \`${entry.id}\`, or an explanation that rests on ${entry.source.basis === "published" ? "its source" : `\`${entry.source.basis}\``}`,
          found: `「${found.trim()}」`,
        };
      }),
    );
  });
}
