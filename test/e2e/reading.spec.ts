import type { Locator, Page } from "@playwright/test";
import { type Edition, editions } from "../support/editions.ts";
import { expect, test } from "../support/faults.ts";
import { expectTabGoesOnFrom, settle } from "../support/keys.ts";
import { openContents, pillar } from "../support/panels.ts";

test.use({ serviceWorkers: "block" });

const [chinese, english] = editions as [Edition, Edition];

const measureCounts = [4, 3, 3, 3, 3];

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settle(page);
}

/** How far an element's top lies below the window's. */
async function topOf(element: Locator): Promise<number> {
  return element.evaluate((found) => found.getBoundingClientRect().top);
}

/** Scrolls so that an element's top lies `top` px below the window's. */
async function scrollTo(element: Locator, top: number): Promise<void> {
  await element.evaluate(
    (found, wanted) =>
      scrollBy({ top: found.getBoundingClientRect().top - wanted, behavior: "instant" }),
    top,
  );
}

function expandButton(page: Page, { names }: Edition): Locator {
  return page
    .getByRole("button", { name: names.expandAll })
    .or(page.getByRole("button", { name: names.collapseAll }));
}

for (const edition of editions) {
  const { names } = edition;

  test.describe(`the report ${edition.title}`, () => {
    test("has one title, headings that nest, and its landmarks, with a way past the header", async ({
      page,
    }) => {
      await open(page, edition.report);
      await page.keyboard.press("Tab");
      await expect(page.getByRole("link", { name: names.skip })).toBeInViewport();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("main")).toBeFocused();
      for (const role of ["banner", "main", "contentinfo"] as const)
        await expect(page.getByRole(role)).toHaveCount(1);
      await expect(page.getByRole("navigation", { name: names.tools })).toBeVisible();
      await expect(page.getByRole("navigation", { name: names.contentsOfPage })).toBeVisible();
      await expect(page.getByRole("article", { name: names.report })).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(names.reportTitle);
      await expandButton(page, edition).click();
      await expect(page.getByRole("heading", { level: 3 })).toHaveCount(16);
      const levels = await page
        .getByRole("heading")
        .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName.slice(1))));
      expect(levels[0]).toBe(1);
      for (const [at, level] of levels.entries())
        expect(level, levels.join(" ")).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
    });

    test("names the four bodies apart, tells all eight fields of the document, and lets the publisher be rung up", async ({
      page,
    }) => {
      await page.goto(edition.report);
      const bodies = page.getByRole("main").locator("dl").first();
      await expect(bodies.getByRole("term")).toHaveCount(4);
      const expected =
        edition.language === "zh-CN"
          ? ["武冈市", "中共邵阳市委全面依法治市委员会办公室", "省委依法治省办", "邵阳市司法局"]
          : [
              "Wugang City",
              "Office of the Commission for Law-based Governance of the CPC Shaoyang",
              "Office of the Commission for Law-based Governance of the CPC Hunan Provincial Committee",
              "Shaoyang Municipal Bureau of Justice",
            ];
      await expect(bodies.getByRole("definition")).toContainText(expected);
      await page.getByText(names.metadata, { exact: true }).click();
      const fields = page.getByRole("group").filter({ hasText: names.metadata });
      await expect(fields.getByRole("term")).toHaveCount(8);
      await expect(fields.getByRole("definition")).toHaveCount(8);
      for (const definition of await fields.getByRole("definition").all())
        await expect(definition).toBeVisible();
      await expect(page.getByRole("link", { name: "0739-5323212" })).toHaveAttribute(
        "href",
        "tel:+86-739-5323212",
      );
    });

    test("shows each pillar’s heading and gist while its full text is closed, opens and closes every part with one button, and keeps them over a reload", async ({
      page,
    }) => {
      await open(page, edition.report);
      const measures = page.getByRole("heading", { level: 3 });
      const button = expandButton(page, edition);
      for (const [at, count] of measureCounts.entries()) {
        await expect(button).toHaveText(names.expandAll);
        const part = pillar(page, edition, at + 1);
        const gist = part.getByRole("paragraph").first();
        await expect(part.getByRole("heading", { level: 2 })).toBeVisible();
        await expect(gist).toBeVisible();
        await expect(part.getByRole("heading", { level: 3 })).toHaveCount(0);
        await part.getByText(names.fullText, { exact: true }).click();
        await expect(part.getByRole("heading", { level: 3 })).toHaveCount(count);
        await expect(gist).toBeVisible();
      }
      await expect(button).toHaveText(names.collapseAll);
      await button.click();
      await expect(button).toHaveText(names.expandAll);
      await expect(measures).toHaveCount(0);
      await button.click();
      await expect(measures).toHaveCount(16);
      await button.click();
      await pillar(page, edition, 4).getByText(names.fullText, { exact: true }).click();
      await expect(measures).toHaveCount(3);
      await page.reload();
      await expect(pillar(page, edition, 4).getByRole("heading", { level: 3 })).toHaveCount(3);
      await expect(measures).toHaveCount(3);
    });
  });
}

