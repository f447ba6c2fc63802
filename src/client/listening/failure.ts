import type { Language } from "../../core/document/report.ts";
import type { Failure, PlayerState } from "../../core/speech/player.ts";

/** The key of the words that say why nothing is heard; undefined where nothing is wrong. */
export function failureOf(
  { failure, sentence }: Pick<PlayerState, "failure" | "sentence">,
  page: Language,
): Failure | "no-other-voice" | undefined {
  return failure === "no-voice" && sentence && sentence.language !== page
    ? "no-other-voice"
    : failure;
}
