/**
 * The screen of a backtest. Its first line says whether the model beats the base rate, and if it does not, which part
 * of it costs most.
 */
import { formatDate } from '../kit/calendar';
import type { Resampled, Scores } from '../outcomes/forecast-scores';
import type { Backtest, MeetingScore } from '../simulation/backtest';
import { columns, fixed, heading, percent, screen, signed, wrap, type Paint } from './text';

/** By how much of the base rate's score the model is meant to beat it. */
export const AIM = 0.2;

/** The verdict: the first line of every report of a backtest. */
export function verdict({ fitted, mean, baselines, parts, n }: Backtest): string {
  const best = Math.min(mean.rps, fitted?.rps ?? mean.rps);
  const base = baselines.baseRate.rps;
  const figures = `mean RPS ${fixed(mean.rps, 3)} untuned${fitted === null ? '' : `, ${fixed(fitted.rps, 3)} fitted`}, against ${fixed(base, 3)} on ${n} meetings`;
  if (best <= base * (1 - AIM)) return `The model beats the base rate by a fifth or more: ${figures}.`;
  if (best < base) return `The model beats the base rate, but not by a fifth: ${figures}.`;
  const costliest = parts[0];
  const cost =
    costliest === undefined
      ? ''
      : ` What costs most is that ${costliest.title}: without it ${fixed(costliest.rps, 3)}.`;
  return `The model does not beat the base rate: ${figures}.${cost}`;
}

const classShares = (p: Readonly<Record<string, number>>) =>
  Object.values(p).map((share) => fixed(100 * share, 0));

function meetingRow(meeting: MeetingScore): string[] {
  return [
    formatDate(meeting.date),
    ...classShares(meeting.p),
    meeting.outcome,
    fixed(meeting.rps, 3),
    meeting.fitted === null ? '' : fixed(meeting.fitted.rps, 3),
    fixed(meeting.baseRate.rps, 3),
  ];
}

const scoreRow = (name: string, scores: Scores) => [name, fixed(scores.rps, 3), fixed(scores.log, 2)];

const span = ({ mean, low, high, n }: Resampled) =>
  `${signed(mean, 3)} (95% from ${signed(low, 3)} to ${signed(high, 3)}, n ${n})`;

function calibrationLines(backtest: Backtest, paint: Paint): string[] {
  const { calibration, againstBaseRate } = backtest;
  const lines = [...wrap(`Untuned less base rate: ${span(againstBaseRate.untuned)}.`, '  ')];
  if (calibration === null || againstBaseRate.fitted === null) return lines;
  const rows = calibration.parameters.map(({ symbol, prior, posterior }) => [
    symbol,
    `${prior.central} (${prior.low} to ${prior.high})`,
    `${fixed(posterior.mean, 2)} (${fixed(posterior.p10, 2)} to ${fixed(posterior.p90, 2)})`,
  ]);
  const [top, ...table] = columns([['', 'before', 'after, 10 to 90%'], ...rows], ['left', 'left']);
  const { permutation } = calibration;
  return [
    ...lines,
    ...wrap(`Fitted less base rate: ${span(againstBaseRate.fitted)}.`, '  '),
    ...wrap(
      `The same fit to outcomes in random order scores ${fixed(permutation.meanRps, 3)}; ${percent(permutation.pValue, 0)} of ${permutation.n} orders do as well as the true one.`,
      '  ',
    ),
    '',
    heading(paint, 'Calibration', `${calibration.kept} of ${calibration.candidates} candidates kept`),
    paint.dim(top!),
    ...table,
  ];
}

/** The backtest as a screen of 80 columns. Pure. */
export function backtestText(backtest: Backtest, paint: Paint): string {
  const head = ['', 'esc', 'none', 'truce', 'roll', 'all', 'happened', 'rps', 'fitted', 'base'];
  const right = 'right' as const;
  const [top, ...rows] = columns(
    [head, ...backtest.meetings.map(meetingRow)],
    ['left', right, right, right, right, right, 'left', right, right, right],
  );
  const { baselines } = backtest;
  const scores = [
    scoreRow('the model, untuned', backtest.mean),
    ...(backtest.fitted === null
      ? []
      : [
          scoreRow('the model, fitted without the meeting', backtest.fitted),
          scoreRow('  of which the last meeting, in no fit', backtest.fitted.heldOut),
        ]),
    scoreRow('base rate of the other meetings', baselines.baseRate),
    scoreRow('always the commonest class', baselines.commonest),
    scoreRow('uniform', baselines.uniform),
  ];
  const parts = backtest.parts.map(({ title, rps, cost }) => [title, fixed(rps, 3), signed(cost, 3)]);
  const said = backtest.forecasters.map((row) => [
    row.forecaster,
    row.statement,
    percent(row.p, 0),
    percent(row.model.p, 0),
  ]);
  return screen([
    ...wrap(verdict(backtest)).map(paint.bold),
    '',
    heading(paint, 'Past meetings', 'per cent given that the meeting is held'),
    paint.dim(top!),
    ...rows,
    '',
    ...columns([['', 'rps', 'log'], ...scores], ['left', right, right]),
    '',
    ...calibrationLines(backtest, paint),
    '',
    heading(paint, 'Parts', 'mean score without each, and what the part costs'),
    ...columns(parts, ['left', right, right]),
    '',
    heading(paint, 'Markets and banks', 'what each gave to what happened, and the model'),
    ...columns(said, ['left', 'left', right, right]),
    '',
    ...wrap(
      `With ${backtest.n} meetings no score proves anything; the record and the rules are in docs/record.md.`,
      '  ',
    ).map(paint.dim),
  ]);
}

/** The figures of a backtest rounded to six digits, so that a reader of JSON is not told of rounding errors. */
export function roundedBacktest(backtest: Backtest): Backtest {
  return JSON.parse(
    JSON.stringify(backtest, (_key, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
    ),
  ) as Backtest;
}
