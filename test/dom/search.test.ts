// @vitest-environment jsdom
import { expect, test } from "vitest";
import { loadPanelWords } from "../../src/client/panels/words.ts";
import { find, pageSignal, press, soon, usePageForEachTest } from "../support/dom.ts";
import { type Edition, editions } from "../support/editions.ts";
import { hostileStrings } from "../support/hostile.ts";
import { button, forgetModules, openPrinted, servePages, type } from "../support/printed-page.ts";

usePageForEachTest();
const [chinese] = editions as [Edition, Edition];

/** Opens the search on a page of the reader, with the pages behind it on the network. */
async function openSearch(path: string, language: "zh-CN" | "en") {
  forgetModules();
  const network = servePages();
  openPrinted(path);
  const panel = Object.assign(document.createElement("div"), { id: "search-panel" });
  document.body.append(panel);
  const { startSearch } = await import("../../src/client/search/start-search.ts");
  startSearch(panel, await loadPanelWords(language, "search"), pageSignal());
  const field = panel.querySelector("input");
  if (!field) throw new Error("there is no searchbox");
  const status = () => panel.querySelector(".row p")?.textContent ?? "";
  const links = () => [...panel.querySelectorAll("a")];
  const headings = () => [...panel.querySelectorAll("h2")].map(({ textContent }) => textContent);
  const enter = async (query: string) => {
    type(field, query);
    // The first rows are drawn before the next frame, in promises that are settled by then.
    await soon();
  };
  const seek = async (query: string) => {
    await enter(query);
    await expect.poll(status).not.toBe("");
  };
  return { panel, field, network, status, links, headings, enter, seek };
}

/**
 * The text that is marked in the elements that are marked, where the browser can mark elements
 * only.
 */
const markedIds = () => [...document.querySelectorAll(".found")].map(({ id }) => id);

test("a search says what it is for while nothing is typed, and how many places there are once something is", async () => {
  const { status, seek, enter } = await openSearch("", "zh-CN");
  const hint = status();
  expect(hint).not.toBe("");
  await seek("湖南日报宣传");
  await expect.poll(status).toBe(chinese.names.found(1));
  await expect.poll(() => find("#announcements").textContent).toBe(chinese.names.found(1));
  await enter("");
  expect(status()).toBe(hint);
});

test("a search says that there is nothing only when everything has been looked into", async () => {
  const { network, status, seek, enter, headings } = await openSearch("about/", "zh-CN");
  await enter("mediators");
  expect(status()).toBe("");
  await expect.poll(headings).toContain("English");
  expect(network.requests).toEqual(["", "glossary/", "en/"]);
  await seek("qqqq zzzz");
  await expect.poll(status).toContain(chinese.names.nothingFound);
  await expect.poll(() => find("#announcements").textContent).toContain(chinese.names.nothingFound);
});

test("what is typed before this page has been read is looked for once it has", async () => {
  const { panel, field, headings } = await openSearch("", "zh-CN");
  const said = new Set<string>();
  const observer = new MutationObserver(() => {
    said.add(panel.querySelector(".row p")?.textContent ?? "");
  });
  observer.observe(panel, { childList: true, characterData: true, subtree: true });
  type(field, "mediators");
  await expect.poll(headings).toContain("English");
  expect([...said].join()).not.toContain(chinese.names.nothingFound);
});

test("results stand under the part that they are in, headed in the language of their page", async () => {
  const { panel, seek, links } = await openSearch("", "zh-CN");
  await seek("怎样推动");
  const [first] = links();
  expect(first?.getAttribute("href")).toBe("#summary-s1");
  expect(panel.querySelector("h3")?.textContent).toBe(chinese.names.summary);
  // In English, too, the first place is the publisher's title, in Chinese, below the heading of the
  // page's own.
  const other = await openSearch("en/", "en");
  await other.seek("武冈");
  await expect.poll(() => other.panel.querySelectorAll("section").length).toBeGreaterThan(1);
  for (const heading of other.panel.querySelectorAll("section:first-of-type :is(h2, h3)"))
    expect(heading.getAttribute("lang")).toBe("en");
});

