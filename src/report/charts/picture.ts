/**
 * A picture with all that stands in for it: what it shows in words, its numbers as a table, and how it is drawn, once
 * for a narrow screen and once for a wide one.
 */
import type { Markup } from '../page/markup';
import type { DrawnElement, Drawing } from './library';

/** Widths at which a picture is drawn, in CSS pixels at its natural size. */
export const WIDTHS = { narrow: 328, wide: 720 } as const;

/** The numbers behind a picture. */
export interface DataTable {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell heads its row. */
  readonly rows: readonly (readonly string[])[];
}

/** One picture. */
export interface Picture {
  /** Unique on its page; letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  /** What a reader who cannot see it should know. */
  readonly summary: string;
  /** How to read it: signs and colours. */
  readonly legend: Markup | null;
  readonly table: DataTable;
  readonly draw: (drawing: Drawing, width: number) => DrawnElement;
}

/** Colours by their role; the style sheet gives each a value for light, dark and paper. */
export const INK = 'var(--ink)';
export const FAINT = 'var(--faint)';
export const PAPER = 'var(--paper)';
export const GRID = 'var(--grid)';
export const ACCENT = 'var(--accent)';
export const SECOND = 'var(--second)';

/** Colour of a band of a stack, by its place from below. */
export function bandColour(at: number): string {
  return `var(--band-${(at % 6) + 1})`;
}

/** What is asked of the library beside width and document. */
export type PlotSpecification = Omit<
  import('@observablehq/plot').PlotOptions,
  'document' | 'width' | 'className'
>;

/** Draws one picture: the same frame, type size and class for all. */
export function drawPlot(
  { Plot, document }: Drawing,
  width: number,
  specification: PlotSpecification,
): DrawnElement {
  // What a document is hangs on the platform of whoever compiles this.
  const where: object = { document };
  const element: unknown = Plot.plot({ ...specification, ...where, width, className: 'chart' });
  return element as DrawnElement;
}
