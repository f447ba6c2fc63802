import { createEffect } from "solid-js";
import type { Speech } from "./speech.ts";

/**
 * Shows what is being read on the lock screen, with its buttons (https://www.w3.org/TR/mediasession/). Only sound that
 * comes from a media element raises them: the device's voices do not.
 */
export function attachMediaSession(
  speech: Speech,
  titleOf: (section: string) => string,
  play: () => void,
): void {
  const { mediaSession } = navigator;
  if (!mediaSession || typeof MediaMetadata !== "function") return;
  const actions: readonly [MediaSessionAction, () => void][] = [
    ["play", play],
    ["pause", () => speech.pause()],
    ["stop", () => speech.stop()],
    ["previoustrack", () => speech.skipSections(-1)],
    ["nexttrack", () => speech.skipSections(1)],
    ["seekbackward", () => speech.skipSentences(-1)],
    ["seekforward", () => speech.skipSentences(1)],
  ];
  for (const [action, handler] of actions)
    try {
      mediaSession.setActionHandler(action, handler);
    } catch {
      // An action that this browser does not know.
    }
  createEffect(() => {
    const { status, sentence } = speech.state();
    const isActive = status === "speaking" || status === "loading";
    mediaSession.playbackState = isActive ? "playing" : status === "paused" ? "paused" : "none";
    const title = titleOf(sentence?.section ?? "");
    if (mediaSession.metadata?.title !== title)
      mediaSession.metadata = new MediaMetadata({ title, album: document.title });
  });
}

/** A recording that plays, and which sentence is heard at a number of seconds. */
interface PlayedRecording {
  readonly audio: HTMLAudioElement;
  sentenceAt(seconds: number): string | undefined;
}

/** Shows where in a recording the playback is, and lets the reader go elsewhere: to the sentence that is heard there. */
export function attachMediaPosition(
  { audio, sentenceAt }: PlayedRecording,
  play: (sentence: string) => void,
): void {
  const { mediaSession } = navigator;
  if (!mediaSession?.setPositionState) return;
  try {
    mediaSession.setActionHandler("seekto", ({ seekTime }) => {
      const sentence = sentenceAt(seekTime ?? 0);
      if (sentence) play(sentence);
    });
  } catch {
    // This browser shows the position and cannot change it.
  }
  const tell = () => {
    const { duration, currentTime, playbackRate } = audio;
    if (!Number.isFinite(duration)) return;
    const position = Math.min(currentTime, duration);
    mediaSession.setPositionState({ duration, position, playbackRate });
  };
  for (const type of ["playing", "pause", "seeked", "ratechange"])
    audio.addEventListener(type, tell);
}
