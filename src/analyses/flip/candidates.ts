/**
 * What a change may be made of: parameters that are drawn, which it sets to one value in all runs, and worths and red lines of the issues,
 * whose middle it moves. Each is called as a scenario file calls it, so that a change can be written into one.
 */
import {
  drawnDistributions,
  valueOf,
  centralParameters,
  type ParameterDraw,
} from '../../episode/parameter-draw';
import { InputError } from '../../kit/input-error';
import { checkList, unknownName } from '../../kit/checks';
import { itemAt } from '../../kit/lists';
import { exp } from '../../kit/portable-math';
import type { ParameterName } from '../../model/parameters';
import type { IssuePrior, ModelSpecification } from '../../scenario/model-specification';
import { withParameters } from '../comparison/outcome-series';
import type { Axis } from './search';

const WEIGHTS = ['benefit', 'cost', 'cap'] as const;
type Weight = (typeof WEIGHTS)[number];

/** Something that may be changed. */
export interface Candidate {
  /** As a scenario file calls it: `meeting.notHeld`, or `issues.soybeans.cost`. */
  readonly parameter: string;
  /** The component of the parameter, or `issues`. */
  readonly group: string;
  readonly low: number;
  readonly central: number;
  readonly high: number;
  readonly whole: boolean;
  /** The parameter, or the issue and which of its weights. */
  readonly what: { readonly name: ParameterName } | { readonly issue: string; readonly weight: Weight };
  /** What an episode draws of it. */
  readonly drawn: (draw: ParameterDraw) => number;
}

/** Standard deviations from the middle of a normal distribution to its 95th percentile. */
const TO_95TH = 1.6448536269514722;

/** A value in three digits that count, as people write it. */
const short = (value: number): number => Number(value.toPrecision(3));

/** The range of a weight of an issue: 5th to 95th percentile of a worth, and as far as a red line spreads. */
function weightRange(weight: Weight, central: number, sd: number, spread: number): readonly [number, number] {
  if (weight === 'cap') return [short(central * (1 - spread)), Math.min(1, short(central * (1 + spread)))];
  return [short(central * exp(-TO_95TH * sd)), short(central * exp(TO_95TH * sd))];
}

function weightCandidates(specification: ModelSpecification): Candidate[] {
  const { bargaining } = centralParameters(specification);
  return specification.issues.flatMap((issue, at) =>
    WEIGHTS.filter((weight) => issue[weight] > 0 && (weight !== 'cap' || issue.cap < 1)).map(
      (weight): Candidate => {
        const central = issue[weight];
        const [low, high] = weightRange(weight, central, bargaining.issueLogSd, bargaining.redLineSpread);
        return {
          parameter: `issues.${issue.id}.${weight}`,
          group: 'issues',
          low,
          central,
          high,
          whole: false,
          what: { issue: issue.id, weight },
          drawn: ({ issues }) => itemAt(issues, at)[weight],
        };
      },
    ),
  );
}

/** All that may be changed of a specification, parameters first. */
export function candidatesOf(specification: ModelSpecification): Candidate[] {
  const parameters = drawnDistributions(specification).map(
    ({ name, low, central, high, whole }): Candidate => ({
      parameter: name,
      group: itemAt(name.split('.'), 0),
      low,
      central,
      high,
      whole,
      what: { name },
      drawn: ({ parameters: values }) => valueOf(values, name),
    }),
  );
  const all = [...parameters, ...weightCandidates(specification)];
  return all.filter(({ low, central, high }) => low <= central && central <= high && low < high);
}

/** Those that are asked for by their names or groups. Throws an InputError for a name that is neither. */
export function onlyThese(
  candidates: readonly Candidate[],
  only: readonly string[] | undefined,
): Candidate[] {
  if (only === undefined) return [...candidates];
  const wanted = checkList('only', only, 'parameters or their components');
  const names = [...new Set(candidates.flatMap(({ parameter, group }) => [group, parameter]))];
  for (const name of wanted)
    if (typeof name !== 'string' || !names.includes(name)) throw unknownName('only', name, names);
  const found = candidates.filter(
    ({ parameter, group }) => wanted.includes(parameter) || wanted.includes(group),
  );
  if (found.length > 0) return found;
  throw new InputError({
    code: 'input/list',
    path: 'only',
    given: only,
    allowed: 'a list of at least one parameter or component',
  });
}

const halfOf = ({ low, high }: Candidate): number => (high - low) / 2;

/** The value at a step from the central one, in units of half the range: within the range, and short enough to be written. */
export function valueAt(candidate: Candidate, step: number): number {
  const { low, central, high, whole } = candidate;
  const { low: first, high: last } = axisOf(candidate);
  if (step <= first) return low;
  if (step >= last) return high;
  const value = central + step * halfOf(candidate);
  return Math.min(high, Math.max(low, whole ? Math.round(value) : short(value)));
}

/** The axis of a candidate. */
export function axisOf(candidate: Candidate): Axis {
  const { low, central, high } = candidate;
  const half = halfOf(candidate);
  return {
    low: (low - central) / half,
    high: (high - central) / half,
    snap: (step) => (valueAt(candidate, step) - central) / half,
  };
}

/** A specification with some candidates at values of their own. */
export function changedBy(
  specification: ModelSpecification,
  values: readonly (readonly [Candidate, number])[],
): ModelSpecification {
  const parameters = values.flatMap(([{ what }, value]) =>
    'name' in what ? [[what.name, value] as const] : [],
  );
  const weighed = (issue: IssuePrior): IssuePrior => {
    const own = values.flatMap(([{ what }, value]) =>
      'issue' in what && what.issue === issue.id ? [[what.weight, value] as const] : [],
    );
    return own.length === 0 ? issue : { ...issue, ...Object.fromEntries(own) };
  };
  const changed = withParameters(specification, Object.fromEntries(parameters));
  return { ...changed, issues: changed.issues.map(weighed) };
}

/**
 * How much a series rises over half the range of each candidate, by the slope of its line over what the episodes drew: draws are
 * independent, so that the slope of each is that of a regression on all. 0 where it has no variance.
 */
export function slopesOf(
  candidates: readonly Candidate[],
  draws: readonly ParameterDraw[],
  series: readonly number[],
): number[] {
  const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
  return candidates.map((candidate) => {
    const drawn = draws.map(candidate.drawn);
    const middle = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    let [together, alone] = [0, 0];
    drawn.forEach((value, at) => {
      together += (value - middle) * (itemAt(series, at) - mean);
      alone += (value - middle) * (value - middle);
    });
    return alone === 0 ? 0 : (together / alone) * halfOf(candidate);
  });
}
