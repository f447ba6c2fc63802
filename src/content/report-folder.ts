/**
 * Access to the files of one report, wherever they are stored: on disk, or in memory from a file
 * picker.
 */
export interface ReportFolder {
  /** The report's name in URLs. */
  readonly slug: string;
  /** The names of the existing files. */
  readonly files: readonly string[];
  /** The path of a file for error messages; works for missing files, too. */
  nameOf(file: string): string;
  /** The text of a file, decoded as UTF-8; undefined if it does not exist. */
  read(file: string): string | undefined;
  /** The SHA-256 of a file's bytes, in hexadecimal; undefined if it does not exist. */
  hash(file: string): string | undefined;
  /** The SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
  hashText(text: string): string;
}
