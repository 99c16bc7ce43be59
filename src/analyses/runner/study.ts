/** Studies as analyses: the points that a study asks for are a stage each. */
import type { DesignPoint, Study } from '../../ensemble/design-point';
import type { EnsembleKinds } from '../kinds';
import type { AnyStage, EnsembleAnalysis } from './stage';

/** Has the points of a study run, each time in the stage that is made for them, and ends in its answer. */
export function* studied<Answer>(
  study: Study<Answer>,
  stageOf: (
    points: readonly DesignPoint[],
    take: (part: readonly (readonly number[])[]) => void,
  ) => AnyStage<EnsembleKinds>,
): EnsembleAnalysis<Answer> {
  let step = study.next();
  while (step.done !== true) {
    const values: (readonly number[])[] = [];
    yield stageOf(step.value, (part) => {
      for (const value of part) values.push(value);
    });
    step = study.next(values);
  }
  return step.value;
}
