/** The wording of blocking orders. */
import { authorityIn, measureName, newThing, untilText } from './names';
import type { Scene } from './scene';
import { active, doer, namedText, NOUNS, passive, quoted, type Named, type WordingOf } from './wording';

const orderIn = ({ after }: Scene, id: string): Named => ({
  noun: NOUNS['blocking-order'],
  label: after.blockingOrders?.[id]?.label ?? id,
});

/** The rows of the family of blocking orders. */
export const blockingOrderWording: WordingOf<'blocking-order'> = {
  'blocking-order.issue': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'issue',
      rest: `${newThing(NOUNS['blocking-order'], '')}, ${quoted(event.label)}, under ${namedText(authorityIn(scene.after, event.authority))}: nobody may comply with ${quoted(measureName(scene.after, event.answers))} ${untilText(event.until)}`,
    }),
    phrase: passive('issue'),
    isTurn: true,
  },
  'blocking-order.lift': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'lift',
      about: orderIn(scene, event.id),
      rest: '',
    }),
    phrase: passive('lift'),
  },
  'blocking-order.lapse': {
    sentence: (event, scene) => ({ who: null, verb: 'lapse', about: orderIn(scene, event.id), rest: '' }),
    phrase: active('lapse'),
  },
};
