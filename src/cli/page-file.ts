/** The option of commands whose answer can be a page, and how the page is written. */
import { orUnwritten, writable } from './readers';
import { option, type Reader } from './row';

/** Standard output in place of a file. */
export const STANDARD_OUTPUT = '-';

/** Reads where a page is to be written. */
export const pageFile: Reader<string> = (path, name) =>
  path === STANDARD_OUTPUT ? path : writable(path, name);

/** The option, where a page is one of several answers. */
export const PAGE = {
  out: option('-o, --out <file>', 'an HTML page with pictures to write; - for standard output', pageFile, {
    writes: true,
    silent: true,
  }),
};

/** Writes a page, unless it goes to standard output or none was asked for. */
export async function writePage(out: string | undefined, html: string | null): Promise<void> {
  if (out === undefined || html === null || out === STANDARD_OUTPUT) return;
  const { writeWhole } = await import('../node/whole-file');
  orUnwritten('--out', out, writeWhole(out, html));
}

/** What the screen says of a page. */
export const pageLine = (out: string, html: string): string =>
  `${out}: ${Math.round(html.length / 1024)} KB, for any browser\n`;
