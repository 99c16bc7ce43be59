/**
 * The tree of a meeting: held or not, how far the sides agree, whether it is kept, and what is left of it some months later. Each branch
 * has the share of the runs of the branch above, so that the shares on the way to a leaf multiply to its share of all runs.
 */
import { checkOptions, checkWhole, type Bounds, type OptionTable } from '../../kit/checks';
import { addDays } from '../../kit/calendar';
import { InputError } from '../../kit/input-error';
import { wilson } from '../../kit/statistics';
import { isBinding } from '../../model/truce';
import { VERSION } from '../../kit/version';
import { digest } from '../../engine/digest';
import { checkRunsAndSeed } from '../../ensemble/checks';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../../ensemble/limits';
import { followedDays } from '../../ensemble/truce-curves';
import type { ModelSpecification } from '../../scenario/model-specification';
import { PROJECT_OPTIONS, type ProjectOptions } from '../project';
import { prepare, type Subject } from '../prepared';
import { here } from '../runner/here';
import type { EnsembleAnalysis } from '../runner/stage';
import type { Branching } from './branches';
import { whoOf, type WhoMeets } from '../../facts/who-meets';

/** A group of runs that went the same way, with its share of the runs above, and its parts. */
export interface Branch {
  /** What it is, stable over versions: `held`, `agenda`, `kept`, `text` and their likes. */
  readonly id: string;
  /** The same in words. */
  readonly label: string;
  /** Share of the runs of the branch above, 0 to 1, with its 95 % interval (Wilson). */
  readonly p: number;
  /** Lower end of that interval, 0 to 1. */
  readonly low: number;
  /** Upper end of that interval, 0 to 1. */
  readonly high: number;
  /** Runs that come here. */
  readonly runs: number;
  /** The ways on which its runs part next; empty at an end, and where no run comes here. */
  readonly children: readonly Branch[];
}

/** How a tree is made. */
export interface TreeOptions extends ProjectOptions {
  /** Days from the planned day of the meeting to the last look, 2 to 365; 90 unless told, or the horizon where that is nearer. */
  readonly days?: number | undefined;
}

const TREE_OPTIONS: OptionTable<TreeOptions> = { ...PROJECT_OPTIONS, days: true };

/** Bounds of the last look, in days. */
export const TREE_DAYS: Bounds = { least: 2, most: 365 };
const USUAL_DAYS = 90;

/** A tree of the runs of a scenario. The model alone: no base rate is pooled with it. */
export interface Tree {
  /** Version of the library that gave the answer. */
  readonly version: string;
  /** Id of the scenario. */
  readonly scenario: string;
  /** First day of the runs, YYYY-MM-DD. */
  readonly today: string;
  /** Seed of the draws. */
  readonly seed: string;
  /** Runs that were done. */
  readonly runs: number;
  /** Of one that was stopped: runs that were done, and those that were asked for. */
  readonly partial?: {
    /** Runs that were done. */
    readonly done: number;
    /** Runs that were asked for. */
    readonly asked: number;
  };
  /** Days from the planned day of the meeting to the last look. */
  readonly days: number;
  /** Day of the last look, YYYY-MM-DD. */
  readonly lastLookOn: string;
  /** Always `model`: no base rate is pooled with it. */
  readonly basis: 'model';
  /** All runs. */
  readonly tree: Branch;
  /** SHA-256 of the answer without this field, hexadecimal. */
  readonly digest: string;
}

/** A way at a branch: which runs take it. */
interface Way {
  readonly id: string;
  readonly label: string;
  readonly takes: (branching: Branching) => boolean;
  readonly below: readonly Way[];
}

/** Of which meeting a tree tells. */
interface MeetingOfTree {
  /** Who meets there; leaders unless told. */
  readonly who?: WhoMeets;
  /** Whether a text is looked for at the end; true unless told. */
  readonly looksForText?: boolean;
}

/** Whether a text is in force at the last look. */
const textWays = (days: number): readonly Way[] => [
  { id: 'text', label: `a text in force ${days} days on`, takes: (run) => run.text, below: [] },
  { id: 'no-text', label: `no text in force ${days} days on`, takes: (run) => !run.text, below: [] },
];

