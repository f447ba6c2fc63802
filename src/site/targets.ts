import browserslist from "browserslist";

/**
 * The oldest supported browsers, from `browserslist` in package.json. In older ones pages are
 * readable as plain HTML. The in-app browsers of WeChat and QQ are Chromium of at least the stated
 * version.
 */
const oldest: Readonly<Record<string, string>> = Object.fromEntries(
  browserslist()
    .map((browser) => browser.split(" ") as [name: string, version: string])
    // A version range such as "14.5-14.8" begins with the oldest.
    .map(([name, version]): [string, string] => [name, version.split("-")[0] as string])
    .sort(([, a], [, b]) => Number.parseFloat(b) - Number.parseFloat(a)),
);

/** The targets in Vite's format: `chrome87`. */
export const scriptTargets = Object.entries(oldest).map(
  ([name, version]) => `${name === "ios_saf" ? "ios" : name}${version}`,
);

/** The targets in Lightning CSS's format: major and minor version in the third and second byte. */
export const styleTargets = Object.fromEntries(
  Object.entries(oldest).map(([name, version]) => {
    const [major = 0, minor = 0] = version.split(".").map(Number);
    return [name, (major << 16) | (minor << 8)];
  }),
);
