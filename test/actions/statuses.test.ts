/**
 * When each verb is open: for every verb and every status of what it acts on, the machine refuses the status exactly where the
 * table below does not name it. The table is written down apart from the rules, after the texts that they cite.
 */
import { describe, expect, it } from 'vitest';
import { actionTypes } from '../../src/actions/index';
import { violations } from '../../src/engine/legality';
import type { Standing } from '../../src/model/authority';
import { ACTION_PREFIX, MEASURE_KINDS, type MeasureStatus } from '../../src/model/measure';
import type { Probe } from '../../src/model/probe';
import type { Draft, State } from '../../src/model/state';
import type { Meeting } from '../../src/model/meeting';
import type { Round } from '../../src/model/talks';
import type { TruceStatus } from '../../src/model/truce';
import { after, kualaLumpur, writableCopy } from '../record';

const MEASURE: readonly MeasureStatus[] = [
  'proposed',
  'threatened',
  'scheduled',
  'in-force',
  'suspended',
  'lapsed',
  'withdrawn',
  'struck-down',
];
const TRUCE: readonly TruceStatus[] = [
  'none',
  'talks',
  'provisional',
  'in-force',
  'strained',
  'lapsed',
  'terminated',
];
const MEETING: readonly Meeting['status'][] = ['planned', 'doubted', 'confirmed', 'held', 'called-off'];
const ROUND: readonly Round['status'][] = ['scheduled', 'under-way', 'concluded', 'called-off'];
const PROBE: readonly Probe['status'][] = ['open', 'suspended', 'affirmative', 'closed'];
const STANDING: readonly Standing[] = ['available', 'challenged', 'stayed', 'struck-down'];

/** Whether an act on a subject meets a refusal of this code. */
function refused(state: State, type: string, subject: string, code: string): boolean {
  const action = actionTypes.find((candidate) => candidate.type === type)!;
  const act = { type, actor: action.actors[0]!, on: state.today, [action.subject ?? 'nothing']: subject };
  return violations(state, act).some((refusal) => refusal.code === code);
}

/** The statuses in which a verb is open. */
function openIn<S>(
  statuses: readonly S[],
  put: (state: Draft, status: S) => void,
  type: string,
  subject: string,
  code: string,
): S[] {
  return statuses.filter((status) => {
    const state = writableCopy(kualaLumpur);
    put(state, status);
    return !refused(state, type, subject, code);
  });
}

describe('a measure of any kind', () => {
  const subjects = {
    tariff: 'us/ieepa-fentanyl',
    control: 'us/advanced-chips',
    portFee: 'us/port-fees',
    listing: Object.keys(kualaLumpur.listing)[0]!,
  };
  const verbs: Readonly<Record<string, readonly MeasureStatus[]>> = {
    'carry-out': ['proposed', 'threatened'],
    postpone: ['threatened', 'scheduled'],
    'put-off': ['threatened', 'scheduled'],
    'set-deadline': ['proposed', 'threatened', 'suspended'],
    'schedule-return': ['suspended'],
    'name-authority': ['proposed', 'threatened', 'suspended'],
    withdraw: ['proposed', 'threatened', 'scheduled', 'in-force', 'suspended'],
    suspend: ['in-force'],
    extend: ['suspended'],
    resume: ['suspended'],
    'give-notice': ['scheduled', 'in-force', 'suspended'],
    'drop-change': ['scheduled', 'in-force', 'suspended'],
    'take-effect': ['scheduled', 'in-force', 'suspended'],
    'enter-into-force': ['scheduled'],
    snapback: ['suspended'],
    lapse: ['threatened', 'scheduled', 'in-force', 'suspended'],
    'expire-threat': ['threatened'],
  };
  const more: Readonly<Record<string, readonly MeasureStatus[]>> = {
    'tariff.raise': ['threatened', 'scheduled', 'in-force', 'suspended'],
    'tariff.widen': ['threatened', 'scheduled', 'in-force', 'suspended'],
    'tariff.exclude': ['threatened', 'scheduled', 'in-force', 'suspended'],
    'tariff.set-rate': ['threatened', 'scheduled', 'in-force', 'suspended'],
    'tariff.cut': ['threatened', 'scheduled', 'in-force', 'suspended'],
    'tariff.fold-in': ['threatened', 'scheduled'],
    'control.tighten': ['threatened', 'scheduled', 'in-force', 'suspended'],
    'control.ease': ['threatened', 'scheduled', 'in-force', 'suspended'],
    'licence.grant': ['scheduled', 'in-force', 'suspended'],
  };
  const rows = [
    ...MEASURE_KINDS.flatMap((kind) =>
      Object.entries(verbs).map(([verb, open]) => [`${ACTION_PREFIX[kind]}.${verb}`, kind, open] as const),
    ),
    ...Object.entries(more).map(
      ([type, open]) => [type, type.startsWith('tariff') ? 'tariff' : 'control', open] as const,
    ),
  ];

  it.each(rows)('is open to %s in its statuses only', (type, kind, open) => {
    const subject = subjects[kind];
    const code = `${ACTION_PREFIX[kind]}/wrong-status`;
    const put = (state: Draft, status: MeasureStatus) => void (state[kind][subject]!.status = status);
    expect(openIn(MEASURE, put, type, subject, code)).toEqual(open);
  });
});

