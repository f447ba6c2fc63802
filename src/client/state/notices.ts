import { createSignal } from "solid-js";

/** Something the reader should know; what can be done about it comes with it. */
export type Notice =
  /** The network is gone; `isComplete` says whether everything is on the device. */
  | { readonly kind: "offline"; readonly isComplete: boolean }
  /** A setting could not be stored. */
  | { readonly kind: "not-kept" }
  /** A bookmark or note could not be stored. */
  | { readonly kind: "notes-not-kept" }
  /** A part of the program could not be fetched. */
  | { readonly kind: "missing" }
  /** A new version waits; `changed` says of what, where that is known. */
  | {
      readonly kind: "update";
      readonly changed: "text" | "app" | undefined;
      readonly update: () => void;
    }
  /** The new version was taken in another tab. */
  | { readonly kind: "updated-elsewhere"; readonly update: () => void };

/** The one notice that is shown, if any. */
export interface NoticesState {
  readonly notice: () => Notice | undefined;
  show(notice: Notice): void;
  /** Takes the notice away; with a kind, only a notice of that kind. */
  dismiss(kind?: Notice["kind"]): void;
}

/** The state of the notices: a later one takes the place of the one before. */
export function createNoticesState(): NoticesState {
  const [notice, setNotice] = createSignal<Notice>();
  return {
    notice,
    show: (next) => void setNotice(() => next),
    dismiss(kind) {
      if (kind === undefined || notice()?.kind === kind) setNotice(undefined);
    },
  };
}
