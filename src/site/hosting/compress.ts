import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { fileTypes } from "./rules.ts";

/** Whether a file becomes smaller: pictures and sound are compressed already. */
function isText(name: string): boolean {
  return /text|json|svg/.test(fileTypes[extname(name).slice(1)] ?? "");
}

/** Puts beside every text file of a built folder the same, compressed as small as it gets: `*.br` and `*.gz`. */
export function compressFiles(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !isText(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const data = readFileSync(file);
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: data.length };
    writeFileSync(`${file}.br`, brotliCompressSync(data, { params }));
    writeFileSync(`${file}.gz`, gzipSync(data, { level: 9 }));
  }
}
