import * as v from "valibot";
import { namePattern } from "../../core/document/ids.ts";
import type { Parsed } from "../problem.ts";
import { occurrence } from "./occurrence.ts";
import { source } from "./source.ts";
import { parseYaml, type YamlFile } from "./yaml.ts";

const words = v.pipe(v.string(), v.nonEmpty("one character or more"));
const localized = v.strictObject({ "zh-CN": words, en: words });

const entry = {
  id: v.pipe(v.string(), v.regex(namePattern, "letters a to z, digits, hyphens")),
  term: words,
  /** What tells it from another entry of the same name: `行政执法里的`. */
  context: v.optional(localized),
  pinyin: words,
  en: words,
  alsoEn: v.optional(v.array(words), []),
  plain: localized,
  source,
  occurrences: v.pipe(v.array(v.strictObject(occurrence)), v.nonEmpty("one place or more")),
};

const schema = v.array(
  v.variant("kind", [
    v.strictObject({
      ...entry,
      kind: v.picklist(["body", "place", "plan", "procedure", "phrase", "honour"]),
    }),
    v.strictObject({ ...entry, kind: v.picklist(["system", "service"]), achieved: localized }),
  ]),
);

/** The content of `glossary.yaml`. */
export type WrittenGlossary = v.InferOutput<typeof schema>;

/** Parses `glossary.yaml`. */
export function parseGlossary(file: string, text: string): Parsed<YamlFile<WrittenGlossary>> {
  return parseYaml(file, text, schema);
}
