import { describe, expect, it } from 'vitest';
import { brokenInvariants } from '../../src/engine/invariants';
import { parseEvent } from '../../src/engine/parse';
import { replay } from '../../src/engine/replay';
import { frozen } from '../../src/engine/frozen';
import { eventsOf } from '../../src/facts/acts';
import { firstState, reconciliationsOn } from '../../src/facts/first-state';
import { eachEvening, foldedTo, recordedOn, RefusedAct } from '../../src/facts/fold';
import { facts } from '../../src/facts/packaged';
import { recordSpan } from '../../src/facts/record-span';
import type { Facts } from '../../src/facts/schema';
import { addDays } from '../../src/kit/calendar';
import { licensedShare } from '../../src/model/export-control';
import { findMeasure, type MeasureStatus } from '../../src/model/measure';
import { copyState, plainState } from '../../src/model/copy-state';
import type { Draft } from '../../src/model/state';
import { itLong } from '../long';

const LAST_DAY = recordSpan(facts).last;
const events = eventsOf(facts);
const days = [...new Set(events.map(({ on }) => on))];

/** What the row of a noun says for good, with the family of actions on it. */
const rows = new Map<string, Readonly<Record<string, unknown>>>([
  ...[...facts.tariffs.usOnCn, ...facts.tariffs.cnOnUs].map(
    ({ id, label, authority, probe, coverage }) =>
      [`tariff/${id}`, { label, authority, basis: probe, share: coverage.share }] as const,
  ),
  ...[...facts.controls.us, ...facts.controls.cn].map(
    ({ id, label, authority, subject, reach, deMinimisPct, indivisible }) =>
      [
        `control/${id}`,
        { label, authority, subject, reach, deMinimisPct, indivisible, basis: null },
      ] as const,
  ),
  ...facts.portFees.map(
    ({ id, label, authority, probe, feePerNetTon, currency }) =>
      [`port-fee/${id}`, { label, authority, basis: probe, feePerNetTon, currency }] as const,
  ),
  ...facts.listings.map(
    ({ id, label, authority, list, entities }) =>
      [`listing/${id}`, { label, authority, basis: null, list, entities }] as const,
  ),
  ...facts.probes.map(({ id, authority, subject }) => [`probe/${id}`, { authority, subject }] as const),
  ...facts.issues.map(
    ({ id, label, giver, indivisible }) => [`issue/${id}`, { label, giver, indivisible }] as const,
  ),
  ...facts.truces.map(({ id, label }) => [`truce/${id}`, { label }] as const),
]);
/** Acts by which a noun with a row of its own comes into being. */
const BEGINNING =
  /^(?:(?:tariff|control|port-fee|listing)\.(?:propose|threaten|impose)|probe\.open|issue\.raise|truce\.conclude)$/;
const rowOf = (event: { readonly type: string; readonly id?: unknown }) =>
  rows.get(`${event.type.slice(0, event.type.indexOf('.'))}/${String(event.id)}`);

/** Facts with an act more, in its place among the days. */
function withAct(event: Facts['acts'][number]['event']): Facts {
  const at = facts.acts.findIndex((act) => act.event.on > event.on);
  const acts = [...facts.acts];
  acts.splice(at, 0, { event, source: null, certainty: 'unverified', assumption: true, note: 'Planted.' });
  return { ...facts, acts };
}

