import { expect, type Locator, type Page } from "@playwright/test";
import type { Edition } from "./editions.ts";

/** The names of what marks, in each language: written out, so that a test notices when one changes. */
export const noteNames = {
  "zh-CN": {
    bookmarks: "书签和笔记",
    mark: "标记",
    bookmark: "书签",
    yellow: "黄色实线",
    green: "绿色虚线",
    blue: "蓝色双线",
    red: "红色波浪线",
    note: "笔记",
    share: "分享",
    save: "保存",
    cancel: "取消",
    remove: "删除",
    markHere: "标记当前句",
    undo: "撤销",
    search: "查找",
    sort: "排序",
    latest: "最近的在前",
    empty: "还没有书签和笔记",
    count: (count: number) => `共 ${count} 条`,
    notKept: "书签和笔记没能保存",
    changed: "后来有改动",
    lost: "找不到这几个字了",
    nextSentence: "下一句",
    exportJson: "导出（JSON）",
    exportMarkdown: "导出（Markdown）",
    import: /导入书签和笔记/,
    imported: (added: number, known: number, skipped: number) =>
      `导入 ${added} 条，已有 ${known} 条，跳过 ${skipped} 处。`,
    notJson: "不是 JSON",
    noAnnotations: "没有网页标注",
    tooLarge: "超过 5 MB",
    notFound: "这份报告里没有这些字",
    otherReport: "属于另一份报告",
    markup: "带有网页代码",
  },
  en: {
    bookmarks: "Bookmarks and notes",
    mark: "Mark",
    bookmark: "Bookmark",
    yellow: "Yellow, solid line",
    green: "Green, dashed line",
    blue: "Blue, double line",
    red: "Red, wavy line",
    note: "Note",
    share: "Share",
    save: "Save",
    cancel: "Cancel",
    remove: "Delete",
    markHere: "Mark this sentence",
    undo: "Undo",
    search: "Find",
    sort: "Sort",
    latest: "Latest first",
    empty: "No bookmarks or notes yet",
    count: (count: number) => (count === 1 ? "1 entry" : `${count} entries`),
    notKept: "bookmarks and notes could not be saved",
    changed: "has changed since",
    lost: "no longer in the text",
    nextSentence: "Next sentence",
    exportJson: "Export (JSON)",
    exportMarkdown: "Export (Markdown)",
    import: /^Import/,
    imported: (added: number, known: number, skipped: number) =>
      `${added} imported, ${known} already here, ${skipped} skipped.`,
    notJson: "is not JSON",
    noAnnotations: "no web annotations",
    tooLarge: "larger than 5 MB",
    notFound: "not in the report",
    otherReport: "From another report",
    markup: "contains markup",
  },
} as const;

/** Selects some of a sentence's text as a reader does with a pointer: nothing is sent to the page but the selection. */
export async function select(page: Page, id: string, from: number, to: number): Promise<string> {
  return page.evaluate(
    async ([sentence, first, last]) => {
      const element = document.getElementById(sentence);
      if (!element) throw new Error(`no ${sentence}`);
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let begin = 0;
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const end = begin + node.length;
        if (first >= begin && first < end) range.setStart(node, first - begin);
        if (last > begin && last <= end) range.setEnd(node, last - begin);
        begin = end;
      }
      const changed = new Promise((resolve) =>
        document.addEventListener("selectionchange", resolve, { once: true }),
      );
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      await changed;
      return range.toString();
    },
    [id, from, to] as const,
  );
}

/** The toolbar for what is selected, ready for use. */
export async function toolbar(page: Page, { language }: Edition): Promise<Locator> {
  const bar = page.getByRole("dialog", { name: noteNames[language].mark, exact: true });
  await expect(bar).toBeVisible();
  return bar;
}

/** Does what changes the reader's marks, and waits until the device has taken it, or has refused. */
export async function written(page: Page, act: () => Promise<unknown>): Promise<void> {
  const lastChange = () => page.evaluate(() => localStorage.getItem("zhanjuan:notes-changed"));
  const before = await lastChange();
  await act();
  await expect.poll(lastChange).not.toBe(before);
}

/** Opens the list of bookmarks and returns its dialog, ready for use. */
export async function openNotes(page: Page, { language }: Edition): Promise<Locator> {
  const names = noteNames[language];
  await page
    .getByRole("banner")
    .getByRole("button", { name: names.bookmarks, exact: true })
    .click();
  const panel = page.getByRole("dialog", { name: names.bookmarks, exact: true });
  await panel.getByRole("button", { name: names.markHere }).waitFor();
  return panel;
}
