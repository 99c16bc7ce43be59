/**
 * The screen of a backtest. Its first lines say how the published forecasts stand beside the base rate, set by set, and
 * if they do not beat it, which part of the model costs most.
 */
import { visible } from '../wording/visible';
import { formatDate } from '../../kit/calendar';
import type { Resampled, Scores } from '../../outcomes/forecast-scores';
import type { Backtest } from '../../analyses/backtest/backtest';
import type { HeldOut } from '../../analyses/backtest/registered-scores';
import type { MeetingScore } from '../../analyses/backtest/meeting-score';
import { FORECASTS, type ForecastName, type SetScores } from '../../analyses/backtest/set-scores';
import type { ContractScore } from '../../analyses/backtest/detail-scores';
import { asGiven, checkAnswer } from '../../kit/answer-form';
import { BACKTEST, checkPaint } from '../wording/answer-forms';
import { columns, fixed, heading, percent, screen, signed, table, wrap, type Paint } from '../wording/text';
import { firstOf, itemAt, itemOf, lastOf } from '../../kit/lists';

const FORECAST_NAMES: Readonly<Record<ForecastName, string>> = {
  model: 'model alone',
  published: 'published pool',
  evenPool: 'even pool',
};
/** Sets of which the table of prices has room for. */
const PRICED: readonly SetScores['id'][] = ['nineteen', 'five', 'all'];

/** How a forecast with such a difference to the base rate stands against it. */
function standing({ mean, low, high }: Resampled): string {
  if (high < 0) return 'significantly better';
  if (mean < 0) return 'better, not significantly';
  return low > 0 ? 'significantly worse' : 'not better';
}

/** What each set is called in a sentence. */
const SET_NAMES: Readonly<Record<SetScores['id'], (n: number) => string>> = {
  nine: () => 'the nine',
  ten: () => 'the ten',
  nineteen: () => 'the nineteen',
  five: () => 'the five of 2026 (after 2026 was known)',
  all: (n) => `all ${n}`,
};

/**
 * The verdict: the first line of every report of a backtest.
 * @param backtest - Scores of past meetings, as `backtest` gives them.
 * @throws InputError when the backtest is no answer of `backtest`.
 *
 * @example verdict(backtest({ runs: 20, partRuns: 0, permutations: 20, resamples: 20 }))
 */
export function verdict(backtest: Backtest): string {
  checkAnswer('backtest', backtest, BACKTEST);
  return asGiven('backtest', [backtest], () => {
    const { sets, parts } = backtest;
    const figures = ({ mean, baselines }: SetScores) =>
      `${fixed(mean.published.rps, 3)} against ${fixed(baselines.baseRate.rps, 3)}`;
    const said = [...sets]
      .reverse()
      .map(
        (set) =>
          `on ${SET_NAMES[set.id](set.n)} ${standing(set.againstBaseRate.published)} (${figures(set)})`,
      );
    const costliest = parts[0];
    const cost =
      costliest === undefined || lastOf(sets).againstBaseRate.published.mean < 0
        ? ''
        : ` What costs most is that ${costliest.title}: without it ${fixed(costliest.rps, 3)} instead of ${fixed(costliest.whole, 3)}.`;
    return visible(
      `The published forecast against the base rate of the other meetings, by mean RPS: ${said.join('; ')}.${cost}`,
    );
  });
}

/** What the price of conceding does to the scores, which has no source. */
function priceLines({ prices }: Backtest, paint: Paint): string[] {
  if (prices.length === 0) return [];
  const priced = (sets: (typeof prices)[number]['sets']) => sets.filter(({ id }) => PRICED.includes(id));
  const head = ['price', ...priced(firstOf(prices).sets).flatMap(({ id }) => [id, 'model'])];
  const rows = prices.map(({ K, sets, base }) => [
    fixed(K, 2),
    ...priced(sets).flatMap(({ model, published }) => [fixed(published, 3), fixed(model, 3)]),
    percent(itemOf(base, 'rollback'), 0),
  ]);
  return [
    ...heading(paint, 'The price of conceding', 'has no source; mean RPS, pool and model alone'),
    ...table(paint, [...head, 'Busan: rollback'], rows, {
      align: ['left', ...head.map(() => 'right' as const)],
    }),
    '',
  ];
}

const classShares = (p: Readonly<Record<string, number>>) =>
  Object.values(p).map((share) => fixed(100 * share, 0));

const SET_MARKS: Readonly<Record<MeetingScore['set'], string>> = { nine: ' *', ten: '', five: ' +' };

function meetingRow(meeting: MeetingScore): string[] {
  return [
    `${formatDate(meeting.date)}${SET_MARKS[meeting.set]}`,
    ...classShares(meeting.p),
    meeting.outcome,
    fixed(meeting.rps, 3),
    fixed(meeting.model.rps, 3),
    fixed(meeting.baseRate.rps, 3),
  ];
}

