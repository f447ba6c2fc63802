/** The bibliographic data of a work. */
export interface Work {
  readonly author: string;
  readonly title: string;
  readonly publisher: string;
  /** The day of publication, ISO 8601. */
  readonly published: string;
  readonly address: string;
}

/** Citation styles: GB/T 7714—2015 for an online report, or plain English. */
export const citationStyles = ["gbt7714", "english"] as const;
export type CitationStyle = (typeof citationStyles)[number];

/**
 * Reads a work from a page's structured data (https://schema.org/Report); undefined if it is
 * incomplete.
 */
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
    // Not JSON: there is no data to cite.
    return undefined;
  }
}

function sayDate(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(date);
}

/** Formats a citation of a work as accessed on a day (ISO 8601). */
export function printCitation(work: Work, style: CitationStyle, day: string): string {
  const { author, title, publisher, published, address } = work;
  if (style === "gbt7714") return `${author}. ${title}[R/OL]. (${published})[${day}]. ${address}`;
  const punctuatedTitle = /[.!?]$/.test(title) ? title : `${title}.`;
  return `${author}. “${punctuatedTitle}” ${publisher}, ${sayDate(published)}. Accessed ${sayDate(day)}. ${address}`;
}

/**
 * Formats a quotation with its source; `remark` is a note on the quotation, such as that it is a
 * translation.
 */
export function printQuotation(words: string, citation: string, remark = ""): string {
  return `“${words.trim()}”${remark && ` ${remark}`}\n${citation}`;
}
