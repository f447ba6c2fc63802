import type { Language } from "../../core/document/report.ts";
import { mainId } from "../../core/page/contract.ts";
import type { PanelWords } from "../panels/words.ts";
import { measureProgress } from "./reading-progress.ts";

/**
 * Shows in the contents panel, each time it opens, how much was read and what is left, with a link
 * to the top.
 */
export function attachReadingProgress(
  panel: HTMLElement,
  language: Language,
  loadWords: () => Promise<PanelWords>,
  signal: AbortSignal,
): void {
  const line = document.createElement("p");
  line.className = "hint";
  const show = async () => {
    const words = await loadWords();
    const { percent, minutes } = measureProgress(language);
    const top = Object.assign(document.createElement("a"), {
      href: `#${mainId}`,
      textContent: words("toTop"),
    });
    line.replaceChildren(words("progress", { percent, minutes }), " ", top);
    panel.querySelector("h2")?.after(line);
  };
  const follow = () => {
    // Without words there is no line.
    if (panel.getClientRects().length > 0) show().catch(() => undefined);
  };
  panel.addEventListener("toggle", follow, { signal });
  follow();
}
