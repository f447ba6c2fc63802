import { createEffect, on } from "solid-js";
import { once } from "../../core/once.ts";
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
  const draw = once(async () => {
    const [words, { mountNotices }] = await Promise.all([
      loadWords(),
      load("notices", () => import("./NoticeBox.tsx")),
    ]);
    mountNotices(place, { words, state: notices, announce });
  });
  createEffect(
    on(notices.notice, (notice) => {
      if (notice) draw().catch(() => undefined);
    }),
  );
}
