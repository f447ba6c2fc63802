/** What a citation tells of a work. */
export interface Work {
  readonly author: string;
  readonly title: string;
  readonly publisher: string;
  /** The day of publication, ISO 8601. */
  readonly published: string;
  readonly address: string;
}

/** GB/T 7714—2015, for a report on line; or plain English. */
export const citationStyles = ["gbt7714", "english"] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** The work that a page's structured data (https://schema.org/Report) tell of; undefined where they don't. */
export function readWork(structuredData: string, address: string): Work | undefined {
  try {
    const { name, author, publisher, datePublished } = Object(JSON.parse(structuredData));
    const work = {
      author: author?.name,
      title: name,
      publisher: publisher?.name,
      published: datePublished,
    };
    const isWhole = Object.values(work).every((each) => typeof each === "string" && each !== "");
    return isWhole ? { ...(work as Omit<Work, "address">), address } : undefined;
  } catch {
    // Not JSON: there is nothing to cite by.
    return undefined;
  }
}

function sayDate(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(date);
}

/** A citation of a work as it was on a day (ISO 8601). */
export function printCitation(work: Work, style: CitationStyle, day: string): string {
  const { author, title, publisher, published, address } = work;
  if (style === "gbt7714") return `${author}. ${title}[R/OL]. (${published})[${day}]. ${address}`;
  const said = /[.!?]$/.test(title) ? title : `${title}.`;
  return `${author}. “${said}” ${publisher}, ${sayDate(published)}. Accessed ${sayDate(day)}. ${address}`;
}

/**
 * Words of a work with where they come from; `remark` says of the words what must be known, such as that they are
 * translated.
 */
export function printQuotation(words: string, citation: string, remark = ""): string {
  return `“${words.trim()}”${remark && ` ${remark}`}\n${citation}`;
}
