/** The wording of acts on listings. */
import type { ListEffect } from '../../model/named-list';
import { lifecycleWording, onMeasure } from './lifecycle';
import { listName, fromText } from './names';
import { counted } from './text';
import { passive, prefixed, type WordingOf } from './wording';

/** What firms are denied, where an act says so. */
const DENIED: Readonly<Record<ListEffect, string>> = {
  supply: 'goods under control',
  trade: 'trade and investment',
  dealings: 'all dealings',
  securities: 'trade in their securities',
  procurement: 'public contracts',
};

interface Size {
  readonly list: string;
  readonly entities: number;
  readonly effect?: ListEffect;
}

/** The rows of the family of listings. */
export const listingWording: WordingOf<'listing'> = {
  ...prefixed(
    'listing',
    lifecycleWording<Size>({
      kind: 'listing',
      size: ({ list, entities, effect }) =>
        ` of ${counted(entities, 'firm')} on the ${listName(list)}${effect === undefined ? '' : `, which denies them ${DENIED[effect]}`}`,
      isTurn: false,
    }),
  ),
  'listing.remove': {
    sentence: (event, scene) =>
      onMeasure('listing', event, scene, {
        verb: 'take',
        lead: `${counted(event.entities, 'firm')} off`,
        rest: fromText(event.from),
      }),
    phrase: passive('cut'),
  },
};
