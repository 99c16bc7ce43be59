/** The wording of acts on port fees. */
import { lifecycleWording } from './lifecycle';
import { fixed } from './text';
import { prefixed, type WordingOf } from './wording';

/** The currencies in which a fee is set. */
const CURRENCIES: Readonly<Record<string, string>> = { USD: 'dollars', CNY: 'yuan' };

/** The rows of the family of port fees. */
export const portFeeWording: WordingOf<'port-fee'> = prefixed(
  'port-fee',
  lifecycleWording<{ readonly feePerNetTon: number; readonly currency: string }>({
    kind: 'portFee',
    size: ({ feePerNetTon, currency }) =>
      ` of ${Number(fixed(feePerNetTon, 2))} ${CURRENCIES[currency] ?? currency} per net ton`,
    isTurn: false,
  }),
);
