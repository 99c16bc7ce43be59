/** A picture on a page: both drawings, what it shows in words, how to read it, and its numbers as a table. */
import type { Drawing, DrawnElement } from '../charts/library';
import { WIDTHS, type DataTable, type Picture } from '../charts/picture';
import { visible } from '../wording/visible';
import { drawn, markup, type Markup } from './markup';

/** Characters of the head of a row that stays on one line: a day has no more. */
const SHORT_HEAD = 12;

/** A table that scrolls sideways on a narrow screen and can be reached by the keyboard to do so. */
export function scrollingTable({ caption, head, rows }: DataTable): Markup {
  const headCells = head.map((cell) => markup`<th scope="col">${cell}</th>`);
  const row = (cells: readonly string[]) =>
    markup`<tr>${cells.map((cell, at) => (at === 0 ? markup`<th scope="row"${cell.length <= SHORT_HEAD ? drawn(' class="short"') : null}>${cell}</th>` : markup`<td${cell.length > 40 ? drawn(' class="long"') : null}>${cell}</td>`))}</tr>`;
  return markup`<div class="scroll" role="group" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${headCells}</tr></thead><tbody>${rows.map(row)}</tbody></table></div>`;
}

/**
 * Turns what the library has drawn into a picture for a page. The library names its groups with `aria-label` but gives
 * them no role, which browsers' accessibility rules forbid; its own style sheet gives way to that of the page.
 */
function cleaned(element: DrawnElement, id: string): Markup {
  for (const inner of element.querySelectorAll('style')) inner.remove();
  for (const inner of element.querySelectorAll('[aria-label],[aria-description]')) {
    inner.removeAttribute('aria-label');
    inner.removeAttribute('aria-description');
  }
  element.setAttribute('role', 'img');
  element.setAttribute('aria-labelledby', `${id}-title`);
  element.setAttribute('aria-describedby', `${id}-summary`);
  element.removeAttribute('width');
  element.removeAttribute('height');
  return drawn(element.outerHTML);
}

/**
 * A picture as a figure. The narrow drawing is marked hidden, and only the style sheet shows it, in place of the wide
 * one: without styles one drawing is left.
 */
export function figure(drawing: Drawing, picture: Picture): Markup {
  const { id, title, summary, legend, table } = picture;
  const wide = cleaned(picture.draw(drawing, WIDTHS.wide), id);
  const narrow = cleaned(picture.draw(drawing, WIDTHS.narrow), id);
  return markup`<figure id="${id}"><figcaption><h3 id="${id}-title">${title}</h3><p class="how" id="${id}-summary">${summary}</p></figcaption><div class="chart-box wide">${wide}</div><div class="chart-box narrow" hidden>${narrow}</div>${legend === null ? null : markup`<div class="legend">${legend}</div>`}<details><summary>The numbers as a table<span class="unseen"> (${visible(title)})</span></summary>${scrollingTable(table)}</details></figure>
`;
}
