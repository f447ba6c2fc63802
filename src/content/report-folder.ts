/** The files of one report, however they are kept: a folder on a disk, or files that a reader chose. */
export interface ReportFolder {
  /** The report's name in addresses. */
  readonly slug: string;
  /** The names of the files that are there. */
  readonly files: readonly string[];
  /** A file's path as problems name it; also of a file that is not there. */
  nameOf(file: string): string;
  /** A file's text, decoded as UTF-8; undefined where there is no such file. */
  read(file: string): string | undefined;
  /** The SHA-256 of a file's bytes, in hexadecimal; undefined where there is no such file. */
  hash(file: string): string | undefined;
  /** The SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
  hashText(text: string): string;
}