test("the report has its tools where they will be, however little of the page has come", async ({
  page,
  reader,
}) => {
  const { href } = new URL(chinese.report, reader.url);
  const html = await (await fetch(href)).text();
  const bar = html.indexOf('<nav class="bar"');
  // The page comes up to the first of its tools, then of each tool the icon, then the label, then
  // all to its end.
  const ends = [...html.matchAll(/<button|(?<=<\/svg>)|<\/nav>/g)]
    .map(({ index }) => index)
    .filter((index) => index > bar)
    .slice(0, 9);
  let send = (_part: string) => {};
  reader.intercept((request, response) => {
    if (new URL(request.url ?? "", reader.url).href !== href) return false;
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    send = (part) => void response.write(part);
    send(html.slice(0, ends[0]));
    return true;
  });
  await page.goto(href, { waitUntil: "commit" });
  const tools = page.locator(".bar button");
  const stands: string[] = [];
  for (const [n, end] of ends.entries()) {
    await expect(tools.locator("svg")).toHaveCount(Math.ceil(n / 2));
    await expect(tools.filter({ hasText: /\S/ })).toHaveCount(Math.floor(n / 2));
    const first = [tools.first(), tools.first().locator("svg")];
    const shown = [page.locator(".bar"), ...(n > 0 ? first : [])];
    stands.push(JSON.stringify(await Promise.all(shown.map((each) => each.boundingBox()))));
    send(html.slice(end, ends[n + 1]));
  }
  const [empty = "", ...others] = stands;
  expect(new Set(others).size, others.join("\n")).toBe(1);
  expect(others[0]).toContain(empty.slice(0, -1));
  await expect(page.locator("#date")).toBeVisible();
});

test("a line shows how much of the page has been read", async ({ page }) => {
  await open(page, english.report);
  const line = page.locator(".progress");
  const length = async () => (await line.boundingBox())?.width ?? 0;
  await expect.poll(length).toBeLessThan(4);
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
  await expect.poll(length).toBeGreaterThan(120);
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await expect.poll(length).toBeGreaterThan(350);
});

