/** The wording of purchases: what is bought, promised to be bought, and no longer bought. */
import { formatDate } from '../../kit/calendar';
import { progressOf } from '../../model/purchase';
import type { State } from '../../model/state';
import { productIn, tonsText } from './names';
import { counted, fixed } from './text';
import { active, doer, passive, quoted, type WordingOf } from './wording';

interface Quantity {
  readonly quantityMmt?: number;
  readonly quantity?: number;
}

/** A quantity of a trade in its unit: `12.0 million metric tons of soybeans`, `17.0 billion dollars of farm goods`, `200 aircraft`. */
function quantityOf(state: State, flow: string, { quantityMmt, quantity }: Quantity): string {
  const product = productIn(state, flow);
  if (quantity === undefined) return `${tonsText(quantityMmt ?? 0)} of ${product}`;
  return state.flows[flow]?.unit === 'pieces'
    ? `${fixed(quantity, 0)} pieces of ${product}`
    : `${fixed(quantity, 1)} billion dollars of ${product}`;
}

/** The rows of the family of purchases. */
export const purchaseWording: WordingOf<'purchase'> = {
  'purchase.open': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'open',
      rest: `the buying of ${productIn(scene.after, event.id)} to promises and halts`,
    }),
    phrase: passive('open'),
  },
  'purchase.commit': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'commit',
      rest: `to ${event.counts === 'contracts' ? 'contract' : 'buy'} ${quantityOf(scene.after, event.flow, event)} within ${counted(event.windowDays, 'day')} from ${formatDate(event.from)}${event.years === undefined ? '' : `, and as much in each of the ${counted(event.years - 1, 'year')} after it`}`,
    }),
    phrase: passive('promise'),
  },
  'purchase.deliver': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'buy',
      rest: quantityOf(scene.after, event.flow, event),
    }),
    phrase: passive('make'),
  },
  'purchase.contract': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'contract',
      rest: quantityOf(scene.after, event.flow, event),
    }),
    phrase: passive('contract'),
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
    sentence: ({ id }, { before, after }) => {
      const commitment = after.commitments[id];
      if (commitment === undefined)
        return { who: { text: `The commitment ${quoted(id)}`, many: false }, verb: 'fall due', rest: '' };
      const { flow } = commitment;
      const last = commitment.past?.at(-1);
      // Where a next year has opened, what is told is the one that is over.
      const rolled = last !== undefined && last.until === commitment.from;
      const status = rolled ? last.status : commitment.status;
      const settled = rolled ? (before.commitments[id] ?? commitment) : commitment;
      const done = fixed(progressOf(settled).counted, 1);
      return {
        who: { text: `A commitment to buy ${productIn(after, flow)}`, many: false },
        verb: 'fall due',
        rest: `with ${done} of ${quantityOf(after, flow, settled)} ${commitment.counts === 'contracts' ? 'contracted' : 'bought'}: it is ${status}`,
      };
    },
    phrase: active('fall due', { noun: 'commitment' }),
  },
};
