/** What is asked of a flip: which quantity is to pass which bound, and how far it is from it in some runs. */
import {
  described,
  quantityId,
  quantityOf,
  type QuantityOfInterest,
} from '../../ensemble/quantity-of-interest';
import { checkKnown, checkNumber } from '../../kit/checks';
import { InputError } from '../../kit/input-error';
import { firstOf, itemAt } from '../../kit/lists';
import { mean, variance, wilson, Z95 } from '../../kit/statistics';
import type { ModelSpecification } from '../../scenario/model-specification';

/** A class that should lead, or a quantity with the value that it should pass. */
export interface FlipRequest {
  /** Id of the quantity that is to pass a value, as `class:rollback` or `mean:US`; with `past`. */
  readonly output?: string | undefined;
  /** The value that it is to pass, from whichever side it is: a share from 0 to 1, or in the quantity's own unit. */
  readonly past?: number | undefined;
  /** The outcome class that is to lead, or, where it does already, to lose its lead. That which leads, unless anything is told. */
  readonly leads?: string | undefined;
}

/** A quantity with a 95 % interval. */
export interface Measured {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A quantity that is to pass a bound. Columns are those of the quantities of {@link columnsOf}. */
export interface Question {
  readonly quantity: QuantityOfInterest;
  /** The class whose lead over the next it is; null where it is a quantity of interest. */
  readonly lead: string | null;
  readonly bound: number;
  /** What an episode adds to it, on whose slopes the choice of what may help rests. */
  readonly series: (rows: readonly (readonly number[])[]) => number[];
  readonly measure: (rows: readonly (readonly number[])[]) => Measured;
}

const beside = (given: string, other: string) =>
  new InputError({ code: 'flip/beside', path: given, given: other, allowed: `no \`${other}\` beside it` });

/** The ids that each episode is measured by: the outcome classes where a meeting lies ahead, then what is asked about. */
export function columnsOf(specification: ModelSpecification, { output }: FlipRequest): string[] {
  const classes = specification.meetingAhead ? specification.outcomes.map(({ id }) => `class:${id}`) : [];
  return output === undefined ? classes : [...classes, quantityOf(specification, output).id];
}

/** Refuses a request that is none. Throws an InputError. */
export function checkFlipRequest(
  specification: ModelSpecification,
  request: FlipRequest,
  scenario: string,
): void {
  const { output, past, leads } = request;
  if (output !== undefined) {
    if (leads !== undefined) throw beside('leads', 'output');
    const { unit } = quantityOf(specification, output);
    if (unit === 'per cent') checkNumber('past', past, -Infinity);
    else checkNumber('past', past, 0, 1);
    return;
  }
  if (past !== undefined)
    throw new InputError({
      code: 'flip/output',
      path: 'past',
      given: past,
      allowed: 'an `output` beside it: the quantity that is to pass it',
    });
  if (!specification.meetingAhead)
    throw new InputError({
      code: 'input/no-meeting',
      path: 'scenario',
      given: scenario,
      allowed: 'a scenario or a play with a meeting ahead, or an `output` and what it is to pass',
      why: `no meeting lies ahead of ${specification.today}`,
    });
  if (leads !== undefined) classAsked(specification, leads);
}

/** The class that is asked for, by its id or as a quantity. */
function classAsked({ outcomes }: ModelSpecification, leads: string): string {
  const ids = outcomes.map(({ id }) => id);
  const bare = typeof leads === 'string' && leads.startsWith('class:') ? leads.slice('class:'.length) : leads;
  return checkKnown('leads', bare, ids);
}

const column = (rows: readonly (readonly number[])[], at: number): number[] =>
  rows.map((row) => itemAt(row, at));

/** The place of the largest share among some classes but one. */
function largestBut(rows: readonly (readonly number[])[], classes: number, but: number): number {
  let [best, most] = [-1, -1];
  for (let at = 0; at < classes; at += 1) {
    const share = at === but ? -1 : mean(column(rows, at));
    if (share > most) [best, most] = [at, share];
  }
  return best;
}

/** The place of the class that leads in some runs. */
export const leaderAt = (rows: readonly (readonly number[])[], classes: number): number =>
  largestBut(rows, classes, -1);

/** A mean with its normal interval. */
function averaged(series: readonly number[]): Measured {
  const value = mean(series);
  const half = series.length < 2 ? Infinity : Z95 * Math.sqrt(variance(series) / series.length);
  return { value, low: value - half, high: value + half };
}

function shareOf(series: readonly number[]): Measured {
  const { p, low, high } = wilson(
    series.reduce((sum, value) => sum + value, 0),
    series.length,
  );
  return { value: p, low, high };
}

function leadQuestion(specification: ModelSpecification, at: number): Question {
  const { outcomes } = specification;
  const { id, title } = itemAt(outcomes, at);
  const series: Question['series'] = (rows) => {
    const next = largestBut(rows, outcomes.length, at);
    return rows.map((row) => itemAt(row, at) - itemAt(row, next));
  };
  return {
    quantity: {
      id: `lead:${id}`,
      title: `Lead of ${title} over the next class`,
      unit: 'probability',
      basis: 'model',
    },
    lead: id,
    bound: 0,
    series,
    measure: (rows) => averaged(series(rows)),
  };
}

/** The question, told from the runs in which nothing is changed: unless told it is about the class that leads in them. */
export function questionOf(
  specification: ModelSpecification,
  request: FlipRequest,
  rows: readonly (readonly number[])[],
): Question {
  const { output, past, leads } = request;
  const { outcomes } = specification;
  if (output === undefined || past === undefined) {
    const wanted = leads === undefined ? null : classAsked(specification, leads);
    const at =
      wanted === null ? leaderAt(rows, outcomes.length) : outcomes.findIndex(({ id }) => id === wanted);
    return leadQuestion(specification, at);
  }
  const at = firstOf(rows).length - 1;
  const quantity = described(quantityOf(specification, quantityId(specification, output)));
  const series: Question['series'] = (all) => column(all, at);
  const measure = quantity.unit === 'probability' ? shareOf : averaged;
  return { quantity, lead: null, bound: past, series, measure: (all) => measure(series(all)) };
}
