import * as v from "valibot";
import { isDate } from "./calendar.ts";

/**
 * Whether a URL leads to a page: not a site's front page, nor an index of what was published on a
 * day.
 */
function isPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, pathname, search, hash } = new URL(address);
  if (!/^https?:$/.test(protocol)) return false;
  if (search || hash) return true;
  return !/^\/(?:(?:index|default)\.\w+)?$|\/\d{4}(?:\/\d\d){1,2}\/?$/i.test(pathname);
}

/**
 * Words that say nothing about a page's content: host names, numbers, ids, dates, and words for
 * "page".
 */
const empty = [
  /[\w-]+(?:\.[\w-]+)+/gu,
  /\d+年(?:\d+月(?:\d+日)?)?/gu,
  /[\w-]*\d[\w-]*/gu,
  /上的|的|文章|网页|网站|链接/gu,
  /\b(?:an?|the|on|at|of|web|page|site|website|article|link)\b/giu,
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/giu,
];

/** Whether a text describes what a page is about, so that a reader knows before opening it. */
function describesPage(text: string): boolean {
  const rest = empty.reduce((left, each) => left.replace(each, " "), text);
  return (rest.match(/\p{L}/gu) ?? []).length >= 2;
}

/** The source of an explanation. A published one must be a page that can be opened, with a date. */
export const source = v.variant("basis", [
  v.strictObject({
    basis: v.literal("published"),
    text: v.pipe(
      v.string(),
      v.check(
        describesPage,
        "words that say what the page is, more than a site, a number or a date",
      ),
    ),
    address: v.pipe(
      v.string(),
      v.check(
        isPage,
        "the http(s) address of the very page, not of its site or of a day (where none is known, the basis is not `published`)",
      ),
    ),
    date: v.pipe(v.string(), v.check(isDate, "a date, as in 2024, 2024-01 or 2024-01-31")),
  }),
  v.strictObject({ basis: v.picklist(["report", "general", "none"]) }),
]);
