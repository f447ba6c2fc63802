import type { Language } from "../core/document/report.ts";
import type { Narrator } from "../core/speech/narrator.ts";
import type { Words } from "./page.ts";

/**
 * The name of a narrator, which says that a voice is synthetic: `Synthetic voice: Kokoro-82M 1.0,
 * voice bf_emma`. Undefined for a person whose name is not known. `isFull` adds the model's maker
 * and licence.
 */
export function nameNarrator(words: Words, narrator: Narrator, isFull = false): string | undefined {
  const { kind, name, version, voice, fallbacks } = narrator;
  if (kind === "person") return name;
  const maker = isFull ? narrator.maker : undefined;
  const licence = isFull ? narrator.licence : undefined;
  if (!(name || version || voice || maker || licence || fallbacks))
    return words("narrator.synthetic");
  const model = [name ?? words("narrator.unnamed"), version].filter(Boolean).join(" ");
  return words("narrator.syntheticBy", {
    model: [
      model,
      maker && words("narrator.maker", { maker }),
      licence && words("narrator.licence", { licence }),
      voice && words("narrator.voice", { voice }),
      fallbacks && words("narrator.fallbacks", { engines: fallbacks.join(", ") }),
    ]
      .filter(Boolean)
      .join(""),
  });
}

/**
 * A sentence about who speaks in a recording and, of a synthetic voice, whether a native speaker of
 * the language `spoken` has found it right. `isFull` as above.
 */
export function tellNarrator(
  words: Words,
  narrator: Narrator,
  spoken: Language,
  isFull = false,
): string {
  const name = nameNarrator(words, narrator, isFull);
  if (!name) return words("narrator.somebody");
  if (narrator.kind === "person") return words("narrator.person", { name });
  return words(narrator.isChecked ? "narrator.checked" : "narrator.unchecked", {
    narrator: name,
    spoken: words(`narrator.spoken.${spoken}`),
  });
}
