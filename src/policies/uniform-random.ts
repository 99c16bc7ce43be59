/**
 * Uniform random: a lawful move picked blindly. The baseline of games research, and a way to reach corners of the
 * rules that no sensible party visits.
 */
import { legalActions, sampleMember } from '../engine/legal-actions';
import { letPass } from './answers';
import { comesTrue, type Policy } from './policy';

/** Picks any template of its lawful actions with equal probability, and any member of it. */
export const uniformRandom: Policy = {
  id: 'uniform-random',
  title: 'Uniform random',
  alsoKnownAs: ['random player', 'zero intelligence'],
  doc: 'About once a week makes a lawful move picked with equal probability, and otherwise waits.',
  source: 'Gode and Sunder 1993: zero-intelligence traders',
  stochastic: true,
  atTheTable: 'bargains',
  decide: (observation) => {
    letPass(observation);
    const { state, party, parameters, draw } = observation;
    if (!comesTrue(observation, 'uniform/act', draw('uniform/act'), parameters.chance.randomActDaily))
      return [];
    const templates = [...legalActions(state, { actor: party })];
    const template = templates[Math.floor(draw('uniform/template') * templates.length)];
    if (template === undefined) return [];
    let field = 0;
    return [sampleMember(template, () => draw(`uniform/field/${field++}`))];
  },
};
