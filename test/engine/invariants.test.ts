/** Each invariant sees the state that breaks it, by name, and lets pass the nearest one that does not. */
import type { Writable } from '../../src/kit/writable';
import { describe, expect, it } from 'vitest';
import { assertInvariants, brokenInvariants, invariants } from '../../src/engine/invariants';
import type { Deadline } from '../../src/model/deadline';
import type { Meeting } from '../../src/model/meeting';
import type { Licence } from '../../src/model/export-control';
import { LIVE_STATUSES, type MeasureStatus } from '../../src/model/measure';
import type { ChangeTerms, PendingChange } from '../../src/model/pending-change';
import type { Draft, State } from '../../src/model/state';
import { kualaLumpur, writableCopy } from '../record';

type Change = (state: Draft) => void;

interface Cases {
  /** Changes that break the invariant, with what it names. */
  readonly breaks: readonly (readonly [Change, readonly string[]])[];
  /** Changes that do not. */
  readonly passes: readonly Change[];
}

const YESTERDAY = '2025-10-24';
const TODAY = '2025-10-25';
const LATER = '2026-01-15';
const DUTY = 'us/ieepa-fentanyl';
const THREAT = 'us/ieepa-hundred';
const ORDER = 'us/s232-trucks';
const SUSPENDED = 'us/ieepa-reciprocal-heightened';
const CONTROL = 'us/advanced-chips';
const FOUNDED = Object.values(kualaLumpur.tariff).find(
  ({ basis, status }) => basis !== null && status === 'in-force',
)!;

const deadlineOf = (state: State, subject: string): Deadline =>
  state.deadlines.find((deadline) => deadline.subject === subject)!;
const without =
  (subject: string): Change =>
  (state) => {
    state.deadlines = state.deadlines.filter((deadline) => deadline.subject !== subject);
  };
const replaced =
  (subject: string, change: Partial<Record<keyof Deadline, string>>): Change =>
  (state) => {
    Object.assign(deadlineOf(state, subject), change);
  };
const duty =
  (change: Partial<State['tariff'][string]>, id = DUTY): Change =>
  (state) => {
    Object.assign(state.tariff[id]!, change);
  };
const both =
  (...changes: readonly Change[]): Change =>
  (state) => {
    for (const change of changes) change(state);
  };
const control =
  (change: Partial<State['control'][string]>): Change =>
  (state) => {
    Object.assign(state.control[CONTROL]!, change);
  };
const announced = (terms: ChangeTerms): PendingChange => ({
  ...terms,
  announcedOn: TODAY,
  effectiveOn: null,
});
const cut = (ratePct: number, effectiveOn: string | null): PendingChange => ({
  ...announced({ verb: 'cut', ratePct }),
  effectiveOn,
});
const waitingForChange =
  (measure: string, on: string): Change =>
  (state) => {
    const change: Deadline = {
      kind: 'change',
      on,
      subject: `${measure}#change`,
      measure,
      measureKind: 'tariff',
    };
    state.deadlines = [...state.deadlines, change].sort((a, b) => (a.on < b.on ? -1 : 1));
  };
/** A list taken out of a duty that covers a share beside it. */
const excluded = (share: number, until: string | null, beside: number): Change =>
  duty({
    share: beside,
    exclusions: [{ id: 'lines', label: 'some lines', share, since: YESTERDAY, until }],
  });
const status = (to: MeasureStatus, id = DUTY): Change => duty({ status: to }, id);
const licensed =
  (...licences: readonly (readonly [Licence['status'], number])[]): Change =>
  (state) => {
    state.control[CONTROL]!.licences = licences.map(([standing, share], at) => ({
      id: `l${at}`,
      share,
      grantedOn: TODAY,
      effectiveOn: TODAY,
      until: null,
      status: standing,
    }));
  };
const gone =
  (change: Change): Change =>
  (state) => {
    change(state);
    state.control[CONTROL]!.status = 'withdrawn';
  };
const severity =
  (value: number): Change =>
  (state) => {
    state.control[CONTROL]!.severity = value;
  };
