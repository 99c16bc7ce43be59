/**
 * Words for claims: tests of states and steps that read like the sentence they stand in.
 *
 * They look at what an act does and not at its name where both are possible, so that an action type of the user's
 * own counts as a threat or a concession like those of the library.
 */
import { actionTypeOf } from '../../actions/index';
import {
  checkColumns,
  checkFunction,
  checkKnown,
  checkNumber,
  checkObject,
  checkText,
  readOff,
} from '../../kit/checks';
import { ACTORS, type Actor } from '../../model/actor';
import { deniedShare } from '../../model/export-control';
import { findMeasure, MEASURE_STATUSES, type MeasureLife, type MeasureStatus } from '../../model/measure';
import type { State } from '../../model/state';
import { averageTariffPct, TARIFF_DIRECTIONS, type TariffDirection } from '../../model/tariff';
import { isBinding } from '../../model/truce';
import { checkEvent } from '../plays/play-form';
import type { ClaimStep, StateTest, StepTest } from './claim';

/** Lengths of an id, in characters. */
const IDS = { least: 1, most: 400 };

/**
 * Whether a truce binds: it is provisional, in force or strained. Throws an InputError for what is no state.
 * @param state - State whose truce is looked at as of its day; it is not changed.
 *
 * @example truceHolds(start('kuala-lumpur-2025'))
 */
export function truceHolds(state: State): boolean {
  checkColumns('state', state, ['truce']);
  return isBinding(state.truce);
}

/**
 * Whether the average duty in a direction is above a rate.
 * @param direction - `usOnCn` for American duties on Chinese goods, `cnOnUs` for Chinese ones on American goods.
 * @param ratePct - Rate that the average has to exceed, per cent, from 0.
 *
 * @example averageAbove('usOnCn', 50)(start('kuala-lumpur-2025'))
 */
export function averageAbove(direction: TariffDirection, ratePct: number): StateTest {
  checkKnown('direction', direction, TARIFF_DIRECTIONS);
  checkNumber('ratePct', ratePct, 0);
  return (state) => averageTariffPct(state, direction) > ratePct;
}

/**
 * Whether an average duty is higher after a step than before.
 * @param direction - `usOnCn` for American duties on Chinese goods, `cnOnUs` for Chinese ones on American goods; either where left out.
 *
 * @example eachStep('the Chinese average does not rise', not(raisesAverage('cnOnUs'))).title
 */
export function raisesAverage(direction?: TariffDirection): StepTest {
  const directions =
    direction === undefined ? TARIFF_DIRECTIONS : [checkKnown('direction', direction, TARIFF_DIRECTIONS)];
  return ({ before, after }) =>
    directions.some((one) => averageTariffPct(after, one) > averageTariffPct(before, one));
}

/**
 * Whether a measure of any kind has one of some statuses.
 * @param id - Id of a duty, control, listing or port fee, `us/ieepa-hundred`; false for one that the state does not have.
 * @param statuses - Statuses of which it has to have one, as `threatened` or `in-force`; an unknown one is refused.
 *
 * @example measureIs('us/ieepa-hundred', 'threatened')(start('kuala-lumpur-2025'))
 */
export function measureIs(id: string, ...statuses: readonly MeasureStatus[]): StateTest {
  checkText('id', id, IDS);
  for (const status of statuses) checkKnown('statuses', status, MEASURE_STATUSES);
  return (state) => {
    const measure = findMeasure(state, id);
    return measure !== undefined && statuses.includes(measure.status);
  };
}

/**
 * Whether a step is a threat: a move that sets a measure before the other side for a later day. Throws an InputError for what is no step.
 * @param step - Step whose event is looked at; the states on either side do not matter.
 *
 * @example eachStep('nobody threatens', not(isThreat)).title
 */
export function isThreat(step: ClaimStep): boolean {
  const { event } = readOff('step', checkObject('step', step, 'a step of a play'), () => ({ ...step }));
  checkEvent('step.event', event);
  return actionTypeOf(event.type)?.signal === 'threat';
}

/**
 * Whether a step is of one of some action types.
 * @param types - Names of action types, `tariff.raise`, or families by their beginning and a star, `tariff.*`.
 *
 * @example eachStep('no duty is raised', not(isOfType('tariff.raise'))).title
 */
export function isOfType(...types: readonly string[]): StepTest {
  for (const type of types) checkText('types', type, IDS);
  return ({ event }) =>
    types.some((type) =>
      type.endsWith('.*') ? event.type.startsWith(type.slice(0, -1)) : event.type === type,
    );
}

/**
 * Whether a step is made by one of some actors.
 * @param actors - Who may have made it: `US`, `CN`, `both`, `calendar` and the like; an unknown one is refused.
 *
 * @example eachStep('only the calendar acts', isBy('calendar')).title
 */
export function isBy(...actors: readonly Actor[]): StepTest {
  for (const actor of actors) checkKnown('actors', actor, ACTORS);
  return ({ event }) => actors.includes(event.actor);
}

