// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { shareAnchor } from "../../src/client/notes/sharing.ts";
import { find, usePageForEachTest } from "../support/dom.ts";
import { openPrinted } from "../support/printed-page.ts";

usePageForEachTest();

const words = { remark: "(translated)", ours: (url: string) => `Ours: ${url}` };
const copy = vi.fn<(text: string) => Promise<void>>();
beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 5, 12) });
  copy.mockReset().mockResolvedValue();
  setNavigator({ clipboard: { writeText: copy } });
  openPrinted("");
});

/** Gives the browser abilities that jsdom lacks. */
function setNavigator(abilities: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(abilities))
    Object.defineProperty(navigator, name, { value, configurable: true });
}

/** The first units of a sentence of the page. */
function placeOf(id: string, length = 8) {
  const exact = find(`#${id}`).textContent?.slice(0, length) ?? "";
  return {
    start: { sentence: id, offset: 0 },
    end: { sentence: id, offset: length },
    quote: { exact, prefix: "", suffix: "" },
  };
}

describe("what is shared of the report", () => {
  test("is a link to the words, whatever else the address held", async () => {
    history.replaceState(null, "", "/?from=somewhere#p1");
    const place = placeOf("p3-m2-s1");
    const { outcome, text } = await shareAnchor(place, "link", words);
    expect(outcome).toBe("copied");
    expect(text).toMatch(/#p3-m2-s1:~:text=/);
    expect(decodeURIComponent(text)).toContain(place.quote.exact);
    expect(text).not.toContain("#p1");
    expect(copy).toHaveBeenCalledWith(text);
  });

  test("of a title is a link to all that it heads, without a text fragment", async () => {
    expect((await shareAnchor(placeOf("p1-m1-t", 4), "link", words)).text).toMatch(/\/#p1-m1$/);
    expect((await shareAnchor(placeOf("intro-h", 2), "link", words)).text).toMatch(/\/#intro$/);
  });

  test("is quoted with a citation of the day, in either style", async () => {
    const place = placeOf("intro-s1");
    const gbt = await shareAnchor(place, "gbt7714", words);
    expect(gbt.text).toContain(`“${place.quote.exact}” (translated)\n`);
    expect(gbt.text).toContain("中共邵阳市委全面依法治市委员会办公室. ");
    expect(gbt.text).toContain("[R/OL]. (2024-01-31)[2026-11-05]. http");
    const english = await shareAnchor(place, "english", words);
    expect(english.text).toContain("31 January 2024. Accessed 5 November 2026. http");
  });

  test("is never the report's name under words that are ours", async () => {
    for (const id of ["summary-s1", "summary-h"]) {
      const { text } = await shareAnchor(placeOf(id, 2), "gbt7714", words);
      expect(text).toContain("Ours: http");
      expect(text).not.toContain("中共邵阳市委");
    }
  });

  test("is a link alone where the page does not say what it is", async () => {
    find("script[type='application/ld+json']").remove();
    expect((await shareAnchor(placeOf("intro-s1"), "gbt7714", words)).text).toMatch(/^http\S+$/);
  });
});

describe("sharing", () => {
  test("is the device's own where it has one, and nothing is copied then", async () => {
    const share = vi.fn(async () => {});
    setNavigator({ canShare: () => true, share });
    const result = await shareAnchor(placeOf("intro-s1"), "link", words);
    expect(result.outcome).toBe("shared");
    expect(share).toHaveBeenCalledWith({ title: document.title, url: result.text });
    const quoted = await shareAnchor(placeOf("intro-s1"), "gbt7714", words);
    expect(share).toHaveBeenLastCalledWith({ text: quoted.text });
    // The reader closed it.
    share.mockRejectedValue(new DOMException("closed", "AbortError"));
    expect((await shareAnchor(placeOf("intro-s1"), "link", words)).outcome).toBe("shared");
    share.mockRejectedValue(new DOMException("no", "NotAllowedError"));
    expect((await shareAnchor(placeOf("intro-s1"), "link", words)).outcome).toBe("copied");
    setNavigator({ canShare: undefined });
  });

  test("copies the old way where the page may not use the clipboard", async () => {
    copy.mockRejectedValue(new DOMException("no", "NotAllowedError"));
    const given = vi.fn();
    document.execCommand = () => {
      const event = Object.assign(new Event("copy", { bubbles: true, cancelable: true }), {
        clipboardData: { setData: given },
      });
      document.dispatchEvent(event);
      return true;
    };
    const result = await shareAnchor(placeOf("intro-s1"), "link", words);
    expect(result.outcome).toBe("copied");
    expect(given).toHaveBeenCalledWith("text/plain", result.text);
  });

  test("that comes to nothing is said so, with the text for the reader to copy by hand", async () => {
    copy.mockRejectedValue(new DOMException("no", "NotAllowedError"));
    document.execCommand = () => false;
    const { outcome, text } = await shareAnchor(placeOf("intro-s1"), "link", words);
    expect(outcome).toBe("failed");
    expect(text).toContain("#intro-s1");
  });
});
