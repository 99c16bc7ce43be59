/** The wording of acts on listings. */
import { lifecycleWording } from './lifecycle';
import { counted } from './text';
import { prefixed, type WordingOf } from './wording';

/** The rows of the family of listings. */
export const listingWording: WordingOf<'listing'> = prefixed(
  'listing',
  lifecycleWording<{ readonly list: string; readonly entities: number }>({
    kind: 'listing',
    size: ({ list, entities }) => ` of ${counted(entities, 'firm')} on the ${list.replaceAll('-', ' ')}`,
    isTurn: false,
  }),
);
