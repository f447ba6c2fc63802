/** The folder, relative to the base path, that serves the files readers can download. */
export const takeFolder = "take/";
