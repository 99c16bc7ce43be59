/** How likely what was seen is under the parameter draws of episodes: what the kind of work is made of. */
import type { Cooperative } from '../kit/cooperative';
import { createDraws } from '../kit/keyed-draws';
import { learntByToday } from '../episode/episode';
import { parameterSampler } from '../episode/parameter-draw';
import type { Setting } from './comparison/scenario-differences';

/** Whose past is looked at: plain JSON, so that it can cross to a worker. */
export interface EvidenceSetting extends Setting {
  readonly seed: string;
}

/** The probability of what was seen under one parameter draw, by the event or by what did not happen. */
export type Factors = Readonly<Record<string, number>>;

/** Episodes between two pauses. */
const TO_A_PAUSE = 8;

/** Makes ready what gives, for each episode of a stretch, the probability of what was seen under its parameter draw. */
export function witness({
  seed,
  initial,
  specification,
}: EvidenceSetting): (from: number, to: number) => Cooperative<Factors[]> {
  const draws = createDraws(seed);
  const plan = { initial, specification, draws };
  const sampler = parameterSampler(specification);
  return function* (from, to) {
    const found: Factors[] = [];
    for (let episode = from; episode < to; episode += 1) {
      if (episode % TO_A_PAUSE === 0) yield;
      found.push(learntByToday(plan, sampler(draws, episode), episode).factors);
    }
    return found;
  };
}
