/** What counts as a new coercive act, into which duty a rise may go, and which licences use up the trade. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionTable, actionTypes, type Event, type EventBase } from '../../src/actions/index';
import { brokenInvariants } from '../../src/engine/invariants';
import { legalActions, sampleMember } from '../../src/engine/legal-actions';
import { violations } from '../../src/engine/legality';
import { advanceTo } from '../../src/engine/replay';
import { transition } from '../../src/engine/transition';
import { start } from '../../src/entries/index';
import { addDays } from '../../src/kit/calendar';
import type { PartyId } from '../../src/model/actor';
import { setDeadline } from '../../src/model/deadline';
import { unlicensedShare, type Licence } from '../../src/model/export-control';
import { ACTION_PREFIX, MEASURE_KINDS, type MeasureKind, type MeasureLife } from '../../src/model/measure';
import type { Draft, State } from '../../src/model/state';
import { legalPlay } from '../../src/testing/plays/legal-plays';
import { atLength, casesOf } from '../extent';
import { after, kualaLumpur, refusals, type Act, writableCopy } from '../record';

const DUTY = 'us/ieepa-fentanyl';
const CONTROL = 'cn/rare-earths-april';
const changed = (change: (state: Draft) => void): Draft => {
  const state = writableCopy(kualaLumpur);
  change(state);
  return state;
};

/** Statuses of a measure; a suspension has a day of return or an open end. */
const STATUSES = [
  'proposed',
  'threatened',
  'scheduled',
  'in-force',
  'suspended with a return',
  'suspended',
  'lapsed',
  'withdrawn',
  'struck-down',
] as const;
type Standing = (typeof STATUSES)[number];
const SUBJECTS = {
  tariff: DUTY,
  control: CONTROL,
  portFee: 'us/port-fees',
  listing: 'cn/unreliable-september-2025',
} as const satisfies Record<MeasureKind, string>;
const AHEAD = '2026-01-05';

/** A measure in a status, with the deadline that goes with it. */
function standing(kind: MeasureKind, status: Standing): State {
  return changed((draft) => {
    const id = SUBJECTS[kind];
    const dated = status === 'suspended with a return';
    const pending = status === 'threatened' || status === 'scheduled';
    Object.assign(draft[kind][id]!, {
      status: dated ? 'suspended' : status,
      dueOn: pending ? AHEAD : null,
      suspendedUntil: dated ? AHEAD : null,
    });
    draft.deadlines = draft.deadlines.filter(
      ({ subject }) => subject !== id && !subject.startsWith(`${id}#`),
    );
    if (pending || dated) {
      const deadline = dated ? 'snapback' : status === 'threatened' ? 'threat' : 'entry-into-force';
      setDeadline(draft, { kind: deadline, on: AHEAD, subject: id, measureKind: kind });
    }
    Object.assign(draft.tariff[DUTY]!, { ratePct: 20, share: 0.5 });
    Object.assign(draft.control[CONTROL]!, { severity: 0.5, indivisible: false });
    draft.control[CONTROL]!.licences = [
      {
        id: 'l',
        share: 0.4,
        grantedOn: '2025-06-01',
        effectiveOn: '2025-06-01',
        until: null,
        status: 'effective',
      },
    ];
  });
}

/** Members of every template of a type about a subject. */
function membersOf(state: State, type: string, subject: string): Event[] {
  return [...legalActions(state, { type, subject })].flatMap((template) =>
    [0.05, 0.35, 0.65, 0.95].map((u) => sampleMember(template, () => u)),
  );
}

/** What an act books: the ids of what rose. */
function booked(state: State, event: Event): string[] {
  const next = transition(state, event);
  if (!next.ok) throw new Error(`${event.type}: ${next.refusals.map(({ code }) => code).join()}`);
  return next.state.coercion.slice(state.coercion.length).map(({ measure }) => measure);
}

