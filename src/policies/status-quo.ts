/** The status quo: keeps promises, starts nothing, lets its own threats lapse. The null policy against which others are read. */
import { letPass } from './answers';
import type { Policy } from './policy';
import { keepPromises } from './promises';

/** Does what it has promised and nothing else. */
export const statusQuo: Policy = {
  id: 'status-quo',
  title: 'Status quo',
  alsoKnownAs: ['do nothing', 'null policy'],
  doc: 'Keeps its promises, starts nothing and lets its own threats lapse.',
  source: 'Bargaining theory: the disagreement outcome as a rule',
  stochastic: true,
  atTheTable: 'bargains',
  rests: true,
  heeds: 'coercion',
  decide: (observation) => {
    letPass(observation);
    return keepPromises(observation);
  },
};
