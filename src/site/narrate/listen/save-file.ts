import { accessSync, constants, existsSync, realpathSync } from "node:fs";
import { writeFiles } from "../write-files.ts";
import { problems } from "./problems.ts";

/**
 * Writes a file in one step: its readers find the old text or the new, never a part. Throws a
 * problem that names the file if it can't be written; it is then as it was.
 */
export function saveFile(path: string, text: string): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  try {
    // To rename over a file needs no right to write to it.
    if (existsSync(target)) accessSync(target, constants.W_OK);
    writeFiles(new Map([[target, text]]));
  } catch (error) {
    throw problems.notWritten(path, (error as Error).message);
  }
}
