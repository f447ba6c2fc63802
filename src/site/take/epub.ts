import { createHash } from "node:crypto";
import { type Zippable, zipSync } from "fflate";
import { formatClockTime } from "../../core/clock-time.ts";
import type { Language } from "../../core/document/report.ts";
import type { Narrator } from "../../core/speech/narrator.ts";
import type { Cue } from "../../core/speech/recording.ts";
import { printNcx } from "./ncx.ts";
import { escapeXml } from "./xhtml.ts";

/** A content document of a book. */
export interface BookDocument {
  readonly name: string;
  readonly language: Language;
  readonly xhtml: string;
  /** Its entry in the table of contents, and sub-entries by element id. */
  readonly title: string;
  readonly parts: readonly { readonly id: string; readonly title: string }[];
  readonly narration?: Narration | undefined;
}

/** A recording of a document, with the time of each element. */
export interface Narration {
  readonly audio: Uint8Array;
  readonly cues: readonly Cue[];
  /** Undefined if nothing is known of who speaks. */
  readonly narrator: Narrator | undefined;
}

/** The metadata of a book. */
export interface BookFacts {
  readonly titles: Readonly<Record<Language, string>>;
  readonly creators: Readonly<Record<Language, string>>;
  readonly publishers: Readonly<Record<Language, string>>;
  readonly descriptions: Readonly<Record<Language, string>>;
  /** The accessibility summary. */
  readonly accessibility: Readonly<Record<Language, string>>;
  /** The narrators' names, in the languages of their recordings. */
  readonly narrators: readonly { readonly language: Language; readonly name: string }[];
  readonly contents: Readonly<Record<Language, string>>;
  readonly published: string;
  /** The URL of the publisher's page, or the report's number, if known. */
  readonly source: string | undefined;
  readonly styles: string;
}

/** Extends each cue to the start of the next, so that the pauses of the recording are played. */
function withPauses(cues: readonly Cue[]): Cue[] {
  return cues.map((cue, at) => ({ ...cue, end: cues[at + 1]?.start ?? cue.end }));
}

function durationOf({ cues }: Narration): number {
  return withPauses(cues).reduce((sum, { start, end }) => sum + end - start, 0);
}

/**
 * Prints a media overlay (https://www.w3.org/TR/epub-33/#sec-media-overlays), which maps elements
 * to clips.
 */
