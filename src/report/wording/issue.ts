/** The wording of issues: what comes onto the table and what leaves it. */
import { issueIn, newThing } from './names';
import { actorName } from './scene';
import { doer, namedText, NOUNS, passive, quoted, type WordingOf } from './wording';

/** The rows of the family of issues. */
export const issueWording: WordingOf<'issue'> = {
  'issue.raise': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'raise',
      rest: `${newThing(NOUNS.issue, '')}, ${quoted(event.label)}, for ${actorName(scene.facts, event.giver)} to grant`,
    }),
    phrase: passive('raise'),
  },
  'issue.drop': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'drop',
      rest: namedText(issueIn(scene.before, event.id)),
    }),
    phrase: passive('drop'),
  },
};