test("a place in the other language and an entry of the glossary are links to their pages", async () => {
  const { seek, links, panel } = await openSearch("en/", "en");
  await seek("公平正义");
  await expect.poll(() => panel.querySelector("h2")?.textContent).toBe("中文");
  const link = links().at(-1);
  expect(link?.getAttribute("href")).toBe(`${location.origin}/#p5-t`);
  expect(link?.lang).toBe("zh-CN");
  // Pinyin with its tones stands in the glossary only.
  await seek("Yīfǎ Zhìshěng");
  await expect.poll(() => panel.querySelector("h2")?.textContent).toBe("Glossary");
  expect(links()[0]?.getAttribute("href")).toMatch(/\/en\/glossary\/#./);
});

test.each([
  ["zh-CN", "about/", "湖南日报宣传", "/#p5-m2-s1"],
  ["zh-CN", "glossary/", "湖南日报宣传", "/#p5-m2-s1"],
  ["en", "en/about/", "hunan  DAILY", "/en/#p5-m2-s1"],
  ["en", "en/glossary/", "hunan  DAILY", "/en/#p5-m2-s1"],
] as const)(
  "in %s from %s a search finds in the report",
  async (language, path, query, address) => {
    const { seek, links } = await openSearch(path, language);
    await seek(query);
    await expect.poll(() => links()[0]?.getAttribute("href")).toBe(address);
  },
);

test("of many places the first are shown, and more when asked, going on from there", async () => {
  const { panel, seek } = await openSearch("", "zh-CN");
  await seek("法");
  const first = () => [...panel.querySelectorAll("section:first-of-type a")];
  await expect.poll(() => first().length).toBe(30);
  press(button(panel, chinese.names.more));
  expect(first().length).toBeGreaterThan(30);
  expect(document.activeElement).toBe(first()[30]);
});

test("from place to place the search goes round and back, and says where", async () => {
  const { panel, seek, status } = await openSearch("", "zh-CN");
  await seek("100%");
  await expect.poll(() => panel.querySelectorAll("section").length).toBeGreaterThan(1);
  press(button(panel, chinese.names.nextPlace));
  const count = Number(chinese.names.firstPlace.exec(status())?.[1]);
  expect(count).toBeGreaterThan(5);
  const seen: string[] = [];
  for (let at = 1; at <= count; at++) {
    expect(status()).toBe(chinese.names.placeOf(at, count));
    const [id = ""] = markedIds();
    expect(document.getElementById(id)?.textContent).toMatch(/100[%﹪]/);
    expect(find("#announcements").textContent).toContain(chinese.names.placeOf(at, count));
    seen.push(id);
    press(button(panel, chinese.names.nextPlace));
  }
  expect(status()).toBe(chinese.names.placeOf(1, count));
  expect(new Set(seen).size).toBeGreaterThan(3);
  press(button(panel, chinese.names.previousPlace));
  expect(status()).toBe(chinese.names.placeOf(count, count));
  // The results, which made room for the place, come back by a button of their own.
  expect(panel.querySelector("[data-aside]")).not.toBeNull();
  press(button(panel, chinese.names.allResults));
  expect(panel.querySelector("[data-aside]")).toBeNull();
  expect(panel.contains(document.activeElement)).toBe(true);
});

test("a result that is pressed is opened, marked and focused, and the mark goes with the next query", async () => {
  const { seek, links } = await openSearch("", "zh-CN");
  await seek("湖南日报宣传");
  expect(find<HTMLDetailsElement>("#p5-full").open).toBe(false);
  press(links()[0] as Element);
  expect(find<HTMLDetailsElement>("#p5-full").open).toBe(true);
  expect(document.activeElement?.id).toBe("p5-m2-s1");
  expect(markedIds()).toEqual(["p5-m2-s1"]);
  await seek("平正义");
  expect(markedIds()).toEqual([]);
  expect(document.querySelector(".found, [class='']")).toBeNull();
});

test("a result that is pressed with a key for another tab is left to the browser", async () => {
  const { seek, links } = await openSearch("", "zh-CN");
  await seek("湖南日报宣传");
  const event = new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: true });
  document.addEventListener("click", (pressed) => {
    expect(pressed.defaultPrevented).toBe(false);
    pressed.preventDefault();
  });
  links()[0]?.dispatchEvent(event);
  expect(markedIds()).toEqual([]);
});

