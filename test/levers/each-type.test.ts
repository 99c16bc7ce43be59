/**
 * No dead lever: each action type that is not declared inert has a lawful act, in some shipped scenario, that moves whether the
 * meeting is held, a class, an average, new coercion or a curve of the truce, on the same draws.
 */
import { describe, expect } from 'vitest';
import { actionTypes, type EventType } from '../../src/actions/index';
import { act, play, type EventOfToday, type Play } from '../../src/analyses/play';
import { project } from '../../src/analyses/project';
import { legalActions, sampleMember } from '../../src/engine/legal-actions';
import { channelOf } from '../../src/episode/channels';
import type { Act } from '../record';
import { itLong } from '../long';

const SEED = 'types';
/** Few runs first: most acts move something at once. */
const RUNS = [20, 100, 600, 3000] as const;
/** Acts of a type that are tried from one play. */
const TRIED = 6;

const [base, next] = [play('kuala-lumpur-2025'), play('next-leaders-meeting')];

/** What has happened: acts of the first day unless they name another, and the day that has come then. */
type Steps = readonly (EventOfToday | string)[];
const after = (steps: Steps): Play =>
  play('kuala-lumpur-2025', {
    after: steps.filter((step) => typeof step !== 'string'),
    today: steps.find((step) => typeof step === 'string'),
  });

const US = { actor: 'US' } as const;
const CN = { actor: 'CN' } as const;
const BOTH = { actor: 'both' } as const;
const THREAT = {
  ...US,
  id: 'us/threat',
  label: 'A threat',
  basis: null,
  dueOn: null,
  voice: 'leader',
} as const;
const RAISE = { ratePct: 40, share: 0.5 } as const;
const LISTS = { list: 'entity-list', entities: 900 } as const;
const FEES = { feePerNetTon: 500, currency: 'USD' } as const;
const REACH = {
  subject: 'chips',
  severity: 0.6,
  reach: 'bilateral',
  deMinimisPct: 0,
  indivisible: true,
} as const;
const BUSAN = { meeting: 'busan-2025' } as const;

const NEXT_DAY = '2025-10-26';
const MEETING_DAY = '2025-10-30';
const FEE_THREAT = {
  ...THREAT,
  ...FEES,
  type: 'port-fee.threaten',
  authority: 's301',
  basis: 'us/probe-s301-maritime',
  dueOn: '2025-11-05',
} as const;
const LIST_THREAT = {
  ...THREAT,
  ...LISTS,
  type: 'listing.threaten',
  authority: 'ecra',
  dueOn: '2025-11-05',
} as const;
const TERMINATED = { ...CN, type: 'truce.terminate' } as const;
const PROVISIONAL = {
  ...BOTH,
  type: 'truce.conclude',
  id: 'new-truce',
  label: 'A truce',
  until: '2026-11-10',
  covered: ['us/ieepa-reciprocal-heightened', 'cn/reciprocal-heightened'],
  provisional: true,
} as const;
const UPHELD = { actor: 'court', type: 'court.uphold', authority: 'ieepa' } as const;
const EXCLUDED = {
  ...US,
  type: 'tariff.exclude',
  id: 'us/ieepa-fentanyl',
  exclusion: 'parts',
  label: 'Parts',
  share: 0.2,
  until: '2025-12-01',
} as const;

