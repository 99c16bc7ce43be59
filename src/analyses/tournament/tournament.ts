/**
 * Tournament: every pair of policies, one a party, on common draws. What each pair is worth to both sides, best responses, how far each
 * pair is from one, and the equilibria of the game of choosing a policy.
 */
import { digest } from '../../engine/digest';
import { checkRunsAndSeed } from '../../ensemble/checks';
import { DEFAULT_SEED } from '../../ensemble/limits';
import { addDays } from '../../kit/calendar';
import { checkList, checkOptions, type OptionTable } from '../../kit/checks';
import { InputError } from '../../kit/input-error';
import { itemAt } from '../../kit/lists';
import { mean, variance } from '../../kit/statistics';
import { VERSION } from '../../kit/version';
import { PARTY_IDS, type PartyId } from '../../model/actor';
import type { Policy } from '../../policies/policy';
import { POLICY_IDS, type PolicyId } from '../../policies/policy-ids';
import type { FromModule } from '../../scenario/own-module';
import { alsoPolicies } from '../../scenario/own';
import { seriesOf } from '../comparison/side-by-side';
import { PLAY_OPTIONS, type PlayOptions } from '../play';
import { prepare, type Prepared, type Subject } from '../prepared';
import { here } from '../runner/here';
import { RUN_OPTIONS, type EnsembleAnalysis, type RunOptions } from '../runner/stage';
import { equilibriaOf } from './equilibria';
import { toSixDigits } from '../../kit/decimals';

/** Who plays, and how often. */
export interface TournamentOptions extends RunOptions, Omit<PlayOptions, 'policies'> {
  /** Two to eight policies: ids of shipped ones, and one's own; all that are shipped unless told. Each side may have each. */
  readonly policies?: readonly (Policy | PolicyId | FromModule)[] | undefined;
  /** Runs of each pair, 1 to 10 000 000; 400 unless told. */
  readonly runs?: number | undefined;
  /** Seed of the draws, 1 to 200 characters; `1` unless told. */
  readonly seed?: string | undefined;
}

const TOURNAMENT_OPTIONS: OptionTable<TournamentOptions> = {
  ...RUN_OPTIONS,
  ...PLAY_OPTIONS,
  runs: true,
  seed: true,
};

/** A number for each side. */
export type PerSide = Readonly<Record<PartyId, number>>;

/** An equilibrium of the game of choosing a policy: how often each side chooses each, and what it is worth to each. */
export interface PolicyEquilibrium {
  /**
   * Probability with which the United States chooses each policy, 0 to 1, by its id; those of 0 are left out.
   */
  readonly US: Readonly<Record<string, number>>;
  /** Probability with which China chooses each policy, 0 to 1, by its id; those of 0 are left out. */
  readonly CN: Readonly<Record<string, number>>;
  /** Expected utility of each side, points of 1 % of GDP for a year. */
  readonly utility: PerSide;
}

/** The answer: what `detente tournament --json` prints. Tables are by the policy of the United States, then by that of China. */
export interface Tournament {
  /** Version of the library that gave the answer. */
  readonly version: string;
  /** Id of the scenario. */
  readonly scenario: string;
  /** First day of the runs, YYYY-MM-DD. */
  readonly today: string;
  /** Seed of the common draws. */
  readonly seed: string;
  /** Runs of each pair. */
  readonly runs: number;
  /** There where it was stopped: the runs of each pair that were asked for. */
  readonly partial?: {
    /** Runs of each pair that were asked for. */
    readonly asked: number;
  };
  /** SHA-256 of the answer without this field, hexadecimal. */
  readonly digest: string;
  /** Their ids, in the order of the tables. */
  readonly policies: readonly string[];
  /** Mean utility of each pair to each side, points of 1 % of GDP for a year; the standard errors stand in `errors`. */
  readonly utility: readonly (readonly PerSide[])[];
  /** Standard error of each mean utility, in the same points; 0 where there was a single run. */
  readonly errors: readonly (readonly PerSide[])[];
  /** Shares of the outcome classes for each pair, the model alone; null where no meeting lies ahead. */
  readonly outcomes: readonly (readonly Readonly<Record<string, number>>[])[] | null;
  /** The best policy of each side against each policy of the other, in their order. */
  readonly bestResponses: Readonly<Record<PartyId, readonly string[]>>;
  /** What both sides together would gain at most if each alone changed its policy: nought at an equilibrium in pure policies. */
  readonly exploitability: readonly (readonly number[])[];
  /** Equilibria of the table of means, as if it were exact; mixtures are chosen once, before the first day. */
  readonly equilibria: readonly PolicyEquilibrium[];
}

