/** The key under a picture: swatches of colour, each with its name. */
import { drawn, markup, type Markup } from '../page/markup';

/** A colour and what it stands for. */
export interface KeyEntry {
  readonly colour: string;
  readonly name: Markup | string;
  /** Where it stands for a line: full or dashed. A field of colour unless told. */
  readonly line?: 'full' | 'dashed';
}

/** The entries in a list, which `label` names to those who do not see it. */
export function colourKey(label: string, entries: readonly KeyEntry[]): Markup {
  const items = entries.map(
    ({ colour, name, line }) =>
      markup`<li>${drawn(line === undefined ? `<span class="swatch" style="background:${colour}"></span>` : `<span class="sample ${line}" style="border-color:${colour}"></span>`)}${name}</li>`,
  );
  return markup`<ul class="key" aria-label="${label}">${items}</ul>`;
}