const truce =
  (change: Partial<State['truce']>): Change =>
  (state) => {
    Object.assign(state.truce, change);
  };
const TRUCE = kualaLumpur.truce.id;
const waiting =
  (kind: Deadline['kind'], subject: string, on = LATER): Change =>
  (state) => {
    state.deadlines.push({ kind, on, subject } as Deadline);
  };
const meeting =
  (change: Partial<Writable<Meeting>>): Change =>
  (state) => {
    Object.assign(state.meetings['busan-2025']!, change);
  };
const second =
  (change: Partial<Writable<Meeting>>): Change =>
  (state) => {
    state.meetings.second = { ...state.meetings['busan-2025']!, id: 'second', agenda: [], ...change };
  };
const agreement =
  (at: string, reachedOn: string): Change =>
  (state) => {
    state.agreements.a = { id: 'a', meeting: at, reachedOn, scope: 'agenda', terms: [], weightedMean: 0 };
  };
const pledge =
  (standing: 'open' | 'performed' | 'defaulted'): Change =>
  (state) => {
    state.pledges.p = {
      id: 'p',
      agreement: 'a',
      issue: 'soybeans',
      act: { type: 'meeting.doubt', actor: 'US', meeting: 'busan-2025' },
      dueOn: LATER,
      status: standing,
    };
  };
const commitment =
  (standing: 'open' | 'met' | 'missed'): Change =>
  (state) => {
    state.commitments.c = {
      id: 'c',
      flow: 'soybeans',
      from: TODAY,
      until: LATER,
      quantityMmt: 1,
      deliveredMmt: 0,
      status: standing,
    };
  };
const undertaking =
  (standing: 'open' | 'due' | 'honoured' | 'defaulted', dueOn = LATER): Change =>
  (state) => {
    state.undertakings.u = { id: 'u', by: 'CN', subject: 'x', degree: 1, dueOn, status: standing };
  };
const blocking =
  (status: 'in-force' | 'lapsed'): Change =>
  (state) => {
    const [answers] = Object.keys(state.listing);
    state.blockingOrders = {
      b: {
        id: 'b',
        label: 'x',
        owner: 'CN',
        authority: 'cn-blocking-rules',
        answers: answers!,
        status,
        since: TODAY,
        until: LATER,
      },
    };
  };
const relief =
  (status: 'current' | 'over'): Change =>
  (state) => {
    const flow = 'soybeans';
    state.reliefs = {
      r: { id: 'r', label: 'x', by: 'US', flow, amountUsdBn: 1, from: TODAY, until: LATER, status },
    };
  };
const strike: Change = (state) => {
  state.authorities.ieepa!.standing = 'struck-down';
};
const onIeepa = Object.values(kualaLumpur.tariff).filter(({ authority }) => authority === 'ieepa');

