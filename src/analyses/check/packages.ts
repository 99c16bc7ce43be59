/**
 * Packages: agreements worth trying when one looks for states that a scenario's classes leave out or claim twice.
 *
 * Classes are cut by thresholds on the mean concession and on relief of tariffs and controls. The packages therefore
 * go to each threshold, just below it, just above it and between it and the next, for each combination of the three
 * quantities that the agenda can bring about; single issues, the extension alone, everything, and random ones besides.
 */
import type { Parameters } from '../../model/parameters';
import type { Draws } from '../../kit/keyed-draws';
import { meetingOf } from '../../model/meeting';
import type { State } from '../../model/state';
import { comparisonsIn } from '../../model/condition';
import type { OutcomeClass } from '../../scenario/schema';
import type { IssuePrior, ModelSpecification } from '../../scenario/model-specification';
import { settle } from '../../episode/settlement';
import { entryOf, itemAt } from '../../kit/lists';

/** Degrees of concession by issue, with the scope that an agreement of them has. */
export interface Package {
  readonly scope: 'agenda' | 'narrow';
  readonly degrees: ReadonlyMap<string, number>;
}

/** How near a threshold is looked at, as a share of it. */
const NEARNESS = 1e-3;
/** Degrees at which each issue is tried alone. */
const SINGLE_DEGREES = [0.02, 0.25, 0.5, 0.75, 1] as const;
const RANDOM_PACKAGES = 300;
/** More combinations than this are thinned out evenly. */
const MOST_COMBINATIONS = 3_000;
const BISECTIONS = 30;

/** Values of a term worth trying: each threshold, a little to both sides of it, and halfway to the next. */
function probesOf(outcomes: readonly OutcomeClass[], ...terms: readonly string[]): number[] {
  const thresholds = new Set<number>();
  for (const comparison of outcomes.flatMap((outcome) => comparisonsIn(outcome.when))) {
    if (!terms.includes(comparison.term)) continue;
    for (const value of [comparison.atLeast, comparison.below])
      if (value !== undefined) thresholds.add(value);
  }
  const sorted = [...thresholds].sort((a, b) => a - b);
  const near = sorted.flatMap((value) => [value * (1 - NEARNESS), value, value * (1 + NEARNESS)]);
  const between = sorted.slice(1).map((value, index) => (value + itemAt(sorted, index)) / 2);
  return [...near, ...between].filter((value) => value > 0);
}

type Degrees = Map<string, number>;

/** The degree that an issue can have next to a wanted one: an indivisible issue is whole or out. */
const admissible = (issue: IssuePrior, degree: number): number =>
  issue.indivisible ? (degree >= 0.5 ? 1 : 0) : degree;

function uniform(issues: readonly IssuePrior[], degree: number): Degrees {
  const degrees: Degrees = new Map();
  for (const issue of issues) {
    const own = admissible(issue, degree);
    if (own > 0) degrees.set(issue.id, own);
  }
  return degrees;
}

/** The smallest degree at which a rising quantity reaches a value; null where it never does. */
function degreeReaching(quantity: (degree: number) => number, value: number): number | null {
  if (quantity(1) < value) return null;
  let [low, high] = [0, 1];
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (low + high) / 2;
    if (quantity(middle) >= value) high = middle;
    else low = middle;
  }
  return high;
}

/** Choices of degrees on some issues that bring a quantity to each probe: all together, and each issue alone. */
function choicesReaching(
  issues: readonly IssuePrior[],
  quantity: (degrees: Degrees) => number,
  probes: readonly number[],
): Degrees[] {
  const choices: Degrees[] = [new Map<string, number>()];
  if (issues.length === 0) return choices;
  choices.push(uniform(issues, 1));
  const groups = issues.length === 1 ? [issues] : [issues, ...issues.map((issue) => [issue])];
  for (const group of groups) {
    for (const probe of probes) {
      const degree = degreeReaching((at) => quantity(uniform(group, at)), probe);
      if (degree !== null) choices.push(uniform(group, degree));
    }
  }
  return choices;
}

/** Fillings of the other issues that bring the mean concession of the agenda to each probe, or near none and all. */
function fillings(
  others: readonly IssuePrior[],
  chosen: Degrees,
  all: readonly IssuePrior[],
  probes: readonly number[],
): Degrees[] {
  const weight = all.reduce((sum, issue) => sum + issue.benefit, 0);
  const given = all.reduce((sum, issue) => sum + issue.benefit * (chosen.get(issue.id) ?? 0), 0);
  const divisible = others.filter((issue) => !issue.indivisible);
  const whole = others.filter((issue) => issue.indivisible);
  const weightOf = (issues: readonly IssuePrior[]) => issues.reduce((sum, issue) => sum + issue.benefit, 0);
  const found: Degrees[] = [new Map<string, number>(), uniform(others, 1)];
  for (const probe of probes) {
    for (const fixed of [[], whole]) {
      const degree = (probe * weight - given - weightOf(fixed)) / weightOf(divisible);
      if (degree > 0 && degree <= 1)
        found.push(new Map([...uniform(fixed, 1), ...uniform(divisible, degree)]));
    }
  }
  return found;
}

