import { createSignal } from "solid-js";
import { fileTypes } from "../../core/file-types.ts";
import {
  isRecordingFile,
  type OfferedRecording,
  recordingsCaches,
} from "../../core/speech/recording.ts";
import {
  findKept,
  forget,
  isAnyKept,
  type KeepFailure,
  keepAudio,
  keepText,
} from "../platform/kept-files.ts";

/** The progress of a recording's download, in bytes. */
export interface DownloadState {
  readonly status: "none" | "running" | "kept" | "failed";
  readonly received: number;
  readonly bytes: number;
  /** Whether anything is on the device: the recording, a part of it, or of an older one. */
  readonly isStored: boolean;
  /** Why it failed. */
  readonly reason?: KeepFailure | undefined;
}

/** The download of a recording: its state as a signal, and what can be done. */
export interface Download {
  readonly state: () => DownloadState;
  /** Looks up what is on the device, where the sound lacks its timing with this one. */
  look(timing?: string): Promise<void>;
  /** Downloads the sound, and stores it with its timing, which the page has. */
  start(timing: string): Promise<void>;
  stop(): void;
  /** Deletes whatever is stored, also of older versions. */
  remove(): Promise<void>;
}

const names = recordingsCaches(import.meta.env.BASE_URL);

async function isKept(address: string, isRight: (file: Response) => Promise<boolean>) {
  const file = await findKept(names, address);
  return (
    file !== undefined &&
    isRecordingFile(file.status, file.headers.get("Content-Type")) &&
    (await isRight(file))
  );
}

/**
 * The download of the recording that a page offers, if it offers one.
 *
 * @param prefix what the addresses of all versions of the recording begin with
 */
export function createDownload(offered: OfferedRecording | undefined, prefix: string): Download {
  const { audio = "", cues = "", bytes = 0 } = offered ?? {};
  const [state, replace] = createSignal<DownloadState>({
    status: "none",
    received: 0,
    bytes,
    isStored: false,
  });
  const set = (changes: Partial<DownloadState>) => void replace({ ...state(), ...changes });
  let abort = new AbortController();
  const storeTiming = (timing: string) => keepText(names, cues, timing, fileTypes.vtt ?? "");
  const look = async (timing?: string) => {
    const hasSound = await isKept(audio, async () => true);
    const hasTiming = await isKept(cues, async (file) => (await file.text()).startsWith("WEBVTT"));
    const isWhole = hasSound && (hasTiming || (timing ? await storeTiming(timing) : false));
    const isStored = await isAnyKept(names, prefix);
    if (state().status === "running") return;
    set({ isStored, status: isWhole ? "kept" : "none" });
  };
  return {
    state,
    look,
    async start(timing) {
      set({ status: "running", received: 0, reason: undefined });
      abort = new AbortController();
      // The files of older versions are deleted first, to make room.
      await forget(names, prefix, [audio, cues]).catch(() => undefined);
      // The sound is of no use without its timing.
      const result = (await storeTiming(timing))
        ? await keepAudio(names, audio, bytes, (received) => set({ received }), abort.signal)
        : "full";
      if (!(await isAnyKept(names, audio))) await forget(names, cues);
      const isStored = await isAnyKept(names, prefix);
      if (result === "kept") return set({ isStored, status: "kept" });
      if (result === "stopped") return set({ isStored, status: "none" });
      set({ isStored, status: "failed", reason: result });
    },
    stop: () => abort.abort(),
    async remove() {
      await forget(names, prefix);
      set({ status: "none", received: 0, isStored: false, reason: undefined });
    },
  };
}
