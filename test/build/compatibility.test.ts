import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import doiuse from "doiuse";
import postcss from "postcss";
import { beforeAll, expect, test } from "vitest";
import { builds, makeCurrentBuild } from "../support/builds.ts";
import { newerThanTargets } from "../support/compatibility.ts";

/**
 * CSS features in use that the oldest browsers lack, by their caniuse.com ids, with what is lost
 * there. Nothing that a reader needs may be listed.
 */
const styleLosses: Readonly<Record<string, string>> = {
  "css-appearance": "has the prefix that the older browsers know",
  "css-boxdecorationbreak":
    "has a prefix; without it the mark of a sentence has no ends at line breaks",
  "css-clip-path": "hides what is for screen readers only, which is one pixel in size anyhow",
  "css-color-adjust": "has a prefix; without it a mark prints as its line alone",
  "css-containment": "what opens over the text makes older browsers lay out and paint the text too",
  "css-content-visibility":
    "for print; where it is missing, print.ts opens what is closed (CSS.supports)",
  "css-focus-visible": "Safari before 15.4 draws its own ring around what has the focus",
  "css-has":
    "beside an open panel the page is not moved aside, and in the lowest windows it covers the bar; both languages are one below the other",
  "css-hyphens": "English words are not broken: lines are less even",
  "css-logical-props":
    "of these the oldest browsers know all that are used, or it is written out by Lightning CSS",
  "css-masks": "the same clip-path",
  "css-matches-pseudo": "Lightning CSS adds :-webkit-any() for Chrome 87",
  "css-not-sel-list": "no :not() with a list is used: a bracket of [style*=] is taken for one",
  "css-overflow": "only the values auto and hidden are used",
  "css-overscroll-behavior": "at the end of a panel the page behind scrolls on",
  "css-paged-media": "for print: Safari and older browsers print without page numbers",
  "css-sticky": "all the targets know it outside of tables",
  "css-touch-action":
    "known to Safari since iOS 13 for manipulation; a double tap may zoom elsewhere",
  "css-widows-orphans": "for print: Firefox leaves single lines",
  "intrinsic-width": "max-content, which all the targets know; only its other forms are newer",
  multicolumn: "break-after of headings in print: a heading may stand last on a page",
  "text-decoration": "the thickness of underlines is the browser's own",
  "text-size-adjust": "for phones, which know it, some by a prefix",
  "viewport-unit-variants": "the same in vh stands before it",
};

/** The same for scripts, by member name: how each is detected, or why it is safe. */
const scriptLosses: Readonly<Record<string, string>> = {
  BroadcastChannel: "tabs.ts asks for it first: what is stored tells the other tabs",
  Highlight: "found-mark.ts asks for CSS.highlights first: the whole sentence is marked",
  MediaMetadata: "media-session.ts asks for it first: no title on the lock screen",
  Segmenter: "text-fragment.ts asks for it first: words end at marks and spaces",
  at: "a signal of the search, not the array's method",
  caches: "kept-files.ts catches its absence; the service worker has it always",
  canShare: "share.ts asks for it first: the clipboard does",
  createPolicy: "Trusted Types are asked for first: without them plain strings do",
  databases: "open-database.ts catches its absence: marks show when bookmarks are first used",
  detect: "i18next's own plugins, of which none is used",
  dispose: "the player's own",
  escape: "an option of i18next, not the global function",
  hidePopover: "popover.ts asks for showPopover first: panels are opened by an attribute",
  highlights: "found-mark.ts asks for it first",
  locale: "an option of i18next",
  locks: "draft.ts asks for it first: a draft of any other tab counts as left behind",
  preloadResponse: "Workbox waits for it; undefined is as good",
  query: "of the locks, which draft.ts asks for first",
  revoke: "an option of Solid, called only where it is there",
  setActionHandler: "media-session.ts asks for the session first",
  setPositionState: "media-session.ts asks for it first",
  showPopover: "popover.ts asks for it first",
  trustedTypes: "asked for first",
  visualViewport: "keep-above-keyboard.ts asks for it first: the window is what is shown",
};

const dist = builds.current;
beforeAll(makeCurrentBuild, 600_000);

const assets = (end: string) =>
  readdirSync(join(dist, "assets"))
    .filter((name) => name.endsWith(end))
    .map((name) => readFileSync(join(dist, "assets", name), "utf8"));

test("styles lose on the oldest browsers what is known to be lost, and nothing else", () => {
  const found = new Set<string>();
  const linter = doiuse({
    onFeatureUsage: ({ feature }: { readonly feature: string }) => found.add(feature),
  });
  for (const sheet of assets(".css")) postcss(linter).process(sheet, { from: undefined }).sync();
  expect([...found].sort()).toEqual(Object.keys(styleLosses).sort());
});

test("scripts use nothing that the oldest browsers lack, but what is known to be detected", () => {
  const found = newerThanTargets([...assets(".js"), readFileSync(join(dist, "sw.js"), "utf8")]);
  expect(found).toEqual(Object.keys(scriptLosses).sort());
});

test("the linter of scripts finds what it is there to find", () => {
  const script =
    "[1].at(-1); a.findLast(f); structuredClone(x); b.showPopover(); /(?<=a)b/; c.map(f);";
  expect(newerThanTargets([script])).toEqual([
    "at",
    "findLast",
    "lookbehind",
    "showPopover",
    "structuredClone",
  ]);
});