describe('the acts of the record', () => {
  it('are well-formed events, each whole with what the row of its noun says', () => {
    expect(events.length).toBeGreaterThan(450);
    let begun = 0;
    for (const [at, event] of events.entries()) {
      const parsed = parseEvent(event);
      expect(parsed.ok ? parsed.event : parsed.issues, `${event.on} ${event.type}`).toEqual(event);
      if (!BEGINNING.test(event.type)) continue;
      begun += 1;
      expect(event).toMatchObject({ ...rowOf(event), ...facts.acts[at]!.event });
    }
    expect(begun).toBeGreaterThan(120);
  });

  it('stand in the order of their days and have each a source, or say that they are recalled or assumed', () => {
    expect(events.every(({ on }, at) => on >= (events[at - 1]?.on ?? facts.start.on))).toBe(true);
    expect(events.at(-1)!.on <= LAST_DAY).toBe(true);
    expect(LAST_DAY).toBe('2026-10-09');
    const wrong = facts.acts.filter(({ source, assumption, note, certainty }) =>
      source === null
        ? assumption !== true || note === undefined || certainty !== 'unverified'
        : !(source in facts.sources),
    );
    expect(wrong).toEqual([]);
  });

  it('say of a measure, probe, issue or truce nothing that its row says, and nothing else of it: history stands once', () => {
    const wrong = facts.acts.flatMap(({ event }) => {
      const row = rowOf(event) ?? {};
      // Goods that join a duty, and the part of them with which it began, are history; the row has the latest share.
      const history = (key: string) =>
        key === 'share' && (event.type === 'tariff.widen' || event[key] !== row[key]);
      return Object.keys(row)
        .filter((key) => key in event && !history(key))
        .map((key) => `${event.on} ${event.type} ${String(event['id'])}: ${key}`);
    });
    expect(wrong).toEqual([]);
  });

  it('bring each measure and probe about by the side that its row names, and each duty to the share there', () => {
    const { tariff, control, portFee, listing, probes } = foldedTo(facts, LAST_DAY);
    for (const { id, coverage } of [...facts.tariffs.usOnCn, ...facts.tariffs.cnOnUs])
      expect(tariff[id]?.share, id).toBe(coverage.share);
    const told = [
      ...facts.tariffs.usOnCn,
      ...facts.tariffs.cnOnUs,
      ...facts.controls.us,
      ...facts.controls.cn,
    ];
    for (const { id, imposer, target } of [...told, ...facts.portFees, ...facts.listings])
      expect({ ...tariff, ...control, ...portFee, ...listing }[id], id).toMatchObject({ imposer, target });
    for (const { id, owner, target, authority, subject } of facts.probes)
      expect(probes[id]).toMatchObject({ owner, target, authority, subject });
  });

  it('have each threat of the facts on its day, by its author', () => {
    const by = new Set(events.map(({ on, actor }) => `${on} ${actor}`));
    const missing = facts.threats.filter(
      ({ announcedOn, threatener }) => !by.has(`${announcedOn} ${threatener}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the fold of the acts', () => {
  it('replays from 1 January 2018 to 9 October 2026 through the public transition, to the same state', () => {
    const end = recordedOn(facts, LAST_DAY);
    expect(end.ok ? [] : [end.event, end.refusals]).toEqual([]);
    if (!end.ok) return;
    expect(end.log.filter(({ actor }) => actor !== 'calendar')).toEqual(events);
    const again = replay(frozen(firstState(facts)), end.log);
    // The residuals of averages are bookkeeping: no act sets them.
    expect(again.ok && { ...again.state, reconciliations: end.state.reconciliations }).toEqual(end.state);
    expect(foldedTo(facts, LAST_DAY)).toEqual(end.state);
  });

  it('keeps every invariant on the evening of each of its days', () => {
    const seen: string[] = [];
    eachEvening(facts, LAST_DAY, (state) => {
      expect(brokenInvariants(state), state.today).toEqual([]);
      seen.push(state.today);
    });
    expect(days.filter((day) => !seen.includes(day))).toEqual([]);
    expect(seen.every((day, at) => at === 0 || day > seen[at - 1]!)).toBe(true);
  });

  it('shows on each evening the state to which it folds that day', () => {
    eachEvening(facts, LAST_DAY, (state) => {
      const told = {
        ...plainState(copyState(state)),
        reconciliations: reconciliationsOn(facts, state.today),
      };
      expect(JSON.stringify(foldedTo(facts, state.today)), state.today).toBe(JSON.stringify(told));
    });
  });

  it.each([
    [
      'a rise of a duty that was withdrawn',
      {
        on: '2025-06-02',
        actor: 'US',
        type: 'tariff.raise',
        id: 'us/ieepa-reciprocal-escalation',
        ratePct: 95,
      },
      'tariff/wrong-status',
    ],
    [
      'the end of a truce that had ended',
      { on: '2019-05-07', actor: 'US', type: 'truce.terminate' },
      'truce/',
    ],
    [
      'a duty without its finding',
      {
        on: '2018-02-10',
        actor: 'US',
        type: 'tariff.impose',
        id: 'us/s301-list1',
        ratePct: 25,
        from: '2018-02-20',
      },
      'finding',
    ],
    [
      'an act of no known type',
      { on: '2020-05-05', actor: 'US', type: 'tariff.rise', id: 'us/mfn' },
      'event/',
    ],
  ])('names %s that was planted among the acts', (_what, event, code) => {
    const planted = withAct(event);
    const day = recordedOn(planted, LAST_DAY);
    expect(day.ok).toBe(false);
    if (day.ok) return;
    expect(day.event).toMatchObject(event);
    expect(day.refusals.map((refusal) => refusal.code).join(' ')).toContain(code);
    expect(() => foldedTo(planted, LAST_DAY)).toThrow(RefusedAct);
    expect(() => foldedTo(planted, LAST_DAY)).toThrow(`${event.type} on ${event.on}, is refused`);
    expect(recordedOn(planted, addDays(event.on, -1)).ok).toBe(true);
  });

  it('is the same whatever was folded before, in whatever order, and whatever was done to what it gave', () => {
    const asked = days.filter((_day, at) => at % 9 === 0);
    const fresh = (day: string) => JSON.stringify(foldedTo({ ...facts }, day));
    const once = asked.map(fresh);
    const kept = [...asked].reverse().map((day) => {
      const state = foldedTo(facts, day) as Draft;
      const text = JSON.stringify(state);
      state.tariff = {};
      state.truce.covered.push('us/mfn');
      state.deadlines.length = 0;
      for (const flow of Object.values(state.flows)) flow.status = 'halted';
      return text;
    });
    expect(kept.reverse()).toEqual(once);
    expect(asked.map((day) => JSON.stringify(foldedTo(facts, day)))).toEqual(once);
  });

  itLong('to a day knows no act of a later one: with them cut away the state is the same', () => {
    for (const day of days.flatMap((on) => [addDays(on, -1), on])) {
      if (day < facts.start.on) continue;
      const cut: Facts = { ...facts, acts: facts.acts.filter(({ event }) => event.on <= day) };
      expect(JSON.stringify(foldedTo(cut, day)), day).toBe(JSON.stringify(foldedTo(facts, day)));
    }
  });

  it('to a day looks for nothing in the tables but what the acts name by then', () => {
    const cut: Facts = {
      ...facts,
      statements: [],
      threats: [],
      averages: [],
      codedMeetings: [],
      meetings: [],
      truceSpells: [],
    };
    expect(foldedTo(cut, LAST_DAY)).toEqual(foldedTo(facts, LAST_DAY));
  });
});

/** What the tables of the first release told, each from the first day of its status. */
const CHECKPOINTS: readonly [
  on: string,
  id: string,
  status: MeasureStatus,
  since: string,
  rest: Readonly<Record<string, unknown>>,
][] = [
  ['2018-01-01', 'us/mfn', 'in-force', '2018-01-01', { ratePct: 3.1, share: 1 }],
  ['2018-02-06', 'us/s201-solar-washers', 'scheduled', '2018-01-22', { ratePct: 30, dueOn: '2018-02-07' }],
  ['2018-03-23', 'us/s232-metals-2018', 'in-force', '2018-03-23', { ratePct: 25, share: 0.024 }],
  ['2018-04-02', 'cn/retaliation-metals-2018', 'in-force', '2018-04-02', { ratePct: 25 }],
  ['2018-06-15', 'us/s301-list1', 'scheduled', '2018-06-15', { ratePct: 25, dueOn: '2018-07-06' }],
  ['2018-07-06', 'us/s301-list1', 'in-force', '2018-07-06', { ratePct: 25, dueOn: null }],
  ['2018-07-01', 'cn/mfn', 'in-force', '2018-01-01', { ratePct: 7.2 }],
  ['2018-07-13', 'us/denial-zte-2018', 'withdrawn', '2018-07-13', { entities: 1 }],
  ['2018-09-18', 'cn/list3', 'scheduled', '2018-09-18', { ratePct: 7.5, dueOn: '2018-09-24' }],
  ['2018-12-01', 'us/s301-list3-rise-2019', 'scheduled', '2018-09-17', { ratePct: 15, dueOn: '2019-03-02' }],
  ['2019-01-01', 'cn/autos', 'suspended', '2019-01-01', { ratePct: 25, suspendedUntil: '2019-04-01' }],
  ['2019-02-24', 'us/s301-list3-rise-2019', 'suspended', '2019-02-24', { suspendedUntil: null }],
  ['2019-03-31', 'cn/autos', 'suspended', '2019-01-01', { suspendedUntil: null }],
  ['2019-05-10', 'us/s301-list3', 'in-force', '2018-09-24', { ratePct: 25 }],
  ['2019-05-10', 'us/s301-list3-rise-2019', 'lapsed', '2019-05-10', { ratePct: 15 }],
  ['2019-05-16', 'us/entity-huawei-may-2019', 'in-force', '2019-05-16', { entities: 69 }],
  ['2019-06-10', 'us/s301-list4a', 'threatened', '2019-06-10', { ratePct: 25, dueOn: '2019-06-29' }],
  ['2019-08-13', 'us/s301-list4b', 'scheduled', '2019-08-13', { ratePct: 15, dueOn: '2019-12-15' }],
  ['2019-08-23', 'cn/autos', 'suspended', '2019-01-01', { suspendedUntil: '2019-12-15' }],
  ['2019-09-11', 'us/s301-rise-october-2019', 'scheduled', '2019-08-23', { ratePct: 5, dueOn: '2019-10-15' }],
  ['2019-10-11', 'us/s301-rise-october-2019', 'withdrawn', '2019-10-11', { ratePct: 5 }],
  ['2019-12-13', 'us/s301-list4b', 'suspended', '2019-12-13', { ratePct: 15, suspendedUntil: null }],
  ['2020-02-14', 'us/s301-list4a', 'in-force', '2019-09-01', { ratePct: 7.5 }],
  ['2020-02-14', 'cn/september-2019', 'in-force', '2019-09-01', { ratePct: 3.75 }],
  ['2020-09-14', 'us/huawei-foreign-direct-product', 'scheduled', '2020-05-15', { dueOn: '2020-09-15' }],
  ['2022-01-01', 'cn/mfn', 'in-force', '2018-01-01', { ratePct: 6.5 }],
  ['2022-10-07', 'us/advanced-chips', 'in-force', '2022-10-07', { severity: 0.75 }],
  ['2023-08-01', 'cn/gallium-germanium-licences', 'in-force', '2023-08-01', { severity: 0.3 }],
  ['2024-09-27', 'us/s301-2024-review-first', 'in-force', '2024-09-27', { ratePct: 100 }],
  ['2024-12-03', 'cn/gallium-germanium-antimony', 'in-force', '2024-12-03', { severity: 0.9 }],
  ['2025-02-04', 'us/ieepa-fentanyl', 'in-force', '2025-02-04', { ratePct: 10 }],
  ['2025-02-07', 'us/s201-solar-washers', 'in-force', '2018-02-07', { ratePct: 14.5 }],
  ['2025-03-04', 'us/ieepa-fentanyl', 'in-force', '2025-02-04', { ratePct: 20 }],
  ['2025-04-03', 'us/s232-spring-2025', 'in-force', '2025-03-12', { ratePct: 25, share: 0.0536 }],
  ['2025-04-07', 'us/ieepa-reciprocal-escalation', 'threatened', '2025-04-07', { dueOn: '2025-04-09' }],
  ['2025-04-10', 'us/ieepa-reciprocal-escalation', 'in-force', '2025-04-09', { ratePct: 91 }],
  ['2025-04-12', 'cn/reciprocal-escalation', 'in-force', '2025-04-10', { ratePct: 91 }],
  [
    '2025-05-14',
    'us/ieepa-reciprocal-heightened',
    'suspended',
    '2025-05-14',
    { ratePct: 24, suspendedUntil: '2025-08-12' },
  ],
  ['2025-05-14', 'cn/reciprocal-escalation', 'withdrawn', '2025-05-14', { ratePct: 91 }],
  ['2025-06-04', 'us/s232-metals-doubling', 'in-force', '2025-06-04', { ratePct: 50, share: 0.023 }],
  ['2025-07-02', 'us/design-software-engines', 'withdrawn', '2025-07-02', { severity: 0.7 }],
  [
    '2025-08-12',
    'cn/reciprocal-heightened',
    'suspended',
    '2025-05-14',
    { ratePct: 24, suspendedUntil: '2025-11-10' },
  ],
  [
    '2025-08-12',
    'cn/export-list-4-april-2025',
    'suspended',
    '2025-05-14',
    { entities: 16, suspendedUntil: '2025-11-10' },
  ],
  ['2025-08-12', 'cn/unreliable-9-april-2025', 'withdrawn', '2025-08-12', { entities: 6 }],
  ['2025-08-18', 'us/s232-metals-doubling', 'in-force', '2025-06-04', { ratePct: 50, share: 0.13 }],
  ['2025-10-10', 'us/ieepa-hundred', 'threatened', '2025-10-10', { ratePct: 100, dueOn: '2025-11-01' }],
  ['2025-10-13', 'us/port-fees', 'scheduled', '2025-04-17', { feePerNetTon: 50, dueOn: '2025-10-14' }],
  ['2025-10-14', 'cn/port-fees', 'in-force', '2025-10-14', { feePerNetTon: 400, currency: 'CNY' }],
  ['2025-11-07', 'cn/rare-earths-october-reach', 'suspended', '2025-11-07', { suspendedUntil: '2026-11-10' }],
  ['2025-11-09', 'cn/nexperia', 'in-force', '2025-10-04', { severity: 0.3 }],
  ['2025-11-10', 'us/ieepa-fentanyl', 'in-force', '2025-02-04', { ratePct: 10 }],
  ['2025-11-10', 'us/s301-cranes', 'suspended', '2025-11-10', { suspendedUntil: '2026-11-10' }],
  ['2025-11-10', 'us/affiliates-rule', 'suspended', '2025-11-10', { suspendedUntil: '2026-11-10' }],
  ['2025-11-10', 'us/s301-2024-review-third', 'scheduled', '2024-09-13', { dueOn: '2026-01-01' }],
  ['2026-01-01', 'us/s301-2024-review-third', 'in-force', '2026-01-01', { ratePct: 25 }],
  ['2026-01-15', 'us/s232-chips', 'in-force', '2026-01-15', { ratePct: 25 }],
  ['2026-02-20', 'us/ieepa-fentanyl', 'struck-down', '2026-02-20', {}],
  ['2026-02-20', 'us/ieepa-reciprocal-heightened', 'struck-down', '2026-02-20', {}],
  ['2026-07-23', 'us/s122-surcharge', 'in-force', '2026-02-24', { ratePct: 10, endsOn: '2026-07-24' }],
  ['2026-07-24', 'us/s122-surcharge', 'lapsed', '2026-07-24', {}],
  ['2026-07-23', 'us/s301-forced-labour', 'scheduled', '2026-07-23', { dueOn: '2026-07-24' }],
  ['2026-07-24', 'us/s301-forced-labour', 'in-force', '2026-07-24', { ratePct: 12.5 }],
  ['2026-09-17', 'us/s301-overcapacity', 'proposed', '2026-08-24', { ratePct: 7.5 }],
  ['2026-10-01', 'us/sdn-october-2026', 'in-force', '2026-10-01', { entities: 12 }],
  ['2026-10-09', 'us/s232-polysilicon', 'scheduled', '2026-08-06', { dueOn: '2026-12-04' }],
];

/** The rounds and calls, with the last day of each and its readout. */
const ROUNDS: readonly [id: string, level: string, concludedOn: string, readout: string][] = [
  ['beijing-may-2018', 'ministerial', '2018-05-04', 'no-progress'],
  ['washington-may-2018', 'ministerial', '2018-05-18', 'framework'],
  ['beijing-june-2018', 'ministerial', '2018-06-04', 'no-progress'],
  ['washington-august-2018', 'technical', '2018-08-23', 'no-progress'],
  ['call-november-2018', 'leaders-call', '2018-11-01', 'progress'],
  ['beijing-january-2019', 'technical', '2019-01-09', 'progress'],
  ['washington-january-2019', 'ministerial', '2019-01-31', 'no-progress'],
  ['beijing-february-2019', 'ministerial', '2019-02-15', 'progress'],
  ['washington-february-2019', 'ministerial', '2019-02-24', 'framework'],
  ['beijing-march-2019', 'ministerial', '2019-03-29', 'progress'],
  ['washington-april-2019', 'ministerial', '2019-04-05', 'progress'],
  ['beijing-april-2019', 'ministerial', '2019-05-01', 'progress'],
  ['washington-may-2019', 'ministerial', '2019-05-10', 'breakdown'],
  ['call-june-2019', 'leaders-call', '2019-06-18', 'progress'],
  ['shanghai-july-2019', 'ministerial', '2019-07-31', 'no-progress'],
  ['washington-september-2019', 'technical', '2019-09-20', 'progress'],
  ['washington-october-2019', 'ministerial', '2019-10-11', 'framework'],
  ['phase-one-december-2019', 'ministerial', '2019-12-13', 'deal'],
  ['phase-one-signing-2020', 'ministerial', '2020-01-15', 'deal'],
  ['call-january-2025', 'leaders-call', '2025-01-17', 'progress'],
  ['geneva-2025', 'ministerial', '2025-05-11', 'deal'],
  ['call-june-2025', 'leaders-call', '2025-06-05', 'progress'],
  ['london-2025', 'ministerial', '2025-06-10', 'framework'],
  ['stockholm-2025', 'ministerial', '2025-07-29', 'framework'],
  ['washington-august-2025', 'technical', '2025-08-29', 'no-progress'],
  ['madrid-2025', 'ministerial', '2025-09-15', 'framework'],
  ['call-september-2025', 'leaders-call', '2025-09-19', 'progress'],
  ['video-october-2025', 'ministerial', '2025-10-17', 'progress'],
  ['kuala-lumpur-2025', 'ministerial', '2025-10-26', 'framework'],
  ['call-november-2025', 'leaders-call', '2025-11-24', 'progress'],
  ['call-february-2026', 'leaders-call', '2026-02-04', 'progress'],
  ['paris-2026', 'ministerial', '2026-03-16', 'progress'],
  ['seoul-2026', 'ministerial', '2026-05-13', 'progress'],
  ['new-york-2026', 'ministerial', '2026-09-23', 'framework'],
];

describe('the record as the tables of the first release, and of the year after, told it', () => {
  it.each(CHECKPOINTS)('on %s the measure %s is %s since %s', (on, id, status, since, rest) => {
    expect(findMeasure(foldedTo(facts, on), id)).toMatchObject({ id, status, since, ...rest });
  });

  it.each([
    ['2025-04-04', 0.05],
    ['2025-06-10', 0.6],
    ['2025-07-01', 0.7],
    ['2025-12-02', 0.75],
  ])(
    'on %s licences free a share of %d of what the control of April on rare earths takes in',
    (on, share) => {
      const control = foldedTo(facts, on).control['cn/rare-earths-april']!;
      expect(control.severity).toBe(0.95);
      expect(licensedShare(control)).toBeCloseTo(share, 9);
    },
  );

  it('has each round and call concluded on its day with its readout, and not before', () => {
    const rounds = Object.values(foldedTo(facts, LAST_DAY).rounds);
    expect(
      rounds.map(({ id, level, concludedOn, readout }) => [id, level, concludedOn, readout]).sort(),
    ).toEqual(ROUNDS.map((row) => [...row]).sort());
    for (const [id, , on] of ROUNDS) {
      expect(foldedTo(facts, on).rounds[id]?.status).toBe('concluded');
      expect(foldedTo(facts, addDays(on, -1)).rounds[id]?.status).not.toBe('concluded');
    }
  });

  it.each([
    ['2018-05-28', 'washington-2018', ['us/s301-list1', 'cn/list1', 'cn/list2'], []],
    ['2018-12-01', 'buenos-aires-2018', ['us/s301-list3-rise-2019'], []],
    ['2019-06-29', 'osaka-2019', ['us/s301-list4a', 'us/s301-list4b'], []],
    [
      '2020-02-14',
      'phase-one-2020',
      ['us/s301-list4a', 'us/s301-list4b', 'cn/september-2019', 'cn/december-2019', 'cn/autos'],
      [],
    ],
    [
      '2025-10-25',
      'geneva-2025',
      [
        'us/ieepa-reciprocal-heightened',
        'us/ieepa-reciprocal-escalation',
        'cn/reciprocal-heightened',
        'cn/reciprocal-escalation',
      ],
      ['2025-05-13 US', '2025-05-28 US', '2025-05-30 CN', '2025-09-29 US', '2025-10-09 CN'],
    ],
  ])(
    'on %s the truce %s covers what it covered, and has been broken as it was',
    (day, id, covered, broken) => {
      const { truce } = foldedTo(facts, day);
      expect(truce.id).toBe(id);
      expect(truce.covered).toEqual(covered);
      expect(truce.breaches.map(({ on, by }) => `${on} ${by}`)).toEqual(broken);
    },
  );

  it.each([
    ['2018-03-21', 'us/probe-s301-technology-transfer', 'open'],
    ['2018-03-22', 'us/probe-s301-technology-transfer', 'affirmative'],
    ['2025-03-25', 'us/probe-s232-autos', 'open'],
    ['2025-03-26', 'us/probe-s232-autos', 'affirmative'],
    ['2024-05-14', 'us/probe-s301-2024-review', 'affirmative'],
    ['2025-04-17', 'us/probe-s301-maritime', 'affirmative'],
    ['2025-07-30', 'us/probe-s232-copper', 'affirmative'],
    ['2025-09-15', 'cn/probe-nvidia', 'affirmative'],
    ['2025-10-24', 'us/probe-s301-phase-one', 'open'],
    ['2025-11-10', 'cn/probe-nvidia', 'closed'],
    ['2025-11-10', 'cn/probe-shipping', 'suspended'],
    ['2025-11-10', 'us/probe-s301-legacy-chips', 'open'],
  ])('on %s the probe %s is %s', (on, id, status) => {
    expect(foldedTo(facts, on).probes[id]?.status).toBe(status);
  });

  it.each([
    ['2018-07-05', 'market'],
    ['2018-07-06', 'halted'],
    ['2018-12-19', 'market'],
    ['2019-08-05', 'halted'],
    ['2019-10-11', 'market'],
    ['2025-06-01', 'halted'],
    ['2025-10-29', 'market'],
  ])('on %s the purchases of soybeans are: %s', (on, status) => {
    expect(foldedTo(facts, on).flows['soybeans']?.status).toBe(status);
  });

  it.each([
    ['2025-05-27', 'available'],
    ['2025-05-28', 'stayed'],
    ['2025-08-29', 'stayed'],
    ['2025-09-09', 'challenged'],
    ['2025-11-10', 'challenged'],
    ['2026-02-19', 'challenged'],
  ])('on %s the emergency powers are %s, not lost', (on, standing) => {
    expect(foldedTo(facts, on).authorities['ieepa']?.standing).toBe(standing);
  });

  it.each([
    [
      '2018-12-01',
      'fentanyl-precursors intellectual-property list3-rise section-301-answer section-301-duties soybeans',
    ],
    [
      '2019-05-10',
      'enforcement intellectual-property list3-rise section-301-answer section-301-duties soybeans',
    ],
    ['2020-01-15', ''],
    [
      '2025-05-12',
      'advanced-chips april-licences escalation-answer escalation-duties fentanyl-precursors fentanyl-tariff port-fees retaliation tiktok',
    ],
    [
      '2025-10-25',
      'advanced-chips affiliates-rule april-licences design-software escalation-answer escalation-duties extension fentanyl-precursors fentanyl-tariff jimmy-lai october-regime phase-one-probe port-fees retaliation software-exports soybeans taiwan tiktok',
    ],
  ])('on %s the issues on the table are %s', (on, ids) => {
    expect(Object.keys(foldedTo(facts, on).issues).sort().join(' ')).toBe(ids);
  });

  it.each([
    ['2018-11-30', 'buenos-aires-2018', 'planned'],
    ['2018-12-01', 'buenos-aires-2018', 'held'],
    ['2019-06-18', 'osaka-2019', 'planned'],
    ['2019-06-29', 'osaka-2019', 'held'],
    ['2025-10-10', 'busan-2025', 'doubted'],
    ['2025-10-13', 'busan-2025', 'planned'],
    ['2025-10-23', 'busan-2025', 'confirmed'],
    ['2025-10-30', 'busan-2025', 'held'],
  ])('on %s the meeting %s of the leaders is %s', (on, id, status) => {
    expect(foldedTo(facts, on).meetings[id]).toMatchObject({ id, status });
  });
});