/** The ways that there are from some meeting. */
function waysOf(days: number, { who = 'leaders', looksForText = true }: MeetingOfTree): readonly Way[] {
  const text = looksForText ? textWays(days) : [];
  const keeping: readonly Way[] = [
    { id: 'kept', label: `kept for ${days} days`, takes: ({ kept }) => kept === true, below: text },
    {
      id: 'not-kept',
      label: 'broken, or a pledge of it left undone',
      takes: ({ kept }) => kept === false,
      below: text,
    },
  ];
  return [
    {
      id: 'held',
      label: `the ${who} meet`,
      takes: ({ held }) => held,
      below: [
        {
          id: 'agenda',
          label: 'an exchange over the agenda',
          takes: ({ scope }) => scope === 'agenda',
          below: keeping,
        },
        {
          id: 'narrow',
          label: 'a standstill alone',
          takes: ({ scope }) => scope === 'narrow',
          below: keeping,
        },
        { id: 'none', label: 'nothing agreed', takes: ({ scope }) => scope === 'none', below: text },
      ],
    },
    { id: 'not-held', label: `the ${who} do not meet`, takes: ({ held }) => !held, below: text },
  ];
}

/** The branch of the runs that take a way; shares are of the runs above. */
function branchOf({ id, label, takes, below }: Way, above: readonly Branching[]): Branch {
  const own = above.filter(takes);
  const children = own.length === 0 ? [] : below.map((way) => branchOf(way, own));
  return { id, label, ...wilson(own.length, above.length), runs: own.length, children };
}

/** The tree of some runs. */
export function treeOf(branchings: readonly Branching[], days: number, meeting: MeetingOfTree = {}): Branch {
  const below = waysOf(days, meeting);
  const all: Way = { id: 'all', label: 'all runs', takes: () => true, below };
  return branchOf(all, branchings);
}

/** The last look that is asked for, or that the horizon allows. */
function lastLook({ days }: TreeOptions, specification: ModelSpecification): number {
  const followed = followedDays(specification);
  if (days === undefined) return Math.min(USUAL_DAYS, followed);
  checkWhole('days', days, TREE_DAYS);
  if (days <= followed) return days;
  throw new InputError({
    code: 'input/number',
    path: 'days',
    given: days,
    allowed: `at most ${followed}, up to the horizon ${specification.horizon}`,
  });
}

/** The analysis behind {@link tree}. */
export function* treeGrown(subject: Subject, options: TreeOptions = {}): EnsembleAnalysis<Tree> {
  checkOptions(options, TREE_OPTIONS);
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED } = options;
  checkRunsAndSeed(runs, seed);
  const { scenario, initial, specification } = prepare(subject, options);
  if (!specification.meetingAhead)
    throw new InputError({
      code: 'input/no-meeting',
      path: 'scenario',
      given: scenario.id,
      allowed: 'a scenario or a play with a meeting ahead',
      why: `no meeting lies ahead of ${specification.today}`,
    });
  const days = lastLook(options, specification);
  const found: Branching[] = [];
  yield {
    kind: 'branches',
    setting: { initial, specification, seed, days },
    from: 0,
    to: runs,
    take: (part) => {
      for (const branching of part) found.push(branching);
    },
    partial: () => found.length > 0,
    how: options,
  };
  const answer = {
    version: VERSION,
    scenario: scenario.id,
    today: specification.today,
    seed,
    runs: found.length,
    ...(found.length < runs ? { partial: { done: found.length, asked: runs } } : {}),
    days,
    lastLookOn: addDays(specification.meetingOn, days),
    basis: 'model' as const,
    tree: treeOf(found, days, {
      who: whoOf(specification.leadersMeet),
      // Where no truce stands on the first day and none comes about, there is no text to look for.
      looksForText: isBinding(initial.truce) || found.some(({ text }) => text),
    }),
  };
  return { ...answer, digest: digest(answer) };
}

/**
 * Grows the tree of a meeting: held, how far the sides agree, whether it is kept, and whether a text is in force some months later,
 * each branch with its share of the one above and a 95 % interval. The model alone. Throws an InputError where no meeting
 * lies ahead, or for days beyond the horizon, runs or a seed out of range.
 * @param subject - Scenario, id of one, or play with a meeting ahead on the day on which it stands.
 * @param options - Days from the meeting to the last look (2 to 365; 90 unless told, at most up to the horizon), runs (4 000 unless told)
 *   and seed.
 *
 * @example tree('kuala-lumpur-2025', { runs: 1_000 }).tree.children.map(({ label, p }) => `${label}: ${p}`)
 */
export function tree(subject: Subject, options: TreeOptions = {}): Tree {
  return here(treeGrown(subject, options));
}