describe('a verb about a measure', () => {
  // In force, or pending with its day: there a higher level presses.
  const PRESSING: readonly Standing[] = ['scheduled', 'in-force', 'suspended with a return'];
  const RISES: Readonly<Record<string, readonly Standing[]>> = {
    'carry-out': ['proposed', 'threatened'],
    'schedule-return': ['suspended'],
    resume: ['suspended with a return', 'suspended'],
    'tariff.raise': PRESSING,
    'tariff.widen': PRESSING,
    'tariff.fold-in': ['threatened', 'scheduled'],
    'control.tighten': PRESSING,
    'licence.withhold': PRESSING,
  };
  const about = (type: string, id: string) => (type === 'licence.withhold' ? `${id}#l` : id);

  it.each(casesOf(MEASURE_KINDS, 2))(
    '%s: is coercive where its level in force or pending rises, in every status',
    (kind) => {
      const seen = new Set<string>();
      const id = SUBJECTS[kind];
      for (const { type, subject } of actionTypes) {
        if (subject === null || subject === 'authority') continue;
        for (const status of STATUSES) {
          const state = standing(kind, status);
          const rising = (RISES[type] ?? RISES[type.split('.')[1]!] ?? []).includes(status);
          for (const event of membersOf(state, type, about(type, id))) {
            const acts = booked(state, event);
            const into = 'into' in event ? event.into : id;
            const rises =
              rising &&
              // As far as the added goods are known.
              (event.type !== 'tariff.widen' || event.share > 0.5);
            seen.add(`${type} ${rises}`);
            expect(acts, `${type} ${status} ${JSON.stringify(event)}`).toEqual(rises ? [into] : []);
          }
        }
      }
      const verbs = [...seen].map((verb) => verb.replace(`${ACTION_PREFIX[kind]}.`, ''));
      for (const verb of ['carry-out', 'schedule-return', 'resume']) expect(verbs).toContain(`${verb} true`);
      for (const verb of ['suspend', 'withdraw', 'put-off', 'postpone', 'extend', 'set-deadline'])
        expect(verbs).toContain(`${verb} false`);
      if (kind === 'tariff')
        expect(verbs).toEqual(expect.arrayContaining(['raise true', 'raise false', 'cut false']));
      if (kind === 'control')
        expect(verbs).toEqual(
          expect.arrayContaining([
            'tighten true',
            'ease false',
            'licence.withhold true',
            'licence.grant false',
          ]),
        );
    },
  );

  it.each(MEASURE_KINDS)(
    '%s: is coercive where it orders a new one, and not where it announces one',
    (kind) => {
      for (const [verb, rises] of [
        ['propose', false],
        ['threaten', false],
        ['impose', true],
      ] as const) {
        const templates = [...legalActions(kualaLumpur, { type: `${ACTION_PREFIX[kind]}.${verb}` })];
        expect(templates.length, verb).toBeGreaterThan(0);
        for (const template of templates) {
          const event = sampleMember(template, () => 0.4);
          expect(booked(kualaLumpur, event), JSON.stringify(event)).toEqual(
            rises && 'id' in event ? [event.id] : [],
          );
        }
      }
    },
  );
});

/** The level of everything that presses on a day, as a size and, among equal sizes, the harder one. */
function levels(state: State): Map<string, readonly [PartyId, number, number]> {
  const found = new Map<string, readonly [PartyId, number, number]>();
  const see = (id: string, by: PartyId, size: number, mark = 1) => found.set(id, [by, size, mark]);
  const presses = ({ status, authority }: MeasureLife) =>
    status === 'in-force' && state.authorities[authority]!.instruments.length > 0;
  for (const layer of Object.values(state.tariff))
    if (presses(layer)) see(layer.id, layer.imposer, layer.ratePct * layer.share, layer.ratePct);
  for (const control of Object.values(state.control)) {
    if (!presses(control)) continue;
    let free = 0;
    for (const { status, share } of control.licences) if (status === 'effective') free += share;
    see(control.id, control.imposer, control.severity * (1 - Math.min(1, free)));
  }
  for (const fee of Object.values(state.portFee))
    if (presses(fee)) see(fee.id, fee.imposer, fee.feePerNetTon);
  for (const listing of Object.values(state.listing))
    if (presses(listing)) see(listing.id, listing.imposer, listing.entities);
  for (const { id, buyer, status } of Object.values(state.flows)) if (status === 'halted') see(id, buyer, 1);
  return found;
}

