/** Tit for tat with tolerance: answers in kind, forgives one time in ten, and does not answer answers. */
import { giveAnswers } from './answers';
import type { Policy } from './policy';
import { keepPromises } from './promises';

/** Answers each new coercive act with nine tenths probability and lets answers rest. */
export const titForTat: Policy = {
  id: 'tit-for-tat',
  title: 'Generous tit for tat',
  alsoKnownAs: ['tit for tat with tolerance', 'GTFT', 'equivalent suspension'],
  doc: 'Keeps its promises, answers each coercive act in kind with a tenth of forgiveness, and lets answers rest.',
  source: 'Axelrod 1984; Nowak and Sigmund 1992',
  stochastic: true,
  atTheTable: 'bargains',
  goesAlong: true,
  rests: true,
  heeds: 'coercion',
  decide: (observation) => [
    ...keepPromises(observation),
    ...giveAnswers(observation, (isAnswer) => (isAnswer ? 0 : 1 - observation.parameters.answers.generosity)),
  ],
};