function printOverlay(name: string, narration: Narration): string {
  const pars = withPauses(narration.cues).map(
    ({ id, start, end }) =>
      `<par id="o-${id}"><text src="${name}.xhtml#${id}"/><audio src="${name}.mp3" clipBegin="${formatClockTime(start)}" clipEnd="${formatClockTime(end)}"/></par>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<smil xmlns="http://www.w3.org/ns/SMIL" version="3.0"><body>
${pars.join("\n")}
</body></smil>
`;
}

function printNavigation(facts: BookFacts, documents: readonly BookDocument[]): string {
  const items = documents.map(({ name, language, title, parts }) => {
    const inner = parts.map(
      (part) => `<li><a href="${name}.xhtml#${part.id}">${escapeXml(part.title)}</a></li>`,
    );
    return `<li lang="${language}" xml:lang="${language}"><a href="${name}.xhtml">${escapeXml(title)}</a>${
      inner.length > 0 ? `<ol>\n${inner.join("\n")}\n</ol>` : ""
    }</li>`;
  });
  const title = `${facts.contents["zh-CN"]} ${facts.contents.en}`;
  return `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="zh-CN" xml:lang="zh-CN">
<head><title>${title}</title><link rel="stylesheet" href="book.css"/></head>
<body><nav epub:type="toc" role="doc-toc" aria-labelledby="toc-h"><h1 id="toc-h">${facts.contents["zh-CN"]} <span lang="en" xml:lang="en">${facts.contents.en}</span></h1>
<ol>
${items.join("\n")}
</ol></nav>
<nav epub:type="landmarks" hidden="hidden"><ol>
<li><a epub:type="toc" href="nav.xhtml">${title}</a></li>
<li><a epub:type="bodymatter" href="${documents[0]?.name}.xhtml">${escapeXml(documents[0]?.title ?? "")}</a></li>
</ol></nav></body></html>
`;
}

/** Makes a UUID (version 8, RFC 9562) from a hash of the content: other content is another book. */
function toUuid(hash: string): string {
  const digits = `${hash.slice(0, 12)}8${hash.slice(13, 16)}a${hash.slice(17, 32)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The items of a book's manifest. */
function printManifest(documents: readonly BookDocument[]): string[] {
  return [
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
    '<item id="css" href="book.css" media-type="text/css"/>',
    ...documents.flatMap(({ name, narration }) => [
      `<item id="${name}" href="${name}.xhtml" media-type="application/xhtml+xml"${
        narration ? ` media-overlay="${name}-overlay"` : ""
      }/>`,
      ...(narration
        ? [
            `<item id="${name}-overlay" href="${name}.smil" media-type="application/smil+xml"/>`,
            `<item id="${name}-audio" href="${name}.mp3" media-type="audio/mpeg"/>`,
          ]
        : []),
    ]),
  ];
}

function printPackage(
  facts: BookFacts,
  documents: readonly BookDocument[],
  identifier: string,
): string {
  const languages = [...new Set(documents.map(({ language }) => language))];
  const narrated = documents.flatMap(({ name, narration }) =>
    narration ? [{ name, seconds: durationOf(narration) }] : [],
  );
  const inEach = (element: string, texts: Readonly<Record<Language, string>>) =>
    languages.map(
      (language) =>
        `<${element} xml:lang="${language}">${escapeXml(texts[language])}</${element.split(" ")[0]}>`,
    );
  const features = [
    ...["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"],
    ...(narrated.length > 0 ? ["synchronizedAudioText"] : []),
  ];
  const modes = ["textual", ...(narrated.length > 0 ? ["auditory"] : [])];
  const meta = (property: string, value: string) =>
    `<meta property="${property}">${escapeXml(value)}</meta>`;
  const metadata = [
    `<dc:identifier id="book">${identifier}</dc:identifier>`,
    ...inEach("dc:title", facts.titles),
    ...languages.map((language) => `<dc:language>${language}</dc:language>`),
    ...inEach("dc:creator", facts.creators),
    ...inEach("dc:publisher", facts.publishers),
    ...inEach("dc:description", facts.descriptions),
    `<dc:date>${facts.published}</dc:date>`,
    ...(facts.source ? [`<dc:source>${escapeXml(facts.source)}</dc:source>`] : []),
    // Derived from the content, so that the same content gives the same bytes on any day. The
    // identifier tells versions apart.
    meta("dcterms:modified", `${facts.published}T00:00:00Z`),
    ...modes.map((mode) => meta("schema:accessMode", mode)),
    meta("schema:accessModeSufficient", "textual"),
    ...features.map((feature) => meta("schema:accessibilityFeature", feature)),
    meta("schema:accessibilityHazard", "none"),
    ...inEach('meta property="schema:accessibilitySummary"', facts.accessibility),
    ...narrated.map(
      ({ name, seconds }) =>
        `<meta property="media:duration" refines="#${name}-overlay">${formatClockTime(seconds)}</meta>`,
    ),
    // EPUB has no property for a synthetic voice: the name and the summary say so. Not in
    // `dc:contributor` as well, which reading apps would list as a second narrator; nor in
    // `dc:rights`, since the licence is the model's and not the book's.
    ...facts.narrators.map(
      ({ language, name }) =>
        `<meta property="media:narrator" xml:lang="${language}">${escapeXml(name)}</meta>`,
    ),
    ...(narrated.length > 0
      ? [
          meta(
            "media:duration",
            formatClockTime(narrated.reduce((sum, { seconds }) => sum + seconds, 0)),
          ),
          meta("media:active-class", "-epub-media-overlay-active"),
        ]
      : []),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="zh-CN">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata.join("\n")}
</metadata>
<manifest>
${printManifest(documents).join("\n")}
</manifest>
<spine toc="ncx">
${["nav", ...documents.map(({ name }) => name)].map((name) => `<itemref idref="${name}"/>`).join("\n")}
</spine>
<guide>
<reference type="toc" title="${facts.contents["zh-CN"]} ${facts.contents.en}" href="nav.xhtml"/>
<reference type="text" title="${escapeXml(documents[0]?.title ?? "")}" href="${documents[0]?.name}.xhtml"/>
</guide>
</package>
`;
}

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/**
 * Packs an EPUB 3.3 (https://www.w3.org/TR/epub-33/), with the table of contents and the guide of
 * EPUB 2 for older reading apps. The same content gives the same bytes.
 */
export function packBook(facts: BookFacts, documents: readonly BookDocument[]): Uint8Array {
  const text = (source: string) => new TextEncoder().encode(source);
  const hash = createHash("sha256").update(JSON.stringify(facts));
  for (const { xhtml, narration } of documents) {
    hash.update(xhtml);
    if (narration) hash.update(narration.audio).update(JSON.stringify(narration.cues));
  }
  const identifier = `urn:uuid:${toUuid(hash.digest("hex"))}`;
  const files: Zippable = {
    // Must be the first file and uncompressed
    // (https://www.w3.org/TR/epub-33/#sec-zip-container-mime).
    mimetype: [text("application/epub+zip"), { level: 0 }],
    "META-INF/container.xml": text(container),
    "EPUB/package.opf": text(printPackage(facts, documents, identifier)),
    "EPUB/nav.xhtml": text(printNavigation(facts, documents)),
    "EPUB/toc.ncx": text(printNcx(facts.titles["zh-CN"], documents, identifier)),
    "EPUB/book.css": text(facts.styles),
  };
  for (const { name, xhtml, narration } of documents) {
    files[`EPUB/${name}.xhtml`] = text(xhtml);
    if (!narration) continue;
    files[`EPUB/${name}.smil`] = text(printOverlay(name, narration));
    files[`EPUB/${name}.mp3`] = [narration.audio, { level: 0 }];
  }
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}
