/** A projection on the page: classes, averages and the truce, each with its interval and what one's own acts change. */
import type { Projection } from 'detente';
import { element, table } from './element';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const points = (change: number): string =>
  Math.abs(change) < 0.0005 ? '±0' : `${change > 0 ? '+' : '−'}${(100 * Math.abs(change)).toFixed(1)}`;

interface Share {
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

function shareRow(label: string, { p, low, high }: Share, nothing: Share | undefined): (Node | string)[] {
  const bar = element('div', { className: 'bar' });
  bar.style.width = `${100 * p}%`;
  return [
    element('span', {}, label, bar),
    percent(p),
    `${percent(low)} to ${percent(high)}`,
    nothing === undefined ? '' : points(p - nothing.p),
  ];
}

const SIDES = [
  ['usOnCn', 'US duties on China'],
  ['cnOnUs', 'China’s duties on the US'],
] as const;

/** The answer, beside that of doing nothing where there is one and something was done. */
export function answerShown(answer: Projection, nothing: Projection | null): HTMLElement[] {
  const heads = [
    '',
    'Probability',
    '95 % interval',
    ...(nothing === null ? [''] : ['Points against doing nothing']),
  ];
  const classes = (answer.outcomes ?? []).map((one) =>
    shareRow(
      one.title,
      one,
      nothing?.outcomes?.find(({ id }) => id === one.id),
    ),
  );
  const truce = (answer.truce.text ?? []).flatMap((point) =>
    point === null
      ? []
      : [
          shareRow(
            `${point.days} days`,
            point,
            nothing?.truce.text?.find((other) => other?.days === point.days) ?? undefined,
          ),
        ],
  );
  const averages = SIDES.map(([side, label]) => {
    const { today, end } = answer.averageTariffPct[side];
    const before = nothing?.averageTariffPct[side].end.mean;
    return [
      label,
      `${today.toFixed(1)} %`,
      `${end.mean.toFixed(1)} %`,
      before === undefined ? '' : (end.mean - before).toFixed(1),
    ];
  });
  return [
    ...(classes.length === 0
      ? [element('p', {}, 'No meeting lies ahead of this day.')]
      : [table('Outcome of the meeting', heads, classes)]),
    table('Average tariffs', ['', 'Today', 'Two weeks after', 'Against doing nothing'], averages),
    ...(truce.length === 0 ? [] : [table('The text of the truce still in force', heads, truce)]),
  ];
}
