/** The screen of what to watch: a question with a date for each signal, how likely it is, and what it would change. */
import type { Signal, Watch } from '../../analyses/watch/watch';
import { formatDate } from '../../kit/calendar';
import { firstOf } from '../../kit/lists';
import { signalClause, type Names } from '../wording/step-phrases';
import { fixed, heading, percent, screen, thousands, wrap, type Paint } from '../wording/text';

/** Signals that the screen shows. */
const SHOWN = 8;
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

/** What is seen by a day: `By 29 Oct 2025 the duty “…” was threatened.` */
const seenBy = ({ event }: Signal, until: string, names: Names): string =>
  `By ${formatDate(until)} ${signalClause(event, names)}.`;

/** What else the same runs show. */
function likewise(others: readonly Signal[], names: Names): string {
  const [first, ...more] = others;
  if (first === undefined) return '';
  const rest = more.length === 0 ? '' : `, and ${more.length} more`;
  return `In the same runs ${signalClause(first.event, names)}${rest}.`;
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

/** What to watch as a screen of 80 columns. Pure. */
export function watchText(found: Watch & { readonly title: string }, names: Names, paint: Paint): string {
  const { title, signals, quantities, until, today, runs, seed } = found;
  const titles = new Map(quantities.map((quantity) => [quantity.id, quantity.title]));
  const telling = signals.filter(({ information }) => information > 0);
  const groups = together(telling).slice(0, SHOWN);
  const shown = groups.flatMap((group) => {
    const signal = firstOf(group);
    const also = likewise(group.slice(1), names);
    return [
      ...wrap(seenBy(signal, until, names), '  '),
      ...wrap(
        `${percent(signal.p, 0)} of runs, ${leadText(signal)}; ${fixed(signal.information, 3)} bits.`,
        '      ',
      ),
      ...wrap(`${shiftText(signal, titles)}.`, '      ').map(paint.dim),
      ...(also === '' ? [] : wrap(also, '      ').map(paint.dim)),
    ];
  });
  const rest = signals.length - groups.reduce((sum, group) => sum + group.length, 0);
  return screen([
    heading(paint, `What to watch: ${title}`, `${formatDate(today)} to ${formatDate(until)}`),
    ...(shown.length === 0 ? ['  Nothing that may be seen by then tells how it ends.'] : shown),
    '',
    ...wrap(
      `Bits: what a signal tells of how the meeting ends, beyond what the luckiest of ${signals.length} that tell nothing would show. ${rest === 0 ? '' : `${rest} more are in the JSON. `}What goes together is shown, not what brings about; the model alone.`,
      '  ',
    ).map(paint.dim),
    ...wrap(`${thousands(runs)} runs, seed ${JSON.stringify(seed)}.`, '  ').map(paint.dim),
  ]);
}
