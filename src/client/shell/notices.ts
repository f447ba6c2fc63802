import { createSignal } from "solid-js";

/** A message to the reader, with what can be done about it. */
export type Notice =
  /** The network is gone; `isComplete`: everything is stored on the device. */
  | { readonly kind: "offline"; readonly isComplete: boolean }
  /** A setting could not be stored. */
  | { readonly kind: "not-kept" }
  /** Something about bookmarks and notes, in their own words. */
  | { readonly kind: `notes-${string}`; readonly text: string }
  /** A part of the program could not be fetched. */
  | { readonly kind: "missing" }
  /** A part of the program was fetched and did not start. */
  | { readonly kind: "broken" }
  /** A new version is waiting; `changed`: what it changes, where that is known. */
  | {
      readonly kind: "update";
      readonly changed: "text" | "app" | undefined;
      readonly update: () => void;
    }
  /** The reader is at another address now; `to`: its base, if that is known. */
  | { readonly kind: "moved"; readonly to: string | undefined }
  /** The new version was activated in another tab. */
  | { readonly kind: "updated-elsewhere"; readonly update: () => void };

/** The notices that are due; the latest is shown. */
export interface NoticesState {
  /** The one that is shown, if any. */
  readonly notice: () => Notice | undefined;
  show(notice: Notice): void;
  /**
   * Removes the notice of a kind, by default the one that is shown; the one before it is shown
   * again.
   */
  dismiss(kind?: Notice["kind"]): void;
  /** Shows a notice where its cause is there, and removes it where it is gone. */
  tell(notice: Notice, isDue: boolean): void;
}

/** The state of the notices: the latest is shown, and replaces an earlier one of its kind. */
export function createNoticesState(): NoticesState {
  const [notices, setNotices] = createSignal<readonly Notice[]>([]);
  const notice = () => notices()[0];
  const without = (kind?: Notice["kind"]) => notices().filter((each) => each.kind !== kind);
  const show = (next: Notice) => void setNotices([next, ...without(next.kind)]);
  const dismiss = (kind = notice()?.kind) => void setNotices(without(kind));
  return {
    notice,
    show,
    dismiss,
    tell: (about, isDue) => (isDue ? show(about) : dismiss(about.kind)),
  };
}