describe('the truce', () => {
  const verbs: Readonly<Record<string, readonly TruceStatus[]>> = {
    'open-talks': ['none', 'lapsed', 'terminated'],
    conclude: ['none', 'talks', 'lapsed', 'terminated'],
    confirm: ['provisional'],
    extend: ['provisional', 'in-force', 'strained'],
    'set-end': ['provisional', 'in-force', 'strained'],
    strain: ['provisional', 'in-force'],
    breach: ['provisional', 'in-force', 'strained'],
    repair: ['strained'],
    'lay-aside': ['strained'],
    terminate: ['talks', 'provisional', 'in-force', 'strained'],
    lapse: ['provisional', 'in-force', 'strained'],
  };

  it.each(Object.entries(verbs))('is open to truce.%s in its statuses only', (verb, open) => {
    const put = (state: Draft, status: TruceStatus) => void (state.truce.status = status);
    expect(openIn(TRUCE, put, `truce.${verb}`, kualaLumpur.truce.id, 'truce/wrong-status')).toEqual(open);
  });
});

describe('the meeting of the leaders', () => {
  const verbs: Readonly<Record<string, readonly Meeting['status'][]>> = {
    doubt: ['planned', 'confirmed'],
    confirm: ['planned', 'doubted'],
    reinstate: ['doubted'],
    'put-on-agenda': ['planned', 'doubted', 'confirmed'],
    'take-off-agenda': ['planned', 'doubted', 'confirmed'],
    postpone: ['planned', 'doubted', 'confirmed'],
    hold: ['planned', 'doubted', 'confirmed'],
    'call-off': ['planned', 'doubted', 'confirmed'],
  };
  const issue = kualaLumpur.meetings['busan-2025']!.agenda[0]!;

  it.each(Object.entries(verbs))('is open to meeting.%s in its statuses only', (verb, open) => {
    const put = (state: Draft, status: Meeting['status']) =>
      void (state.meetings['busan-2025']!.status = status);
    expect(openIn(MEETING, put, `meeting.${verb}`, 'busan-2025', 'meeting/wrong-status')).toEqual(open);
  });

  it('keeps its issues on the table until it is held or called off', () => {
    const put = (state: Draft, status: Meeting['status']) =>
      void (state.meetings['busan-2025']!.status = status);
    expect(openIn(MEETING, put, 'issue.drop', issue, 'issue/on-the-agenda')).toEqual(['held', 'called-off']);
    expect(openIn(['called-off'], put, 'agreement.reach', '', 'agreement/no-meeting')).toEqual([]);
  });
});

