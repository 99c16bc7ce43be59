/**
 * The entry `detente/state`: what is derived from a state and stands nowhere in it. The weight of a measure, the meeting
 * that comes next, what preparation has made ready, and the outcome.
 *
 * @example
 * import { start } from 'detente';
 * import { nextPlanned } from 'detente/state';
 *
 * @module detente/state
 */
export { contributionPp } from '../model/tariff';
export { effectiveSeverity, licensedShare } from '../model/export-control';
export { preparation } from '../analyses/preparation';
export { meetingOf, nextPlanned } from '../model/meeting';
export { classify, type OutcomeQuestion } from '../outcomes/index';

// Types that those above are made of.
export type { Meetings } from '../model/meeting';
export type { Rounds } from '../model/talks';
