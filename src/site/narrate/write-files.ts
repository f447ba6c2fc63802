import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Takes away what was begun, if it was: in a folder that is none there is nothing. */
function removeBegun(file: string): void {
  try {
    if (existsSync(file)) rmSync(file, { recursive: true });
  } catch {
    // What could not be written can't be removed either: the disk is gone.
  }
}

/**
 * Writes files, and their folders where there are none, so that who reads one finds the old or the
 * new, never a part. Nothing of them is there if one can't be written: throws Node's error then.
 */
export function writeFiles(files: ReadonlyMap<string, Uint8Array | string>): void {
  try {
    for (const [file, data] of files) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, data, { flush: true });
    }
    for (const file of files.keys()) renameSync(`${file}.new`, file);
  } catch (error) {
    for (const file of files.keys()) removeBegun(`${file}.new`);
    throw error;
  }
}