const both = ({ rps, log }: Scores) => `${fixed(rps, 3)} ${fixed(log, 2)}`;

/** Forecasts in rows, sets in columns. */
function setLines(sets: readonly SetScores[], paint: Paint): string[] {
  const right = sets.map(() => 'right' as const);
  const row = (name: string, of: (set: SetScores) => string) => [name, ...sets.map(of)];
  const rows = [
    ...FORECASTS.map((name) => row(FORECAST_NAMES[name], ({ mean }) => both(mean[name]))),
    row('base, others', ({ baselines }) => both(baselines.baseRate)),
    row('base, before', ({ baselines }) => both(baselines.baseRateBefore)),
    row('uniform', ({ baselines }) => both(baselines.uniform)),
  ];
  return table(
    paint,
    row('', ({ id }) => id),
    rows,
    { align: ['left', ...right] },
  );
}

/** What chance could have done: a row for each set and forecast. */
function chanceLines(sets: readonly SetScores[], paint: Paint): string[] {
  const rows = sets.flatMap(({ id, againstBaseRate, permutation }) =>
    FORECASTS.map((name) => {
      const { mean, low, high } = againstBaseRate[name];
      const span = `${signed(low, 3)} to ${signed(high, 3)}`;
      return [id, FORECAST_NAMES[name], signed(mean, 3), span, fixed(permutation[name].pValue, 4)];
    }),
  );
  return table(paint, ['', '', 'difference', '95% interval', 'p'], rows, {
    align: ['left', 'left', 'right', 'right', 'right'],
    words: [1],
  });
}

/** What each part of the model costs; nothing where none was taken out. */
function partLines({ parts }: Backtest, paint: Paint): string[] {
  if (parts.length === 0) return [];
  const rows = parts.map(({ title, rps, cost }) => [title, fixed(rps, 3), signed(cost, 3)]);
  return [
    ...heading(paint, 'Parts', 'mean RPS of the pool over all meetings without each, and its cost'),
    ...columns(paint, rows, { align: ['left', 'right', 'right'] }),
    '',
  ];
}

/** A market on a rate: the bin that happened, and what both gave to it. */
function contractLines(contract: ContractScore, paint: Paint): string[] {
  const { forecaster, on, statement, edgesPct, happenedPct, p, rps, model } = contract;
  const at = edgesPct.filter((edge) => happenedPct >= edge).length;
  const bin =
    at === 0
      ? `below ${firstOf(edgesPct)}%`
      : at === edgesPct.length
        ? `${lastOf(edgesPct)}% and more`
        : `${itemAt(edgesPct, at - 1)} to ${itemAt(edgesPct, at)}%`;
  const dated = on === null ? 'undated' : formatDate(on);
  return wrap(
    paint,
    `${forecaster} (${dated}): ${statement}. It was ${fixed(happenedPct, 0)}%; to ${bin} the market gave ${percent(itemAt(p, at), 0)}, the model ${percent(itemAt(model.p, at), 0)}; RPS over the bins ${fixed(rps, 3)} and ${fixed(model.rps, 3)}.`,
    '  ',
  );
}

function detailLines({ details, meetings, sets }: Backtest, paint: Paint): string[] {
  const { crps, crpsNoChange, insideBand, bands, brier, brierEven, issues } = details;
  const scored = meetings.filter((meeting) => meeting.issues.length > 0);
  const bySet = sets
    .map(({ id, rates }) => `${id} ${fixed(rates.crps, 2)} and ${fixed(rates.crpsNoChange, 2)}`)
    .join('; ');
  return [
    ...wrap(
      paint,
      `Average duties two weeks after: CRPS ${fixed(crps, 2)} points, of no change ${fixed(crpsNoChange, 2)} (${bySet}); ${percent(insideBand, 0)} of ${bands} bands from 10 to 90% hold what happened.`,
      '  ',
    ),
    ...wrap(
      paint,
      `Whether at least half of an issue is granted, over ${issues} issues of the ${scored.length} meetings with a text: Brier ${fixed(brier, 3)}, of a coin ${fixed(brierEven, 2)}.`,
      '  ',
    ),
  ];
}

function heldOutLine({ title, first }: HeldOut): string {
  return `${title} was forecast once before it was scored: RPS ${fixed(first.rps, 3)}. That was an earlier model; this one was made with the outcome known, so its row above is no test.`;
}

