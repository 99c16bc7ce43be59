/** The wording of undertakings: promised, kept, broken. */
import { formatDate } from '../../kit/calendar';
import { newThing, shareText } from './names';
import type { Scene } from './scene';
import { doer, NOUNS, passive, quoted, type WordingOf } from './wording';

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
  'undertaking.default': {
    sentence: (event, scene) => {
      const by = scene.before.undertakings[event.id]?.by;
      return {
        who: doer({ actor: by ?? event.actor }, scene),
        verb: 'break',
        rest: `the undertaking ${subjectOf(scene, event.id)}`,
      };
    },
    phrase: passive('break'),
  },
};
