import type { OfferedRecording } from "../speech/recording.ts";

/** The button that opens a panel. */
export const openerOf = (panelId: string) => `[popovertarget="${panelId}"]`;

/**
 * What is read of an element: a part of the DOM's `HTMLElement`, so that nothing here needs a
 * browser.
 */
interface WithDataset {
  readonly dataset: Readonly<Record<string, string | undefined>>;
}

/** The checksum of the report's sentences as printed; undefined on a page without them. */
export function readPrintedChecksum({ dataset }: WithDataset): string | undefined {
  return dataset.sum;
}

/**
 * The report that a page belongs to, from the root element: its slug, and the hash of what is shown
 * of it.
 */
export function readReportAttributes({ dataset }: WithDataset): {
  readonly report: string;
  readonly textHash: string;
} {
  return { report: dataset.report ?? "", textHash: dataset.text ?? "" };
}

/**
 * The recording named in the attributes of the lexicon's element; undefined where there is none.
 */
export function readRecordingAttributes(lexicon: WithDataset | null): OfferedRecording | undefined {
  const { audio, cues, bytes, narrator } = lexicon?.dataset ?? {};
  return audio && cues ? { audio, cues, bytes: Number(bytes), narrator } : undefined;
}

/**
 * The address of the report that the search looks into, from the button that opens it; "" on the
 * report's own page.
 */
export function readSearchedReport(button: WithDataset | null): string {
  return button?.dataset.searches ?? "";
}

/**
 * The addresses of what the proof needs: how the source is composed, and the page with the text;
 * undefined for this one.
 */
export function readProofAttributes({ dataset }: WithDataset): {
  readonly recipe: string;
  readonly text: string | undefined;
} {
  return { recipe: dataset.recipe ?? "", text: dataset.text };
}
