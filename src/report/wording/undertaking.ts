/** The wording of undertakings: promised, kept, due, judged. */
import { formatDate } from '../../kit/calendar';
import { newThing, shareText } from './names';
import type { Scene } from './scene';
import { active, doer, NOUNS, passive, quoted, type WordingOf } from './wording';

const subjectOf = ({ before }: Scene, id: string) => quoted(before.undertakings[id]?.subject ?? id);

/** The rows of the family of undertakings. */
export const undertakingWording: WordingOf<'undertaking'> = {
  'undertaking.make': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'give',
      rest: `${newThing(NOUNS.undertaking, '')} by ${formatDate(event.dueOn)}, for ${shareText(event.degree)} of what was asked: ${quoted(event.subject)}`,
    }),
    phrase: passive('give'),
  },
  'undertaking.honour': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'keep',
      rest: `the undertaking ${subjectOf(scene, event.id)}`,
    }),
    phrase: passive('keep'),
  },
  'undertaking.fall-due': {
    sentence: (event, scene) => ({
      who: { text: `The undertaking ${subjectOf(scene, event.id)}`, many: false },
      verb: 'fall due',
      rest: 'and is open to judgement',
    }),
    phrase: active('fall due', { noun: 'undertaking' }),
  },
  'undertaking.judge': {
    sentence: (event, scene) => ({
      who: event.judge === undefined ? doer(event, scene) : { text: event.judge, many: false },
      verb: 'find',
      rest: `the undertaking ${subjectOf(scene, event.id)} ${event.honoured ? 'kept' : 'not kept'}`,
    }),
    phrase: passive('judge'),
  },
};
