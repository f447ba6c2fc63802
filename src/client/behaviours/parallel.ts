import { loadPage } from "../platform/pages.ts";
import { holdPlace } from "../platform/place-on-screen.ts";

/** Puts each sentence of the page in the other language after it. Rejects where the other page can't be had. */
async function addOther(address: string): Promise<void> {
  const page = await loadPage(address);
  const { lang } = page.documentElement;
  for (const sentence of document.querySelectorAll("main .s[id]")) {
    const other = page.getElementById(sentence.id);
    if (!other) continue;
    const copy = document.createElement("span");
    copy.className = "other";
    copy.lang = lang;
    copy.append(other.textContent ?? "");
    sentence.after(copy);
  }
}

/** Lets a button show both languages sentence by sentence, and the page's own alone again. */
export function attachParallel(button: HTMLButtonElement, fail: () => void): void {
  const show = async () => {
    const isShown = button.getAttribute("aria-pressed") !== "true";
    if (isShown) {
      const link = document.querySelector<HTMLAnchorElement>(".language");
      if (!link) return;
      button.setAttribute("aria-pressed", "true");
      document.documentElement.toggleAttribute("data-parallel", true);
      await addOther(link.href);
      return;
    }
    holdPlace(() => {
      button.setAttribute("aria-pressed", "false");
      document.documentElement.toggleAttribute("data-parallel", false);
      for (const each of document.querySelectorAll(".other")) each.remove();
    });
  };
  button.addEventListener("click", () => {
    show().catch(() => {
      button.setAttribute("aria-pressed", "false");
      document.documentElement.toggleAttribute("data-parallel", false);
      fail();
    });
  });
}
