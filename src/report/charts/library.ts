/**
 * The chart library: Observable Plot, and a document to draw in where there is no browser. Both are optional peers,
 * loaded only when a picture is asked for.
 */
import { MissingPeerError } from './missing-peer';

/** The library as it is loaded. */
export type Plot = typeof import('@observablehq/plot');

/** The little of a drawn element that is used here, the same in a browser and outside. */
export interface DrawnElement {
  readonly tagName: string;
  readonly outerHTML: string;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<DrawnElement & { remove(): void }>;
}

/** Plot with the document that it draws in. */
export interface Drawing {
  readonly Plot: Plot;
  readonly document: object;
}

async function peer<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw new MissingPeerError(name, error);
  }
}

/**
 * Loads the library. Rejects with a {@link MissingPeerError}, which names the command that installs what is missing.
 */
export async function loadDrawing(): Promise<Drawing> {
  const Plot = await peer('@observablehq/plot', () => import('@observablehq/plot'));
  const own = (globalThis as { readonly document?: object }).document;
  if (own !== undefined) return { Plot, document: own };
  const { parseHTML } = await peer('linkedom', () => import('linkedom'));
  const window: unknown = parseHTML('<!doctype html><html><body></body></html>');
  return { Plot, document: (window as { readonly document: object }).document };
}
