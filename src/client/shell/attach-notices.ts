import { createEffect, on } from "solid-js";
import { announce } from "../page/announce.ts";
import type { ShellContext } from "./context.ts";

/**
 * Draws the notices with the first of them. Where that can't be loaded, it is tried again with the
 * next.
 */
export function attachNotices(
  place: HTMLElement,
  { notices, load, loadWords }: ShellContext,
): void {
  let isDrawn = false;
  const draw = async () => {
    const [words, { mountNotices }] = await Promise.all([
      loadWords(),
      load("notices", () => import("./NoticeBox.tsx")),
    ]);
    mountNotices(place, { words, state: notices, announce });
  };
  createEffect(
    on(notices.notice, (notice) => {
      if (!notice || isDrawn) return;
      isDrawn = true;
      draw().catch(() => {
        isDrawn = false;
      });
    }),
  );
}
