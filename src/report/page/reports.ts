/** Reports as pages: an ensemble is run and shown as one self-contained HTML document. */
import type { Facts } from '../../facts/schema';
import { bareFacts } from '../../facts/packaged-bare';
import { wholeFacts } from '../whole-facts';
import { checkOptions, type OptionTable } from '../../kit/checks';
import { rulesGiven, type Own } from '../../scenario/own';
import { prepare, scenarioAsked, type Subject as Asked } from '../../analyses/prepared';
import { here } from '../../analyses/runner/here';
import type { Runner } from '../../analyses/runner/stage';
import { fullProjection, PROJECT_OPTIONS, runEpisode, type ProjectOptions } from '../../analyses/project';
import { explainedDifference } from '../wording/explained-difference';
import { loadDrawing } from '../charts/library';
import { comparisonOfAll } from '../../analyses/comparison/compare-all';
import { comparisonPage } from './comparison';
import { scenariosPage } from './scenarios';
import { projectionPage } from './projection';
import type { Subject } from '../charts/pictures';
import type { Scenario } from '../../scenario/schema';
import { sensitivityStudied, uncertaintyStudied } from '../../analyses/sensitivity/sensitivity';
import { InputError } from '../../kit/input-error';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../../ensemble/limits';
import { treeGrown, type Tree } from '../../analyses/tree/tree';
import type { Tornado } from '../../analyses/sensitivity/tornado';

/** How a report is made. */
export interface ReportOptions extends ProjectOptions {
  /** The command that the page names for making it again; that of the command line unless told. */
  readonly command?: string | undefined;
  /**
   * Id of a quantity of interest of which a projection's page shows the tornado; it takes about as long again. None
   * unless told.
   */
  readonly tornado?: string | undefined;
  /** Whether a projection's page shows how the meeting branches; it takes about as long again. Not unless told. */
  readonly tree?: boolean | undefined;
  /** What executes the analyses: this thread unless told; `onThreads().run` of `detente/node` does it on threads. */
  readonly run?: Runner | undefined;
}

/**
 * The nested design of a page: as many parameter draws as runs, to a bound beyond which it would cost more than it
 * tells.
 */
const PAGE_WORLDS = { least: 10, most: 400 };
/** Parameter draws under the scenario's own policies for each one under another pair. */
const WORLDS_PER_PAIR = 20;
const LEAST_PER_PAIR = 2;

/** Changed runs that are looked into, and runs that end alike. */
const HISTORIES_COMPARED = 100;

function reproduceCommand(
  words: readonly string[],
  { runs = DEFAULT_RUNS, seed = DEFAULT_SEED, tornado, tree }: ReportOptions,
): string {
  const quoted = /^[\w.-]+$/.test(seed) ? seed : JSON.stringify(seed);
  const more = [
    ...(tornado === undefined ? [] : ['--tornado', tornado]),
    ...(tree === true ? ['--tree'] : []),
  ];
  const how = ['--runs', runs, '--seed', quoted, ...more, '-o', `${words.at(-1)}.html`];
  return ['detente', 'report', ...words, ...how].join(' ');
}

const REPORT_OPTIONS: OptionTable<ReportOptions> = {
  ...PROJECT_OPTIONS,
  command: true,
  tornado: true,
  tree: true,
  run: true,
};

/** A scenario with all that has happened in it, and how all analyses of a page are made of it. */
interface Question {
  readonly scenario: Scenario;
  readonly facts: Facts;
  readonly own: Own;
}

function questionOf(subject: Asked, options: ReportOptions, path: string): Question {
  const { scenario, facts, own } = scenarioAsked(subject, options, path);
  const { rules, policies, outcomes } = own;
  return { scenario, facts: wholeFacts(facts), own: { rules, policies, outcomes } };
}

function ensembleOptions({ facts, own }: Question, options: ReportOptions): ProjectOptions {
  const { runs, seed, onProgress, signal } = options;
  return {
    signal,
    facts,
    ...own,
    ...(runs === undefined ? {} : { runs }),
    ...(seed === undefined ? {} : { seed }),
    ...(onProgress === undefined ? {} : { onProgress }),
  };
}

function uncertaintyOf({ scenario, facts, own }: Question, options: ReportOptions) {
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED, signal, run = here } = options;
  const ownWorlds = Math.min(PAGE_WORLDS.most, Math.max(PAGE_WORLDS.least, runs));
  const each = Math.max(LEAST_PER_PAIR, Math.round(ownWorlds / WORLDS_PER_PAIR));
  const asked = { runs, seed, signal, ownWorlds, worlds: each, facts, ...own };
  return run(uncertaintyStudied(scenario, asked));
}

/** The most episodes at each end of a page's tornado. */
const TORNADO_RUNS = 100;

async function tornadoOf(
  { scenario, facts, own }: Question,
  options: ReportOptions,
): Promise<Tornado | null> {
  const { tornado: output, runs = DEFAULT_RUNS, seed = DEFAULT_SEED, signal, run = here } = options;
  if (output === undefined) return null;
  const asked = {
    method: 'tornado',
    output,
    runs: Math.max(2, Math.min(TORNADO_RUNS, runs)),
    seed,
    signal,
    facts,
    ...own,
  } as const;
  const found = await run(sensitivityStudied(scenario, asked));
  return found.method === 'tornado' ? found : null;
}

async function treeOf(question: Question, options: ReportOptions): Promise<Tree | null> {
  if (options.tree !== true) return null;
  return (options.run ?? here)(treeGrown(question.scenario, ensembleOptions(question, options)));
}

