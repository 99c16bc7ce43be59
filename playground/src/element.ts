/** Elements of the page: made, found, and redrawn without taking the focus away. */

/** The element of an id; throws where the page has none. */
export function byId<Made extends HTMLElement>(id: string, kind: new () => Made): Made {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} #${id}`);
  return found;
}

/** Makes an element with text or children in it. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** A button that does something. */
export function button(id: string, text: string, does: () => void): HTMLButtonElement {
  const made = element('button', { id, type: 'button' }, text);
  made.addEventListener('click', does);
  return made;
}

/** Puts something new into a place; what had the focus in it has it again, where it is still there. */
export function redraw(place: HTMLElement, children: readonly (Node | string)[]): void {
  const { activeElement: focused } = document;
  const id = focused !== null && place.contains(focused) ? focused.id : '';
  place.replaceChildren(...children);
  if (id !== '') document.getElementById(id)?.focus({ preventScroll: true });
}

/** A box of its own that can be scrolled by hand and key. */
export function scrolled(label: string, content: HTMLElement): HTMLElement {
  const box = element('div', { className: 'scroll', tabIndex: 0, role: 'region' }, content);
  box.id = `box-${label.toLowerCase().replace(/[^a-z]+/g, '-')}`;
  box.setAttribute('aria-label', label);
  return box;
}

/** A table with a caption, in a box of its own that can be scrolled by hand and key. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (Node | string)[])[],
): HTMLElement {
  const head = element('tr', {}, ...heads.map((text) => element('th', { scope: 'col' }, text)));
  const body = rows.map(([first = '', ...others]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, first),
      ...others.map((cell) => element('td', { className: typeof cell === 'string' ? 'number' : '' }, cell)),
    ),
  );
  const made = element(
    'table',
    {},
    element('caption', {}, caption),
    element('thead', {}, head),
    element('tbody', {}, ...body),
  );
  return scrolled(caption, made);
}
