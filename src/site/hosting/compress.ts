import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { fileTypes } from "../../core/file-types.ts";

/** Whether a file is worth compressing: images and audio already are. */
function isText(name: string): boolean {
  return /text|json|svg/.test(fileTypes[extname(name).slice(1)] ?? "");
}

/**
 * Writes a Brotli (`*.br`) and a gzip (`*.gz`) copy of every text file in a folder, at maximum
 * compression.
 */
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
