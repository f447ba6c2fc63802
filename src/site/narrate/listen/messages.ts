import * as v from "valibot";
import { languages } from "../../../core/document/report.ts";
import { paths } from "./protocol.ts";

const recording = { report: v.string(), language: v.picklist(languages), id: v.string() };
const tick = v.strictObject({ ...recording, sound: v.string(), isRight: v.boolean() });
const correction = v.strictObject({ ...recording, written: v.string(), pinyin: v.string() });

/** The messages that the page sends, by their paths. */
const schemas = { [paths.tick]: tick, [paths.correction]: correction } as const;

/** Parses a message that was sent to a path; undefined if it is none. */
export function readMessage(path: string, body: string) {
  const schema = Object.entries(schemas).find(([each]) => each === path)?.[1];
  if (!schema) return undefined;
  try {
    const parsed = v.safeParse<typeof tick | typeof correction>(schema, JSON.parse(body));
    return parsed.success ? parsed.output : undefined;
  } catch {
    // Not JSON.
    return undefined;
  }
}