const CASES: Readonly<Record<string, Cases>> = {
  'no live measure stands on an authority that was struck down': {
    breaks: [
      [strike, onIeepa.filter((layer) => LIVE_STATUSES.includes(layer.status)).map(({ id }) => id)],
      [
        (state) => {
          state.authorities.ecra!.standing = 'struck-down';
          for (const control of Object.values(state.control))
            if (control.id !== CONTROL) control.status = 'lapsed';
          for (const listing of Object.values(state.listing)) listing.status = 'lapsed';
        },
        [CONTROL],
      ],
    ],
    passes: [
      both(strike, (state) => {
        for (const { id } of onIeepa) state.tariff[id]!.status = 'struck-down';
      }),
      duty({ authority: 'nowhere' }),
    ],
  },
  'a threatened measure with a date has a deadline for it, and one without has none': {
    breaks: [
      [duty({ dueOn: null }, THREAT), [THREAT]],
      [without(THREAT), [THREAT]],
      [replaced(THREAT, { on: LATER }), [THREAT]],
      [replaced(THREAT, { kind: 'entry-into-force' }), [THREAT]],
      [replaced(THREAT, { subject: 'x' }), [THREAT]],
    ],
    passes: [
      both(status('proposed', THREAT), without(THREAT)),
      both(status('scheduled', THREAT), without(THREAT)),
      both(duty({ dueOn: null }, THREAT), without(THREAT)),
    ],
  },
  'an ordered measure has a date of effect and a deadline for it': {
    breaks: [
      [duty({ dueOn: null }, ORDER), [ORDER]],
      [without(ORDER), [ORDER]],
      [replaced(ORDER, { on: LATER }), [ORDER]],
      [replaced(ORDER, { kind: 'threat' }), [ORDER]],
    ],
    passes: [both(status('threatened', ORDER), without(ORDER))],
  },
  'a suspension with a date has a snapback on that date': {
    breaks: [
      [without(SUSPENDED), [SUSPENDED]],
      [replaced(SUSPENDED, { on: LATER }), [SUSPENDED]],
      [replaced(SUSPENDED, { kind: 'measure-end' }), [SUSPENDED]],
    ],
    passes: [
      both(duty({ suspendedUntil: null }, SUSPENDED), without(SUSPENDED)),
      both(status('in-force', SUSPENDED), without(SUSPENDED)),
    ],
  },
  'only a suspended measure has a day of snapback, and only a pending one a date of effect': {
    breaks: [
      [duty({ suspendedUntil: LATER }), [DUTY]],
      [duty({ dueOn: LATER }), [DUTY]],
      [duty({ dueOn: LATER, status: 'proposed' }), [DUTY]],
      [duty({ suspendedUntil: LATER, dueOn: LATER, status: 'suspended' }), [DUTY]],
    ],
    passes: [
      duty({ suspendedUntil: LATER, status: 'suspended' }),
      duty({ dueOn: LATER, status: 'threatened' }),
      duty({ dueOn: LATER, status: 'scheduled' }),
    ],
  },
  'no measure outlives the longest life that its statute allows': {
    breaks: [
      [duty({ endsOn: YESTERDAY }), [DUTY]],
      [duty({ endsOn: YESTERDAY, status: 'suspended' }), [DUTY]],
    ],
    passes: [
      duty({ endsOn: TODAY }),
      duty({ endsOn: YESTERDAY, status: 'lapsed' }),
      duty({ endsOn: YESTERDAY, status: 'proposed' }),
    ],
  },
  'no rate is negative or above the ceiling of its statute': {
    breaks: [
      [duty({ ratePct: -0.1 }), [DUTY]],
      [duty({ ratePct: NaN }), [DUTY]],
      [duty({ ratePct: -1, status: 'withdrawn' }), [DUTY]],
      [duty({ ratePct: 15.1, authority: 's122' }), [DUTY]],
    ],
    passes: [
      duty({ ratePct: 0 }),
      duty({ ratePct: 15, authority: 's122' }),
      duty({ ratePct: 15.1, authority: 's122', status: 'withdrawn' }),
      duty({ ratePct: 5000 }),
      duty({ ratePct: 5000, authority: 'nowhere' }),
    ],
  },
  'a duty covers no more than all trade with what is excluded from it, and an exclusion with an end waits for it':
    {
      breaks: [
        [excluded(0.5, null, 0.6), [DUTY]],
        [excluded(0.5, LATER, 0.5), [DUTY]],
        [both(excluded(0.5, LATER, 0.5), waiting('exclusion-end', `${DUTY}#lines`, TODAY)), [DUTY]],
        [both(excluded(0.5, null, 0.5), status('withdrawn')), [DUTY]],
        [duty({ exclusions: [] }), [DUTY]],
      ],
      passes: [
        excluded(0.5, null, 0.5),
        both(
          excluded(0.5, LATER, 0.5),
          waiting('exclusion-end', `${DUTY}#lines`),
          replaced(`${DUTY}#lines`, { on: LATER }),
        ),
      ],
    },
  'a rate that is to be set by a day is waited for until the day after, and any other is not': {
    breaks: [
      [duty({ rateBy: LATER }), [DUTY]],
      [waiting('rate-due', `${DUTY}#rate`), [DUTY]],
      [both(duty({ rateBy: null }), waiting('rate-due', `${DUTY}#rate`)), [DUTY]],
      [
        both(
          duty({ rateBy: LATER }),
          waiting('rate-due', `${DUTY}#rate`),
          replaced(`${DUTY}#rate`, { on: LATER }),
        ),
        [DUTY],
      ],
    ],
    passes: [
      duty({ rateBy: null }),
      both(
        duty({ rateBy: LATER }),
        waiting('rate-due', `${DUTY}#rate`),
        replaced(`${DUTY}#rate`, { on: '2026-01-16' }),
      ),
    ],
  },
  'a pending change is of a measure that is ordered or applies and would change it, and only one with a day is waited for':
    {
      breaks: [
        [duty({ pending: cut(10, LATER) }), [DUTY]],
        [both(duty({ pending: cut(10, null) }), waitingForChange(DUTY, LATER)), [DUTY]],
        [both(duty({ pending: cut(10, LATER) }), waitingForChange(DUTY, '2026-01-16')), [DUTY]],
        [
          both(duty({ pending: cut(10, LATER), status: 'threatened' }), waitingForChange(DUTY, LATER)),
          [DUTY],
        ],
        [duty({ pending: cut(20, null) }), [DUTY]],
        [duty({ pending: announced({ verb: 'suspend', until: null }) }, SUSPENDED), [SUSPENDED]],
        [duty({ pending: announced({ verb: 'extend', until: null }) }), [DUTY]],
        [duty({ pending: announced({ verb: 'extend', until: TODAY }) }, SUSPENDED), [SUSPENDED]],
        [control({ pending: announced({ verb: 'ease', severity: 1 }) }), [CONTROL]],
        [
          both(
            duty(
              { pending: { verb: 'extend', until: null, announcedOn: TODAY, effectiveOn: LATER } },
              SUSPENDED,
            ),
            waitingForChange(SUSPENDED, LATER),
          ),
          [SUSPENDED],
        ],
      ],
      passes: [
        duty({ pending: cut(10, null) }),
        both(duty({ pending: cut(10, LATER) }), waitingForChange(DUTY, LATER)),
        duty({ pending: announced({ verb: 'suspend', until: null }) }),
        duty({ pending: announced({ verb: 'extend', until: null }) }, SUSPENDED),
        duty({ pending: announced({ verb: 'withdraw', traded: true }) }),
        control({ pending: announced({ verb: 'ease', severity: 0 }) }),
      ],
    },
  'severities and licensed shares lie between 0 and 1': {
    breaks: [
      [severity(-0.01), [CONTROL]],
      [severity(1.01), [CONTROL]],
      [severity(NaN), [CONTROL]],
      [licensed(['effective', 0.6], ['pending', 0.6]), [CONTROL]],
      [licensed(['effective', 1.1]), [CONTROL]],
      [licensed(['pending', 1.1]), [CONTROL]],
    ],
    passes: [
      severity(0),
      severity(1),
      licensed(['effective', 0.5], ['pending', 0.5]),
      licensed(['effective', 0.5], ['expired', 5], ['withheld', 5]),
    ],
  },
  'no licence outlives its control, nor do the days on which it would begin and end': {
    breaks: [
      [gone(licensed(['effective', 0.5], ['expired', 0.5])), [`${CONTROL}#l0`]],
      [gone(licensed(['expired', 0.5], ['pending', 0.5])), [`${CONTROL}#l1`]],
      [
        gone(both(licensed(['withheld', 0.5]), waiting('licence-expiry', `${CONTROL}#l0`))),
        [`${CONTROL}#l0`],
      ],
    ],
    passes: [
      gone(licensed(['expired', 0.5], ['withheld', 0.5])),
      both(licensed(['pending', 0.5]), waiting('licence-effect', `${CONTROL}#l0`)),
    ],
  },
  'both averages are finite and not negative': {
    breaks: [
      [duty({ ratePct: Infinity }), ['usOnCn']],
      [duty({ ratePct: Infinity }, 'cn/mfn'), ['cnOnUs']],
    ],
    passes: [
      (state) => {
        for (const layer of Object.values(state.tariff)) layer.ratePct = 0;
      },
    ],
  },
  'a truce with an expiry binds exactly while that day is waited for': {
    breaks: [
      [without(TRUCE), [TRUCE]],
      [replaced(TRUCE, { on: LATER }), [TRUCE]],
      [replaced(TRUCE, { subject: 'x' }), [TRUCE]],
      [replaced(TRUCE, { kind: 'snapback' }), [TRUCE]],
      [truce({ expiresOn: null }), [TRUCE]],
      [truce({ status: 'lapsed' }), [TRUCE]],
    ],
    passes: [
      both(truce({ status: 'lapsed' }), without(TRUCE)),
      both(truce({ expiresOn: null }), without(TRUCE)),
      both(truce({ status: 'terminated', expiresOn: null }), without(TRUCE)),
    ],
  },
  'only a truce that binds still awaits the capitals, and a provisional one does': {
    breaks: [
      [truce({ status: 'provisional' }), [TRUCE]],
      [both(truce({ status: 'lapsed', provisional: true }), without(TRUCE)), [TRUCE]],
    ],
    passes: [
      truce({ status: 'provisional', provisional: true }),
      truce({ status: 'strained', provisional: true }),
    ],
  },
  'an open pledge has a deadline and a closed one has none': {
    breaks: [
      [pledge('open'), ['p']],
      [both(pledge('open'), waiting('undertaking-due', 'p')), ['p']],
      [both(pledge('open'), waiting('pledge-due', 'q')), ['p']],
      [both(pledge('performed'), waiting('pledge-due', 'p')), ['p']],
    ],
    passes: [both(pledge('open'), waiting('pledge-due', 'p')), pledge('performed'), pledge('defaulted')],
  },
  'an open commitment and an open undertaking wait for their day': {
    breaks: [
      [commitment('open'), ['c']],
      [both(commitment('open'), waiting('purchase-window', 'c', '2026-01-16')), ['c']],
      [both(commitment('met'), waiting('purchase-window', 'c')), ['c']],
      [undertaking('open'), ['u']],
      [both(undertaking('open'), waiting('purchase-window', 'u')), ['u']],
      [both(undertaking('honoured'), waiting('undertaking-due', 'u')), ['u']],
      [both(commitment('open'), undertaking('open')), ['c', 'u']],
    ],
    passes: [
      both(commitment('open'), waiting('purchase-window', 'c')),
      commitment('missed'),
      both(undertaking('open'), waiting('undertaking-due', 'u')),
      undertaking('honoured'),
    ],
  },
  'an undertaking is due from its day on and not before': {
    breaks: [
      [undertaking('due'), ['u']],
      [undertaking('defaulted'), ['u']],
    ],
    passes: [undertaking('due', TODAY), undertaking('defaulted', TODAY), undertaking('honoured')],
  },
  'a blocking order with an end in force and current relief wait for their day': {
    breaks: [
      [blocking('in-force'), ['b']],
      [both(blocking('in-force'), waiting('relief-end', 'b')), ['b']],
      [relief('current'), ['r']],
    ],
    passes: [
      both(blocking('in-force'), waiting('blocking-order-end', 'b')),
      blocking('lapsed'),
      both(relief('current'), waiting('relief-end', 'r')),
      relief('over'),
    ],
  },
  'deadlines stand in order of date': {
    breaks: [
      [
        (state) => {
          state.deadlines = [
            { kind: 'pledge-due', on: LATER, subject: 'a' },
            { kind: 'pledge-due', on: TODAY, subject: 'b' },
          ];
        },
        ['b'],
      ],
    ],
    passes: [
      (state) => {
        state.deadlines = [
          { kind: 'pledge-due', on: LATER, subject: 'a' },
          { kind: 'pledge-due', on: LATER, subject: 'b' },
        ];
      },
      (state) => {
        state.deadlines = [];
      },
    ],
  },
  'no deadline lies in the past': {
    breaks: [
      [replaced(ORDER, { on: YESTERDAY }), [ORDER]],
      [replaced(TRUCE, { on: YESTERDAY }), [TRUCE]],
    ],
    passes: [replaced(ORDER, { on: TODAY }), replaced(THREAT, { on: YESTERDAY })],
  },
  'a meeting that was held is not of a later day': {
    breaks: [[meeting({ status: 'held', on: LATER }), ['busan-2025']]],
    passes: [meeting({ status: 'held', on: TODAY }), meeting({ status: 'called-off', on: LATER })],
  },
  'no two meetings are planned for the same day': {
    breaks: [
      [second({}), ['second']],
      [second({ status: 'doubted' }), ['second']],
      [second({ status: 'confirmed' }), ['second']],
    ],
    passes: [second({ on: LATER }), second({ status: 'called-off' }), second({ status: 'held', on: TODAY })],
  },
  'an agenda on which leaders may still meet names issues on the table, each once': {
    breaks: [
      [meeting({ agenda: ['nothing'] }), ['busan-2025']],
      [meeting({ agenda: ['toString'] }), ['busan-2025']],
      [meeting({ agenda: ['soybeans', 'taiwan', 'soybeans'] }), ['busan-2025']],
    ],
    passes: [
      meeting({ agenda: [] }),
      meeting({ agenda: ['soybeans', 'taiwan'] }),
      meeting({ status: 'held', on: TODAY, agenda: ['nothing'] }),
      meeting({ status: 'called-off', agenda: ['nothing'] }),
    ],
  },
  'an agreement is of a meeting that was held on the day on which it was reached': {
    breaks: [
      [agreement('nowhere', TODAY), ['a']],
      [agreement('busan-2025', '2025-10-30'), ['a']],
      [agreement('osaka-2019', '2019-06-28'), ['a']],
    ],
    passes: [agreement('osaka-2019', '2019-06-29')],
  },
  'what stands on a statute with a procedure, or will on a day already set, rests on an affirmative finding':
    {
      breaks: [
        [duty({ basis: null }, FOUNDED.id), [FOUNDED.id]],
        [duty({ basis: 'nowhere' }, FOUNDED.id), [FOUNDED.id]],
        [duty({ basis: null, status: 'scheduled', dueOn: LATER }, FOUNDED.id), [FOUNDED.id]],
        [duty({ basis: null, status: 'suspended', suspendedUntil: LATER }, FOUNDED.id), [FOUNDED.id]],
        [
          (state) => {
            const others = Object.values(state.tariff).filter(({ id }) => id !== FOUNDED.id);
            for (const kind of [state.portFee, state.listing, state.control]) {
              for (const measure of Object.values(kind)) measure.status = 'lapsed';
            }
            for (const layer of others) layer.status = 'lapsed';
            state.probes[FOUNDED.basis!]!.status = 'closed';
          },
          [FOUNDED.id],
        ],
      ],
      passes: [
        duty({ basis: null, status: 'suspended' }, FOUNDED.id),
        duty({ basis: null, status: 'threatened', dueOn: LATER }, FOUNDED.id),
        duty({ basis: null, authority: 'ieepa' }, FOUNDED.id),
        duty({ basis: null, authority: 'nowhere' }, FOUNDED.id),
      ],
    },
  'what applies, or will on a day already set, stands on a statute by name': {
    breaks: [
      [duty({ authority: 'undetermined' }), [DUTY]],
      [duty({ authority: 'undetermined' }, ORDER), [ORDER]],
      [duty({ authority: 'undetermined' }, SUSPENDED), [SUSPENDED]],
    ],
    passes: [
      duty({ authority: 'undetermined' }, THREAT),
      duty({ authority: 'undetermined', suspendedUntil: null }, SUSPENDED),
    ],
  },
  'what a state points to stands in it': {
    breaks: [
      [duty({ authority: 'nowhere' }), [DUTY]],
      [duty({ authority: 'toString' }), [DUTY]],
      [
        (state) => {
          Object.assign(Object.values(state.probes)[0]!, { authority: 'nowhere' });
        },
        [Object.keys(kualaLumpur.probes)[0]!],
      ],
      [
        (state) => {
          state.pledges.p = {
            ...{ id: 'p', agreement: 'nowhere', issue: 'soybeans', dueOn: LATER, status: 'performed' },
            act: { type: 'tariff.cut', actor: 'US' },
          };
        },
        ['p'],
      ],
      [
        (state) => {
          state.commitments.c = {
            ...{ id: 'c', flow: 'nowhere', from: TODAY, until: LATER, quantityMmt: 1, deliveredMmt: 1 },
            status: 'met',
          };
        },
        ['c'],
      ],
      ...(
        [
          'truce-expiry',
          'purchase-window',
          'undertaking-due',
          'pledge-due',
          'probe-decision',
          'probe-resumes',
        ] as const
      ).map((kind): readonly [Change, readonly string[]] => [
        (state) => state.deadlines.push({ kind, on: LATER, subject: 'nothing' }),
        ['nothing'],
      ]),
      [
        (state) => state.deadlines.push({ kind: 'threat', on: LATER, subject: DUTY, measureKind: 'control' }),
        [DUTY],
      ],
      [
        (state) =>
          state.deadlines.push({
            kind: 'licence-effect',
            on: LATER,
            subject: `${CONTROL}#none`,
            control: CONTROL,
          }),
        [`${CONTROL}#none`],
      ],
    ],
    passes: [
      (state) => state.deadlines.push({ kind: 'threat', on: LATER, subject: DUTY, measureKind: 'tariff' }),
      both(licensed(['pending', 0.1]), (state) =>
        state.deadlines.push({
          kind: 'licence-effect',
          on: LATER,
          subject: `${CONTROL}#l0`,
          control: CONTROL,
        }),
      ),
    ],
  },
  'nothing has a status that begins after today': {
    breaks: [
      [duty({ since: '2025-10-26' }), [DUTY]],
      [meeting({ since: LATER }), ['busan-2025']],
      [
        (state) => {
          state.truce.since = LATER;
        },
        [kualaLumpur.truce.id],
      ],
    ],
    passes: [duty({ since: TODAY }), duty({ since: YESTERDAY })],
  },
  'a measure in force under a statute with a longest life has its end, and waits for it': {
    breaks: [
      [duty({ authority: 's122' }), [DUTY]],
      [duty({ authority: 's122', endsOn: LATER }), [DUTY]],
      [
        both(duty({ authority: 's122', endsOn: LATER }), (state) =>
          state.deadlines.push({
            kind: 'measure-end',
            on: '2026-01-16',
            subject: DUTY,
            measureKind: 'tariff',
          }),
        ),
        [DUTY],
      ],
    ],
    passes: [
      duty({ authority: 's122', status: 'threatened', dueOn: LATER }),
      both(duty({ authority: 's122', endsOn: LATER }), (state) =>
        state.deadlines.push({ kind: 'measure-end', on: LATER, subject: DUTY, measureKind: 'tariff' }),
      ),
    ],
  },
};

