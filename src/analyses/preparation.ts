/** How well a meeting is prepared: the rounds and calls that count before it. */
import { bareFacts } from '../facts/packaged-bare';
import { checkColumns } from '../kit/checks';
import { preparingRounds, type Rounds } from '../model/talks';
import { foundIn } from '../kit/lists';

/** Days before a meeting in which rounds count, as the packaged facts have them. */
const usualDays = (): number =>
  foundIn(bareFacts().parameters, ({ name }) => name === 'meeting.preparationDays').central;

/**
 * Number of rounds and leaders' calls completed before a day, within the days that count as preparation.
 * @param state - A state, or whatever has its rounds of talks.
 * @param on - Day of the meeting, YYYY-MM-DD: what was completed before it counts.
 * @param issue - Id of an issue that a round must have had on its agenda to count; all rounds count where left out.
 * @param days - How many days before the meeting count; left out, those of the parameter `meeting.preparationDays` in the packaged facts.
 *
 * @example preparation(start('kuala-lumpur-2025'), '2025-10-30')
 */
export function preparation(state: Rounds, on: string, issue?: string, days = usualDays()): number {
  checkColumns('state', state, ['rounds']);
  const rounds = preparingRounds(state, on, days);
  return issue === undefined ? rounds.length : rounds.filter(({ agenda }) => agenda.includes(issue)).length;
}
