/** The screen of a comparison: outcome classes of two scenarios, the paired differences, and why the changed runs changed. */
import type { Scenario } from '../../scenario/schema';
import type { Comparison, OutcomeDifference } from '../../analyses/comparison/paired-comparison';
import type { ExplainedComparison, StepGroup } from '../../analyses/comparison/explained-comparison';
import type { OwnRules } from '../../engine/own-table';
import { inertSuppositions } from '../../episode/inert';
import { supposedEvents } from '../../scenario/model-specification';
import { type AnswerForm, asGiven, checkAnswer } from '../../kit/answer-form';
import { quantityLines } from './quantity-table';
import { COMPARISON, EXPLAINED_COMPARISON, SCENARIO, checkPaint } from '../wording/answer-forms';
import { checkRules } from '../wording/view-checks';
import { inertNotice } from '../wording/projection-notices';
import { chainLines, checkNames, differenceSentences, stepPhrase, type Names } from '../wording/step-phrases';
import { valueOrNone } from '../wording/factor';
import {
  fixed,
  heading,
  listed,
  percent,
  screen,
  signed,
  table,
  thousands,
  wrap,
  type Paint,
} from '../wording/text';

/** What was compared, and how. */
export interface ComparisonView {
  /** The base. */
  readonly scenario: Scenario;
  /** The scenario that is held against it. */
  readonly variant: Scenario;
  /** Seed of the common draws. */
  readonly seed: string;
  /** Runs of each scenario that were asked for. */
  readonly runs: number;
  /** What came of it. */
  readonly comparison: Comparison;
  /** The rules that its events obey, for action types of one's own; the library's where left out. */
  readonly rules?: OwnRules | undefined;
  /** What lies behind it, and what names things; absent or null where nothing was looked into. */
  readonly why?: {
    /** The comparison with the histories behind it. */
    readonly found: ExplainedComparison;
    /** What names measures, issues and meetings in sentences. */
    readonly names: Names;
  } | null;
}

const VIEW: AnswerForm<ComparisonView> = {
  what: 'an object with scenario, variant, seed, runs and comparison',
  fields: {
    scenario: 'object',
    variant: 'object',
    seed: 'text',
    runs: 'number',
    comparison: 'object',
    rules: 'object?',
    why: 'object or null?',
  },
};

const WHY: AnswerForm<NonNullable<ComparisonView['why']>> = {
  what: 'an object with found and names',
  fields: { found: 'object', names: 'object' },
};

function checkComparisonView(view: ComparisonView): void {
  checkAnswer('view', view, VIEW);
  const { scenario, variant, comparison, rules, why = null } = view;
  checkAnswer('view.scenario', scenario, SCENARIO);
  checkAnswer('view.variant', variant, SCENARIO);
  checkAnswer('view.comparison', comparison, COMPARISON);
  checkRules(rules);
  if (why === null) return;
  checkAnswer('view.why', why, WHY);
  checkAnswer('view.why.found', why.found, EXPLAINED_COMPARISON);
  checkNames('view.why.names', why.names);
}

const inertIn = (variant: Scenario, rules: OwnRules | undefined) =>
  inertSuppositions({
    supposed: supposedEvents(variant, rules),
    ...(rules === undefined ? {} : { own: { rules, policies: [] } }),
  });

const points = (share: number) => signed(100 * share, 1);

function rowOf(
  { id, base, variant, difference, low, high }: OutcomeDifference,
  titles: ReadonlyMap<string, string>,
): string[] {
  const clear = low > 0 || high < 0 ? '°' : '';
  return [
    titles.get(id) ?? id,
    percent(base),
    percent(variant),
    points(difference),
    `${points(low)} to ${points(high)}`,
    clear,
  ];
}

/** How many times the runs independent draws would take, as a sentence. */
function pairing({ saved }: Comparison['variance']): string {
  if (saved === null) return 'No run of the sample ends differently.';
  return `Without common draws it would take ${fixed(saved, saved < 10 ? 1 : 0)} times the runs to know the differences of the classes as sharply.`;
}

const GROUPS_SHOWN = 4;

/** Groups of steps as aligned lines: how often, and what. */
function groupLines(groups: readonly StepGroup[], names: Names, paint: Paint): string[] {
  return groups.slice(0, GROUPS_SHOWN).flatMap(({ share, pairs, step }) => {
    const head = `    ${percent(share, 0).padStart(4)} ${`(${pairs})`.padStart(5)}  `;
    return wrap(paint, stepPhrase(step, names), head, ' '.repeat(head.length));
  });
}

