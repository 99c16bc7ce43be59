/**
 * The screen of a backtest. Its first line says whether the model beats the base rate, and if it does not, which part
 * of it costs most.
 */
import { formatDate } from '../../kit/calendar';
import type { Resampled, Scores } from '../../outcomes/forecast-scores';
import type { Backtest, HeldOut } from '../../analyses/backtest/backtest';
import type { MeetingScore } from '../../analyses/backtest/meeting-score';
import type { ContractScore } from '../../analyses/backtest/detail-scores';
import { columns, fixed, heading, percent, screen, signed, wrap, type Paint } from '../wording/text';

/** By how much of the base rate's score the model is meant to beat it. */
const AIM = 0.2;

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
      : ` What costs most is that ${costliest.title}: without it ${fixed(costliest.rps, 3)} instead of ${fixed(costliest.whole, 3)} on the meetings of the fit.`;
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

/** A market on a rate: the bin that happened, and what both gave to it. */
function contractLines({
  forecaster,
  on,
  statement,
  edgesPct,
  happenedPct,
  p,
  rps,
  model,
}: ContractScore): string[] {
  const at = edgesPct.filter((edge) => happenedPct >= edge).length;
  const bin =
    at === 0
      ? `below ${edgesPct[0]!}%`
      : at === edgesPct.length
        ? `${edgesPct.at(-1)!}% and more`
        : `${edgesPct[at - 1]!} to ${edgesPct[at]!}%`;
  const dated = on === null ? 'undated' : formatDate(on);
  return wrap(
    `${forecaster} (${dated}): ${statement}. It was ${fixed(happenedPct, 0)}%; to ${bin} the market gave ${percent(p[at]!, 0)}, the model ${percent(model.p[at]!, 0)}; RPS over the bins ${fixed(rps, 3)} and ${fixed(model.rps, 3)}.`,
    '  ',
  );
}

function detailLines({ details, meetings }: Backtest): string[] {
  const { crps, crpsNoChange, insideBand, bands, brier, brierEven, issues } = details;
  const scored = meetings.filter((meeting) => meeting.issues.length > 0);
  return [
    ...wrap(
      `Average duties two weeks after: CRPS ${fixed(crps, 2)} points, of no change ${fixed(crpsNoChange, 2)}; ${percent(insideBand, 0)} of ${bands} bands from 10 to 90% hold what happened.`,
      '  ',
    ),
    ...wrap(
      `Whether at least half of an issue is granted, over ${issues} issues of the ${scored.length} meetings with a text: Brier ${fixed(brier, 3)}, of a coin ${fixed(brierEven, 2)}.`,
      '  ',
    ),
  ];
}

function heldOutLine({ id, title, first }: HeldOut, { meetings }: Backtest): string {
  const now = meetings.find((meeting) => meeting.id === id);
  const same =
    now !== undefined && Math.abs(now.rps - first.rps) < 5e-4
      ? 'The untuned model still forecasts the same.'
      : 'The row above is the model of this run, which is another score and no test.';
  return `${title} enters no fit and was scored once: RPS ${fixed(first.rps, 3)} untuned, ${fixed(first.fitted.rps, 3)} fitted. ${same}`;
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
    heading(paint, 'Parts', 'mean score of the meetings of the fit without each, and its cost'),
    ...columns(parts, ['left', right, right]),
    '',
    heading(paint, 'Markets and banks', 'what each gave to what happened, and the model'),
    ...columns(said, ['left', 'left', right, right]),
    ...backtest.contracts.flatMap(contractLines),
    '',
    heading(paint, 'Details', 'the model alone, no base rate mixed in'),
    ...detailLines(backtest),
    '',
    ...backtest.heldOut.flatMap((item) => wrap(heldOutLine(item, backtest), '  ')),
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
