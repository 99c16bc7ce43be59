/** The first morning of an episode: what sides believe and feel, with what is still remembered of the months before it. */
import { toDayNumber } from '../kit/calendar';
import type { Parameters } from '../model/parameters';
import type { State } from '../model/state';
import type { ModelSpecification } from '../scenario/model-specification';
import type { Conduct } from './conduct';
import { hearYields, initialLatentState, type LatentState } from './latent-state';
import { audienceOf } from './public-words';

/** The latent state on the first morning, with what is still remembered of words and markets. */
export function rememberingLatentState(
  state: State,
  specification: ModelSpecification,
  parameters: Parameters,
  { words, falls }: Conduct,
): LatentState {
  const firstDay = toDayNumber(state.today);
  const audience = audienceOf(words, firstDay, parameters);
  const latent = initialLatentState(state, specification, parameters, audience);
  for (const { day, yieldBp } of falls) hearYields(latent, yieldBp, firstDay - day, parameters);
  return latent;
}
