import { launchers } from "../support/browser.ts";

/** A stretch of a sound, in seconds. */
export type Span = readonly [from: number, to: number];

/** Runs in a page: decodes a sound and returns stretches of it, each as a data URL of samples. */
async function cut({ rate, spans }: { readonly rate: number; readonly spans: readonly Span[] }) {
  const data = await (await fetch("/sound.mp3")).arrayBuffer();
  // Brings it to the rate of the context as well.
  const sound = await new OfflineAudioContext(1, 1, rate).decodeAudioData(data);
  const samples = sound.getChannelData(0);
  const toUrl = (part: Float32Array) =>
    new Promise<string>((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(new Blob([part.slice()]));
    });
  return Promise.all(
    spans.map(([from, to]) =>
      toUrl(samples.subarray(Math.round(from * rate), Math.round(to * rate))),
    ),
  );
}

/**
 * Decodes stretches of an MP3 by the browser that plays it, as it is heard there.
 *
 * @returns mono samples of each stretch at a rate
 */
export async function decodeSpans(
  file: string,
  spans: readonly Span[],
  rate: number,
): Promise<Float32Array[]> {
  const browser = await launchers.chromium();
  try {
    const page = await browser.newPage();
    await page.route("**/*", (route) =>
      route.request().url().endsWith("/sound.mp3")
        ? route.fulfill({ path: file, contentType: "audio/mpeg" })
        : route.fulfill({ body: "<!doctype html><title>Sound</title>", contentType: "text/html" }),
    );
    await page.goto("http://localhost/");
    const urls = await page.evaluate(cut, { rate, spans });
    return urls.map((url) => {
      const bytes = Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
      return new Float32Array(new Uint8Array(bytes).buffer);
    });
  } finally {
    await browser.close();
  }
}
