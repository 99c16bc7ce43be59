/** What is said when an optional package is not installed. */

/** Packages that draw, as `npm install` takes them. */
export const DRAWING_PEERS = '@observablehq/plot@^0.6.17 linkedom@^0.18.12';

const PICTURES = { what: 'Pictures', install: DRAWING_PEERS };

/** An optional package that is needed now and is not installed. */
export class MissingPeerError extends Error {
  /** Name of the class, for logs and for where `instanceof` cannot tell. */
  override readonly name = 'MissingPeerError';
  /** The command that installs it. */
  readonly install: string;

  /**
   * Words what is missing and how it is installed.
   * @param cause - The error with which the import failed.
   * @param use - For whose sake it is missed, and what brings it; pictures where left out.
   */
  constructor(
    /** Name of the package that is missing, as npm has it. */
    readonly peer: string,
    cause: unknown,
    use: {
      /** What needs it, as the subject of a sentence. */
      readonly what: string;
      /** What `npm install` takes. */
      readonly install: string;
    } = PICTURES,
  ) {
    super(
      `${use.what} need the package ${peer}, which is not installed. Install it with: npm install ${use.install}`,
      {
        cause,
      },
    );
    this.install = `npm install ${use.install}`;
  }
}
