/** The screen of `detente list`: scenarios with the question that each asks. */
import { formatDate } from '../../kit/calendar';
import type { Scenario } from '../../scenario/schema';
import { checkAnswers } from '../../kit/answer-form';
import { SCENARIO, checkPaint } from '../wording/answer-forms';
import { columns, heading, screen, wrap, type Paint } from '../wording/text';

/** The day of a meeting in a question, and what stands before it. */
const OF_DAY = / of (\d{1,2} [A-Z][a-z]{2} \d{4})/;

/** The one question that scenarios ask, each of a day of its own; null where they ask different ones. */
function commonQuestion(scenarios: readonly Scenario[]): string | null {
  const asked = new Set(scenarios.map(({ question }) => question.replace(OF_DAY, '')));
  const [one] = asked;
  return asked.size === 1 && scenarios.length > 1 && one !== undefined ? one : null;
}

/** Scenarios that ask the same of different days: the id, the day and what it was. */
function alikeLines(scenarios: readonly Scenario[], question: string, paint: Paint): string[] {
  const rows = scenarios.map(({ id, question: own, title }) => [id, OF_DAY.exec(own)?.[1] ?? '', title]);
  return [
    ...wrap(paint, `Each asks: ${question}`),
    ...columns(paint, rows, { align: ['left', 'right'], words: [2], look: [paint.cyan] }),
    '',
  ];
}

/**
 * Scenarios by the day from which they are seen, a row each: the id, and what is asked. Pure.
 * @param scenarios - Scenarios that are listed, in the order in which they stand under their day.
 * @param paint - Colours and width of the screen; `PLAIN` for 80 characters without colours.
 * @throws InputError when a scenario or the paint is none.
 *
 * @example listText(scenarios, PLAIN)
 */
export function listText(scenarios: readonly Scenario[], paint: Paint): string {
  checkAnswers('scenarios', scenarios, SCENARIO);
  checkPaint('paint', paint);
  const common = commonQuestion(scenarios);
  const days = [...new Set(scenarios.map(({ asOf }) => asOf))];
  // What is seen from a day of its own has no heading: the question tells the day.
  const groups = days.length > scenarios.length / 2 ? [null] : days;
  const seenFrom = (day: string | null) => [
    ...(day === null ? [] : [...heading(paint, `Seen from ${formatDate(day)}`)]),
    ...columns(
      paint,
      scenarios.filter(({ asOf }) => day === null || asOf === day).map(({ id, question }) => [id, question]),
      { align: [], words: [1], look: [paint.cyan] },
    ),
    '',
  ];
  return screen(paint, [
    ...(common === null ? groups.flatMap(seenFrom) : alikeLines(scenarios, common, paint)),
    ...wrap(paint, 'More of one: detente show ID. What it brings: detente project ID.').map(paint.dim),
  ]);
}
