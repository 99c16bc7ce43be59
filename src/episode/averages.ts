/** Average duties in a state, both directions at once. */
import type { State } from '../model/state';
import { averageTariffPct } from '../model/tariff';
import type { Averages } from '../model/trajectory';

/** Average rates of both directions in a state. */
export function averagesOf(state: State): Averages {
  return { usOnCn: averageTariffPct(state, 'usOnCn'), cnOnUs: averageTariffPct(state, 'cnOnUs') };
}
