/** The screen of `detente list`: scenarios with the question that each asks. */
import { formatDate } from '../../kit/calendar';
import type { Scenario } from '../../scenario/schema';
import { screen, wrap, type Paint } from '../wording/text';

/**
 * Scenarios, one paragraph each. Pure.
 *
 * @example listText(scenarios, PLAIN)
 */
export function listText(scenarios: readonly Scenario[], paint: Paint): string {
  return screen(
    scenarios.flatMap(({ id, title, question, asOf }, at) => [
      ...(at === 0 ? [] : ['']),
      `${paint.bold(id)}  ${paint.dim(formatDate(asOf))}`,
      ...wrap(paint, title, '  '),
      ...wrap(paint, question, '  ').map(paint.dim),
    ]),
  );
}
