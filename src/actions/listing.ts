/** Listings: firms put on an entity list, an unreliable-entity list or an export-control list. */
import { put } from '../model/column';
import { listingOf } from '../model/copy-state';
import { lifecycle } from './lifecycle';
import { FAMILY_NOUNS } from './nouns';
import { oneOf, wholeFrom } from './domain';
import { text } from './fields';
import { always } from './rules';

/** The action types of listings. */
export const listingActions = lifecycle({
  prefix: 'listing',
  kind: 'listing',
  noun: FAMILY_NOUNS.listing,
  instrument: 'listing',
  cites: ['affiliates-rule'],
  sizeFields: (z) => ({
    list: text(z, 'The list'),
    entities: z.number().int().describe('Number of entities named'),
  }),
  sizeRules: {
    list: always(
      'listing/unknown-list',
      'A listing names one of the lists in use.',
      oneOf(
        'entity-list',
        'denied-persons-list',
        'unreliable-entity-list',
        'export-control-list',
        'sanctions-list',
      ),
    ),
    entities: always(
      'listing/nobody-listed',
      'A listing names from 1 to 100000 entities.',
      wholeFrom(1, 100_000),
    ),
  },
  write: (draft, life, size) => put(draft.listing, life.id, listingOf(life, size)),
  example: { authority: 'ecra', id: 'us/example-listing', size: { list: 'entity-list', entities: 15 } },
});