/** The first scores of meetings that were not known when they were scored, and those of today. */
function firstScoreLines({ firstScores }: Backtest, paint: Paint): string[] {
  if (firstScores.length === 0) return [];
  const score = (value: number | undefined) => (value === undefined ? '' : fixed(value, 3));
  const row = (name: string, of: (one: (typeof firstScores)[number]) => readonly (number | undefined)[]) =>
    firstScores.map((one) => [`${one.title}${name}`, ...of(one).map(score)]);
  const rows = firstScores.flatMap((one, at) => {
    const { registered, earlier, afterwards, otherReading } = one;
    const told = row('', () => [
      registered.model,
      registered.published,
      registered.baseRate,
      earlier.rps,
      afterwards.published,
    ]);
    const other = [otherReading?.model, otherReading?.published, otherReading?.baseRate];
    return [
      told[at] ?? [],
      ...(otherReading === null ? [] : [['  other reading', ...other.map(score), '', '']]),
    ];
  });
  return [
    ...heading(paint, 'First scores', 'RPS as registered before 2026 was known, never computed again'),
    ...table(paint, ['', 'core', 'pool', 'base', '0.1', 'now'], rows, {
      align: ['left', 'right', 'right', 'right', 'right', 'right'],
    }),
    ...wrap(paint, '“now” is the pool of today’s model, made after 2026 was known.', '  ').map(paint.dim),
    '',
  ];
}

/** What was known when the model was made. */
function fittedLine(sets: Backtest['sets']): string {
  const sizeOf = (id: SetScores['id']) => sets.find((set) => set.id === id)?.n ?? 0;
  return `Nothing is fitted. The ${sizeOf('nineteen')} outcomes to 2025 were known when the form of the model was chosen, the ${sizeOf('five')} of 2026 when its channels were written; rules and doubts are in docs/record.md.`;
}

/**
 * The backtest as a screen of the width of its paint. Pure.
 * @param backtest - Scores of past meetings, as `backtest` gives them.
 * @param paint - Colours and width of the screen; `PLAIN` for 80 characters without colours.
 * @throws InputError when the backtest is no answer of `backtest`, or the paint is none.
 *
 * @example backtestText(backtest({ runs: 20, partRuns: 0, permutations: 20, resamples: 20 }), PLAIN)
 */
export function backtestText(backtest: Backtest, paint: Paint): string {
  checkAnswer('backtest', backtest, BACKTEST);
  checkPaint('paint', paint);
  return asGiven('backtest', [backtest], () => {
    const { n, sets, baselines } = backtest;
    const head = ['', 'esc', 'none', 'truce', 'roll', 'all', 'happened', 'pool', 'model', 'base'];
    const right = 'right' as const;
    const said = backtest.forecasters.map((row) => [
      row.forecaster,
      row.statement,
      percent(row.p, 0),
      percent(row.model.p, 0),
    ]);
    const orders = sets.at(-1)?.permutation.published.n ?? 0;
    return screen(paint, [
      ...wrap(paint, verdict(backtest)).map(paint.bold),
      ...wrap(
        paint,
        'RPS, the ranked probability score: 0 for certainty of what happened, 1 at worst; the lower the better.',
      ).map(paint.dim),
      '',
      ...priceLines(backtest, paint),
      ...heading(paint, 'Past meetings', 'the published pool, per cent given that it is held; RPS'),
      ...table(paint, head, backtest.meetings.map(meetingRow), {
        align: ['left', right, right, right, right, right, 'left', right, right, right],
      }),
      ...wrap(
        paint,
        '* The nine that were scored first. + The five of 2026: their outcomes were known when the channels of the model were written. “base” is the base rate of all other meetings, later ones too.',
        '  ',
      ).map(paint.dim),
      '',
      ...heading(paint, 'Sets', 'mean RPS and log score; base rates of the others, and before'),
      ...setLines(sets, paint),
      ...wrap(
        paint,
        `Certainty of the commonest class scores ${both(baselines.commonest)} on all ${n}.`,
        '  ',
      ).map(paint.dim),
      '',
      ...heading(paint, 'Chance', 'RPS less that of the base rate of the others of the set'),
      ...chanceLines(sets, paint),
      ...wrap(
        paint,
        `p: share of ${orders} random orders of the outcomes in which the same forecasts do as well.`,
        '  ',
      ).map(paint.dim),
      '',
      ...partLines(backtest, paint),
      ...heading(paint, 'Markets and banks', 'the chance that each gave to what happened, and the pool’s'),
      ...columns(paint, said, { align: ['left', 'left', right, right], words: [1, 0] }),
      ...backtest.contracts.flatMap((contract) => contractLines(contract, paint)),
      '',
      ...heading(paint, 'Details', 'the model alone, pooled with no base rate'),
      ...detailLines(backtest, paint),
      '',
      ...firstScoreLines(backtest, paint),
      ...backtest.heldOut.flatMap((item) => wrap(paint, heldOutLine(item), '  ')),
      '',
      ...wrap(paint, fittedLine(sets), '  ').map(paint.dim),
    ]);
  });
}

/** The figures of a backtest rounded to six digits, so that a reader of JSON is not told of rounding errors. */
export function roundedBacktest(backtest: Backtest): Backtest {
  return JSON.parse(
    JSON.stringify(backtest, (_key, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
    ),
  ) as Backtest;
}
