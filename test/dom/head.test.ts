// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { attachHead } from "../../src/client/reading/attach-head.ts";
import { find, pageSignal, show, usePageForEachTest } from "../support/dom.ts";
import { layOut, scrollToTop } from "../support/fake-layout.ts";

usePageForEachTest();

const root = document.documentElement;

describe("the head of a page", () => {
  let height = 56;

  /** Opens a page in a window, with a head of some height. */
  function openPage(windowHeight = 740, headHeight = 56): void {
    height = headHeight;
    layOut({}, windowHeight);
    vi.stubGlobal("matchMedia", () => ({ matches: windowHeight > 480 }));
    attachHead(find(".masthead"), pageSignal());
  }

  beforeEach(() => {
    show('<header class="masthead"></header>');
    vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockImplementation(() => height);
  });

  /** Scrolls by steps, as a finger or a wheel does. */
  const scrollBySteps = (by: number, steps: number) => {
    for (let step = 0; step < steps; step++) scrollToTop(window.scrollY + by);
  };

  test("is where it is printed for a reader at the top, goes, and returns on a small way up", () => {
    openPage();
    expect(root.dataset.head).toBeUndefined();
    scrollBySteps(20, 30);
    expect(root.dataset.head).toBe("away");
    scrollBySteps(-8, 2);
    expect(root.dataset.head).toBe("away");
    scrollBySteps(-8, 1);
    expect(root.dataset.head).toBe("back");
    scrollBySteps(5, 1);
    expect(root.dataset.head).toBe("away");
    scrollBySteps(-12, 60);
    expect(root.dataset.head).toBeUndefined();
  });

  test("does not return for a jump up to what a link names", () => {
    openPage();
    scrollToTop(3000);
    scrollToTop(1000);
    expect(root.dataset.head).toBe("away");
    scrollToTop(20);
    expect(root.dataset.head).toBeUndefined();
  });

  test("is away on a page that opens in its middle", () => {
    scrollToTop(0);
    layOut({});
    Object.assign(window, { scrollY: 2000 });
    openPage();
    expect(root.dataset.head).toBe("away");
  });

  test("tells how high it is, so that nothing that is jumped to lies under it", () => {
    openPage();
    expect(root.style.getPropertyValue("--head")).toBe("56px");
    expect(find(".masthead").classList.contains("sticks")).toBe(true);
  });

  test.each([
    [360, 56],
    [740, 200],
  ])("never stands over the text in a window %d high where it is %d high", (windowHeight, head) => {
    openPage(windowHeight, head);
    expect(find(".masthead").classList.contains("sticks")).toBe(false);
    expect(root.style.getPropertyValue("--head")).toBe("");
  });
});
