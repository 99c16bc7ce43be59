/** The wording of purchases: what is bought, promised to be bought, and no longer bought. */
import { formatDate } from '../../kit/calendar';
import { productIn, tonsText } from './names';
import { counted, fixed } from './text';
import { active, doer, passive, quoted, type WordingOf } from './wording';

/** The rows of the family of purchases. */
export const purchaseWording: WordingOf<'purchase'> = {
  'purchase.commit': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'commit',
      rest: `to buy ${tonsText(event.quantityMmt)} of ${productIn(scene.after, event.flow)} within ${counted(event.windowDays, 'day')} from ${formatDate(event.from)}`,
    }),
    phrase: passive('promise'),
  },
  'purchase.deliver': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'buy',
      rest: `${tonsText(event.quantityMmt)} of ${productIn(scene.after, event.flow)}`,
    }),
    phrase: passive('make'),
  },
  'purchase.halt': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'stop',
      rest: `buying ${productIn(scene.after, event.flow)}`,
    }),
    phrase: passive('stop'),
  },
  'purchase.resume': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'buy',
      rest: `${productIn(scene.after, event.flow)} again`,
    }),
    phrase: passive('resume'),
  },
  'purchase.settle': {
    sentence: ({ id }, { after }) => {
      const commitment = after.commitments[id];
      if (commitment === undefined)
        return { who: { text: `The commitment ${quoted(id)}`, many: false }, verb: 'fall due', rest: '' };
      const { deliveredMmt, quantityMmt, flow, status } = commitment;
      return {
        who: { text: `A commitment to buy ${productIn(after, flow)}`, many: false },
        verb: 'fall due',
        rest: `with ${fixed(deliveredMmt, 1)} of ${tonsText(quantityMmt)} bought: it is ${status}`,
      };
    },
    phrase: active('fall due', { noun: 'commitment' }),
  },
};