const USUAL_RUNS = 400;
/** Policies that may play. */
const PLAYERS = { least: 2, most: 8 } as const;

type Given = Policy | PolicyId | FromModule;

/** The policies that are given, each once. */
function policiesTold(given: TournamentOptions['policies']): readonly Given[] {
  if (given === undefined) return POLICY_IDS;
  const list = checkList('policies', given, 'policies') as readonly Given[];
  if (list.length >= PLAYERS.least && list.length <= PLAYERS.most && new Set(list).size === list.length)
    return list;
  throw new InputError({
    code: 'tournament/policies',
    path: 'policies',
    given: list.length,
    allowed: `${PLAYERS.least} to ${PLAYERS.most} policies, each once`,
  });
}

/** The scenario with all policies known, read until the eve of its horizon, on which texts run out; and their ids. */
function prepared(subject: Subject, options: TournamentOptions): { whole: Prepared; ids: string[] } {
  const { after, today, facts, rules, outcomes } = options;
  const whole = prepare(subject, { after, today, facts, rules, outcomes });
  const given = policiesTold(options.policies);
  const specification = alsoPolicies(whole.specification, given);
  const eve = addDays(specification.horizon, -1);
  const horizon = eve > specification.today ? eve : specification.horizon;
  const ids = given.map((policy) =>
    typeof policy === 'string' ? policy : 'id' in policy ? policy.id : policy.name,
  );
  return { whole: { ...whole, specification: { ...specification, horizon } }, ids };
}

/** A table by both sides' policies of what is made of each pair, the pairs in the order of the table. */
function tableOf<T, U>(pairs: readonly T[], n: number, make: (pair: T) => U): U[][] {
  return Array.from({ length: n }, (_, us) =>
    Array.from({ length: n }, (__, cn) => make(itemAt(pairs, us * n + cn))),
  );
}

const bothSides = (of: (party: PartyId) => number): PerSide => ({ US: of('US'), CN: of('CN') });