/** How far along a measure is on its way into force, from gone to in force. */
const REACH: Readonly<Record<MeasureStatus, number>> = {
  withdrawn: 0,
  'struck-down': 0,
  lapsed: 0,
  proposed: 1,
  suspended: 2,
  threatened: 3,
  scheduled: 4,
  'in-force': 5,
};

/** What a measure denies or charges at its level today, for a comparison with itself. */
function levelOf(state: State, id: string): number {
  const control = state.control[id];
  if (control !== undefined) return deniedShare(control);
  return state.tariff[id]?.ratePct ?? state.listing[id]?.entities ?? 0;
}

function laterThan(day: string | null, other: string | null): boolean {
  return other !== null && (day === null || day > other);
}

/** Whether one measure is milder after a step: nearer to gone, at a lower level, or put off or suspended for longer. */
function isMilder(before: State, after: State, was: MeasureLife, is: MeasureLife): boolean {
  if (REACH[is.status] !== REACH[was.status]) return REACH[is.status] < REACH[was.status];
  const licensed = after.control[is.id]?.licences.length ?? 0;
  if (licensed > (before.control[was.id]?.licences.length ?? 0)) return true;
  const [from, to] = [levelOf(before, was.id), levelOf(after, is.id)];
  if (to !== from) return to < from;
  const [covered, covers] = [before.tariff[was.id]?.share, after.tariff[is.id]?.share];
  if (covered !== undefined && covers !== undefined && covers !== covered) return covers < covered;
  return laterThan(is.dueOn, was.dueOn) || laterThan(is.suspendedUntil, was.suspendedUntil);
}

/** Whether the terms or the pledges of what was just agreed name one of some issues, or an act on some measures. */
function grantsOn(before: State, after: State, subjects: ReadonlySet<string>): boolean {
  for (const [id, agreement] of Object.entries(after.agreements)) {
    if (before.agreements[id] === undefined && agreement.terms.some((term) => subjects.has(term.issue)))
      return true;
  }
  for (const [id, { act }] of Object.entries(after.pledges)) {
    if (before.pledges[id] === undefined && typeof act.id === 'string' && subjects.has(act.id)) return true;
  }
  return false;
}

/** Measures that bear on some subjects: named by id, or controls of what is named. */
function measuresOn(state: State, subjects: ReadonlySet<string>): MeasureLife[] {
  const controls = Object.values(state.control).filter(
    ({ id, subject }) => subjects.has(id) || subjects.has(subject),
  );
  const others = [...subjects].flatMap((id) => {
    const measure = state.control[id] === undefined ? findMeasure(state, id) : undefined;
    return measure === undefined ? [] : [measure];
  });
  return [...controls, ...others];
}

/**
 * Whether a step is a concession on some subjects. A measure is conceded on where it becomes milder: withdrawn, suspended, put off, eased,
 * cut or licensed; an issue where an agreement grants some of it.
 * @param subjects - Ids of measures, subjects of export controls (`rare-earths`) or ids of issues; one that nothing has is never conceded
 *   on.
 *
 * @example eachStep('nobody concedes on soybeans', not(concessionOn('soybeans'))).title
 */
export function concessionOn(...subjects: readonly string[]): StepTest {
  for (const subject of subjects) checkText('subjects', subject, IDS);
  const named = new Set(subjects);
  return ({ before, after }) => {
    if (grantsOn(before, after, named)) return true;
    return measuresOn(before, named).some((was) => {
      const is = findMeasure(after, was.id);
      return is !== undefined && is !== was && isMilder(before, after, was, is);
    });
  };
}

function checkTests(tests: readonly unknown[]): void {
  for (const [at, test] of tests.entries())
    checkFunction(`tests.${at}`, test, 'says yes or no of a state or a step');
}

/**
 * Whether none of some tests holds. Throws an InputError for what is no test.
 * @param tests - Tests of states or of steps, all of one kind; each is asked until one holds.
 *
 * @example not(truceHolds)(start('kuala-lumpur-2025'))
 */
export function not<T>(...tests: readonly ((subject: T) => boolean)[]): (subject: T) => boolean {
  checkTests(tests);
  return (subject) => !tests.some((test) => test(subject));
}

/**
 * Whether one of some tests holds. Throws an InputError for what is no test.
 * @param tests - Tests of states or of steps, all of one kind; each is asked until one holds, and of none none does.
 *
 * @example anyOf(isThreat, raisesAverage())
 */
export function anyOf<T>(...tests: readonly ((subject: T) => boolean)[]): (subject: T) => boolean {
  checkTests(tests);
  return (subject) => tests.some((test) => test(subject));
}

/**
 * Whether all of some tests hold. Throws an InputError for what is no test.
 * @param tests - Tests of states or of steps, all of one kind; each is asked until one fails, and of none all hold.
 *
 * @example allOf(isBy('US'), isOfType('tariff.raise'))
 */
export function allOf<T>(...tests: readonly ((subject: T) => boolean)[]): (subject: T) => boolean {
  checkTests(tests);
  return (subject) => tests.every((test) => test(subject));
}