test.describe("the contents panel", () => {
  test("closes on Escape, with focus back on its button, when that is pressed again, or the page beside it", async ({
    page,
  }) => {
    const { names } = chinese;
    await open(page, chinese.report);
    const button = page.getByRole("button", { name: names.contents, exact: true });
    await button.focus();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("dialog", { name: names.contents });
    await expect(panel).toBeVisible();
    // What leads to where the reader is comes last, and stands first.
    await expect(panel.locator(".hint a")).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(panel.getByRole("link").first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expect(button).toBeFocused();
    await openContents(page, chinese);
    await button.click();
    await expect(panel).toBeHidden();
    await openContents(page, chinese);
    await page.getByRole("heading", { level: 1 }).click();
    await expect(panel).toBeHidden();
  });

  test("leads to a measure of a closed part, again after that was closed, and goes away", async ({
    page,
  }) => {
    const { names } = english;
    await open(page, english.report);
    const part = pillar(page, english, 5);
    const measure = part.getByRole("heading", { level: 3, name: names.measures.reconsideration });
    for (const time of ["first", "again"]) {
      const panel = await openContents(page, english);
      await panel.getByRole("link", { name: names.measures.reconsideration }).click();
      await expect(panel, time).toBeHidden();
      await expect(page).toHaveURL(/#p5-m2$/);
      await expect(measure).toBeInViewport();
      await part.getByText(names.fullText, { exact: true }).click();
      await expect(measure).toHaveCount(0);
    }
  });

  test("leads the keyboard on from the place that was chosen", async ({ page }) => {
    await open(page, chinese.report);
    const panel = await openContents(page, chinese);
    await panel.getByRole("link", { name: chinese.names.pillars[3] ?? "" }).focus();
    await page.keyboard.press("Enter");
    await expect(panel).toBeHidden();
    await expect(pillar(page, chinese, 4).getByRole("heading", { level: 2 })).toBeInViewport();
    await page.keyboard.press("Tab");
    await expect(pillar(page, chinese, 4).locator(":focus")).toHaveCount(1);
  });

  test("marks the place being read", async ({ page }) => {
    const { names } = english;
    await open(page, english.report);
    const panel = page.getByRole("dialog", { name: names.contents });
    const current = panel.locator("[aria-current]");
    await openContents(page, english);
    await expect(current).toHaveCount(0);
    await page.keyboard.press("Escape");
    await scrollTo(pillar(page, english, 2), 100);
    await openContents(page, english);
    await expect(current).toHaveCount(1);
    await expect(current).toContainText(names.pillars[1] ?? "");
    await expect(current).toHaveAttribute("aria-current", "location");
    await page.keyboard.press("Escape");
    await pillar(page, english, 3).getByText(names.fullText, { exact: true }).click();
    await scrollTo(page.locator("#p3-m2"), 100);
    await openContents(page, english);
    await expect(current).toHaveText(names.measures.decisions);
    await expect(current).toBeInViewport();
  });
});

test.describe("a link", () => {
  test("into a closed part arrives with the text visible, and opens that part alone", async ({
    page,
  }) => {
    for (const [edition, id] of [
      [chinese, "p3-m2-s1"],
      [english, "p5-m1"],
    ] as const) {
      await page.goto(`${edition.report}#${id}`);
      await expect(page.locator(`#${id}`)).toBeInViewport();
      const part = pillar(page, edition, Number(id[1]));
      await expect(part.getByRole("heading", { level: 3 })).toHaveCount(3);
      await expect(page.getByRole("heading", { level: 3 })).toHaveCount(3);
      // The other part would be opened too, for being open before.
      await page.evaluate(() => sessionStorage.clear());
    }
  });

  test("to any other part arrives there", async ({ page }) => {
    for (const id of ["intro", "p1", "shortcomings", "outlook", "signature"]) {
      await page.goto("about:blank");
      await page.goto(`${chinese.report}#${id}`);
      await expect(page.locator(`#${id}`)).toBeInViewport();
    }
  });

  test("with nonsense in it shows the top of the report, and runs nothing", async ({ page }) => {
    const nonsense = {
      "an empty fragment": "#",
      "a fragment that cannot be decoded": "#%E0%A4%A",
      "markup in its fragment": "#<img src=x onerror=alert(1)>",
      "a fragment of five thousand characters": `#${"长".repeat(5000)}`,
      "a selector in its fragment": "#p1\"],*:not([id='",
      "markup in its query": "?a=<script>alert(1)</script>",
      "a query of five thousand characters": `?q=${"a".repeat(5000)}`,
    };
    for (const [what, address] of Object.entries(nonsense)) {
      await page.goto("about:blank");
      await open(page, english.report + address);
      await expect(page.getByRole("heading", { level: 1 }), what).toBeInViewport();
      expect(await page.evaluate(() => scrollY), what).toBe(0);
      await expect(page.getByRole("heading", { level: 3 }), what).toHaveCount(0);
      await expect(page.locator("img, article script"), what).toHaveCount(0);
    }
    const part = pillar(page, english, 1);
    await part.getByText(english.names.fullText, { exact: true }).click();
    await expect(page.getByRole("heading", { level: 3 })).toHaveCount(4);
  });

  test("typed with nonsense into an open page leaves the reader where they are", async ({
    page,
  }) => {
    await open(page, `${chinese.report}#p4`);
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(500);
    for (const hash of ["#%E0%A4%A", "#<img src=x onerror=alert(1)>", `#${"x".repeat(5000)}`])
      await page.evaluate((wanted) => location.assign(wanted), hash);
    expect(await page.evaluate(() => scrollY)).toBe(before);
  });
});

test.describe("the language link", () => {
  /** Follows the link as a screen reader does: wherever the page stands. */
  const follow = async (page: Page, from: Edition, to: Edition) => {
    const link = page.getByRole("link", { name: from.names.otherLanguage, exact: true });
    await link.dispatchEvent("click");
    await expect(page.locator("html")).toHaveAttribute("lang", to.language);
    await expect(page.locator(".progress")).toHaveAttribute("style", /--progress/);
  };

  test("leads to the same measure at the same height, and back", async ({ page }) => {
    await open(page, chinese.report);
    for (const number of [1, 3])
      await pillar(page, chinese, number)
        .getByText(chinese.names.fullText, { exact: true })
        .click();
    const place = page.locator("#p3-m2-s1");
    await scrollTo(place, 90);
    const before = await topOf(place);
    expect(Math.abs(before - 90)).toBeLessThan(2);

    await follow(page, chinese, english);
    await expect(page.getByRole("heading", { level: 3 })).toHaveCount(4 + 3);
    await expect(pillar(page, english, 3).getByRole("heading", { level: 3 })).toHaveCount(3);
    expect(Math.abs((await topOf(place)) - before)).toBeLessThan(40);

    await follow(page, english, chinese);
    await expect(page.getByRole("heading", { level: 3 })).toHaveCount(4 + 3);
    expect(Math.abs((await topOf(place)) - before)).toBeLessThan(40);
  });

  for (const edition of editions) {
    const other = edition === chinese ? english : chinese;

    test(`leads from the top of the page to its top, and to the same gist (from ${edition.language})`, async ({
      page,
    }) => {
      await open(page, other.report);
      await page.getByRole("link", { name: other.names.otherLanguage, exact: true }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", edition.language);
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await settle(page);
      await scrollTo(pillar(page, edition, 4), 60);
      await follow(page, edition, other);
      expect(Math.abs((await topOf(pillar(page, other, 4))) - 60)).toBeLessThan(40);
      const status = page.getByRole("status").filter({ hasText: other.names.placeKept });
      await expect(status).toContainText(other.names.pillars[3] ?? "");
      await expectTabGoesOnFrom(page.locator("#p4"));
    });
  }
});
