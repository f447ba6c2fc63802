/** What of a page is read aloud, as CSS selectors: the publisher's sentences, and what of our own is marked for it. */
export const spokenElements = "main .s, main [data-say]";

/** The sections that a listener skips between. */
export const spokenSections = "main > section, article > *";
