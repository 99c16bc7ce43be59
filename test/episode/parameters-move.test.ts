/**
 * No parameter is dead: moved across its range, each moves what some episode comes to, or what a projection says of the economy.
 *
 * Most do so in the first episodes of the base scenario. Those that speak of something rarer are tried where it happens: in another
 * scenario or past meeting, with an act of the table of signs, or under another policy.
 */
import { describe, expect } from 'vitest';
import { prepare } from '../../src/analyses/prepared';
import { project } from '../../src/analyses/project';
import { resolve } from '../../src/analyses/resolve';
import { digest } from '../../src/engine/digest';
import { runToHorizon } from '../../src/episode/episode';
import { parameterSampler } from '../../src/episode/parameter-draw';
import { outcomeOf } from '../../src/episode/trajectory-facts';
import { facts } from '../../src/facts/packaged';
import { createDraws } from '../../src/kit/keyed-draws';
import type { Scenario } from '../../src/scenario/schema';
import { whatIf } from '../levers/what-if';
import { itLong } from '../long';

const BASE = 'kuala-lumpur-2025';
/** Most episodes in which a parameter may show itself, in each of its places; the first in which it does is enough. */
const EPISODES = 600;
/** Those that are asked before a projection is. */
const FIRST_EPISODES = 12;
/** Runs of the projections whose economies are compared. */
const RUNS = 30;
const draws = createDraws('moved');

const ON = '2025-10-27';
const base = resolve(BASE);
const supposing = (events: Scenario['events'], also: Partial<Scenario> = {}): Scenario => ({
  ...base,
  events: { ...base.events, ...events },
  ...also,
});
const threatBy = (voice: 'spokesperson' | 'officials'): Scenario =>
  supposing({
    threat: {
      type: 'tariff.threaten',
      actor: 'US',
      on: ON,
      id: 'us/more',
      label: 'A threat',
      authority: 'ieepa',
      basis: null,
      ratePct: 10,
      share: 1,
      voice,
      dueOn: null,
    },
  });

/** Where what a parameter speaks of happens, for those of which it seldom does in the base scenario. */
const PLACES: Readonly<Record<string, () => Scenario>> = {
  'credibility.evidenceKept': () => resolve('affiliates-rule-first'),
  'credibility.tradedWeight': () => resolve('hundred-per-cent-executed'),
  'answers.domainSwitch': () => ({
    ...resolve('hundred-per-cent-executed'),
    parameters: { 'answers.roomPct': 20 },
  }),
  'reversal.yieldRise': () => whatIf('w29-markets-fall'),
  'reversal.yieldWindowDays': () => ({
    ...whatIf('w29-markets-fall'),
    parameters: { 'reversal.yieldRise': 5 },
  }),
  'reversal.audience': () => ({
    ...whatIf('w29-markets-fall'),
    parameters: { 'reversal.yieldRise': 1, 'audience.threatCost': 1 },
  }),
  'talks.base': () => ({ ...base, parameters: { 'year.rounds': 0 } }),
  'meeting.leastStepPp': () => resolve('software-curbs-signed'),
  'levers.threatPart': () => resolve('doves-on-both-sides'),
  'threats.openDays': () => resolve('next-leaders-meeting'),
  'truce.monitoring': () => resolve('next-leaders-meeting'),
  'truce.expiryWindowDays': () => ({ ...base, parameters: { 'truce.expiry': 2 } }),
  'audience.unnamedVoice': () => threatBy('officials'),
  'audience.spokespersonVoice': () => threatBy('spokesperson'),
  'bargaining.leverCap': () => resolve('rare-earths-not-for-sale'),
  'threats.postponedShare': () => resolve('extension-only'),
  'chance.dailyAlignment': () => resolve('trade-only'),
  'chance.randomActDaily': () => ({ ...base, policies: { US: 'uniform-random', CN: 'uniform-random' } }),
  'levers.unconfirmedOnMeeting': () => resolve('past-osaka-2019'),
  'levers.doubtOnMeeting': () => whatIf('w26-meeting-doubted'),
  'levers.noTruceOnMeeting': () => whatIf('w18-truce-terminated'),
  'levers.terminationOnQuarrel': () => whatIf('w18-truce-terminated'),
  'levers.tradedThreat': () =>
    supposing({
      swap: { type: 'tariff.withdraw', actor: 'US', on: ON, id: 'us/ieepa-hundred', traded: true },
    }),
  'levers.renewedThreat': () => resolve('doves-on-both-sides'),
  'levers.renewalHalfLifeDays': () => resolve('doves-on-both-sides'),
  'levers.yieldPerPointBp': () => whatIf('w29-markets-fall'),
  'levers.aligned': () => whatIf('w23-lipsky'),
  'levers.listingScale': () => whatIf('w04-entity-list-widened'),
  'levers.namingPart': () => whatIf('w55-named-military'),
  'levers.licenceScale': () => whatIf('w08-april-licences-speeded'),
  'levers.purchaseScale': () => whatIf('w10-soybeans-bought'),
  'levers.undertakingScale': () => whatIf('w16-tiktok-closed'),
  'levers.otherUndertaking': () =>
    supposing({
      other: {
        type: 'undertaking.make',
        actor: 'CN',
        on: ON,
        id: 'cn/other',
        subject: 'something else',
        degree: 1,
        dueOn: '2025-12-01',
      },
    }),
  'levers.putOffPart': () => whatIf('w34-postponed-threat'),
  'soybeans.yearlyLossUsdBn': () => resolve('next-leaders-meeting'),
};

