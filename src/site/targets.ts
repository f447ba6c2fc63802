import browserslist from "browserslist";

/**
 * The oldest browsers in which the reader's scripts and styles run, from `browserslist` in package.json; below them
 * the text still reads, as plain HTML. WeChat's and QQ's in-app browsers are Chromiums of the stated age or younger.
 */
const oldest: Readonly<Record<string, string>> = Object.fromEntries(
  browserslist()
    .map((browser) => browser.split(" ") as [name: string, version: string])
    // A range of versions, "14.5-14.8", begins with its oldest.
    .map(([name, version]): [string, string] => [name, version.split("-")[0] as string])
    .sort(([, a], [, b]) => Number.parseFloat(b) - Number.parseFloat(a)),
);

/** The targets in Vite's form: `chrome87`. */
export const scriptTargets = Object.entries(oldest).map(
  ([name, version]) => `${name === "ios_saf" ? "ios" : name}${version}`,
);

/** The targets in Lightning CSS's form: major and minor version in the third and second byte. */
export const styleTargets = Object.fromEntries(
  Object.entries(oldest).map(([name, version]) => {
    const [major = 0, minor = 0] = version.split(".").map(Number);
    return [name, (major << 16) | (minor << 8)];
  }),
);
