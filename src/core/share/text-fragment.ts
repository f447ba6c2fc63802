/**
 * Up to this length a text is given in full, otherwise by its start and end. An estimate of the URL
 * length that messaging apps tolerate.
 */
const longestWhole = 60;
/** The minimum length of a start or end. */
const leastPart = 12;
/** How many words before or after a text may be needed to tell it from others. */
const mostContext = 24;

/** What a text directive names; all are parts of the page's text. */
interface Directive {
  readonly prefix: string;
  readonly start: string;
  /** Empty where the start is the whole. */
  readonly end: string;
  readonly suffix: string;
}

/** Percent-encodes text for a directive, in which commas, ampersands and hyphens have a meaning. */
function encode(text: string): string {
  // A selection can contain a lone surrogate, which has no encoding.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "")).replace(/-/g, "%2D");
}

function print({ prefix, start, end, suffix }: Directive): string {
  const parts = [prefix && `${encode(prefix)}-`, encode(start), end && encode(end)];
  return `text=${[...parts, suffix && `-${encode(suffix)}`].filter(Boolean).join(",")}`;
}

/**
 * What browsers take for the same character: they look for text without regard to case, marks and
 * width. Offsets stay as they are.
 */
function fold(text: string): string {
  return text.replace(/[^\n]/g, (unit) => {
    const base = unit.normalize("NFKD").charAt(0).toLowerCase();
    return base.length === 1 ? base : unit;
  });
}

/** The offsets at which a word of a text begins or ends, as far as the browser knows words. */
function wordBounds(text: string, language: string): number[] {
  const bounds = new Set([0, text.length]);
  const add = (from: number, to: number) => void bounds.add(from).add(to);
  let begin = 0;
  for (const block of text.split("\n")) {
    add(begin, begin + block.length);
    if (typeof Intl.Segmenter === "function")
      for (const { index } of new Intl.Segmenter(language, { granularity: "word" }).segment(block))
        bounds.add(begin + index);
    else
      for (const { index } of block.matchAll(/[\p{P}\s]/gu)) add(begin + index, begin + index + 1);
    begin += block.length + 1;
  }
  return [...bounds].sort((one, other) => one - other);
}

/**
 * Where a directive leads in a folded text, as a browser that did not care for words would find it:
 * all ranges, in the order of the text.
 */
function* findAll(text: string, directive: Directive): Generator<readonly [number, number]> {
  const { prefix, start, end, suffix } = directive;
  for (let from = text.indexOf(start); from >= 0; from = text.indexOf(start, from + 1)) {
    if (!text.slice(0, from).trimEnd().endsWith(prefix)) continue;
    for (
      let at = end ? text.indexOf(end, from + start.length) : from;
      at >= 0;
      at = end ? text.indexOf(end, at + 1) : -1
    ) {
      const to = at + (end || start).length;
      if (!text.slice(to).trimStart().startsWith(suffix)) continue;
      yield [from, to];
      break;
    }
  }
}

/** Ways to name a stretch of a text, from the shortest on; none crosses from block to block. */
function* waysToName(text: string, from: number, to: number, bounds: readonly number[]) {
  // Marks alone tell little, and browsers differ in them.
  const begins = bounds.filter((each) => /^[\p{L}\p{N}]/u.test(text.slice(each, each + 2)));
  const ends = bounds.filter((each) => /[\p{L}\p{N}\p{M}]$/u.test(text.slice(0, each).slice(-2)));
  const whole = text.slice(from, to);
  /** As many words before an offset, in the block that ends there. */
  const before = (offset: number, count: number) => {
    const end = text.slice(0, offset).trimEnd().length;
    const block = text.lastIndexOf("\n", end - 1) + 1;
    const inBlock = begins.filter((each) => each >= block && each < end);
    const [begin = end] = inBlock.slice(-count);
    return text.slice(begin, end);
  };
  /** As many words after an offset, in the block that begins there. */
  const after = (offset: number, count: number) => {
    const begin = text.length - text.slice(offset).trimStart().length;
    const block = `${text}\n`.indexOf("\n", begin);
    const inBlock = ends.filter((each) => each > begin && each <= block);
    return text.slice(begin, inBlock.slice(0, count).pop() ?? begin);
  };
  const isWhole = whole.length <= longestWhole && !whole.includes("\n");
  const longEnough = (part: (count: number) => string) => {
    let count = 1;
    while (part(count).length < leastPart && part(count) !== part(count + 1)) count++;
    return part(count);
  };
  const start = isWhole ? whole : longEnough((count) => after(from, count));
  const end = isWhole ? "" : longEnough((count) => before(to, count));
  if (!start) return;
  yield { prefix: "", start, end, suffix: "" };
  for (let count = 1; count <= mostContext; count++) {
    const [prefix, suffix] = [before(from, count), after(to, count)];
    const [withPrefix, withSuffix] = [
      { prefix, start, end, suffix: "" },
      { prefix: "", start, end, suffix },
    ];
    // What stands in the same block is surer to be beside it.
    const isFirst = from === 0 || text[from - 1] === "\n";
    yield* isFirst ? [withSuffix, withPrefix] : [withPrefix, withSuffix];
    yield { prefix, start, end, suffix };
  }
}

/**
 * Makes a text directive (https://wicg.github.io/scroll-to-text-fragment/) that leads to a stretch
 * of a page's text and nowhere else in it. Text that is long or spans blocks is given by its start
 * and end; words that the page has more than once, with what stands before or after them. Browsers
 * match whole words, so a stretch that begins or ends within one is taken for longer.
 *
 * @param text the page's text as a browser shows it, its blocks apart by line breaks
 * @returns undefined where nothing tells the stretch from others, or it is empty
 */
export function printTextDirective(
  text: string,
  from: number,
  to: number,
  language: string,
): string | undefined {
  const selected = text.slice(from, to);
  if (!selected.trim()) return undefined;
  const bounds = wordBounds(text, language);
  const first = from + selected.length - selected.trimStart().length;
  const last = from + selected.trimEnd().length;
  const begin = bounds.filter((each) => each <= first).pop() ?? first;
  const end = bounds.find((each) => each >= last) ?? last;
  const folded = fold(text);
  for (const way of waysToName(text, begin, end, bounds)) {
    const found = findAll(folded, {
      prefix: fold(way.prefix),
      start: fold(way.start),
      end: fold(way.end),
      suffix: fold(way.suffix),
    });
    const [[start, stop] = [], another] = found;
    if (start === begin && stop === end && !another) return print(way);
  }
  return undefined;
}

/**
 * The URL of an element's id, which every browser understands, with a text directive for those that
 * support it.
 */
export function printPlaceAddress(page: string, id: string, directive?: string): string {
  const [address] = page.split("#");
  return `${address}#${encodeURIComponent(id)}${directive ? `:~:${directive}` : ""}`;
}