/** Parameters of which it is no fault that they move nothing, with the reason. */
const STARTS: Readonly<Record<string, string>> = {
  'crisis.usualResistance': 'from where the equilibrium is sought: the search ends at the same from anywhere',
};

/** Parameters that only say who does something, which the record of events tells. */
const OF_THE_RECORD: ReadonlySet<string> = new Set(['meeting.calledOffByUs']);

/** What an episode comes to, as a text. */
function teller(scenario: Scenario, recorded = false): (episode: number) => string {
  const { initial, specification } = prepare(scenario);
  const sampler = parameterSampler(specification);
  return (episode) => {
    const finished = runToHorizon(
      { initial, specification, draws },
      sampler(draws, episode),
      episode,
      recorded,
    );
    const { run, last, mean, textEndedAfter, brokenAfter } = finished;
    return JSON.stringify([
      outcomeOf(finished),
      [last, mean, textEndedAfter, brokenAfter, run.refused.length],
      digest(run.state),
      run.log === null ? null : digest(run.log),
    ]);
  };
}

const told = new Map<Scenario, { tell: (episode: number) => string; known: string[] }>();

function usually(scenario: Scenario, episode: number, recorded: boolean): string {
  let known = told.get(scenario);
  if (known === undefined) told.set(scenario, (known = { tell: teller(scenario, recorded), known: [] }));
  return (known.known[episode] ??= known.tell(episode));
}

/** The ends of what a parameter may be, and of what it is thought to be, as far as a scenario takes them. */
function ends(name: string, scenario: Scenario): Scenario[] {
  const { domain, low, high, central } = facts.parameters.find((parameter) => parameter.name === name)!;
  const inside = domain.min + 1e-6 * (domain.max - domain.min);
  const values = [domain.max, domain.min, inside, low, high].filter((value) => value !== null);
  return [...new Set(values)]
    .filter((value) => value !== central)
    .map((value) => ({ ...scenario, parameters: { ...scenario.parameters, [name]: value } }));
}

const isTaken = (scenario: Scenario): boolean => {
  try {
    prepare(scenario);
    return true;
  } catch {
    return false;
  }
};

function moves(name: string): boolean {
  const place = PLACES[name];
  const recorded = OF_THE_RECORD.has(name);
  const scenario = recorded ? { ...base } : place === undefined ? base : place();
  const moved = ends(name, scenario).filter(isTaken);
  const among = (from: number, to: number) =>
    moved.some((one) => {
      const tell = teller(one, recorded);
      for (let episode = from; episode < to; episode += 1)
        if (tell(episode) !== usually(scenario, episode, recorded)) return true;
      return false;
    });
  return (
    among(0, FIRST_EPISODES) ||
    moved.some((one) => movesEconomy(scenario, one)) ||
    among(FIRST_EPISODES, EPISODES)
  );
}

function movesEconomy(one: Scenario, other: Scenario): boolean {
  const [a, b] = [one, other].map((scenario) => {
    const { economy, outcomes, deal } = project(scenario, { runs: RUNS });
    return JSON.stringify([economy, outcomes, deal]);
  });
  return a !== b;
}

describe('every parameter', () => {
  const names = facts.parameters.map(({ name }) => name).filter((name) => !(name in STARTS));

  itLong.each(names)('%s moves something where what it speaks of happens', (name) => {
    expect(moves(name)).toBe(true);
  });
});
