/** One layer of the source: a folder below `src`, and what holds for its files. */
export interface Layer {
  readonly name: string;
  /** What it holds, in one line. */
  readonly meaning: string;
  /** Law and theory stand side by side: neither imports the other. */
  readonly branch?: 'law' | 'theory';
  /** The same input gives the same bytes in every engine: no clock, no chance, no maths whose last bit differs. */
  readonly deterministic?: true;
  /** Its files handle the columns of a state, which an episode walks and fills by `model/column`. */
  readonly columns?: true;
  /** Runs every day of every episode. */
  readonly hot?: true;
  /** May touch Node. */
  readonly node?: true;
}

/** The layers, the lowest first. */
export const LAYERS: readonly Layer[];
/** Where each package may be imported, as files and folders below `src`. */
export const PACKAGES: Readonly<Record<string, readonly string[]>>;
/** Imports against the order that are still to be turned round, as beginnings of paths below `src`. */
export const STILL_UPWARDS: readonly { readonly from: string; readonly to: string }[];
/** The names of the layers that the files of a layer may not import. */
export function closedTo(layer: Layer): readonly string[];