/** Why the changed runs changed: the sentences, the commonest starts and turns, and one chain with its dates. */
function whyLines(
  { found, names }: NonNullable<ComparisonView['why']>,
  view: ComparisonView,
  paint: Paint,
): string[] {
  const titleOf = (index: number) => view.scenario.outcomes[index]?.title ?? 'no class, or several';
  const lines = differenceSentences(found, names).flatMap((text) => wrap(paint, text, '  '));
  if (found.starts.length > 1)
    lines.push('', paint.dim('  It starts with'), ...groupLines(found.starts, names, paint));
  if (found.turns.length > 1)
    lines.push('', paint.dim('  What settles it'), ...groupLines(found.turns, names, paint));
  const { example } = found;
  if (example === null) return lines;
  const { base, variant } = example.outcomes;
  lines.push(
    '',
    ...wrap(
      paint,
      `Episode ${example.episode}: “${titleOf(base)}” in the base, “${titleOf(variant)}” in the variant`,
      '  ',
    ).map(paint.dim),
  );
  for (const { on, text, why } of chainLines(example.chain, names)) {
    const head = `  ${on.padEnd(12)} `;
    lines.push(...wrap(paint, `${text}.`, head, ' '.repeat(head.length)));
    lines.push(...wrap(paint, why, ' '.repeat(head.length)).map(paint.dim));
  }
  return lines;
}

/** A change with its interval and in what it is told: `-1.5 points (-4.2 to +0.8)`. */
const changed = ({ change, low, high }: { change: number; low: number; high: number }) =>
  `${points(change)} points (${points(low)} to ${points(high)})`;

/** What the variant changes, in a sentence or two: the sum of the deals, and which classes move, each by itself. */
function inShort({ scenario, comparison: { outcomes, quantities } }: ComparisonView): string {
  const deal = quantities.find(({ id }) => id === 'deal');
  const change = deal?.differences[0] ?? null;
  const sum =
    deal === undefined || change === null
      ? ''
      : `A deal of some kind: ${valueOrNone(deal, deal.values[0]?.value)} in the base, ${valueOrNone(deal, deal.values[1]?.value)} in the variant, ${changed(change)}. `;
  const moved = outcomes
    .filter(({ low, high }) => low > 0 || high < 0)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
    .map(({ id, difference, low, high }) => {
      const title = scenario.outcomes.find((outcome) => outcome.id === id)?.title ?? id;
      return `“${title}” by ${changed({ change: difference, low, high })}`;
    });
  return moved.length === 0
    ? `${sum}For every class the interval includes no change.`
    : `${sum}Taken one at a time, these differ from no change: ${listed(moved)}.`;
}

/**
 * The comparison as a screen of the width of its paint. The shares are the model's own, without the base rate. Pure.
 * @param view - The comparison with its two scenarios, seed and runs, and what lies behind it where that was looked into.
 * @param paint - Colours and width of the screen; `PLAIN` for 80 characters without colours.
 * @throws InputError when something of the view or the paint is none.
 *
 * @example
 * const [scenario, variant] = [loadScenario('kuala-lumpur-2025'), loadScenario('soybeans-first')];
 * const comparison = compare(scenario, variant, { runs: 50, seed: 'a' });
 * comparisonText({ scenario, variant, seed: 'a', runs: 50, comparison }, PLAIN)
 */
export function comparisonText(view: ComparisonView, paint: Paint): string {
  checkComparisonView(view);
  checkPaint('paint', paint);
  return asGiven('view', [view], () => {
    const { scenario, variant, seed, runs, comparison, why = null } = view;
    const titles = new Map(scenario.outcomes.map(({ id, title }) => [id, title]));
    const head = ['', 'base', 'variant', 'change', '95% interval', ''];
    const rows = comparison.outcomes.map((outcome) => rowOf(outcome, titles));
    return screen(paint, [
      ...heading(
        paint,
        scenario.id === variant.id
          ? `${scenario.id} with what is done and without it`
          : `${scenario.id} against ${variant.id}`,
      ),
      ...wrap(paint, `The variant: ${variant.about}`, '  '),
      ...inertIn(variant, view.rules).flatMap((one) => wrap(paint, inertNotice(one), '  ').map(paint.yellow)),
      '',
      ...wrap(paint, inShort(view), '  '),
      '',
      ...table(paint, head, rows, { align: ['left', 'right', 'right', 'right', 'right'] }),
      ...wrap(
        paint,
        'Shares of runs of the model alone, pooled with no base rate; changes in points; ° the interval leaves out no change, each class by itself.',
        '  ',
      ).map(paint.dim),
      '',
      ...(why === null ? [] : [...whyLines(why, view, paint), '']),
      ...quantityLines(comparison.quantities, paint),
      '',
      ...wrap(paint, pairing(comparison.variance), '  ').map(paint.dim),
      ...wrap(paint, `${thousands(runs)} runs of each, seed ${JSON.stringify(seed)}.`, '  ').map(paint.dim),
    ]);
  });
}
