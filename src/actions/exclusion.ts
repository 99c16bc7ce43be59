/**
 * Exclusions: goods that a list takes out of a duty.
 *
 * They are granted by `tariff.exclude` and live inside their duty: prolonged, taken back early, or over on their day, when the
 * goods are under the duty again (the practice of the Trade Representative under Section 301 since 2018).
 */
import { existing } from '../kit/lists';
import { addDays } from '../kit/calendar';
import { PARTY_IDS } from '../model/actor';
import { each, edit } from '../model/column';
import { clearDeadline, isDue, setDeadline } from '../model/deadline';
import { bringBack, COURT_RELIEF } from '../model/exclusion';
import { exclusionKey, type Exclusion } from '../model/tariff';
import type { Draft, State } from '../model/state';
import { defineAction, type Rule } from './action-type';
import { earlierOf, endOf, lastNotice, laterOf } from './course';
import { dateOrOpen, oneOf } from './domain';
import { isoDate, type Zod } from './fields';
import { depends, idsOf, mustExist } from './rules';

const CITES = ['alston-2022'] as const;
const DAY = '2025-11-26';
const KEY = 'us/s301-list3#lines-2025';

/** Two ids of 80 characters and the mark between them. */
const LONGEST_KEY = 161;
const keyField = (z: Zod) =>
  z.string().min(1).max(LONGEST_KEY).describe('Id of duty and exclusion, joined by #');

const exclusions = (state: State): Readonly<Record<string, Exclusion>> => {
  const byKey: Record<string, Exclusion> = {};
  for (const layer of each(state.tariff)) {
    for (const exclusion of layer.exclusions ?? []) byKey[exclusionKey(layer, exclusion)] = exclusion;
  }
  return byKey;
};

/** The duty of a key. */
const dutyOf = (key: string): string => key.slice(0, Math.max(0, key.indexOf('#')));

/** The exclusion of a key in a layer; undefined where it has none. */
function exclusionIn<E extends Exclusion>(
  layer: { readonly id: string; readonly exclusions?: readonly E[] },
  key: string,
): E | undefined {
  return layer.exclusions?.find((exclusion) => exclusionKey(layer, exclusion) === key);
}

/** Brings the goods of an exclusion under their duty again. */
function endExclusion(draft: Draft, key: string): void {
  const layer = edit(draft.tariff, dutyOf(key));
  bringBack(draft, layer, existing(exclusionIn(layer, key)));
}

const EXISTS = mustExist('exclusion', 'exclusion', exclusions);
const OWN: Rule = {
  code: 'exclusion/not-the-imposer',
  rule: 'Only the party whose duty it is decides on what is excluded from it.',
  source: 'stylised',
  lasting: true,
  violated: (state, actor, key) => {
    const imposer = state.tariff[dutyOf(key)]?.imposer ?? null;
    return imposer === actor ? null : { imposer };
  },
};

const BY_A_PARTY: Rule = {
  code: 'exclusion/by-a-court',
  rule: 'A party decides on the exclusions that it grants, not on the relief that a court gave.',
  source: 'thompson-hine-court',
  lasting: true,
  violated: (_state, _actor, key) => (key.endsWith(`#${COURT_RELIEF}`) ? { given: key } : null),
};

/** The action types of exclusions. */
export const exclusionActions = [
  defineAction({
    type: 'exclusion.extend',
    actors: PARTY_IDS,
    touches: ['tariff'],
    doc: 'Prolong an exclusion to a later date or to an open end.',
    cites: CITES,
    fields: (z) => ({
      key: keyField(z),
      until: isoDate(z, 'Later day on which it ends, null for none').nullable(),
    }),
    subject: 'key',
    subjects: idsOf(exclusions),
    rules: [EXISTS, OWN, BY_A_PARTY],
    domains: {
      until: depends(
        'exclusion/extension-not-later',
        'An extension ends later than the exclusion did, within the life of its duty and at most two years ahead, or stays open.',
        (state, _actor, key) => {
          const layer = state.tariff[dutyOf(key)];
          const until = (layer === undefined ? undefined : exclusionIn(layer, key))?.until ?? null;
          // Nothing is later than an open end.
          if (until === null) return oneOf();
          const last = earlierOf(lastNotice(state), endOf(state, 'tariff', dutyOf(key)));
          return dateOrOpen(addDays(laterOf(state.today, until), 1), last);
        },
      ),
    },
    effect: (draft, event) => {
      const { key, until } = event;
      const layer = edit(draft.tariff, dutyOf(key));
      const exclusion = existing(exclusionIn(layer, key));
      exclusion.until = until;
      if (until === null) clearDeadline(draft, 'exclusion-end', key);
      else setDeadline(draft, { kind: 'exclusion-end', on: until, subject: key, layer: layer.id });
    },
    examples: [{ type: 'exclusion.extend', actor: 'US', on: DAY, key: KEY, until: '2027-11-10' }],
  }),
  defineAction({
    type: 'exclusion.revoke',
    actors: PARTY_IDS,
    touches: ['tariff'],
    doc: 'Take an exclusion back before its day: its goods are under the duty again.',
    cites: CITES,
    fields: (z) => ({ key: keyField(z) }),
    subject: 'key',
    subjects: idsOf(exclusions),
    rules: [EXISTS, OWN, BY_A_PARTY],
    domains: {},
    effect: (draft, event) => endExclusion(draft, event.key),
    examples: [{ type: 'exclusion.revoke', actor: 'US', on: DAY, key: KEY }],
  }),
  defineAction({
    type: 'exclusion.expire',
    actors: ['calendar'],
    touches: ['tariff'],
    doc: 'The day of an exclusion has come and its goods are under the duty again.',
    cites: CITES,
    fields: (z) => ({ key: keyField(z) }),
    subject: 'key',
    subjects: idsOf(exclusions),
    rules: [
      EXISTS,
      {
        code: 'exclusion/not-due',
        rule: 'The calendar acts only on a deadline that has come.',
        source: 'stylised',
        settles: true,
        violated: (state, _actor, key) =>
          isDue(state, 'exclusion-end', key) ? null : { deadline: 'exclusion-end', today: state.today },
      },
    ],
    domains: {},
    effect: (draft, event) => endExclusion(draft, event.key),
    examples: [{ type: 'exclusion.expire', actor: 'calendar', on: '2026-11-10', key: KEY }],
  }),
];
