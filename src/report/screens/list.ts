/** The screen of `detente list`: scenarios with the question that each asks. */
import { formatDate } from '../../kit/calendar';
import type { Scenario } from '../../scenario/schema';
import { columns, heading, screen, wrap, type Paint } from '../wording/text';

/**
 * Scenarios by the day from which they are seen, a row each: the id, and what is asked. Pure.
 *
 * @example listText(scenarios, PLAIN)
 */
export function listText(scenarios: readonly Scenario[], paint: Paint): string {
  const days = [...new Set(scenarios.map(({ asOf }) => asOf))];
  // What is seen from a day of its own has no heading: the question tells the day.
  const groups = days.length > scenarios.length / 2 ? [null] : days;
  return screen([
    ...groups.flatMap((day) => [
      ...(day === null ? [] : [...heading(paint, `Seen from ${formatDate(day)}`)]),
      ...columns(
        paint,
        scenarios
          .filter(({ asOf }) => day === null || asOf === day)
          .map(({ id, question }) => [id, question]),
        { align: [], words: [1], look: [paint.cyan] },
      ),
      '',
    ]),
    ...wrap(paint, 'More of one: detente show ID. What it brings: detente project ID.').map(paint.dim),
  ]);
}
