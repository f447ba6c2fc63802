import { ID3Writer } from "browser-id3-writer";
import type { Language } from "../../core/document/report.ts";
import type { Narrator } from "../../core/speech/narrator.ts";
import { nameNarrator, tellNarrator } from "../../pages/narrator.ts";
import { createWords } from "../words.ts";

/** ISO 639-2/T, as ID3 asks for. */
const languageCodes: Readonly<Record<Language, string>> = { "zh-CN": "zho", en: "eng" };

/**
 * Puts an ID3v2.3 tag (https://id3.org/id3v2.3.0) in front of a synthetic recording, so that a file
 * that is passed on still says who speaks: title, artist, engine, the licence of the model, and as
 * a comment whether a native speaker has checked it. A person's own recording is returned as it is.
 */
export function tagMp3(
  mp3: Uint8Array,
  narrator: Narrator,
  { title, language }: { readonly title: string; readonly language: Language },
): Uint8Array {
  if (narrator.kind === "person") return mp3;
  const words = createWords(language);
  const code = languageCodes[language];
  // Without the room to grow that the library leaves, and does not declare: a player that finds a
  // time by its share of the file counts the tag as sound.
  const writer = Object.assign(new ID3Writer(new Uint8Array(mp3).buffer), { padding: 0 });
  writer
    .setFrame("TIT2", title)
    .setFrame("TPE1", [nameNarrator(words, narrator) ?? ""])
    .setFrame("TLAN", code)
    .setFrame("COMM", {
      description: "",
      text: tellNarrator(words, narrator, language, true),
      language: code,
    });
  const engine = [narrator.name, narrator.version].filter(Boolean).join(" ");
  if (engine) writer.setFrame("TSSE", engine);
  // Not as the copyright of the recording (TCOP), which it is not.
  if (narrator.licence) {
    writer.setFrame("TXXX", { description: "Model licence", value: narrator.licence });
  }
  return new Uint8Array(writer.addTag());
}