/** What presses harder after an act than it would have without, on any day until two years ahead, if nothing else is done. */
function risen(before: State, after: State): string[] {
  const found = new Set<string>();
  const days = new Set([before.today]);
  const last = addDays(before.today, 740);
  for (const { kind, on } of [...before.deadlines, ...after.deadlines])
    if (kind !== 'measure-end' && on >= before.today && on <= last) days.add(on);
  let without = before;
  let withIt = after;
  for (const day of [...days].sort()) {
    without = advanceTo(without, day).state;
    withIt = advanceTo(withIt, day).state;
    const was = levels(without);
    for (const [id, [by, size, mark]] of levels(withIt)) {
      const [, least, mild] = was.get(id) ?? ['US', 0, 0];
      if (size > least || (size === least && mark > mild)) found.add(`${id} by ${by}`);
    }
  }
  return [...found].sort();
}

describe('an act of any play', () => {
  it('books coercion exactly for what presses harder by it on some day, lived out day by day', () => {
    let coercive = 0;
    let other = 0;
    for (const from of ['kuala-lumpur-2025', 'past-geneva-2025', 'past-phase-one-2019']) {
      fc.assert(
        fc.property(legalPlay(from, { minMoves: 8, maxMoves: 16 }), ({ events }) => {
          let state = start(from);
          for (const event of events) {
            const next = transition(state, event);
            if (!next.ok) throw new Error(event.type);
            const acts = next.state.coercion.slice(state.coercion.length);
            const { touches } = actionTable.byType.get(event.type)!;
            // The calendar does what was ordered before, and a court that stays the relief of some coerces nobody.
            const ofParty = ['US', 'CN', 'both'].includes(event.actor);
            if (ofParty && touches.some((what) => what !== 'promises')) {
              expect(
                acts.map(({ measure, by }) => `${measure} by ${by}`).sort(),
                JSON.stringify(event),
              ).toEqual(risen(state, next.state));
              if (acts.length > 0) coercive += 1;
              else other += 1;
            } else expect(acts, event.type).toEqual([]);
            state = next.state;
          }
        }),
        { numRuns: atLength(60, 15), seed: 14 },
      );
    }
    expect(Math.min(coercive, other)).toBeGreaterThan(5);
  });
});

describe('what is booked', () => {
  it('says from when, and by how much, the level is higher', () => {
    const day = kualaLumpur.today;
    const last = (state: State, act: Act) => after(state, act).coercion.at(-1);
    const raise: Act = { type: 'tariff.raise', actor: 'US', id: DUTY, ratePct: 30 };
    const common = { on: day, by: 'US', measure: DUTY, kind: 'tariff' };
    expect(last(standing('tariff', 'in-force'), raise)).toEqual({ ...common, from: day, size: 5 });
    expect(last(standing('tariff', 'scheduled'), raise)).toEqual({ ...common, from: AHEAD, size: 5 });
    const back: Act = { type: 'tariff.schedule-return', actor: 'US', id: DUTY, until: '2025-12-01' };
    expect(last(standing('tariff', 'suspended'), back)).toEqual({ ...common, from: '2025-12-01', size: 10 });
    const resume: Act = { type: 'tariff.resume', actor: 'US', id: DUTY };
    expect(last(standing('tariff', 'suspended with a return'), resume)).toEqual({
      ...common,
      from: day,
      size: 10,
    });
    const withhold: Act = { type: 'licence.withhold', actor: 'CN', key: `${CONTROL}#l` };
    expect(last(standing('control', 'in-force'), withhold)).toMatchObject({
      by: 'CN',
      kind: 'control',
      from: day,
    });
    expect(last(standing('control', 'in-force'), withhold)!.size).toBeCloseTo(0.2, 12);
    const halt: Act = { type: 'purchase.halt', actor: 'CN', flow: 'soybeans' };
    const buying = changed((draft) => void (draft.flows.soybeans!.status = 'market'));
    expect(last(buying, halt)).toEqual({
      on: day,
      by: 'CN',
      measure: 'soybeans',
      kind: 'flows',
      from: day,
      size: 1,
    });
  });
});

