import { createEffect } from "solid-js";
import type { Speech } from "../state/speech.ts";

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
