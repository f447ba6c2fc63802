import * as v from "valibot";
import { isDate } from "./calendar.ts";

/** Whether an address leads to a page: more than a site, its front page or the list of what it published on a day. */
function isPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, pathname, search, hash } = new URL(address);
  if (!/^https?:$/.test(protocol)) return false;
  if (search || hash) return true;
  return !/^\/(?:(?:index|default)\.\w+)?$|\/\d{4}(?:\/\d\d){1,2}\/?$/i.test(pathname);
}

/** What tells nobody what a page is: a host's name, a number or an id, a date, and that it is a page. */
const empty = [
  /[\w-]+(?:\.[\w-]+)+/gu,
  /\d+年(?:\d+月(?:\d+日)?)?/gu,
  /[\w-]*\d[\w-]*/gu,
  /上的|的|文章|网页|网站|链接/gu,
  /\b(?:an?|the|on|at|of|web|page|site|website|article|link)\b/giu,
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/giu,
];

/** Whether words say what a page is, so that a reader knows what is cited before opening it. */
function saysWhat(text: string): boolean {
  const rest = empty.reduce((left, each) => left.replace(each, " "), text);
  return (rest.match(/\p{L}/gu) ?? []).length >= 2;
}

/** What an explanation rests on. A published source is one that a reader can open and date. */
export const source = v.variant("basis", [
  v.strictObject({
    basis: v.literal("published"),
    text: v.pipe(
      v.string(),
      v.check(saysWhat, "words that say what the page is, more than a site, a number or a date"),
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
