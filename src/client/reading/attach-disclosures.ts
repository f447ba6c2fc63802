import { disclosureSelector, expandButtonSelector } from "../../core/page/contract.ts";
import { storeOpenDisclosures } from "../page/open-disclosures.ts";
import { keepReadingPosition } from "../page/reading-position.ts";
import type { SafeStorage } from "../platform/storage.ts";

/** Stores which disclosures are open, and makes one button open or close them all. */
export function attachDisclosures(
  root: ParentNode,
  storage: SafeStorage,
  signal: AbortSignal,
): void {
  const parts = [...root.querySelectorAll<HTMLDetailsElement>(disclosureSelector)];
  const button = root.querySelector<HTMLButtonElement>(expandButtonSelector);
  const areAllOpen = () => parts.every((part) => part.open);
  const follow = () => {
    if (button)
      button.textContent = (areAllOpen() ? button.dataset.collapse : button.dataset.expand) ?? "";
  };
  follow();
  for (const part of parts)
    part.addEventListener(
      "toggle",
      () => {
        follow();
        storeOpenDisclosures(
          storage,
          parts.filter((each) => each.open).map((each) => each.id),
        );
      },
      { signal },
    );
  button?.addEventListener(
    "click",
    () => {
      const open = !areAllOpen();
      keepReadingPosition(() => {
        for (const part of parts) part.open = open;
      });
    },
    { signal },
  );
}
