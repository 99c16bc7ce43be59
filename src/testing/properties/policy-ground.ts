/** The ground on which properties about policies are tried: episodes played by a policy, and observations of states. */
import * as fc from 'fast-check';
import type { Event } from '../../actions/index';
import { facts as packagedFacts, type Facts } from '../../facts/packaged';
import { frozen } from '../../engine/frozen';
import type { OptionTable } from '../../kit/checks';
import { createDraws } from '../../kit/keyed-draws';
import { PARTY_IDS, type PartyId } from '../../model/actor';
import { anythingDue } from '../../model/deadline';
import type { State } from '../../model/state';
import { isLegal } from '../../engine/legality';
import { newMemory, type Observation, type Policy } from '../../policies/policy';
import { prepare, type Prepared } from '../../analyses/prepared';
import { resolve, type ScenarioOrId } from '../../analyses/resolve';
import { parameterSampler } from '../../episode/parameter-draw';
import { runToHorizon } from '../../episode/episode';
import { initialLatentState } from '../../episode/latent-state';
import { legalPlay } from '../plays/legal-plays';
import { once } from './property';
import { COUNT, FACTS, SCENARIO, SCENARIOS, WHOLE_SEED } from './suite-options';

/** Where and how long properties about policies look. */
export interface PolicyPropertyOptions {
  /** The scenario in which the policy acts for both sides; `kuala-lumpur-2025` unless told. */
  readonly scenario?: ScenarioOrId | undefined;
  /** Scenarios whose suppositions it must cope with; some of the library's unless told. */
  readonly suppositions?: readonly ScenarioOrId[] | undefined;
  /** Facts in place of the packaged ones. */
  readonly facts?: Facts | undefined;
  /** Episodes in the scenario; 40 unless told. */
  readonly episodes?: number | undefined;
  /** Blind plays whose states it is shown; 12 unless told. */
  readonly plays?: number | undefined;
  /** Seed of draws and plays, a whole number; 1 unless told. */
  readonly seed?: number | undefined;
}

/** The names of {@link PolicyPropertyOptions}. */
export const POLICY_OPTIONS: OptionTable<PolicyPropertyOptions> = {
  scenario: SCENARIO,
  suppositions: SCENARIOS,
  facts: FACTS,
  episodes: COUNT,
  plays: COUNT,
  seed: WHOLE_SEED,
};

const SUPPOSITIONS = [
  'hundred-per-cent-executed',
  'court-strikes-ieepa',
  'meeting-called-off',
  'soybeans-first',
] as const;
/** Days after the meeting to which episodes are followed: past the expiry of what a meeting prolongs by weeks. */
const LAST_DAY = { scenario: '2026-02-28', supposition: '2025-12-31' } as const;
const EPISODES = 40;
const EPISODES_OF_A_SUPPOSITION = 10;
const PLAYS = 12;
const MOVES = 40;

/** An episode as properties look at it. */
export interface PlayedEpisode {
  readonly scenario: string;
  readonly episode: number;
  readonly log: readonly Event[];
  /** Refused events that the scenario did not suppose. */
  readonly refused: readonly Event[];
  readonly memory: Readonly<Record<PartyId, unknown>>;
}

/** What a policy was shown, with a count of its draws. */
export interface Shown {
  readonly state: State;
  readonly party: PartyId;
  /** A new observation of the same; `draws` counts what was drawn through it. */
  readonly look: () => { readonly observation: Observation; readonly draws: () => number };
}

/** What the properties of one policy share. */
export interface PolicyGround {
  readonly policy: Policy;
  readonly episodes: () => readonly PlayedEpisode[];
  readonly suppositions: () => readonly PlayedEpisode[];
  /** Runs one episode of the scenario anew. */
  readonly again: (episode: number) => PlayedEpisode;
  /** Observations of states that lawful plays reach, on days when nothing waits for the calendar. */
  readonly shown: () => readonly Shown[];
}

function prepared(scenario: ScenarioOrId, facts: Facts, lastDay: string): Prepared {
  const whole = resolve(scenario, facts);
  return prepare({ ...whole, horizon: whole.horizon < lastDay ? whole.horizon : lastDay }, { facts });
}

function play(
  policy: Policy,
  { scenario, initial, specification }: Prepared,
  seed: string,
  episode: number,
): PlayedEpisode {
  const draws = createDraws(seed);
  const plan = { initial, specification, draws, policies: { US: policy, CN: policy } };
  const { run } = runToHorizon(plan, parameterSampler(specification)(draws, episode), episode, true);
  // A policy may make a supposition void: that is no fault of either.
  const supposed = new Set(specification.supposed.map(({ event }) => event));
  const refused = run.refused.filter((event) => !supposed.has(event));
  return { scenario: scenario.id, episode, log: run.log ?? [], refused, memory: run.memory };
}

function shownOf({ initial, specification }: Prepared, numRuns: number, seed: number): Shown[] {
  const draws = createDraws(String(seed));
  const plays = fc.sample(legalPlay(frozen(initial), { minMoves: MOVES, maxMoves: MOVES }), {
    numRuns,
    seed,
  });
  const states = plays.flatMap(({ states: all }) =>
    all.filter((state, at) => at % 4 === 0 && !anythingDue(state)),
  );
  const sampler = parameterSampler(specification);
  return states.flatMap((state, at) => {
    const { parameters } = sampler(draws, at);
    return PARTY_IDS.map((party): Shown => {
      const look = () => {
        let count = 0;
        const uniform = (purpose: string, occasion: number) => {
          count += 1;
          return draws.uniform(at, `${party}/${purpose}`, occasion);
        };
        const observation: Observation = {
          state,
          party,
          parameters,
          indicators: initialLatentState(state, specification, parameters),
          agreed: false,
          memory: newMemory({ coercion: [] }),
          draw: (purpose) => uniform(purpose, 1),
          posture: (purpose) => uniform(purpose, 0),
          lawful: (event) => isLegal(state, event),
        };
        return { observation, draws: () => count };
      };
      return { state, party, look };
    });
  });
}

/** What the policies of one suite share: the scenario, and what they are shown. */
function shared(options: PolicyPropertyOptions) {
  const { scenario = 'kuala-lumpur-2025', facts = packagedFacts, plays = PLAYS, seed = 1 } = options;
  const main = once(() => prepared(scenario, facts, LAST_DAY.scenario));
  return { main, shown: once(() => shownOf(main(), plays, seed)) };
}

/** Lays the ground for some policies. */
export function policyGrounds(policies: readonly Policy[], options: PolicyPropertyOptions): PolicyGround[] {
  const ground = shared(options);
  return policies.map((policy) => policyGround(policy, options, ground));
}

function policyGround(
  policy: Policy,
  options: PolicyPropertyOptions,
  { main, shown }: ReturnType<typeof shared>,
): PolicyGround {
  const { facts = packagedFacts, episodes = EPISODES, seed = 1, suppositions = SUPPOSITIONS } = options;
  const again = (episode: number) => play(policy, main(), String(seed), episode);
  return {
    policy,
    again,
    episodes: once(() => Array.from({ length: episodes }, (_, episode) => again(episode))),
    suppositions: once(() =>
      suppositions.flatMap((id) => {
        const other = prepared(id, facts, LAST_DAY.supposition);
        return Array.from({ length: EPISODES_OF_A_SUPPOSITION }, (_, episode) =>
          play(policy, other, String(seed), episode),
        );
      }),
    ),
    shown,
  };
}
