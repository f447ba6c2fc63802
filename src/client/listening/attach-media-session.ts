import { createEffect } from "solid-js";
import type { Status } from "../../core/speech/player.ts";
import type { Speech } from "./speech.ts";

/**
 * Handles an action of the lock screen until the signal aborts; an action that this browser does
 * not know is left out.
 */
function setHandler(
  action: MediaSessionAction,
  handler: MediaSessionActionHandler,
  signal: AbortSignal,
): void {
  try {
    const { mediaSession } = navigator;
    mediaSession.setActionHandler(action, handler);
    signal.addEventListener("abort", () => mediaSession.setActionHandler(action, null));
  } catch {
    // Not supported: the other actions are.
  }
}

/** The playback state for each status; `none` for all others. */
const playbackStates: Readonly<Partial<Record<Status, MediaSessionPlaybackState>>> = {
  loading: "playing",
  speaking: "playing",
  paused: "paused",
};

/**
 * Shows what is being read on the lock screen, with its buttons
 * (https://www.w3.org/TR/mediasession/). Only sound that comes from a media element raises them:
 * the device's voices do not.
 */
export function attachMediaSession(
  speech: Speech,
  titleOf: (section: string) => string,
  play: () => void,
  signal: AbortSignal,
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
  for (const [action, handler] of actions) setHandler(action, handler, signal);
  createEffect(() => {
    const { status, sentence } = speech.state();
    mediaSession.playbackState = playbackStates[status] ?? "none";
    const title = titleOf(sentence?.section ?? "");
    if (mediaSession.metadata?.title !== title)
      mediaSession.metadata = new MediaMetadata({ title, album: document.title });
  });
}

/** A recording's sound, and its sentence at a time in seconds. */
interface PlayedRecording {
  readonly audio: HTMLAudioElement;
  sentenceAt(seconds: number): string | undefined;
}

/**
 * Shows the position in a recording on the lock screen, and handles seeking there: to the start of
 * a sentence.
 */
export function attachMediaPosition(
  { audio, sentenceAt }: PlayedRecording,
  play: (sentence: string) => void,
  signal: AbortSignal,
): void {
  const { mediaSession } = navigator;
  if (!mediaSession?.setPositionState) return;
  const seek = ({ seekTime }: MediaSessionActionDetails) => {
    const sentence = sentenceAt(seekTime ?? 0);
    if (sentence) play(sentence);
  };
  setHandler("seekto", seek, signal);
  const showPosition = () => {
    const { duration, currentTime, playbackRate } = audio;
    if (!Number.isFinite(duration)) return;
    const position = Math.min(currentTime, duration);
    mediaSession.setPositionState({ duration, position, playbackRate });
  };
  for (const type of ["playing", "pause", "seeked", "ratechange"])
    audio.addEventListener(type, showPosition, { signal });
}
