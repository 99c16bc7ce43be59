/** Port fees on the other party's ships (the American action on shipbuilding under Section 301 and China's answer in kind). */
import { put } from '../model/column';
import { portFeeOf } from '../model/copy-state';
import { lifecycle } from './lifecycle';
import { FAMILY_NOUNS } from './nouns';
import { numberAbove, oneOf } from './domain';
import { finite, text } from './fields';
import { always } from './rules';

/** The action types of port fees. */
export const portFeeActions = lifecycle({
  prefix: 'port-fee',
  kind: 'portFee',
  noun: FAMILY_NOUNS['port-fee'],
  instrument: 'port-fee',
  cites: ['particle-port-fees', 'bastille-port-fees'],
  sizeFields: (z) => ({
    feePerNetTon: finite(z, 'Fee per net ton'),
    currency: text(z, 'ISO 4217 code of the currency'),
  }),
  sizeRules: {
    feePerNetTon: always(
      'port-fee/no-fee',
      'A fee is above 0 and at most 5000 a net ton.',
      numberAbove(0, 5000),
    ),
    currency: always('port-fee/unknown-currency', 'A fee is set in dollars or yuan.', oneOf('USD', 'CNY')),
  },
  write: (draft, life, size) => put(draft.portFee, life.id, portFeeOf(life, size)),
  example: { authority: 's301', id: 'us/example-fee', size: { feePerNetTon: 50, currency: 'USD' } },
});
