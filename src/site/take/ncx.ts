import { escapeXml } from "./xhtml.ts";

/** A document of a book, as its table of contents lists it, with parts by element id. */
interface Listed {
  readonly name: string;
  readonly title: string;
  readonly parts: readonly { readonly id: string; readonly title: string }[];
}

/**
 * Prints the table of contents of EPUB 2, the NCX (https://www.w3.org/TR/epub-33/#sec-opf2-ncx),
 * for reading apps that know no other. `identifier` is that of the package.
 */
export function printNcx(
  bookTitle: string,
  documents: readonly Listed[],
  identifier: string,
): string {
  let order = 0;
  const begin = (title: string, address: string) => {
    order++;
    return `<navPoint id="n${order}" playOrder="${order}"><navLabel><text>${escapeXml(title)}</text></navLabel><content src="${address}"/>`;
  };
  const points = documents.flatMap(({ name, title, parts }) => [
    begin(title, `${name}.xhtml`),
    ...parts.map((part) => `${begin(part.title, `${name}.xhtml#${part.id}`)}</navPoint>`),
    "</navPoint>",
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="zh-CN">
<head><meta name="dtb:uid" content="${identifier}"/><meta name="dtb:depth" content="2"/><meta name="dtb:totalPageCount" content="0"/><meta name="dtb:maxPageNumber" content="0"/></head>
<docTitle><text>${escapeXml(bookTitle)}</text></docTitle>
<navMap>
${points.join("\n")}
</navMap>
</ncx>
`;
}
