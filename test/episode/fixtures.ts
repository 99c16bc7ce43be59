import { agreementOf } from '../../src/outcomes/meeting';
import { facts } from '../../src/facts/packaged';
import { stateOn } from '../../src/facts/initial-state';
import { loadScenario } from '../../src/scenario/library';
import { firstDayOf, specificationOf } from '../../src/scenario/model-specification';
import type { Scenario } from '../../src/scenario/schema';
import { createDraws } from '../../src/kit/keyed-draws';
import { parameterSampler } from '../../src/episode/parameter-draw';
import { runToHorizon, type EpisodePlan, type FinishedEpisode } from '../../src/episode/episode';
import { classifier } from '../../src/analyses/comparison/outcome-series';
import { finish } from '../../src/kit/cooperative';
import { tallier, type TallySetting } from '../../src/ensemble/ensemble';
import type { Tally } from '../../src/ensemble/tally';

/** The base scenario with changes, ending two weeks after the meeting so that a test stays quick. */
export function shortScenario(change: Partial<Scenario> = {}): Scenario {
  return { ...loadScenario('kuala-lumpur-2025'), horizon: '2025-11-14', ...change };
}

/** A stretch of episodes of a scenario. */
export interface Block extends TallySetting {
  readonly from: number;
  readonly to: number;
}

/** A block of episodes of a scenario. */
export function blockOf(scenario: Scenario, from: number, to: number, seed = '1'): Block {
  return {
    initial: stateOn(facts, firstDayOf(scenario, facts)),
    specification: specificationOf(scenario, facts),
    seed,
    from,
    to,
  };
}

/** The tally of a block. */
export function tallyOf({ from, to, ...setting }: Block): Tally {
  return finish(tallier(setting)(from, to));
}

/** The outcome classes of a block, episode by episode. */
export function outcomesOf({ initial, specification, seed, from, to }: Block): number[] {
  const setting = { seed, scenarios: [{ initial, specification }], series: [{ scenario: 0 }] };
  return finish(classifier(setting)(from, to));
}

/** Runs so many episodes of a scenario and hands each to a visitor. */
export function eachEpisode(
  scenario: Scenario,
  episodes: number,
  visit: (finished: FinishedEpisode, episode: number) => void,
): void {
  const { initial, specification, seed } = blockOf(scenario, 0, episodes);
  const plan: EpisodePlan = { initial, specification, draws: createDraws(seed) };
  const sampler = parameterSampler(specification);
  for (let episode = 0; episode < episodes; episode += 1) {
    visit(runToHorizon(plan, sampler(plan.draws, episode), episode, true), episode);
  }
}

/** Share of held meetings that ended in an agreement over the agenda, and in any. */
export function dealShares(
  scenario: Scenario,
  episodes: number,
): { agenda: number; any: number; held: number } {
  let held = 0;
  let agenda = 0;
  let any = 0;
  eachEpisode(scenario, episodes, ({ run }) => {
    if (run.state.meetings[scenario.meeting]?.status !== 'held') return;
    held += 1;
    const agreement = agreementOf(run.state, scenario.meeting);
    if (agreement !== undefined) any += 1;
    if (agreement?.scope === 'agenda') agenda += 1;
  });
  return { agenda: agenda / held, any: any / held, held };
}
