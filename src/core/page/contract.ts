// The page contract: what pages print and what behaviours, build and tests read from a printed
// page. An id, class or attribute that code relies on is named here once. Names end in what they
// are: `Id`, `Class`, `Attribute`, `Selector`. A test looks for each selector on the printed pages.

/** The `main` element, to which the skip link leads. */
export const mainId = "main";
/** The heading with the report's title. */
export const titleHeadingId = "title";
/** The section with the summary. */
export const summaryId = "summary";
/** The section that offers files to download. */
export const takeId = "take";
/** The section that proves the text against the publisher's. */
export const proofId = "proof";
/** Where notices are drawn, after the page's content; panels are put before it. */
export const noticesId = "notices";
/** The polite live region. */
export const announcementsId = "announcements";
/** The script element with the lexicon as JSON; its attributes tell of the recording. */
export const lexiconId = "lexicon";
/**
 * What a heading's id adds to its section's, for a heading of ours and for one that is a sentence
 * of the report.
 */
export const headingSuffixes = { ours: "-h", report: "-t" } as const;
/** What a disclosure's id adds to its pillar's. */
export const disclosureSuffix = "-full";

/**
 * Ids of the panels. The contents are printed, the others are made when their button is attached.
 */
export const contentsPanelId = "contents-panel";
export const textPanelId = "text-panel";
export const listenPanelId = "listen-panel";
export const searchPanelId = "search-panel";
export const notesPanelId = "notes-panel";

/** A sentence of the report, with its id. */
export const sentenceClass = "s";
/** A sentence in the other language, beside that of the page. */
export const besideClass = "other";
/** A pillar of the report. */
export const pillarClass = "pillar";
/** The disclosure with a pillar's text. */
export const disclosureClass = "full";
/** The paragraph with a pillar's gist. */
export const gistClass = "gist";
/** The section with the summary. */
export const summaryClass = "summary";
/** A part beside the report that reader views are to keep: they go by such names of classes. */
export const contentClass = "content";
/** A remark about the text around it. */
export const asideClass = "aside";
/** An entry of the glossary, and within it the list of where the report has the term. */
export const entryClass = "term";
export const occurrencesClass = "places";
/** The `main` of the glossary, and the form that filters its entries. */
export const glossaryClass = "glossary";
export const glossaryFilterClass = "glossary-filter";
/** The report's title in its own language, on the page of a translation. */
export const originalTitleClass = "original-title";
/** The head of the page: the product's name, the language link and the bookmarks. */
export const headClass = "masthead";
/** The product's name, which leads to the top of the home page. */
export const brandClass = "brand";
/** The link to the same page in the other language. */
export const languageLinkClass = "language";
/** The bar of tools, and the line on its edge that shows the progress. */
export const barClass = "bar";
export const progressClass = "progress";
/** The switch that shows both languages. */
export const parallelClass = "parallel";
/** A control that is hidden where no script runs. */
export const needsScriptClass = "needs-script";

/** Sentences of the report. */
export const sentenceSelector = ".s";
/** Sentences of the report within its text. */
export const textSentenceSelector = "article .s";
/** Sentences of the report wherever they stand on its page, its title included. */
export const pageSentenceSelector = "main .s";
/** What is read aloud: the report's sentences, and those words of ours that are marked for it. */
export const spokenSelector = "main .s, main [data-say]";
/** The sections of a page, between which a listener skips. */
export const sectionSelector = "main > section, article > *";
/**
 * What has an id on the pages of both languages: sections, measures and sentences, not their
 * headings.
 */
export const sharedIdSelector =
  "main [id]:not([id$='-t']):not([id$='-h']):not([id$='-full']):not(#title)";
/** Blocks and sentences of text, by which the line that is being read is found. */
export const readingSelector = "main :is(h1, h2, h3, p, dt, summary, .s)";
/** What the search reads. */
export const searchedSelector =
  "main :is(.s, [data-say], dt, dd, .original-title), .term > :not(.places), footer :is(dt, dd)";
/** The parts under whose titles the search lists its hits. */
export const searchedPartSelector = ".term, main > section, article > *, footer, main";
/** What a copy of the page consists of, block by block, and what no copy has. */
export const copiedSelector =
  "main :is(h1, h2, h3, p, dt, dd, summary), :is(main, section) > .other, footer :is(h2, p, dt, dd)";
export const notCopiedSelector =
  "[hidden], nav, #proof, .explanation, .aside, .original-link, .full > summary, footer > p, [role=status]";
/** The report's text. */
export const articleSelector = "article";
/** The glossary's page. */
export const glossarySelector = ".glossary";
/** The form that filters the glossary. */
export const glossaryFilterSelector = ".glossary-filter";
/** The link to the glossary in the footer. */
export const glossaryLinkSelector = 'footer a[href*="glossary/"]';
/**
 * Links from the text to a glossary entry or to a note on an odd passage; each opens an
 * explanation.
 */
export const explainedSelector = '.s a[href*="glossary/#"]';
/** Disclosures with the text of a pillar. */
export const disclosureSelector = "details.full";
/** A disclosure that is closed. */
export const closedSelector = "details:not([open])";
/** The button that opens and closes all disclosures. */
export const expandButtonSelector = "button[data-expand]";
export const parallelSelector = "button.parallel";
export const languageLinkSelector = ".language";
export const headSelector = ".masthead";
export const brandSelector = ".brand";
export const barSelector = ".bar";
export const progressSelector = ".progress";
/** The button that proves the text. */
export const proofButtonSelector = "#proof button";
/** A sentence of the summary in the page's language, else a paragraph: a sample of the text. */
export const sampleSelector = ".summary p:not([lang])";
/** The controls beside the summary's heading, each of which leads to a language. */
export const summaryControlSelector = "h2 ~ a, h2 ~ button";
/** The paragraphs of the summary and the gists. */
export const summaryTextSelector = ".summary > p, .gist";
/**
 * Paragraphs of the summary and gists as printed, as opposed to those that a script has inserted.
 */
export const printedSummarySelector =
  ".summary > div, .summary > p:not(.aside):not([data-retold]), .gist:not([data-retold])";
/** The link that search engines take for the page's address. */
export const canonicalSelector = "link[rel=canonical]";
/** The schema.org description of the report. */
export const structuredDataSelector = "script[type='application/ld+json']";
