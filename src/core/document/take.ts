/** The folder, relative to the base path, that serves the files readers can download. */
export const takeFolder = "take/";

/** How the name of the file with a report's figures ends, after its slug. */
export const figuresEnding = (language: string): string => `${language}.figures.csv`;
