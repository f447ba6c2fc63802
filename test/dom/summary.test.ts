// @vitest-environment jsdom

import { beforeEach, describe, expect, test, vi } from "vitest";
import { openAround } from "../../src/client/page/reveal.ts";
import { onSummaryChanged, summaryKey } from "../../src/client/page/summary-changed.ts";
import { sessionStore } from "../../src/client/platform/storage.ts";
import {
  attachSummaryLanguage,
  type ShowSummary,
  summaryControls,
} from "../../src/client/summary/attach-summary-language.ts";
import { startSummary } from "../../src/client/summary/start-summary.ts";
import { ownName } from "../../src/core/own-name.ts";
import { find, pageSignal, press, show, soon, usePageForEachTest } from "../support/dom.ts";
import { openPrinted } from "../support/printed-page.ts";

usePageForEachTest();

const told = {
  "zh-CN": {
    other: "en",
    path: "",
    own: "怎样推动政府依法办事",
    now: "摘要现在是英语。",
    figure: "#p3-m2-s2",
  },
  en: {
    other: "zh-CN",
    path: "en/",
    own: "make its government act according to law",
    now: "The summary is in Chinese now.",
    figure: "/#p3-m2-s2",
  },
} as const;

/** The summary and the gists as they are seen: their text, and where their figures lead. */
const readSummary = () =>
  [...document.querySelectorAll<HTMLElement>("#summary p:not(.aside), .gist")]
    .filter((each) => !each.closest("[hidden]"))
    .map((each) => [
      each.textContent,
      ...[...each.querySelectorAll("a")].map(({ textContent, hash }) => textContent + hash),
    ]);
const shownLanguages = () =>
  new Set(
    [...document.querySelectorAll<HTMLElement>("#summary p[lang]:not(.aside)")].map(
      ({ lang }) => lang,
    ),
  );

/** Opens a report's page, with its summary's controls attached. */
function openSummary(language: "zh-CN" | "en") {
  openPrinted(told[language].path);
  const section = find("#summary");
  const fail = vi.fn();
  let shows: ShowSummary | undefined;
  const load = async () => {
    shows ??= startSummary(section, pageSignal());
    return shows;
  };
  attachSummaryLanguage(section, sessionStore, load, fail, pageSignal());
  const [control] = summaryControls(section);
  if (!control) throw new Error("there is no control");
  return { section, control, fail, load };
}

