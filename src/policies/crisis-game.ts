/** The crisis game: threats settled as in Lewis and Schultz, answers in kind, promises kept as they usually are. */
import { giveAnswers } from './answers';
import type { Policy } from './policy';
import { keepPromises } from './promises';
import { settleThreats } from './threats';

/** The standard policy of the projection. */
export const crisisGame: Policy = {
  id: 'crisis-game',
  title: 'Crisis bargaining',
  alsoKnownAs: ['Lewis–Schultz game', 'signalling game with audience costs'],
  doc: 'Settles its threats by the crisis game, answers coercive acts as China and the United States have done, keeps promises as they have.',
  source: 'Lewis and Schultz 2003; Jo 2011; Crisman-Cox and Gibilisco 2021',
  stochastic: true,
  atTheTable: 'bargains',
  goesAlong: true,
  rests: true,
  heeds: 'coercion',
  decide: (observation) => [
    ...keepPromises(observation),
    ...settleThreats(observation),
    ...giveAnswers(observation, (isAnswer) =>
      isAnswer ? observation.parameters.answers.again : observation.parameters.answers.probability,
    ),
  ],
};
