/** The screen of a comparison: outcome classes of two scenarios and the paired difference with its interval. */
import type { Scenario } from '../scenario/schema';
import type { Comparison, OutcomeDifference } from '../simulation/compare';
import { columns, fixed, heading, percent, screen, signed, thousands, wrap, type Paint } from './text';

/** What was compared, and how. */
export interface ComparisonView {
  readonly scenario: Scenario;
  readonly variant: Scenario;
  readonly seed: string;
  readonly runs: number;
  readonly comparison: Comparison;
}

const points = (share: number) => signed(100 * share, 1);

function rowOf(
  { id, base, variant, difference, low, high }: OutcomeDifference,
  titles: ReadonlyMap<string, string>,
): string[] {
  const clear = low > 0 || high < 0 ? '*' : '';
  return [
    titles.get(id) ?? id,
    percent(base),
    percent(variant),
    points(difference),
    `${points(low)} to ${points(high)}`,
    clear,
  ];
}

/** How many times fewer runs the common draws need than independent ones, as a sentence. */
function pairing({ paired, unpaired }: Comparison['variance']): string {
  if (paired === 0) return 'No run of the sample ends differently.';
  return `Common draws make the difference as sharp as ${fixed(unpaired / paired, 1)} times the runs on independent draws would.`;
}

/** The comparison as a screen of 80 columns. The shares are the model's own, without the base rate. Pure. */
export function comparisonText(
  { scenario, variant, seed, runs, comparison }: ComparisonView,
  paint: Paint,
): string {
  const titles = new Map(scenario.outcomes.map(({ id, title }) => [id, title]));
  const head = ['', 'base', 'variant', 'change', '95% interval', ''];
  const [top, ...rows] = columns(
    [head, ...comparison.outcomes.map((outcome) => rowOf(outcome, titles))],
    ['left', 'right', 'right', 'right', 'right'],
  );
  return screen([
    heading(paint, `${scenario.id} against ${variant.id}`),
    ...wrap(`The variant: ${variant.about}`, '  '),
    '',
    paint.dim(top!),
    ...rows,
    '',
    ...wrap(
      'Shares of runs in the model, changes in points; * where the interval excludes no change.',
      '  ',
    ).map(paint.dim),
    ...wrap(pairing(comparison.variance), '  ').map(paint.dim),
    ...wrap(`${thousands(runs)} runs of each, seed ${JSON.stringify(seed)}.`, '  ').map(paint.dim),
  ]);
}
