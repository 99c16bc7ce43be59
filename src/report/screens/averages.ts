/**
 * The computed averages beside the published ones: pinned and test dates scored apart, plans, and the second basis.
 */
import { type AnswerForm, asGiven, checkAnswer } from '../../kit/answer-form';
import { formatDate } from '../../kit/calendar';
import {
  checkAverages,
  checkPlans,
  checkStatutory,
  scoreAverages,
  type AverageCheck,
  type CheckScore,
  type PlanCheck,
  type StatutoryCheck,
} from '../../facts/averages';
import { checkFacts } from '../../facts/bare';
import type { Facts } from '../../facts/schema';
import { checkPaint } from '../wording/answer-forms';
import { fixed, heading, screen, signed, table, wrap, type Paint } from '../wording/text';

/** All checks of the ledger against what others published. */
export interface AveragesReport {
  /** Averages on the fixed trade weights that the ledger follows. */
  readonly fixedWeights: {
    /** Every published average beside the computed one, in the order of days. */
    readonly checks: readonly AverageCheck[];
    /** How far they are apart, with and without remainders. */
    readonly scores: ReturnType<typeof scoreAverages>;
  };
  /** Plans that did not come, beside what their publishers expected of them. */
  readonly plans: readonly PlanCheck[];
  /** American averages on the statutory basis of a second publisher. */
  readonly statutory: readonly StatutoryCheck[];
}

const REPORT: AnswerForm<AveragesReport> = {
  what: 'an answer of averagesReport',
  fields: { fixedWeights: 'object', plans: 'list of objects', statutory: 'list of objects' },
};

/**
 * Makes the checks. Pure.
 * @param facts - Facts whose published averages are held against the sums of their own duties.
 * @throws InputError when the facts are none.
 *
 * @example averagesReport(facts).fixedWeights.checks.length > 0
 */
export function averagesReport(facts: Facts): AveragesReport {
  checkFacts('facts', facts);
  const checks = checkAverages(facts);
  return {
    fixedWeights: { checks, scores: scoreAverages(checks) },
    plans: checkPlans(facts),
    statutory: checkStatutory(facts),
  };
}

const WHO = { usOnCn: 'US on China', cnOnUs: 'China on US' } as const;
const right = 'right' as const;

const scoreText = ({ n, meanAbsPp, largestAbsPp }: CheckScore) => [
  String(n),
  fixed(meanAbsPp, 2),
  fixed(largestAbsPp, 2),
];

/**
 * The checks as a screen of the width of its paint. Pure.
 * @param report - The checks, as `averagesReport` makes them.
 * @param paint - Colours and width of the screen; `PLAIN` for 80 characters without colours.
 * @throws InputError when the report is none of `averagesReport`, or the paint is none.
 *
 * @example averagesText(averagesReport(facts), PLAIN)
 */
export function averagesText(report: AveragesReport, paint: Paint): string {
  checkAnswer('report', report, REPORT);
  checkPaint('paint', paint);
  return asGiven('report', [report], () => {
    const { fixedWeights, plans, statutory } = report;
    const { reconciled, unreconciled } = fixedWeights.scores;
    const rows = fixedWeights.checks.map((check) => [
      formatDate(check.on),
      WHO[check.direction],
      check.use,
      fixed(check.publishedPct, 1),
      fixed(check.unreconciledPct, 2),
      fixed(check.computedPct, 2),
    ]);
    const scores = [
      ['pinned, without remainders', ...scoreText(unreconciled.pinned)],
      ['tests, without remainders', ...scoreText(unreconciled.test)],
      ['pinned, with remainders', ...scoreText(reconciled.pinned)],
      ['tests, with remainders', ...scoreText(reconciled.test)],
    ];
    return screen(paint, [
      ...heading(paint, 'Fixed weights', 'average duty, per cent'),
      ...table(paint, ['', '', '', 'published', 'layers', 'with remainder'], rows, {
        align: ['left', 'left', 'left', right, right, right],
      }),
      '',
      ...heading(paint, 'Difference to the published averages', 'points'),
      ...table(paint, ['', 'dates', 'mean', 'largest'], scores, { align: ['left', right, right, right] }),
      '',
      ...heading(paint, 'Plans announced and not carried out'),
      ...plans.flatMap((plan) => [
        ...wrap(
          paint,
          `${formatDate(plan.on)}, ${WHO[plan.direction]}, ${plan.label}: ${fixed(plan.plannedPct, 1)}% against ${fixed(plan.publishedPct, 1)}% published. ${plan.note}`,
          '  ',
        ),
      ]),
      '',
      ...heading(paint, 'Statutory rates on the weights of 2024', 'US on China, per cent'),
      ...table(
        paint,
        ['', '', 'published', 'computed', 'residual'],
        statutory.map((check) => [
          formatDate(check.on),
          check.use,
          fixed(check.publishedPct, 2),
          fixed(check.computedPct, 2),
          signed(check.residualPp, 2),
        ]),
        { align: ['left', 'left', right, right, right] },
      ),
      '',
      ...wrap(
        paint,
        'Pinned: a share or a remainder was found from the figure itself, so that it agrees by construction. Only tests test.',
        '  ',
      ).map(paint.dim),
    ]);
  });
}