describe('a rise', () => {
  const into = (change: object, rate = 5): string[] => {
    const state = changed((draft) => {
      Object.assign(draft.tariff['us/ieepa-hundred']!, { authority: 's122', ratePct: rate });
      Object.assign(draft.tariff[DUTY]!, { authority: 's122', ratePct: 10, ...change });
    });
    return refusals(state, { type: 'tariff.fold-in', actor: 'US', id: 'us/ieepa-hundred', into: DUTY });
  };

  it('goes into a duty in force of the same party under the same statute, up to its ceiling', () => {
    expect(into({})).toEqual([]);
    expect(into({}, 5.1)).toEqual(['tariff/not-the-same-footing']);
    for (const change of [{ status: 'suspended' }, { imposer: 'CN' }, { authority: 'ieepa' }])
      expect(into(change), JSON.stringify(change)).toEqual(['tariff/not-the-same-footing']);
  });

  it('of no known duty has nowhere to go', () => {
    const act = { type: 'tariff.fold-in', actor: 'US', on: kualaLumpur.today, id: 'us/nothing', into: 'x' };
    expect(violations(kualaLumpur, act as EventBase).map(({ code }) => code)).toEqual(['tariff/unknown']);
  });
});

describe('licences', () => {
  const licence = (id: string, status: Licence['status']): Licence => ({
    id,
    share: 0.4,
    grantedOn: kualaLumpur.today,
    effectiveOn: kualaLumpur.today,
    until: '2027-01-01',
    status,
  });
  const grant = (state: State, share: number, id = 'new'): string[] =>
    refusals(state, {
      type: 'licence.grant',
      actor: 'CN',
      id: CONTROL,
      licence: id,
      share,
      effectiveOn: '2025-12-01',
      until: null,
    });
  const held = (...statuses: readonly Licence['status'][]): State =>
    changed((state) => {
      Object.assign(state.control[CONTROL]!, {
        status: 'in-force',
        licences: statuses.map((status, at) => licence(`l${at}`, status)),
      });
    });

  it('in effect or pending use up the trade, those expired or withheld do not', () => {
    expect(grant(held('effective', 'pending'), 0.19)).toEqual([]);
    expect(grant(held('effective', 'pending'), 0.21)).toEqual(['licence/too-much']);
    expect(grant(held('effective'), 0.61)).toEqual(['licence/too-much']);
    expect(grant(held('pending'), 0.61)).toEqual(['licence/too-much']);
    expect(grant(held('expired', 'withheld'), 1)).toEqual([]);
  });

  it('of one control have a name each', () => {
    expect(grant(held('effective'), 0.1, 'l0')).toEqual(['licence/id-taken']);
    expect(grant(held('effective'), 0.1, 'l1')).toEqual([]);
  });

  it('are withheld one by one, with the days on which they would have begun and ended', () => {
    const state = writableCopy(held('pending', 'pending'));
    state.deadlines = ['licence-effect', 'licence-expiry'].flatMap((kind) =>
      ['l0', 'l1'].map(
        (id) =>
          ({
            kind,
            on: '2027-01-01',
            subject: `${CONTROL}#${id}`,
            control: CONTROL,
          }) as State['deadlines'][number],
      ),
    );
    const next = after(state, { type: 'licence.withhold', actor: 'CN', key: `${CONTROL}#l1` });
    expect(next.control[CONTROL]!.licences.map(({ status }) => status)).toEqual(['pending', 'withheld']);
    expect(next.deadlines.map(({ subject }) => subject)).toEqual([`${CONTROL}#l0`, `${CONTROL}#l0`]);
    expect(next.coercion.at(-1)).toMatchObject({ by: 'CN', measure: CONTROL });
  });

  it('cover what is left to the last thousandth and no more, however it was cut up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 }), (parts) => {
        const total = parts.reduce((all, part) => all + part, 0);
        fc.pre(total < 1000);
        const cut = [...parts, 1000 - total];
        let state = held();
        cut.forEach((part, at) => {
          const share = part / 1000;
          // A little more than is left is too much, while what is left is granted below.
          if (at === cut.length - 1) expect(grant(state, share + 1e-9)).toEqual(['licence/too-much']);
          state = after(state, {
            type: 'licence.grant',
            actor: 'CN',
            id: CONTROL,
            licence: `part-${at}`,
            share,
            effectiveOn: at % 2 === 0 ? kualaLumpur.today : '2025-12-01',
            until: null,
          });
        });
        expect(unlicensedShare(state.control[CONTROL]!)).toBe(0);
        for (const share of [1e-16, 1e-9, 0.001]) expect(grant(state, share)).toEqual(['licence/too-much']);
        expect([...legalActions(state, { type: 'licence.grant', subject: CONTROL })]).toEqual([]);
      }),
      { numRuns: atLength(200, 40), seed: 15 },
    );
  });

  it('go with their control, however it goes: none frees anything, begins, ends or is withheld after it', () => {
    const granted = after(
      held(),
      ...(['2025-12-01', kualaLumpur.today] as const).map((effectiveOn, at): Act => ({
        type: 'licence.grant',
        actor: 'CN',
        id: CONTROL,
        licence: `l${at}`,
        share: 0.25,
        effectiveOn,
        until: '2026-12-01',
      })),
    );
    const authority = granted.control[CONTROL]!.authority;
    const exposed = { ...writableCopy(granted).authorities[authority]!, exposedToCourts: true };
    const open = changed((draft) => void Object.assign(draft, writableCopy(granted)));
    open.authorities[authority] = exposed;
    const dying = changed((draft) => void Object.assign(draft, writableCopy(granted)));
    dying.control[CONTROL]!.endsOn = '2025-11-03';
    setDeadline(dying, { kind: 'measure-end', on: '2025-11-03', subject: CONTROL, measureKind: 'control' });
    const threatened = after(
      granted,
      { type: 'control.suspend', actor: 'CN', id: CONTROL, until: null },
      { type: 'control.set-deadline', actor: 'CN', id: CONTROL, dueOn: '2025-11-03', voice: 'leader' },
    );
    const gone = {
      withdrawn: after(granted, { type: 'control.withdraw', actor: 'CN', id: CONTROL, traded: true }),
      'struck-down': after(open, { type: 'court.strike-down', actor: 'court', authority }),
      lapsed: advanceTo(dying, '2025-11-03').state,
      'lapsed as a threat': advanceTo(threatened, '2025-11-05').state,
    };
    for (const [how, state] of Object.entries(gone)) {
      const { status, licences } = state.control[CONTROL]!;
      expect(how.startsWith(status), how).toBe(true);
      expect(
        licences.map((licence) => licence.status),
        how,
      ).toEqual(['expired', 'expired']);
      expect(
        state.deadlines.filter(({ subject }) => subject.startsWith(CONTROL)),
        how,
      ).toEqual([]);
      expect(brokenInvariants(state), how).toEqual([]);
      const withhold: Act = { type: 'licence.withhold', actor: 'CN', key: `${CONTROL}#l0` };
      expect(refusals(state, withhold), how).toEqual(['licence/wrong-status']);
      expect(advanceTo(state, '2026-12-02').state.control[CONTROL]!.licences, how).toEqual(licences);
    }
  });
});
