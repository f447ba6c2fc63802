/** How many bytes of a file are read at a time. */
const chunkBytes = 1_000_000;

/** Some lines of a file, and how much of it has been read by then, 0 to 1. */
export interface FileLines {
  readonly lines: readonly string[];
  readonly share: number;
}

/**
 * The lines of a file of UTF-8 text, read in parts, so that it may be larger than the memory. Throws
 * where the file can't be read.
 */
export async function* readLines(file: Blob): AsyncGenerator<FileLines> {
  const decoder = new TextDecoder();
  let rest = "";
  for (let from = 0; from < file.size; from += chunkBytes) {
    const to = Math.min(from + chunkBytes, file.size);
    const bytes = await file.slice(from, to).arrayBuffer();
    const lines = (rest + decoder.decode(bytes, { stream: to < file.size })).split("\n");
    rest = lines.pop() ?? "";
    yield { lines: to < file.size ? lines : [...lines, rest], share: to / file.size };
  }
}
