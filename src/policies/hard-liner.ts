/** The hard-liner: carries every threat out, answers everything, gives nothing of its own at the table. */
import type { Event } from '../actions/index';
import { giveAnswers } from './answers';
import { observedAs, type Policy } from './policy';
import { settleThreats } from './threats';

/** Always stands firm: the hawk of evolutionary games, the grim trigger of repeated ones. */
export const hardLiner: Policy = {
  id: 'hard-liner',
  title: 'Hawk',
  alsoKnownAs: ['hard-liner', 'grim trigger', 'always defect'],
  doc: 'Carries out every threat, answers every coercive act, gives nothing of its own, prolongs no truce about to run out.',
  source: 'Maynard Smith and Price 1973; Friedman 1971',
  stochastic: true,
  atTheTable: 'withholds',
  rests: true,
  heeds: 'coercion',
  decide: (observation): Event[] => {
    const firm = observedAs(observation, { agreed: false, posture: () => 0 });
    return [...settleThreats(firm), ...giveAnswers(observation, () => 1)];
  },
};
