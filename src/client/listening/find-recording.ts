import { type Accessor, createSignal } from "solid-js";
import type { Language } from "../../core/document/report.ts";
import { readRecordingAttributes, readReportAttributes } from "../../core/page/attributes.ts";
import { lexiconId } from "../../core/page/contract.ts";
import { readSentences } from "../../core/page/sentences.ts";
import { recordingsFolder } from "../../core/speech/recording.ts";
import { publishedText } from "../page/published.ts";
import { createDownload, type Download } from "./download.ts";
import { type FoundRecording, loadRecording } from "./recording.ts";
import type { CombinedEngine } from "./voices/combined.ts";

/**
 * The page's recording as a signal, what is on the device of it, and a promise that settles when it
 * was first looked for.
 */
export interface RecordingSearch {
  readonly download: Download;
  readonly recording: Accessor<FoundRecording>;
  readonly settled: Promise<void>;
}

/**
 * Looks for the page's recording, again whenever the network is back, and adds it to the engines.
 *
 * @param elements what the page was printed with; the recording is checked against their sentences
 * in `language`
 * @param name what the recording is called among the voices
 */
export function findRecording(
  elements: readonly Element[],
  language: Language,
  name: string,
  engine: CombinedEngine,
  signal: AbortSignal,
): RecordingSearch {
  const [recording, setRecording] = createSignal<FoundRecording>("none");
  const attributes = readRecordingAttributes(document.getElementById(lexiconId));
  const { report } = readReportAttributes(document.documentElement);
  const folder = `${import.meta.env.BASE_URL}${recordingsFolder}${report}/${language}.`;
  // Names differ in their hash: `zh-CN.0a1b2c3d.mp3`.
  const download = createDownload(
    attributes,
    attributes?.audio.replace(/[^.]+\.mp3$/, "") ?? folder,
  );
  const find = async () => {
    if (!attributes) return;
    const sentences = readSentences(elements, language, publishedText);
    const found = await loadRecording(attributes, sentences, name, download, () =>
      setRecording("unfit"),
    );
    if (typeof found === "object") engine.add(found.engine);
    setRecording(() => found);
  };
  const findAgain = () => {
    if (recording() === "none") void find();
  };
  addEventListener("online", findAgain, { signal });
  void download.look();
  return { recording, download, settled: find() };
}
