/** The version of the library, as logs and answers carry it; a test holds it to the package's. */

/** Version of this library. */
export const VERSION = '0.2.0';
