import { createSignal } from "solid-js";

/** The progress of a recording's download, in bytes. */
export interface DownloadState {
  readonly status: "none" | "running" | "kept" | "failed";
  readonly received: number;
  readonly bytes: number;
  /** Why it failed. */
  readonly reason?: "network" | "full" | "incomplete" | "refused" | undefined;
}

/** The download of a recording as a signal, and how to change it. */
export interface Download {
  readonly state: () => DownloadState;
  set(changes: Partial<DownloadState>): void;
}

/** The state of a download that has not started. */
export function createDownload(bytes: number): Download {
  const [state, replace] = createSignal<DownloadState>({ status: "none", received: 0, bytes });
  return { state, set: (changes) => void replace({ ...state(), ...changes }) };
}
