/** The screen of what to watch: a question with a date for each signal, how likely it is, and what it would change. */
import type { Signal, Watch } from '../../analyses/watch/watch';
import { formatDate } from '../../kit/calendar';
import { asGiven, checkAnswer } from '../../kit/answer-form';
import { checkDay, checkObject } from '../../kit/checks';
import { existing, firstOf } from '../../kit/lists';
import { SIGNAL } from '../wording/answer-forms';
import { levelClause } from '../wording/level';
import { checkNames, signalClause, type Names } from '../wording/step-phrases';
import { fixed, heading, percent, screen, thousands, wrap, type Paint } from '../wording/text';

/** Groups of signals that the screen shows of each part: those ahead of the meeting, and those of its day and after. */
const SHOWN = 5;
/** Quantities whose shifts stand under a signal: those that move most. */
const SHIFTS_SHOWN = 3;

/** Signals that the same runs show, as far as their figures tell: one tells as much as all of them. */
function together(signals: readonly Signal[]): Signal[][] {
  const groups = new Map<string, Signal[]>();
  for (const signal of signals) {
    const key = JSON.stringify([signal.p, signal.shifts]);
    groups.set(key, [...(groups.get(key) ?? []), signal]);
  }
  return [...groups.values()];
}

/** What a signal is, as a clause. */
const clauseOf = ({ event, level }: Signal, names: Names): string =>
  event === null ? levelClause(existing(level)) : signalClause(event, names);

/**
 * The question of a signal, ready to be put to a forecaster: `Will it be seen by 29 Oct 2025 that the duty “…” was threatened?`
 * @param signal - Event or level that some runs show and others do not, as `watch` gives it.
 * @param until - Last day on which it counts as seen, YYYY-MM-DD: the field `until` of the same answer.
 * @param names - What things are called, as `namesOf` gives it for the first day.
 * @throws InputError when the signal is none of `watch`, or day or names are none.
 *
 * @example
 * const { signals, until } = watch('kuala-lumpur-2025', { runs: 60 });
 * signals.map((signal) => signalQuestion(signal, until, namesOf(facts, start('kuala-lumpur-2025'))))
 */
export function signalQuestion(signal: Signal, until: string, names: Names): string {
  checkAnswer('signal', signal, SIGNAL);
  if (signal.event === null)
    checkObject('signal.level', signal.level, 'the level that is passed, where there is no event');
  checkDay('until', until);
  checkNames('names', names);
  return asGiven('signal', [signal, names], () => {
    return `Will it be seen by ${formatDate(until)} that ${clauseOf(signal, names)}?`;
  });
}

/** What else the same runs show. */
function likewise(others: readonly Signal[], names: Names): string {
  const [first, ...more] = others;
  if (first === undefined) return '';
  const rest = more.length === 0 ? '' : `, and ${more.length} more`;
  return `In the same runs ${clauseOf(first, names)}${rest}.`;
}

/** The probabilities that a signal moves most, in words. */
function shiftText({ shifts }: Signal, titles: ReadonlyMap<string, string>): string {
  const moved = shifts
    .flatMap(({ quantity, ifSo, ifNot }) =>
      ifSo === null || ifNot === null || quantity.startsWith('mean:') ? [] : [{ quantity, ifSo, ifNot }],
    )
    .sort((a, b) => Math.abs(b.ifSo - b.ifNot) - Math.abs(a.ifSo - a.ifNot))
    .slice(0, SHIFTS_SHOWN);
  return moved
    .map(
      ({ quantity, ifSo, ifNot }) =>
        `${titles.get(quantity) ?? quantity} ${percent(ifSo, 0)} if so, ${percent(ifNot, 0)} if not`,
    )
    .join('; ');
}

const leadText = ({ leadDays, on }: Signal): string =>
  leadDays === null || leadDays < 0
    ? `usually by ${formatDate(on)}`
    : `usually by ${formatDate(on)}, ${leadDays} ${leadDays === 1 ? 'day' : 'days'} ahead`;

/** What a watch is shown with. */
interface Shown {
  readonly until: string;
  readonly titles: ReadonlyMap<string, string>;
  readonly names: Names;
  readonly paint: Paint;
}

function groupLines(group: readonly Signal[], { until, titles, names, paint }: Shown): string[] {
  const signal = firstOf(group);
  const also = likewise(group.slice(1), names);
  return [
    ...wrap(paint, signalQuestion(signal, until, names), '  '),
    ...wrap(
      paint,
      `${percent(signal.p, 0)} of runs, ${leadText(signal)}; ${fixed(signal.information, 3)} bits.`,
      '      ',
    ),
    ...wrap(paint, `${shiftText(signal, titles)}.`, '      ').map(paint.dim),
    ...(also === '' ? [] : wrap(paint, also, '      ').map(paint.dim)),
  ];
}

/** The parts of the screen: what is seen ahead of the meeting tells something that nobody knows yet. */
function partsOf(
  signals: readonly Signal[],
): readonly (readonly [title: string, signals: readonly Signal[]])[] {
  if (signals.every(({ leadDays }) => leadDays === null)) return [['In the days to come', signals]];
  const ahead = ({ leadDays }: Signal) => leadDays !== null && leadDays > 0;
  return [
    ['Ahead of the meeting', signals.filter(ahead)],
    ['On its day and after', signals.filter((signal) => !ahead(signal))],
  ];
}

/** What to watch as a screen of the width of its paint. Pure. */
export function watchText(found: Watch & { readonly title: string }, names: Names, paint: Paint): string {
  const { title, signals, quantities, until, today, runs, seed } = found;
  const titles = new Map(quantities.map((quantity) => [quantity.id, quantity.title]));
  const telling = signals.filter(({ information }) => information > 0);
  const parts = partsOf(telling).map(([part, some]) => ({ part, groups: together(some).slice(0, SHOWN) }));
  const shown = parts.flatMap(({ groups }) => groups.flat()).length;
  const rest = signals.length - shown;
  return screen(paint, [
    ...heading(paint, `What to watch: ${title}`, `${formatDate(today)} to ${formatDate(until)}`),
    ...(shown === 0 ? ['  Nothing that may be seen by then tells how it ends.'] : []),
    ...parts.flatMap(({ part, groups }) => [
      ...(shown === 0 ? [] : ['', paint.bold(part)]),
      ...(shown > 0 && groups.length === 0 ? ['  Nothing that may be seen tells how it ends.'] : []),
      ...groups.flatMap((group) => groupLines(group, { until, titles, names, paint })),
    ]),
    '',
    ...wrap(
      paint,
      `Bits: what a signal tells of how the meeting ends, beyond what the luckiest of ${signals.length} that tell nothing would show. ${rest === 0 ? '' : `${rest} more are in the JSON. `}Where no law or custom fixes a level, it is the median of the runs. What goes together is shown, not what brings about; the model alone.`,
      '  ',
    ).map(paint.dim),
    ...wrap(paint, `${thousands(runs)} runs, seed ${JSON.stringify(seed)}.`, '  ').map(paint.dim),
  ]);
}
