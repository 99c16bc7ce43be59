/** The frame of every page: head, style, skip link, and a policy that lets nothing in from elsewhere and runs no script. */
import { drawn, markup, type Markup } from './markup';
import { STYLE } from './style';

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** What a page is made of. */
export interface Shell {
  readonly title: string;
  readonly description: string;
  readonly header: Markup;
  /** Sections with the ids and names by which the list of contents leads to them. */
  readonly sections: readonly { readonly id: string; readonly name: string; readonly body: Markup }[];
}

/** A whole page as text. */
export function page({ title, description, header, sections }: Shell): string {
  const contents = sections.map(({ id, name }) => markup`<li><a href="#${id}">${name}</a></li>`);
  const body = sections.map(
    ({ id, name, body: inner }) => markup`<section aria-labelledby="${id}"><h2 id="${id}">${name}</h2>
${inner}</section>
`,
  );
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${drawn(POLICY)}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="description" content="${description}"><meta name="color-scheme" content="light dark">
<title>${title}</title><link rel="icon" href="data:,"><style>${drawn(STYLE)}</style></head>
<body><a class="skip" href="#content">To the answer</a><div class="wrap"><header>
${header}
<nav aria-label="On this page"><ul>${contents}</ul></nav></header><main id="content" tabindex="-1">
${body}</main></div></body></html>
`.source;
}
