import { createEffect, createMemo, on } from "solid-js";
import type { Language } from "../../core/document/report.ts";
import { formatSize } from "../../core/document/size.ts";
import { announce } from "../page/announce.ts";
import type { PanelWords } from "../panels/words.ts";
import type { Download } from "./download.ts";
import { failureOf } from "./failure.ts";
import type { Speech } from "./speech.ts";

/**
 * Announces when speech pauses, stops, ends or fails. Playing needs no announcement: it is heard.
 */
export function announceSpeech(speech: Speech, words: PanelWords, language: Language): void {
  // The state changes with every clause and voice; only these changes are announced.
  const news = createMemo(() => speech.state().failure ?? speech.state().status);
  const announceNews = () => {
    const { status } = speech.state();
    const failure = failureOf(speech.state(), language);
    if (failure) announce(words(`listen.failures.${failure}`));
    else if (status === "idle" || status === "paused" || status === "ended")
      announce(words(`listen.said.${status}`));
  };
  createEffect(on(news, announceNews, { defer: true }));
}

/** Announces how the download of the recording ends. */
export function announceDownload(download: Download, words: PanelWords, language: Language): void {
  createEffect(
    on(
      () => download.state().status,
      (status, before) => {
        const { reason, bytes } = download.state();
        if (before !== "running") return;
        if (status === "kept")
          announce(words("listen.download.isKept", { size: formatSize(bytes, language) }));
        if (reason) announce(words(`listen.download.failures.${reason}`));
      },
    ),
  );
}
