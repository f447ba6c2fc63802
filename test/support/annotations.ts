import type { Annotation } from "../../src/core/notes/annotation.ts";

/** An annotation of a report's first words, with the changes of a test. */
export function annotationOf(id: string, changes: Partial<Annotation> = {}): Annotation {
  return {
    id,
    report: "wugang-2023",
    language: "zh-CN",
    kind: "yellow",
    note: "",
    start: { sentence: "intro-s1", offset: 0 },
    end: { sentence: "intro-s1", offset: 3 },
    quote: { exact: "武冈市", prefix: "", suffix: "" },
    created: "2026-01-01T00:00:00.000Z",
    modified: "2026-01-01T00:00:00.000Z",
    ...changes,
  };
}
