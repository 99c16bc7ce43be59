/**
 * Markup that cannot be forged: a page is put together by a tagged template in which every value is text, and text is
 * escaped, unless it is a piece of markup made the same way.
 */

import { visible } from '../wording/visible';
import { itemAt } from '../../kit/lists';

/** A piece of markup. Only {@link markup}, {@link joined} and {@link drawn} make one. */
export class Markup {
  constructor(readonly source: string) {}
}

/** What may stand in a template: text and numbers, which are escaped, and pieces of markup, which are not. */
export type Piece = string | number | Markup | readonly Markup[] | null;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in markup, in an element or between the quotes of an attribute. */
export function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function sourceOf(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Markup) return piece.source;
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  return piece.map((part) => part.source).join('');
}

/** Template of markup: the literal parts are markup, the values are text. */
export function markup(literal: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  return new Markup(
    literal.map((part, at) => part + (at < values.length ? sourceOf(itemAt(values, at)) : '')).join(''),
  );
}

/** Pieces one after the other with markup between them. */
export function joined(pieces: readonly Markup[], between: string): Markup {
  return new Markup(pieces.map((piece) => piece.source).join(between));
}

/** What a library has drawn and serialised itself. */
export function drawn(source: string): Markup {
  return new Markup(source);
}

/** Text that someone else wrote, kept from changing the direction of what stands around it. */
export function quoted(text: string): Markup {
  return markup`<bdi>${text}</bdi>`;
}

/** A link to a document: only an address of the web becomes one, everything else stays text. */
export function link(title: string, href: string | null): Markup {
  if (href === null || !/^https?:\/\/[^\s]+$/i.test(href)) return quoted(title);
  return markup`<a href="${href}" rel="noreferrer"><bdi>${title}</bdi></a>`;
}
