/** Parts of pages that tools write: what stands between two marks, tables in it, and the form of the whole. */
import { format, resolveConfig } from 'prettier';

/** A part of a page by the name in its marks. */
export interface MarkedPart {
  /** The page, as a complaint names it. */
  readonly page: string;
  readonly name: string;
  /** Whether it stands within a line. */
  readonly inline?: boolean;
}

/** A page with a part of it written anew. Throws where the page has no marks for it. */
export function withPart(text: string, { page, name, inline }: MarkedPart, part: string): string {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page} has no marks for the part "${name}"`);
  const gap = inline === true ? ' ' : '\n\n';
  return `${text.slice(0, from)}${begin}${gap}${part}${gap}${text.slice(to)}`;
}

/** A text in the form that the file of a path has in this project. */
export const formattedAs = async (path: string, text: string): Promise<string> =>
  format(text, { ...(await resolveConfig(path)), filepath: path });

/** A table in Markdown; `aligned` is the row beneath the head. */
export function markdownTable(
  head: readonly string[],
  aligned: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return [head, aligned, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
