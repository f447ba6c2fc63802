/** The folder, below the reader's own, from which files to take along are served. */
export const takeFolder = "take/";
