/** What stands on a command line, before it is read. */

/** What a parser of command lines hands over for an option: nothing, that it stands there, its text, or all its texts. */
export type Raw = string | boolean | readonly string[] | undefined;

/** Paths of the files that a text names, for those who would write over them. */
export type FilesRead = (text: string) => readonly string[] | Promise<readonly string[]>;

/** Where the text is the path itself. */
export const itself: FilesRead = (path) => [path];

/** Which files an argument or option names. */
export interface FileTraits {
  /** Whether its value is the path of a file that is written. */
  readonly writes?: true;
  /** The files that are read where its value is this text. */
  readonly reads?: FilesRead;
}

/** An argument or option as it was given. */
export interface GivenRow {
  /** Its name in sentences: `--after`, `<scenario>`. */
  readonly name: string;
  readonly row: FileTraits;
  readonly raw: Raw;
}
