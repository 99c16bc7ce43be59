/** What an episode says to questions about a day: whether a condition holds, or what a term is on an evening. */
import type { Cooperative } from '../../kit/cooperative';
import { createDraws } from '../../kit/keyed-draws';
import { endOf } from '../../episode/trajectory-facts';
import { parameterSampler } from '../../episode/parameter-draw';
import { runInSteps } from '../../episode/episode';
import type { BareFacts } from '../../facts/bare';
import type { Condition } from '../../model/condition';
import type { State } from '../../model/state';
import { holds, measured, type End } from '../../outcomes/index';
import type { ModelSpecification } from '../../scenario/model-specification';
import { planner, type DesignPoint } from '../../ensemble/design-point';

/** A question of the facts. */
export type Question = BareFacts['questions'][number];

/** The episodes of one scenario, and what is asked of each: plain JSON, so that it can cross to a worker. */
export interface AnswersSetting {
  readonly seed: string;
  readonly initial: State;
  /** Its outcome classes are the questions: what they ask of evenings is then read. */
  readonly specification: ModelSpecification;
  readonly asked: readonly Question['asks'][];
}

/** The condition that makes an episode read what a question asks for. */
export function conditionOf(asks: Question['asks']): Condition {
  return asks.kind === 'chance' ? asks.when : { ...asks.of, atLeast: 0 };
}

const answer = (asks: Question['asks'], end: End): number =>
  asks.kind === 'chance' ? (holds(asks.when, end) ? 1 : 0) : measured({ ...asks.of, atLeast: 0 }, end);

/**
 * Makes the episodes ready. What is made gives of each of a stretch, or at each of some points, a number to every question: 1 and 0 for
 * yes and no.
 */
export function answerer(
  setting: AnswersSetting,
): (from: number, to: number, points?: readonly DesignPoint[]) => Cooperative<number[][]> {
  const { seed, specification, asked } = setting;
  const draws = createDraws(seed);
  const sampler = parameterSampler(specification);
  const planOf = planner(setting, draws, specification);
  return function* (from, to, points = []) {
    const answers: number[][] = [];
    for (let unit = from; unit < to; unit += 1) {
      const point = points[unit - from] ?? { drawNumber: unit, chance: unit };
      const finished = yield* runInSteps(
        planOf(point),
        sampler(draws, point.drawNumber),
        point.chance,
        false,
      );
      const end = endOf(finished);
      answers.push(asked.map((asks) => answer(asks, end)));
    }
    return answers;
  };
}