describe('a round of talks', () => {
  const verbs: Readonly<Record<string, readonly Round['status'][]>> = {
    'name-delegation': ['scheduled', 'under-way'],
    open: ['scheduled'],
    conclude: ['under-way'],
    'call-off': ['scheduled', 'under-way'],
  };

  it.each(Object.entries(verbs))('is open to talks.%s in its statuses only', (verb, open) => {
    const put = (state: Draft, status: Round['status']) =>
      void (state.rounds['kuala-lumpur-2025']!.status = status);
    expect(openIn(ROUND, put, `talks.${verb}`, 'kuala-lumpur-2025', 'talks/wrong-status')).toEqual(open);
  });
});

describe('an investigation', () => {
  const verbs: Readonly<Record<string, readonly Probe['status'][]>> = {
    find: ['open'],
    close: ['open', 'suspended', 'affirmative'],
    suspend: ['open'],
    extend: ['suspended'],
    resume: ['suspended'],
    lapse: ['open'],
  };

  it.each(Object.entries(verbs))('is open to probe.%s in its statuses only', (verb, open) => {
    const put = (state: Draft, status: Probe['status']) =>
      void (state.probes['us/probe-s301-phase-one']!.status = status);
    expect(openIn(PROBE, put, `probe.${verb}`, 'us/probe-s301-phase-one', 'probe/wrong-status')).toEqual(
      open,
    );
  });
});

describe('an authority before the courts', () => {
  const verbs: Readonly<Record<string, readonly Standing[]>> = {
    'take-up': ['available', 'stayed'],
    stay: ['available', 'challenged', 'stayed'],
    uphold: ['challenged', 'stayed'],
    'strike-down': ['available', 'challenged', 'stayed'],
  };

  it.each(Object.entries(verbs))('is open to court.%s in its standings only', (verb, open) => {
    const put = (state: Draft, standing: Standing) => void (state.authorities.ieepa!.standing = standing);
    expect(openIn(STANDING, put, `court.${verb}`, 'ieepa', 'court/wrong-standing')).toEqual(open);
  });
});

describe('purchases, promises and licences', () => {
  it('are bought, halted and resumed each in one status of the trade', () => {
    const put = (state: Draft, status: 'market' | 'halted') => void (state.flows.soybeans!.status = status);
    const open = (verb: string) =>
      openIn(['market', 'halted'], put, `purchase.${verb}`, 'soybeans', 'purchase/wrong-status');
    expect(open('deliver')).toEqual(['market']);
    expect(open('halt')).toEqual(['market']);
    expect(open('resume')).toEqual(['halted']);
    expect(open('commit')).toEqual(['market', 'halted']);
  });

  it('are judged once', () => {
    const made = after(kualaLumpur, {
      type: 'undertaking.make',
      actor: 'CN',
      id: 'cn/promise',
      subject: 'x',
      degree: 1,
      dueOn: '2025-12-01',
    });
    for (const type of ['undertaking.honour', 'undertaking.fall-due', 'undertaking.judge'])
      for (const status of ['open', 'due', 'honoured', 'defaulted'] as const) {
        const state = writableCopy(made);
        state.undertakings['cn/promise']!.status = status;
        expect(refused(state, type, 'cn/promise', 'undertaking/closed'), `${type} ${status}`).toBe(
          status === 'honoured' || status === 'defaulted',
        );
      }
  });

  it('withhold a licence only while it is pending or effective', () => {
    const granted = after(kualaLumpur, {
      type: 'licence.grant',
      actor: 'CN',
      id: 'cn/rare-earths-april',
      licence: 'general',
      share: 0.1,
      effectiveOn: '2025-12-01',
      until: null,
    });
    for (const status of ['pending', 'effective', 'withheld', 'expired'] as const) {
      const state = writableCopy(granted);
      state.control['cn/rare-earths-april']!.licences.at(-1)!.status = status;
      const key = 'cn/rare-earths-april#general';
      expect(refused(state, 'licence.withhold', key, 'licence/wrong-status'), status).toBe(
        status !== 'pending' && status !== 'effective',
      );
    }
  });
});
