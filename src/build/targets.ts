/**
 * The oldest browsers in which the reader's scripts and styles run; below them the text still reads, as
 * plain HTML. Phones in the field: Chrome 87 (and WeChat's engine of that age), Safari 14.5.
 */
const oldest = { chrome: "87", edge: "88", firefox: "78", ios: "14.5", safari: "14.1" } as const;

/** The targets in Vite's form: `chrome87`. */
export const scriptTargets = Object.entries(oldest).map(([name, version]) => `${name}${version}`);

/** The targets in Lightning CSS's form: major and minor version in the third and second byte. */
export const styleTargets = Object.fromEntries(
  Object.entries(oldest).map(([name, version]) => {
    const [major = 0, minor = 0] = version.split(".").map(Number);
    return [name === "ios" ? "ios_saf" : name, (major << 16) | (minor << 8)];
  }),
);