/** Issues of the agenda by what granting them relieves. */
interface Table {
  readonly all: readonly IssuePrior[];
  readonly tariffs: readonly (readonly IssuePrior[])[];
  readonly controls: readonly IssuePrior[];
  readonly others: readonly IssuePrior[];
  readonly tariffRelief: (degrees: Degrees) => number;
  readonly controlRelief: (degrees: Degrees) => number;
}

function tableOf(state: State, specification: ModelSpecification, p: Parameters): Table {
  const agenda = meetingOf(state, specification.meeting)?.agenda ?? [];
  const all = specification.issues.filter((issue) => agenda.includes(issue.id));
  const byId = new Map(all.map((issue) => [issue.id, issue]));
  const terms = (degrees: Degrees) =>
    [...degrees].map(
      ([id, degree]) => settle(state, entryOf(byId, id), degree, specification, p.settlement).term,
    );
  const whole = new Map(
    all.map((issue) => [issue.id, settle(state, issue, 1, specification, p.settlement).term]),
  );
  const relievesTariffs = (issue: IssuePrior) => entryOf(whole, issue.id).tariffReliefPp > 0;
  const relievesControls = (issue: IssuePrior) => entryOf(whole, issue.id).controlRelief > 0;
  return {
    all,
    tariffs: (['US', 'CN'] as const).map((giver) =>
      all.filter((issue) => issue.giver === giver && relievesTariffs(issue)),
    ),
    controls: all.filter((issue) => !relievesTariffs(issue) && relievesControls(issue)),
    others: all.filter((issue) => !relievesTariffs(issue) && !relievesControls(issue)),
    tariffRelief: (degrees) => terms(degrees).reduce((sum, term) => sum + term.tariffReliefPp, 0),
    controlRelief: (degrees) => terms(degrees).reduce((most, term) => Math.max(most, term.controlRelief), 0),
  };
}

/** Combinations over the three quantities that classes look at. */
function combinations(table: Table, outcomes: readonly OutcomeClass[]): Degrees[] {
  const tariffProbes = probesOf(outcomes, 'tariff-relief', 'average-cut');
  const tariffs = table.tariffs.flatMap((issues) =>
    choicesReaching(issues, table.tariffRelief, tariffProbes),
  );
  tariffs.push(uniform(table.tariffs.flat(), 1));
  const controls = choicesReaching(
    table.controls,
    table.controlRelief,
    probesOf(outcomes, 'control-relief', 'severity-cut'),
  );
  const means = probesOf(outcomes, 'mean-concession');
  const found: Degrees[] = [];
  for (const tariff of tariffs) {
    for (const control of controls) {
      const chosen: Degrees = new Map([...tariff, ...control]);
      for (const filling of fillings(table.others, chosen, table.all, means))
        found.push(new Map([...chosen, ...filling]));
    }
  }
  return found;
}

/** Everything at one degree, at the probes of the mean. */
function wholeAgenda(table: Table, outcomes: readonly OutcomeClass[]): Degrees[] {
  return [
    ...fillings(table.all, new Map(), table.all, probesOf(outcomes, 'mean-concession')),
    uniform(table.all, 0.5),
  ];
}

function randomPackage(table: Table, draws: Draws, occasion: number): Degrees {
  const degrees: Degrees = new Map();
  for (const issue of table.all) {
    if (draws.uniform(0, `check/on/${issue.id}`, occasion) < 0.5) continue;
    const degree = admissible(issue, draws.uniform(0, `check/degree/${issue.id}`, occasion));
    if (degree > 0) degrees.set(issue.id, degree);
  }
  return degrees;
}

const NARROW_ISSUE = 'extension';

/**
 * Packages to try at a meeting in a state, from the plainest to the most elaborate. Deterministic in its arguments.
 */
export function packagesFor(
  state: State,
  specification: ModelSpecification,
  p: Parameters,
  draws: Draws,
): Package[] {
  const table = tableOf(state, specification, p);
  const { outcomes } = specification;
  const narrow = table.all.some((issue) => issue.id === NARROW_ISSUE)
    ? SINGLE_DEGREES.map((degree): Package => ({
        scope: 'narrow',
        degrees: new Map([[NARROW_ISSUE, degree]]),
      }))
    : [];
  const singles = table.all.flatMap((issue) => SINGLE_DEGREES.map((degree) => uniform([issue], degree)));
  const combined = combinations(table, outcomes);
  const step = Math.max(1, combined.length / MOST_COMBINATIONS);
  const thinned = combined.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  const random = Array.from({ length: RANDOM_PACKAGES }, (_, occasion) =>
    randomPackage(table, draws, occasion),
  );
  const wide = [...singles, ...wholeAgenda(table, outcomes), ...thinned, ...random]
    .filter((degrees) => degrees.size > 0)
    .map((degrees): Package => ({ scope: 'agenda', degrees }));
  return [...narrow, ...wide];
}
