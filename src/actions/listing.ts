/**
 * Listings: firms put on a list, and some of them taken off again. Lists have open names: one that an authority keeps is used
 * under that authority, any other name is a list of its own under the authority that is named.
 */
import { each, edit, put } from '../model/column';
import { listingOf } from '../model/copy-state';
import { dropMootChange } from '../model/lifecycle';
import { effectsUnder } from '../model/listing';
import { LIST_EFFECTS } from '../model/named-list';
import type { State } from '../model/state';
import { defineAction } from './action-type';
import { lifecycle } from './lifecycle';
import { changeDay, changeDayRule, waits } from './pending-change';
import { FAMILY_NOUNS } from './nouns';
import { nameOf, oneOf, optional, wholeFrom } from './domain';
import { idOf, text } from './fields';
import { always, depends, idsOf, measures, mustExist, ownMeasure, statusIn } from './rules';

/** The lists that authorities keep. */
function keptLists({ authorities }: State): string[] {
  const kept: string[] = [];
  for (const { lists } of each(authorities))
    if (lists !== undefined) for (const list of lists) kept.push(list.id);
  return kept;
}

const lifecycleActions = lifecycle({
  prefix: 'listing',
  kind: 'listing',
  noun: FAMILY_NOUNS.listing,
  instrument: 'listing',
  cites: ['affiliates-rule'],
  sizeFields: (z) => ({
    list: text(z, 'Name of the list'),
    entities: z.number().int().describe('Number of entities named'),
    effect: z
      .enum(LIST_EFFECTS)
      .describe('What they are denied, where that is not what the list denies')
      .exactOptional(),
  }),
  sizeRules: {
    list: depends(
      'listing/unknown-list',
      'A listing names a list that its authority keeps, or a new one; no list of another authority.',
      (state, _actor, authority) =>
        nameOf(
          (state.authorities[authority]?.lists ?? []).map(({ id }) => id),
          keptLists(state),
        ),
    ),
    entities: always(
      'listing/nobody-listed',
      'A listing names from 1 to 100000 entities.',
      wholeFrom(1, 100_000),
    ),
    effect: depends(
      'listing/effect',
      'A listing denies what a list of its authority does; it need not say what.',
      (state, _actor, id) => {
        const authority = state.authorities[id];
        return optional(oneOf(...(authority === undefined ? LIST_EFFECTS : effectsUnder(authority))));
      },
    ),
  },
  write: (draft, life, size) => put(draft.listing, life.id, listingOf(life, size)),
  example: { authority: 'ecra', id: 'us/example-listing', size: { list: 'entity-list', entities: 15 } },
});

const listings = measures('listing');

/** The action types of listings. */
export const listingActions = [
  ...lifecycleActions,
  defineAction({
    type: 'listing.remove',
    actors: ['US', 'CN'],
    touches: ['listing'],
    doc: 'Take some of the firms off a list; all of them by withdrawing the listing.',
    cites: ['affiliates-rule'],
    fields: (z) => ({
      id: idOf(z, 'the listing'),
      entities: z.number().int().describe('Number of entities taken off'),
      from: changeDay(z),
    }),
    subject: 'id',
    subjects: idsOf(listings),
    rules: [
      mustExist('listing', 'listing', listings),
      ...ownMeasure('listing', 'listing'),
      statusIn(
        'listing',
        'listing',
        'have firms taken off',
        'threatened',
        'scheduled',
        'in-force',
        'suspended',
      ),
    ],
    domains: {
      entities: depends(
        'listing/removes-too-many',
        'At least one firm is taken off and one stays.',
        (state, _actor, id) => wholeFrom(1, (state.listing[id]?.entities ?? 1) - 1),
      ),
      from: changeDayRule('listing', 'remove'),
    },
    effect: (draft, { id, entities, from }) => {
      const listing = edit(draft.listing, id);
      if (waits(draft, listing, 'listing', { verb: 'remove', entities }, from)) return;
      listing.entities -= entities;
      dropMootChange(draft, listing);
    },
    examples: [
      { type: 'listing.remove', actor: 'US', on: '2025-10-25', id: 'us/example-listing', entities: 3 },
    ],
  }),
];
