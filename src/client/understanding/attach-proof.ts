import { readProofAttributes } from "../../core/page/attributes.ts";
import { readLanguage } from "../../core/page/language.ts";
import { loadPage } from "../page/pages.ts";
import { countRewritten, readPublished } from "../page/published.ts";
import type { PanelWords } from "../panels/words.ts";
import { proveText } from "./prove.ts";

/**
 * Makes a button recompute the hash of the source from the text of the page (on a translation: of
 * the Chinese page) and tell whether it is the printed one, and how much of it another program
 * shows differently.
 */
export function attachProof(
  section: HTMLElement,
  loadWords: () => Promise<PanelWords>,
  fail: () => void,
  signal: AbortSignal,
): void {
  const { recipe, text } = readProofAttributes(section);
  const result = section.querySelector("[role=status]");
  const printed = section.querySelector("code")?.textContent?.trim();
  const prove = async () => {
    const words = await loadWords();
    await readPublished();
    const page = text ? await loadPage(text) : document;
    const proof = await proveText(page, recipe);
    const number = new Intl.NumberFormat(readLanguage(document.documentElement));
    const values = {
      sentences: number.format(proof.sentences),
      characters: number.format(proof.characters),
    };
    const proved = words(proof.sha256 === printed ? "proof.agrees" : "proof.differs", values);
    const count = countRewritten();
    const rewritten = words("proof.rewritten", { count: number.format(count) });
    if (result) result.textContent = count > 0 ? `${proved} ${rewritten}` : proved;
  };
  section.querySelector("button")?.addEventListener(
    "click",
    () => {
      prove().catch(fail);
    },
    { signal },
  );
}
