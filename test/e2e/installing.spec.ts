import { expect, test } from "../support/reader.ts";
import { visit } from "../support/visit.ts";

test("the app can be installed, under both names, with every icon of its true size", async ({
  page,
  reader,
}) => {
  await visit(page);
  const session = await page.context().newCDPSession(page);
  const { data, errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A test's window is a private one, in which nothing can be installed; all else must be right.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(["in-incognito"]);
  const manifest = JSON.parse(data ?? "{}");
  expect(manifest).toMatchObject({
    id: "/",
    scope: "/",
    start_url: "/",
    lang: "zh-CN",
    name: "展卷 Zhanjuan",
    short_name: "展卷",
    display: "standalone",
    theme_color: "#fbf8f1",
    background_color: "#fbf8f1",
  });
  expect(manifest.shortcuts.map(({ url }: { url: string }) => url)).toEqual(["/#contents", "/en/"]);
  const purposes = manifest.icons.map(({ purpose }: { purpose: string }) => purpose);
  expect(new Set(purposes)).toEqual(new Set(["any", "maskable", "monochrome"]));
  const images = [
    ...manifest.icons,
    ...manifest.screenshots,
    { src: "apple-touch-icon.png", sizes: "180x180" },
  ];
  for (const { src, sizes } of images) {
    const size = await page.evaluate(async (address) => {
      const image = await createImageBitmap(await (await fetch(address)).blob());
      return `${image.width}x${image.height}`;
    }, new URL(src, reader.url).href);
    expect(size, src).toBe(sizes);
  }
});
