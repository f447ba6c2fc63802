import type { Browser, Page } from "@playwright/test";
import type { Figure } from "../support/sizes.ts";
import { fingerOn, median, spread, timeTo, withPage } from "./timing.ts";

/** How many annotations the reader has. */
const count = 5000;
/** How long the list, a mark and a search may take with them, in ms. */
const budget = 200;

/** Stores annotations all over the report, as earlier visits would have left them. */
function storeNotes(page: Page, howMany: number): Promise<void> {
  return page.evaluate(async (wanted) => {
    const sentences = [...document.querySelectorAll("article .s")];
    const text = sentences.map(({ textContent }) => textContent ?? "");
    const flat = text.join("");
    let begin = 0;
    const begins = text.map((each) => {
      begin += each.length;
      return begin - each.length;
    });
    const request = indexedDB.open("zhanjuan:/:notes", 1);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore("annotations", { keyPath: "id" });
      for (let n = 0; n < wanted; n++) {
        const at = n % sentences.length;
        const from = (n * 7) % Math.max(1, (text[at]?.length ?? 0) - 8);
        const [first, last] = [(begins[at] ?? 0) + from, (begins[at] ?? 0) + from + 6];
        const sentence = sentences[at]?.id;
        const time = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
        store.put({
          ...{ id: `urn:bench:${n}`, report: document.documentElement.dataset.report },
          ...{ language: "zh-CN", kind: ["yellow", "green", "blue", "red"][n % 4] },
          ...{ note: n % 3 ? "" : `第 ${n} 条笔记`, created: time, modified: time },
          start: { sentence, offset: from },
          end: { sentence, offset: from + 6 },
          quote: {
            exact: flat.slice(first, last),
            prefix: flat.slice(Math.max(0, first - 32), first),
            suffix: flat.slice(last, last + 32),
          },
        });
      }
    };
    await new Promise((resolve, reject) => {
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    request.result.close();
  }, howMany);
}

/** Times the list, a mark and a search in the notes of a reader who has thousands. */
export async function measureNotes(browser: Browser, url: string): Promise<Figure[]> {
  const timed = new Map<string, number[]>();
  const record = (what: string, time: number) =>
    timed.set(what, [...(timed.get(what) ?? []), time]);
  await withPage(browser, 4, async (page) => {
    await page.goto(url);
    await storeNotes(page, count);
    await page.reload();
    await page.locator("main mark").first().waitFor();
    const tap = await fingerOn(page);
    const list = page.getByRole("banner").getByRole("button", { name: "书签和笔记", exact: true });
    const panel = page.getByRole("dialog", { name: "书签和笔记", exact: true });
    for (let round = 0; round < 7; round++) {
      record(
        round === 0
          ? "the list of 5,000 notes opens, the first time"
          : "the list of 5,000 notes opens",
        await timeTo(page, () => tap(list), "click", "#notes-panel .notes li"),
      );
      const field = panel.getByRole("searchbox");
      await field.fill("");
      await field.focus();
      record(
        round === 0 ? "a search in 5,000 notes, the first time" : "a search in 5,000 notes",
        await timeTo(page, () => page.keyboard.insertText("笔记"), "input"),
      );
      await field.fill("");
      await page.keyboard.press("Escape");
      await panel.waitFor({ state: "hidden" });
      await page.evaluate((at) => {
        const sentence = document.getElementById("intro-s1");
        sentence?.scrollIntoView({ block: "center", behavior: "instant" });
        getSelection()?.selectAllChildren(sentence as Node);
        getSelection()?.setBaseAndExtent(sentence as Node, 0, sentence as Node, at);
      }, round + 1);
      const red = page.getByRole("dialog", { name: "标记", exact: true }).getByRole("button", {
        name: "红色波浪线",
        exact: true,
      });
      await red.waitFor();
      record(
        "a mark with 5,000 notes",
        await timeTo(page, () => tap(red), "click", ".marking [aria-pressed=true]"),
      );
      await page.keyboard.press("Escape");
    }
  });
  return [...timed].map(([what, times]) => ({
    ...{ what, value: median(times), budget, unit: "ms", note: spread(times) },
  }));
}
