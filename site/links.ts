/** Links and headings of pages in Markdown, read alike by the site and by the tests of links. */

/** A link or picture of a page. */
export interface Link {
  /** What stands in the round brackets, less a title. */
  readonly target: string;
  /** Where the target begins in the text of the page. */
  readonly at: number;
}

/** The text with code and comments blanked out, at its length. */
function withoutCode(text: string): string {
  const blank = (found: string) => found.replace(/[^\n]/g, ' ');
  return text
    .replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1\s*$/gm, blank)
    .replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, blank)
    .replace(/<!--[\s\S]*?-->/g, blank);
}

/** The links and pictures of a page, in their order; what stands in code is none. */
export function linksOf(text: string): Link[] {
  return [...withoutCode(text).matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].map((found) => ({
    target: found[1] ?? '',
    at: found.index + found[0].indexOf(found[1] ?? '', 2),
  }));
}

/** Whether a target leaves the repository. */
export const isOutside = (target: string) => /^[a-z][a-z+.-]*:/i.test(target) || target.startsWith('//');

/** The anchor of a heading, as repositories show it and as the site does. */
export function slugOf(heading: string): string {
  return heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replace(/ /g, '-');
}

/** The anchors of a page; a heading that comes again has a number. */
export function anchorsOf(text: string): Set<string> {
  const seen = new Map<string, number>();
  const anchors = new Set<string>();
  const fenceless = text.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1\s*$/gm, '');
  for (const [, heading = ''] of fenceless.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const slug = slugOf(heading.replace(/[`*]|(?<!\w)_|_(?!\w)/g, ''));
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    anchors.add(before === 0 ? slug : `${slug}-${before}`);
  }
  return anchors;
}