const changed = (change: Change): State => {
  const state = writableCopy(kualaLumpur);
  change(state);
  return state;
};

describe('every invariant', () => {
  it('has cases here, and there are none for another', () => {
    expect(Object.keys(CASES)).toEqual(invariants.map(({ name }) => name));
  });

  it.each(invariants.map((invariant) => [invariant.name, invariant] as const))('%s', (name, { broken }) => {
    const { breaks, passes } = CASES[name]!;
    expect(broken(kualaLumpur)).toEqual([]);
    breaks.forEach(([change, found], at) =>
      expect(broken(changed(change)), `break ${at + 1}`).toEqual(found),
    );
    passes.forEach((change, at) => expect(broken(changed(change)), `pass ${at + 1}`).toEqual([]));
  });
});

describe('a state that breaks an invariant', () => {
  it('is told by the invariant and what breaks it, and refused by the assertion', () => {
    const state = changed(both(duty({ ratePct: -1 }), duty({ ratePct: -1 }, THREAT)));
    expect(brokenInvariants(state)).toEqual([
      `no rate is negative or above the ceiling of its statute: ${[DUTY, THREAT]
        .sort((a, b) => Object.keys(state.tariff).indexOf(a) - Object.keys(state.tariff).indexOf(b))
        .join(', ')}`,
    ]);
    expect(() => assertInvariants(state)).toThrow(/2025-10-25: no rate is negative/);
    expect(() => assertInvariants(kualaLumpur)).not.toThrow();
  });
});
