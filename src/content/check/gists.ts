import type { Summary } from "../../core/document/report.ts";
import type { YamlFile } from "../parse/yaml.ts";
import type { Problem } from "../problem.ts";
import type { SentencesById } from "./claims.ts";

/** Checks that the gist of a pillar is supported by sentences of that pillar. */
export function checkGists(
  file: string,
  { value, lineOf }: YamlFile<Summary>,
  sentences: SentencesById,
): Problem[] {
  return Object.entries(value.gists).flatMap(([pillar, gist]) =>
    gist.flatMap(({ from }, at) =>
      from.flatMap((id, nth) =>
        sentences.has(id) && !id.startsWith(`${pillar}-`)
          ? {
              file,
              line: lineOf(["gists", pillar, at, "from", nth]),
              expected: `a sentence of ${pillar}, which the gist is of`,
              found: `\`${id}\``,
            }
          : [],
      ),
    ),
  );
}
