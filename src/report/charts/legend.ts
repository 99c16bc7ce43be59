/** The key under a picture: swatches of colour, each with its name. */
import { drawn, markup, type Markup } from '../page/markup';

/** A colour and what it stands for. */
export interface KeyEntry {
  readonly colour: string;
  readonly name: Markup | string;
}

/** The entries in a list, which `label` names to those who do not see it. */
export function colourKey(label: string, entries: readonly KeyEntry[]): Markup {
  const items = entries.map(
    ({ colour, name }) =>
      markup`<li>${drawn(`<span class="swatch" style="background:${colour}"></span>`)}${name}</li>`,
  );
  return markup`<ul class="key" aria-label="${label}">${items}</ul>`;
}
