import { readProofAttributes } from "../../core/page/attributes.ts";
import { loadPage } from "../page/pages.ts";
import type { PanelWords } from "../panels/words.ts";
import { proveText } from "./prove.ts";

/**
 * Makes a button recompute the hash of the source from the text on the page (on a translation: of
 * the Chinese page) and tell whether it is the printed one.
 */
export function attachProof(
  section: HTMLElement,
  loadWords: () => Promise<PanelWords>,
  fail: () => void,
  signal: AbortSignal,
): void {
  const { recipe, text } = readProofAttributes(section);
  const result = section.querySelector("[role=status]");
  const printed = section.querySelector("code")?.textContent;
  const prove = async () => {
    const words = await loadWords();
    const page = text ? await loadPage(text) : document;
    const proof = await proveText(page, recipe);
    const number = new Intl.NumberFormat(document.documentElement.lang);
    const values = {
      sentences: number.format(proof.sentences),
      characters: number.format(proof.characters),
    };
    if (result)
      result.textContent = words(
        proof.sha256 === printed ? "proof.agrees" : "proof.differs",
        values,
      );
  };
  section.querySelector("button")?.addEventListener(
    "click",
    () => {
      prove().catch(fail);
    },
    { signal },
  );
}
