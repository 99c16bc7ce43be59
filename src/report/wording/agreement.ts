/** The wording of agreements: what is settled at a meeting, and promises that are not kept. */
import type { Noun } from '../../actions/nouns';
import { counted } from './text';
import { doer, infinitiveText, meeters, passive, type WordingOf } from './wording';
import { heldToday } from '../../model/meeting';
import { whoMeets } from '../../facts/who-meets';

const PLEDGE: Noun = { article: 'a', one: 'pledge', many: 'pledges' };

/** The rows of the family of agreements. */
export const agreementWording: WordingOf<'agreement'> = {
  'agreement.reach': {
    sentence: ({ scope, terms }, { before, facts }) => {
      const meeting = heldToday(before);
      return {
        who: meeters(meeting === undefined ? 'leaders' : whoMeets(facts, meeting.id)),
        verb: 'agree',
        rest: scope === 'narrow' ? 'on the narrow question alone' : `on ${counted(terms.length, 'issue')}`,
      };
    },
    phrase: passive('reach'),
    isTurn: true,
  },
  'agreement.default': {
    sentence: (event, scene, clauseOf) => {
      const pledge = scene.before.pledges[event.id];
      if (pledge === undefined)
        return { who: null, verb: 'lapse', rest: '', about: { noun: PLEDGE, label: event.id } };
      const { act } = pledge;
      return {
        who: doer(act, scene),
        verb: 'break',
        rest: `${act.actor === 'both' ? 'their' : 'its'} promise to ${infinitiveText(clauseOf(act, { ...scene, after: scene.before }))}`,
      };
    },
    phrase: passive('break', { noun: 'promise' }),
  },
};