/** What has to happen before an act of a type is lawful, or counts for something. */
const BEFORE: Readonly<Partial<Record<EventType, Steps>>> = {
  'tariff.name-authority': [{ ...THREAT, ...RAISE, type: 'tariff.threaten', authority: 'undetermined' }],
  'control.name-authority': [{ ...THREAT, ...REACH, type: 'control.threaten', authority: 'undetermined' }],
  'port-fee.name-authority': [{ ...FEE_THREAT, authority: 'undetermined', basis: null }],
  'listing.name-authority': [
    { ...THREAT, ...LISTS, type: 'listing.threaten', authority: 'undetermined', list: 'new-list' },
  ],
  'tariff.give-notice': [
    { ...US, type: 'tariff.suspend', id: 'us/ieepa-fentanyl', until: '2026-11-10', from: null },
  ],
  'control.give-notice': [
    { ...US, type: 'control.suspend', id: 'us/affiliates-rule', until: '2026-11-10', from: null },
  ],
  'control.schedule-return': [{ ...US, type: 'control.suspend', id: 'us/affiliates-rule', until: null }],
  'port-fee.give-notice': [
    { ...US, type: 'port-fee.suspend', id: 'us/port-fees', until: '2026-11-10', from: null },
  ],
  'port-fee.schedule-return': [{ ...US, type: 'port-fee.suspend', id: 'us/port-fees', until: null }],
  'listing.give-notice': [
    { ...CN, type: 'listing.suspend', id: 'cn/unreliable-october-2025', until: '2026-11-10', from: null },
  ],
  'listing.schedule-return': [
    { ...CN, type: 'listing.suspend', id: 'cn/unreliable-october-2025', until: null },
  ],
  'port-fee.carry-out': [FEE_THREAT],
  'port-fee.postpone': [FEE_THREAT],
  'port-fee.put-off': [FEE_THREAT],
  'port-fee.set-deadline': [{ ...FEE_THREAT, dueOn: null }],
  'listing.postpone': [LIST_THREAT],
  'listing.put-off': [LIST_THREAT],
  'exclusion.extend': [EXCLUDED],
  'exclusion.revoke': [EXCLUDED],
  'blocking-order.lift': [
    {
      ...CN,
      type: 'blocking-order.issue',
      id: 'cn/order',
      label: 'An order',
      authority: 'cn-blocking-rules',
      answers: 'us/entity-huawei-may-2019',
      until: null,
    },
    NEXT_DAY,
  ],
  'purchase.contract': [
    { ...CN, type: 'purchase.resume', flow: 'soybeans' },
    {
      ...CN,
      type: 'purchase.commit',
      id: 'cn/contracts',
      flow: 'soybeans',
      quantityMmt: 12,
      from: '2025-10-26',
      windowDays: 60,
      counts: 'contracts',
    },
    NEXT_DAY,
  ],
  'truce.open-talks': [TERMINATED],
  'truce.conclude': [TERMINATED],
  'truce.confirm': [TERMINATED, PROVISIONAL],
  'truce.set-end': [{ ...BOTH, type: 'truce.extend', until: null }],
  'talks.open': [
    {
      ...BOTH,
      type: 'talks.schedule',
      id: 'another-round',
      level: 'ministerial',
      place: 'Singapore',
      opensOn: '2025-10-28',
      days: 1,
      agenda: ['soybeans', 'extension'],
    },
    '2025-10-28',
  ],
  'meeting.confirm': [{ ...US, ...BUSAN, type: 'meeting.doubt' }],
  'meeting.reinstate': [{ ...US, ...BUSAN, type: 'meeting.doubt' }],
  'meeting.put-on-agenda': [{ ...US, ...BUSAN, type: 'meeting.take-off-agenda', issue: 'fentanyl-tariff' }],
  'meeting.hold': [MEETING_DAY],
  'agreement.reach': [{ ...BOTH, ...BUSAN, type: 'meeting.hold', on: MEETING_DAY }],
  'court.take-up': [UPHELD],
  'court.stay': [UPHELD],
  'court.stay-relief': [
    { actor: 'court', type: 'court.relieve', measure: 'us/ieepa-fentanyl', share: 0.3 },
    NEXT_DAY,
  ],
};

/** Acts that are tried in place of those that are drawn, which say little. */
const SAID: Readonly<Partial<Record<EventType, Act>>> = {
  'talks.name-delegation': {
    ...CN,
    type: 'talks.name-delegation',
    id: 'kuala-lumpur-2025',
    people: ['he-lifeng'],
  },
  'purchase.open': {
    ...CN,
    type: 'purchase.open',
    id: 'aircraft',
    product: 'Aircraft',
    unit: 'pieces',
    normalYear: 50,
  },
  'port-fee.name-authority': {
    ...US,
    type: 'port-fee.name-authority',
    id: 'us/threat',
    authority: 's301',
    basis: 'us/probe-s301-maritime',
  },
  'agreement.reach': {
    ...BOTH,
    type: 'agreement.reach',
    id: 'a-deal',
    scope: 'narrow',
    terms: [{ issue: 'fentanyl-tariff', giver: 'US', degree: 0.5, tariffReliefPp: 10, controlRelief: 0 }],
    pledges: [
      {
        id: 'half-the-duty',
        issue: 'fentanyl-tariff',
        act: { type: 'tariff.cut', actor: 'US', id: 'us/ieepa-fentanyl', ratePct: 10 },
        dueOn: '2025-11-05',
      },
    ],
    weightedMean: 0.5,
  },
};

/** What happens anyway: a round that was agreed opens on its day unless somebody calls it off. */
const ANYWAY: readonly string[] = ['talks.open'];

/** Up to so many acts of a type that are lawful today: near the low end of each range, in the middle and near the high end. */
function* actsOf(now: Play, type: EventType): Generator<Act> {
  const said = SAID[type];
  if (said !== undefined) return yield said;
  let tried = 0;
  for (const template of legalActions(now.state, { type })) {
    for (const place of [0.02, 0.5, 0.97]) yield sampleMember(template, () => place) as Act;
    if ((tried += 1) === TRIED / 3) return;
  }
}

const shown = (now: Play, runs: number): string => {
  const { meeting, outcomes, averageTariffPct, truce, newCoercion } = project(now, { runs, seed: SEED });
  return JSON.stringify({ meeting, outcomes, averageTariffPct, truce, newCoercion });
};

/** The first act of a type that moves something, in words; null where none does. */
function mover(type: EventType): string | null {
  const plays = BEFORE[type] === undefined ? [base, next] : [after(BEFORE[type])];
  for (const runs of RUNS)
    for (const now of plays) {
      let before: string | null = null;
      for (const event of actsOf(now, type)) {
        const done = act(now, event);
        if (!done.ok) continue;
        before ??= shown(now, runs);
        if (shown(done.play, runs) !== before) return JSON.stringify(event);
      }
    }
  return null;
}

const acting = actionTypes.filter(
  ({ type, actors }) =>
    !('inert' in channelOf(type)) && actors.some((actor) => actor !== 'calendar') && !ANYWAY.includes(type),
);

describe('an act that is not inert', () => {
  itLong.each(acting.map(({ type }) => type))('of the type %s moves something somewhere', (type) => {
    expect(mover(type as EventType)).not.toBeNull();
  });
});
