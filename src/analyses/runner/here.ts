/** The runner of the core: this thread, from the first part to the last. */
import { ENSEMBLE_KINDS, performer } from '../kinds';
import { finish } from '../../kit/cooperative';
import { Execution } from './execution';
import type { Analysis } from './stage';
import { existing } from '../../kit/lists';

/** Units of a part: few enough that progress shows, many enough that taking them costs nothing. */
const UNITS = 50;

/**
 * Executes an analysis in this thread and returns its answer. Throws what the analysis throws, and the reason of its
 * signal where it is aborted before there is an answer, as `onProgress` may do.
 */
export function here<Answer>(analysis: Analysis<Answer>): Answer {
  const execution = new Execution(analysis);
  const perform = performer(ENSEMBLE_KINDS);
  try {
    execution.begin();
    while (execution.outcome === undefined) {
      const part = existing(execution.cut(UNITS, 1));
      execution.handIn(part, finish(perform(part)));
    }
    return execution.outcome.answer;
  } finally {
    execution.close();
  }
}
