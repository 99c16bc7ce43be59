/**
 * What each of one's own acts contributes to a projection: the acts are dropped one at a time, on common draws, so that the
 * difference is the act's and not chance's. What two acts do only together is in the contribution of both.
 */
import type { Event } from '../actions/index';
import { livedToToday } from '../episode/episode';
import { centralDraw } from '../episode/parameter-draw';
import { quantitiesOfInterest } from '../ensemble/quantity-of-interest';
import { existing, itemAt } from '../kit/lists';
import { createDraws } from '../kit/keyed-draws';
import { supposedEvents, type ModelReading, type SupposedEvent } from '../scenario/model-specification';
import { quantityChange, type QuantityChange } from './comparison/quantity-change';
import { quantitySeriesOf } from './comparison/quantity-table';
import { namesOfActs } from './play';
import { prepare, type Prepared } from './prepared';
import type { EnsembleAnalysis, RunOptions } from './runner/stage';

/** What one of one's own acts changes in a projection: the runs with it less the same runs without it. */
export interface Contribution {
  /** Name of the act in its scenario: `after-1` is the first of a play's own. */
  readonly event: string;
  /** The act itself, on its day. */
  readonly act: Event;
  /** With the act less without it, by quantity of interest that there is both ways; the model alone. */
  readonly changes: Readonly<Record<string, QuantityChange>>;
  /** Acts that the rules refuse where this one is left out, so that they count for it too. */
  readonly undoneWithIt: readonly string[];
}

/** One's own acts: those of a play; where nothing was played, the events that the scenario supposes. */
function ownActs({ scenario, specification }: Prepared): SupposedEvent[] {
  const supposed = supposedEvents(scenario, specification.own?.rules);
  const played = namesOfActs(scenario);
  return played.length === 0 ? supposed : supposed.filter(({ name }) => played.includes(name));
}

/** The same without one act, and which of the others the rules refuse by today then. */
function without(
  prepared: Prepared,
  name: string,
  reading: ModelReading,
): { prepared: Prepared; undone: string[] } {
  const { scenario, facts } = prepared;
  const events = Object.fromEntries(Object.entries(scenario.events).filter(([other]) => other !== name));
  const { policies, outcomes, own } = prepared.specification;
  const other = prepare({ ...scenario, events }, { ...reading, facts, rules: own?.rules });
  const specification = { ...other.specification, policies, outcomes, ...(own === undefined ? {} : { own }) };
  const less = { ...other, specification };
  const plan = { initial: less.initial, specification: less.specification, draws: createDraws('') };
  const { run } = livedToToday(plan, centralDraw(less.specification));
  return { prepared: less, undone: run.refusedSupposed.map((refused) => refused.name) };
}

/** How the contributions are found: as the projection was. */
export interface ContributionOptions {
  readonly runs: number;
  readonly seed: string;
  readonly how: RunOptions;
  readonly reading: ModelReading;
}

/** Runs an ensemble without each act in turn, on the draws of the projection; null where it was stopped before it was through. */
export function* contributions(
  prepared: Prepared,
  { runs, seed, how, reading }: ContributionOptions,
): EnsembleAnalysis<Contribution[] | null> {
  const acts = ownActs(prepared);
  if (acts.length === 0) return [];
  const left = acts.map(({ name }) => without(prepared, name, reading));
  const all = [prepared, ...left.map((one) => one.prepared)];
  const { quantities, values } = yield* quantitySeriesOf(all, quantitiesOfInterest, { runs, seed, how });
  const [whole, ...less] = values;
  if ((existing(whole)[0]?.length ?? 0) < runs) return null;
  return acts.map(({ name, event }, at) => ({
    event: name,
    act: event,
    changes: Object.fromEntries(
      quantities.flatMap((quantity, q) => {
        const [without, withIt] = [itemAt(itemAt(less, at), q), itemAt(existing(whole), q)];
        return without === null || withIt === null
          ? []
          : [[quantity.id, quantityChange(quantity, without, withIt)]];
      }),
    ),
    undoneWithIt: itemAt(left, at).undone,
  }));
}
