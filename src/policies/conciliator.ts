/** The conciliator: drops its threats, answers nothing, keeps every promise and pays no price for conceding. */
import { letPass } from './answers';
import type { Policy } from './policy';
import { dropThreats, keepPromises } from './promises';

/** Always cooperates: the dove of evolutionary games. */
export const conciliator: Policy = {
  id: 'conciliator',
  title: 'Dove',
  alsoKnownAs: ['conciliator', 'always cooperate'],
  doc: 'Withdraws its own threatened duties, answers nothing, keeps its promises, and concedes without a private price.',
  source: 'Maynard Smith and Price 1973; Osgood 1962 on graduated reduction of tension',
  stochastic: true,
  atTheTable: 'yields',
  goesAlong: true,
  rests: true,
  decide: (observation) => {
    letPass(observation);
    return [...keepPromises(observation), ...dropThreats(observation)];
  },
};