describe.each(["zh-CN", "en"] as const)("the summary of the page in %s", (language) => {
  const { other, own, now, figure } = told[language];

  test("changes in place, says the same as the page in that language, and changes back", async () => {
    openPrinted(told[other].path);
    const printed = readSummary();
    expect(printed).toHaveLength(7 + 5);
    const { section, control } = openSummary(language);
    const [before, text] = [readSummary(), find("article").textContent];
    const changed = vi.fn();
    onSummaryChanged(changed, pageSignal());
    press(control);
    await expect.poll(readSummary).toEqual(printed);
    expect(changed).toHaveBeenCalledOnce();
    expect(shownLanguages()).toContain(other);
    expect(document.documentElement.lang).toBe(language);
    expect(find("#announcements").textContent).toBe(now);
    expect(sessionStorage.getItem(ownName("/", summaryKey))).toBe(other);
    // The control leads back, under that language's own name.
    expect(control.lang).toBe(language);
    expect(control.textContent).toMatch(language === "en" ? /English$/ : /中文$/);
    const figures = [...section.querySelectorAll<HTMLAnchorElement>("[data-retold] a")];
    expect(figures.find(({ textContent }) => textContent === "315")?.getAttribute("href")).toBe(
      figure,
    );
    press(control);
    await expect.poll(readSummary).toEqual(before);
    expect(find("article").textContent).toBe(text);
    expect(control.lang).toBe(other);
    expect(sessionStorage.getItem(ownName("/", summaryKey))).toBeNull();
    expect(section.textContent).toContain(own);
  });

  test("keeps apart, by its ids, what was printed and what is told in its place", async () => {
    const { control } = openSummary(language);
    press(control);
    await expect.poll(() => document.getElementById(`summary-s1-${other}`)).not.toBeNull();
    expect(find("#summary-s1").closest("[hidden]")).not.toBeNull();
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("the summary's language", () => {
  test("that was chosen during the visit is there with the next page, and nothing is said of it", async () => {
    sessionStorage.setItem(ownName("/", summaryKey), "en");
    openSummary("zh-CN");
    await expect.poll(shownLanguages).toContain("en");
    expect(find("#announcements").textContent).toBe("");
  });

  test("that is none of ours is passed over", async () => {
    sessionStorage.setItem(ownName("/", summaryKey), "tlh");
    const { load } = openSummary("zh-CN");
    await soon();
    expect(document.querySelector("[data-retold]")).toBeNull();
    await expect((await load())("tlh")).rejects.toThrow("There is no summary in tlh.");
  });

  test("is what was asked for last, however the answers come", async () => {
    const { load } = openSummary("zh-CN");
    const showIn = await load();
    await Promise.all([showIn("en"), showIn("zh-CN"), showIn("en"), showIn("zh-CN")]);
    expect(document.querySelector("[data-retold]")).toBeNull();
  });

  test("is the printed one again when a link or a mark leads to what is hidden", async () => {
    const { control } = openSummary("zh-CN");
    press(control);
    await expect.poll(() => document.querySelector("[data-retold]")).not.toBeNull();
    expect(openAround(find("#summary-s2"))).toBe(true);
    expect(document.querySelector("[data-retold]")).toBeNull();
    expect(find("#summary-s2").closest("[hidden]")).toBeNull();
    expect(control.lang).toBe("en");
    expect(sessionStorage.getItem(ownName("/", summaryKey))).toBeNull();
  });
});

describe("a control of the summary's language", () => {
  const load = vi.fn<() => Promise<ShowSummary>>();
  const shown = vi.fn<ShowSummary>();
  beforeEach(() => {
    shown.mockReset().mockResolvedValue();
    load.mockReset().mockResolvedValue(shown);
    show(
      '<section id="s"><h2>Summary</h2><a lang="en" href="/en/#summary">English</a><button lang="fr">français</button></section>',
    );
  });
  const attach = (fail = vi.fn()) => {
    attachSummaryLanguage(find("#s"), sessionStore, load, fail, pageSignal());
    return fail;
  };

  test("is a button to whoever hears it, pressed by Space as well", () => {
    attach();
    expect(find("a").getAttribute("role")).toBe("button");
    const space = new KeyboardEvent("keydown", { key: " ", bubbles: true, cancelable: true });
    find("a").dispatchEvent(space);
    expect(space.defaultPrevented).toBe(true);
    expect(load).toHaveBeenCalledOnce();
  });

  test("stays a link for whoever asks for another tab, or presses again while nothing comes", async () => {
    attach();
    document.addEventListener("click", (event) => event.preventDefault());
    const click = (init: MouseEventInit = {}) => {
      const event = new MouseEvent("click", { bubbles: true, cancelable: true, ...init });
      let isOurs = false;
      find("#s").addEventListener(
        "click",
        ({ defaultPrevented }) => {
          isOurs = defaultPrevented;
        },
        { once: true },
      );
      find("a").dispatchEvent(event);
      return isOurs;
    };
    expect(click({ ctrlKey: true })).toBe(false);
    let come = () => {};
    shown.mockReturnValue(
      new Promise((resolve) => {
        come = resolve;
      }),
    );
    expect(click()).toBe(true);
    await soon();
    expect(click()).toBe(false);
    come();
    await soon();
    expect(click()).toBe(true);
    expect(shown).toHaveBeenCalledWith("en", find("a"));
  });

  test("without an address says that the part could not be loaded", async () => {
    load.mockRejectedValue(new TypeError("network"));
    const fail = attach();
    press(find("button"));
    await soon();
    expect(fail).toHaveBeenCalledOnce();
  });
});
