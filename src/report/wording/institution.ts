/** The wording of institutions of both sides. */
import { doer, namedText, NOUNS, passive, quoted, type WordingOf } from './wording';

/** The rows of the family of institutions. */
export const institutionWording: WordingOf<'institution'> = {
  'institution.establish': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'establish',
      rest: `${quoted(event.label)}${event.monitors ? ', which looks at whether the truce is kept' : ''}`,
    }),
    phrase: passive('establish'),
    isTurn: true,
  },
  'institution.dissolve': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'dissolve',
      rest: namedText({
        noun: NOUNS.institution,
        label: scene.after.institutions?.[event.id]?.label ?? event.id,
      }),
    }),
    phrase: passive('dissolve'),
    isTurn: true,
  },
};