/** What the page of one projection shows beside it. */
const OF_ONE = ['tornado', 'tree'] as const;

/** Refuses, for a page of several scenarios, what is for that of one. */
function refuseOfOne(options: ReportOptions): void {
  const given = OF_ONE.find((name) => options[name] !== undefined && options[name] !== false);
  if (given !== undefined)
    throw new InputError({
      code: 'input/unknown-option',
      path: 'options',
      given,
      allowed: `no ${given}, which is for the page of one scenario`,
    });
}

async function subjectOf(question: Question, options: ReportOptions): Promise<Subject> {
  const run = options.run ?? here;
  const { facts, own } = question;
  const { projection, course } = await run(
    fullProjection(question.scenario, ensembleOptions(question, options)),
  );
  // With the classes that were asked about, where those are one's own.
  const { scenario, initial } = prepare(question.scenario, { facts, ...own });
  return { scenario, facts, initial, projection, course, rules: rulesGiven(own.rules) };
}

/**
 * Projects a scenario and shows the answer as one HTML document that needs no network and runs no script: pictures,
 * their numbers as tables, assumptions with sources, and the command that makes it again. The same input gives the
 * same bytes. Rejects with an InputError for an unknown id, an unknown option, runs or a seed out of range, and with a
 * {@link MissingPeerError} where the chart library is not installed.
 * @param scenario - Scenario, id of one, or play, which is projected from the day on which it stands.
 * @param options - Runs (4 000 unless told), seed, whether the page shows a tornado or a tree, the command it names, and what does the
 *   work.
 *
 * @example (await projectionReport('kuala-lumpur-2025', { runs: 20 })).startsWith('<!doctype html>')
 */
export async function projectionReport(scenario: Asked, options: ReportOptions = {}): Promise<string> {
  checkOptions(options, REPORT_OPTIONS);
  const question = questionOf(scenario, options, 'scenario');
  // What is missing is said before minutes of runs, not after.
  await loadDrawing();
  const tree = await treeOf(question, options);
  const subject = await subjectOf(question, options);
  const command = options.command ?? reproduceCommand([question.scenario.id], options);
  const sure = await uncertaintyOf(question, options);
  return projectionPage({
    ...subject,
    uncertainty: sure,
    tornado: await tornadoOf(question, options),
    tree,
    command,
  });
}

/**
 * Compares two scenarios on common draws and shows them side by side as one HTML document, with paired differences and
 * the places where their histories part. Rejects as {@link projectionReport}, and with an InputError where the outcome
 * classes differ.
 * @param base - Scenario, id or play that the other is held against: differences are the other less this one.
 * @param variant - Scenario, id or play that is compared, with the same outcome classes as the base.
 * @param options - Runs of each of the two (4 000 unless told), seed, the command that the page names, and what does the work.
 *
 * @example (await comparisonReport('kuala-lumpur-2025', 'soybeans-first', { runs: 20 })).startsWith('<!doctype html>')
 */
export async function comparisonReport(
  base: Asked,
  variant: Asked,
  options: ReportOptions = {},
): Promise<string> {
  checkOptions(options, REPORT_OPTIONS);
  refuseOfOne(options);
  const a = questionOf(base, options, 'base');
  const b = questionOf(variant, options, 'variant');
  await loadDrawing();
  const asked = { ...ensembleOptions(a, options), variant: b.own, histories: HISTORIES_COMPARED };
  const comparison = await (options.run ?? here)(explainedDifference(a.scenario, b.scenario, asked));
  const subjects = [await subjectOf(a, options), await subjectOf(b, options)] as const;
  const seed = options.seed ?? DEFAULT_SEED;
  const log = ({ scenario, facts, own }: Question, episode: number) =>
    runEpisode(scenario, { seed, episode, facts, ...own }).events;
  const telling = comparison.example;
  const example =
    telling === null
      ? null
      : { episode: telling.episode, base: log(a, telling.episode), variant: log(b, telling.episode) };
  const command = options.command ?? reproduceCommand(['--compare', a.scenario.id, b.scenario.id], options);
  return comparisonPage({
    base: subjects[0],
    variant: subjects[1],
    comparison,
    example,
    command,
  });
}

/**
 * Sets 2 to 64 scenarios side by side on common draws and shows them as one HTML document: one table, and for each quantity of interest
 * that is asked for first a picture of all scenarios beside the first. Rejects as {@link projectionReport}, and with an InputError for
 * another number of scenarios, and where `tornado` or `tree` is asked for, which are of one scenario.
 * @param scenarios - 2 to 64 scenarios, ids or plays, of which the first is the one that the others are held against.
 * @param options - Runs of each scenario (4 000 unless told), seed, the command that the page names, and what does the work.
 *
 * @example (await scenariosReport(['kuala-lumpur-2025', 'soybeans-first', 'trade-only'], { runs: 20 })).startsWith('<!doctype html>')
 */
export async function scenariosReport(
  scenarios: readonly Asked[],
  options: ReportOptions = {},
): Promise<string> {
  checkOptions(options, REPORT_OPTIONS);
  refuseOfOne(options);
  await loadDrawing();
  const { command, tornado: _tornado, tree: _tree, run = here, ...asked } = options;
  const table = await run(comparisonOfAll(scenarios, asked));
  return scenariosPage({
    table,
    facts: wholeFacts(options.facts ?? bareFacts()),
    command: command ?? reproduceCommand(['--compare', ...table.scenarios.map(({ id }) => id)], options),
  });
}