test("where the other pages cannot be reached that is said, and the next query tries again", async () => {
  const { panel, network, enter, seek, links, headings } = await openSearch("", "zh-CN");
  network.isOn = false;
  await seek("湖南日报宣传");
  await expect.poll(() => panel.textContent).toContain(chinese.names.partlyFound);
  expect(links()).toHaveLength(1);
  // It stays while the reader types on, so that the results don't jump.
  await enter("湖南日报");
  expect(panel.textContent).toContain(chinese.names.partlyFound);
  network.isOn = true;
  await seek("mediators");
  await expect.poll(headings).toContain("English");
  await expect.poll(() => panel.textContent).not.toContain(chinese.names.partlyFound);
});

test.each([
  ["gongpingzhengyi", "公平正义"],
  ["gpzy", "公平正义"],
  ["xzfy", "行政复议"],
])("Chinese is found by pinyin and initials, on both pages: %s", async (query, found) => {
  for (const { language, report } of editions) {
    const { panel, seek } = await openSearch(report.replace("./", ""), language);
    await seek(query);
    const marks = () => [...panel.querySelectorAll("mark")].map(({ textContent }) => textContent);
    await expect.poll(marks).toContain(found);
  }
});

test.each([
  ["行政複議", "zh-CN", "行政复议"],
  ["7x24", "zh-CN", "7×24"],
  ["law based", "en", "Law-based"],
  ["organization", "en", "organisation"],
] as const)(
  "%s is found on the %s page as it is written there",
  async (typed, language, written) => {
    const { links, seek } = await openSearch(language === "en" ? "en/" : "", language);
    await seek(typed);
    await expect.poll(() => links()[0]?.querySelector("mark")?.textContent).toBe(written);
  },
);

test("whatever is typed is text, and said plainly not to be there", async () => {
  const { field, enter, seek, status, links } = await openSearch("", "zh-CN");
  for (const query of [
    "<img src=x onerror=alert(1)>",
    "\u0000\u0007\u200b",
    ".*[(\\",
    "__proto__",
    "法".repeat(100_000),
    "\ud83d",
  ]) {
    await seek(query);
    await expect.poll(status).toContain(chinese.names.nothingFound);
    expect(links()).toHaveLength(0);
    field.form?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
    await enter("");
    expect(status()).not.toContain(chinese.names.nothingFound);
  }
  await seek("湖南日报宣传");
  await expect.poll(() => links().length).toBe(1);
  const shape = () => document.querySelectorAll("main *, script, iframe, img, form").length;
  const before = shape();
  for (const string of hostileStrings) type(field, string);
  await enter("");
  expect(shape()).toBe(before);
  expect(links()).toHaveLength(0);
});

test("Enter goes to the first place of this page, and asks for none while there is none", async () => {
  const { field, seek } = await openSearch("en/", "en");
  await seek("hunan  DAILY");
  field.form?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
  expect(document.activeElement?.id).toBe("p5-m2-s1");
});

test("what is told of the report in another language is searched as it stands", async () => {
  const { seek, links, status } = await openSearch("", "zh-CN");
  await seek("怎样推动");
  await expect.poll(() => links().length).toBe(1);
  const { showSummaryIn } = await import("../../src/client/summary/show-summary.ts");
  const retold = [{ text: "Comment un comté agit selon la loi.", sentence: undefined }];
  showSummaryIn({ language: "fr", sentences: [retold], gists: {} });
  const { tellSummaryChanged } = await import("../../src/client/page/summary-changed.ts");
  tellSummaryChanged();
  await expect.poll(status).toContain(chinese.names.nothingFound);
  await seek("agit selon");
  await expect.poll(() => links()[0]?.getAttribute("href")).toBe("#summary-s1-fr");
});