/** The analysis behind {@link tournament}. */
export function* played(subject: Subject, options: TournamentOptions = {}): EnsembleAnalysis<Tournament> {
  checkOptions(options, TOURNAMENT_OPTIONS);
  const { runs = USUAL_RUNS, seed = DEFAULT_SEED, signal, onProgress } = options;
  checkRunsAndSeed(runs, seed);
  const { whole, ids } = prepared(subject, options);
  const { initial, specification } = whole;
  const classes = specification.meetingAhead ? specification.outcomes.map(({ id }) => id) : [];
  const n = ids.length;
  const quantities = [...PARTY_IDS.map((party) => `utility:${party}`), ...classes.map((id) => `class:${id}`)];
  const scenarios = ids.flatMap((US) =>
    ids.map((CN) => ({ initial, specification: { ...specification, policies: { US, CN } }, quantities })),
  );
  const found: number[][] = [];
  yield {
    kind: 'quantities',
    setting: { seed, scenarios },
    from: 0,
    to: scenarios.length * runs,
    take: (part) => {
      for (const values of part) found.push([...values]);
    },
    // Each episode needs all of its pairs.
    partial: () => found.length >= scenarios.length,
    how: { signal, onProgress },
  };
  const pairs = seriesOf(found, scenarios.length);
  const column = (pair: readonly number[][], at: number) => pair.map((values) => itemAt(values, at));
  const ofParty = (pair: readonly number[][], party: PartyId) => column(pair, PARTY_IDS.indexOf(party));
  const utility = tableOf(pairs, n, (pair) => bothSides((party) => mean(ofParty(pair, party))));
  const errors = tableOf(pairs, n, (pair) =>
    bothSides((party) =>
      pair.length < 2 ? 0 : toSixDigits(Math.sqrt(variance(ofParty(pair, party)) / pair.length)),
    ),
  );
  const outcomes = tableOf(pairs, n, (pair) =>
    Object.fromEntries(classes.map((id, at) => [id, toSixDigits(mean(column(pair, PARTY_IDS.length + at)))])),
  );
  const done = itemAt(pairs, 0).length;
  const answer = {
    version: VERSION,
    scenario: whole.scenario.id,
    today: specification.today,
    seed,
    runs: done,
    ...(done < runs ? { partial: { asked: runs } } : {}),
    policies: ids,
    utility: utility.map((row) => row.map((both) => bothSides((party) => toSixDigits(both[party])))),
    errors,
    outcomes: classes.length === 0 ? null : outcomes,
    ...gameOf(ids, utility),
  };
  return { ...answer, digest: digest(answer) };
}

/** Best responses, distances from them and equilibria of a table of utilities. */
function gameOf(
  ids: readonly string[],
  utility: readonly (readonly PerSide[])[],
): Pick<Tournament, 'bestResponses' | 'exploitability' | 'equilibria'> {
  const worth = (us: number, cn: number, party: PartyId) => itemAt(itemAt(utility, us), cn)[party];
  const all = ids.map((_, at) => at);
  const best = (of: (own: number) => number) =>
    all.reduce((most, own) => (of(own) > of(most) ? own : most), 0);
  const usBest = all.map((cn) => best((us) => worth(us, cn, 'US')));
  const cnBest = all.map((us) => best((cn) => worth(us, cn, 'CN')));
  const named = (shares: readonly number[]) =>
    Object.fromEntries(
      shares.flatMap((share, at) => (share === 0 ? [] : [[itemAt(ids, at), toSixDigits(share)]])),
    );
  const table = (party: PartyId) => utility.map((row) => row.map((both) => both[party]));
  return {
    bestResponses: {
      US: usBest.map((at) => itemAt(ids, at)),
      CN: cnBest.map((at) => itemAt(ids, at)),
    },
    exploitability: all.map((us) =>
      all.map((cn) =>
        toSixDigits(
          worth(itemAt(usBest, cn), cn, 'US') -
            worth(us, cn, 'US') +
            worth(us, itemAt(cnBest, us), 'CN') -
            worth(us, cn, 'CN'),
        ),
      ),
    ),
    equilibria: equilibriaOf(table('US'), table('CN')).map(({ row, column, worth: both }) => ({
      US: named(row),
      CN: named(column),
      utility: { US: toSixDigits(both.row), CN: toSixDigits(both.column) },
    })),
  };
}

/**
 * Lets every pair of policies play a scenario on common draws, and tells what each is worth to both sides and where neither would change. Runs in this
 * thread; `onThreads` of `detente/node` has the same on threads. Throws an InputError for what is no policy, for fewer than two or
 * more than eight, and for runs or a seed out of range.
 * @param subject - Scenario, id of one, or play, in which every pair of policies plays from the day on which it stands.
 * @param options - Two to eight policies, all that are shipped unless told, runs of each pair (400 unless told), seed and facts.
 *
 * @example tournament('kuala-lumpur-2025', { policies: ['crisis-game', 'hard-liner'], runs: 200 }).equilibria
 */
export function tournament(subject: Subject, options: TournamentOptions = {}): Tournament {
  return here(played(subject, options));
}
