/** The courses of action that race: what is wanted of them, what is done in each, and the episodes that it makes. */
import type { Event } from '../../actions/index';
import { tableFor } from '../../engine/own-table';
import {
  askableQuantities,
  quantitiesOfInterest,
  quantityOf,
  type MeasuredQuantity,
} from '../../ensemble/quantity-of-interest';
import { addDays } from '../../kit/calendar';
import { InputError } from '../../kit/input-error';
import type { PartyId } from '../../model/actor';
import { isFromModule, notImported, type FromModule } from '../../scenario/own-module';
import type { OwnMeasure } from '../comparison/quantity-series';
import type { Setting } from '../comparison/scenario-differences';
import { act, playedScenario, type Play, type PlayOptions } from '../play';
import { prepare, type Prepared } from '../prepared';
import { arithmeticOf } from './arithmetic';
import { candidatesOf } from './candidates';
import type { Course } from './race';

/** What is wanted: by a quantity, or by a measure of one's own. */
export interface Objective {
  readonly id: string;
  readonly own?: OwnMeasure;
}

/** What is wanted, where it is told; else a party's own utility. Throws an InputError for a module that was not imported, and for what is neither. */
export function objectiveGiven(
  given: string | OwnMeasure | FromModule | undefined,
  party: PartyId,
): Objective {
  if (given === undefined) return { id: `utility:${party}` };
  if (isFromModule(given)) throw notImported('objective', given);
  if (typeof given === 'function') return { id: 'own', own: given };
  if (typeof given === 'string') return { id: given };
  const allowed = 'a quantity of interest, as class:rollback, or a function of the end of an episode';
  throw new InputError({ code: 'own/objective', path: 'objective', given, allowed });
}

/** The scenario as it stands, read until the eve of its horizon where a utility is wanted: on the horizon texts run out. */
export function prepareNow(now: Play, options: Pick<PlayOptions, 'facts'>, { id }: Objective): Prepared {
  const { facts } = options;
  const prepared = prepare(now, facts === undefined ? {} : { facts });
  const { specification } = prepared;
  const eve = addDays(specification.horizon, -1);
  if (!id.startsWith('utility:') || eve <= specification.today) return prepared;
  return { ...prepared, specification: { ...specification, horizon: eve } };
}

/** The setting of episodes in which acts are done today. */
function settingWith(now: Play, prepared: Prepared, events: readonly Event[]): Setting {
  const { initial, specification, facts } = prepared;
  const done = events.map((event, at) => ({ name: `advised-${at + 1}`, event }));
  // What moves the meeting moves what the specification says of it.
  if (events.some(({ type }) => type.startsWith('meeting.'))) {
    const scenario = playedScenario(now);
    const added = Object.fromEntries(done.map(({ name, event }) => [name, event]));
    const whole = prepare(
      { ...scenario, events: { ...scenario.events, ...added } as typeof scenario.events },
      { facts, rules: specification.own?.rules },
    );
    const { policies, outcomes, own, horizon } = specification;
    return {
      initial,
      specification: {
        ...whole.specification,
        policies,
        outcomes,
        horizon,
        ...(own === undefined ? {} : { own }),
      },
    };
  }
  const { supposed, today } = specification;
  const past = supposed.filter(({ event }) => event.on <= today);
  const later = supposed.filter(({ event }) => event.on > today);
  return { initial, specification: { ...specification, supposed: [...past, ...done, ...later] } };
}

/** Pairs of the best single acts that are lawful one after the other. */
export function pairsOf(now: Play, best: readonly (readonly Event[])[]): Event[][] {
  const pairs: Event[][] = [];
  for (const [at, first] of best.entries())
    for (const second of best.slice(at + 1)) {
      const events = [...first, ...second];
      let after = now;
      const lawful = events.every((event) => {
        const answer = act(after, event);
        after = answer.play;
        return answer.ok;
      });
      if (lawful) pairs.push(events);
    }
  return pairs;
}

/** Quantities that no course is told by: of days so late that a meeting that is put off leaves them beyond the horizon. */
const TOLD_LATE = /^(text|unbroken):(180|365)$/;

/** Whether quantities can be read of a scenario by its horizon: a meeting may be put off beyond it. */
function canRead({ specification }: Setting, ids: readonly string[]): boolean {
  const has = new Set(askableQuantities(specification).map(({ id }) => id));
  return ids.every((id) => has.has(id));
}

/** The quantities that are told of each course, and the objective behind them where it is one of the model's. */
export function quantitiesFor(
  { specification }: Prepared,
  { id, own }: Objective,
): { told: readonly MeasuredQuantity[]; asked: readonly string[] } {
  const told = quantitiesOfInterest(specification).filter(({ id }) => !TOLD_LATE.test(id));
  const ids = told.map((quantity) => quantity.id);
  if (own !== undefined) return { told, asked: ids };
  return { told, asked: [...ids, quantityOf(specification, id, 'objective').id] };
}

/** The courses as they line up: doing nothing, and every lawful act. */
export function lineUp(
  now: Play,
  prepared: Prepared,
  party: PartyId,
  { id, own }: Objective,
  asked: readonly string[],
  only: readonly string[] | undefined,
): {
  readonly courses: Course<readonly Event[]>[];
  readonly courseOf: (what: readonly Event[]) => Course<readonly Event[]>;
  readonly inert: number;
} {
  const { specification } = prepared;
  const { events, inert } = candidatesOf(now.state, party, tableFor(specification.own?.rules), only);
  const arithmetic = own === undefined ? arithmeticOf(now, id, specification.meetingOn) : () => 0;
  const courseOf = (what: readonly Event[]): Course<readonly Event[]> => ({
    what,
    setting: settingWith(now, prepared, what),
    offset: what.length === 0 ? 0 : arithmetic(what),
    values: [],
    place: 'running',
    alike: 0,
  });
  const singles = events.map((event) => courseOf([event])).filter(({ setting }) => canRead(setting, asked));
  return { courses: [courseOf([]), ...singles], courseOf, inert };
}
