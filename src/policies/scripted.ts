/** Scripted: acts only as the scenario supposes, and otherwise not at all; not even promises are kept unless the script says so. */
import { letPass } from './answers';
import type { Policy } from './policy';

/** Leaves everything to the supposed events of the scenario. */
export const scripted: Policy = {
  id: 'scripted',
  title: 'Scripted',
  alsoKnownAs: ['open loop', 'precommitted plan'],
  doc: 'Acts only where the scenario supposes an act; keeps no promise by itself.',
  source: 'Control theory: an open-loop plan',
  stochastic: false,
  atTheTable: 'bargains',
  rests: true,
  heeds: 'coercion',
  decide: (observation) => {
    letPass(observation);
    return [];
  },
};
