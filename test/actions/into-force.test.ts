/**
 * The roads into force: a measure under a statute with a procedure comes into force by none of them before the finding,
 * and by each of them after it.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionTypes, type Event } from '../../src/actions/index';
import { brokenInvariants } from '../../src/engine/invariants';
import { legalActions, sampleMember, type Template } from '../../src/engine/legal-actions';
import { nextCalendarEvent } from '../../src/engine/replay';
import { frozen } from '../../src/engine/frozen';
import { transition } from '../../src/engine/transition';
import { addDays } from '../../src/kit/calendar';
import { ACTION_PREFIX, findMeasure, MEASURE_KINDS, type MeasureKind } from '../../src/model/measure';
import type { State } from '../../src/model/state';
import { pickOf } from '../../src/testing/plays/sampling';
import { after, kualaLumpur, later, refusals, today, withAuthority, type Act, writableCopy } from '../record';
import { atLength } from '../extent';

const ID = 'us/new';
const PROBE = 'us/probe-s301-legacy-chips';

/** Section 301 as it is, but for all kinds of measure and open to courts: every road of every kind leads past its procedure. */
const unfound = withAuthority(kualaLumpur, 's301', {
  instruments: ['tariff', 'export-control', 'port-fee', 'listing', 'probe'],
  exposedToCourts: true,
});
const FIND: Act = { type: 'probe.find', actor: 'US', id: PROBE, affirmative: true };
const found = after(unfound, FIND);

const typeOf = (kind: MeasureKind, verb: string) => `${ACTION_PREFIX[kind]}.${verb}`;
/** The example of a creating verb, on Section 301 and an investigation that is still open. */
function announced(kind: MeasureKind, verb: string): Act {
  const type = typeOf(kind, verb);
  const [example] = actionTypes.find((action) => action.type === type)!.examples;
  // A list of its own name: those that are known stand on other statutes.
  const list = kind === 'listing' ? { list: 'a-new-list' } : {};
  return { ...example, ...list, id: ID, authority: 's301', basis: PROBE } as unknown as Act;
}
const act = (kind: MeasureKind, verb: string, fields: object = {}): Act =>
  ({ type: typeOf(kind, verb), actor: 'US', id: ID, ...fields }) as unknown as Act;
const put = (state: State, kind: MeasureKind, until: string | null = null): State =>
  after(state, announced(kind, 'threaten'), act(kind, 'put-off', { until }));
const status = (state: State) => findMeasure(state, ID)!.status;

describe.each(MEASURE_KINDS)('a new measure (%s) that was threatened before the finding', (kind) => {
  const prefix = ACTION_PREFIX[kind];
  const asleep = put(unfound, kind);
  const resume = act(kind, 'resume');
  const comeBack = act(kind, 'schedule-return', { until: '2026-02-01' });

  it('is put off without a day and neither resumed nor given a day of return', () => {
    expect(refusals(asleep, resume)).toEqual(['authority/no-finding']);
    expect(refusals(asleep, comeBack)).toEqual(['authority/no-finding']);
  });

  it('is a threat for the day until which it is put off, and an order for none before its own', () => {
    const threatened = after(unfound, announced(kind, 'threaten'));
    const until = act(kind, 'put-off', { until: '2026-02-01' });
    const moved = after(threatened, until);
    expect(findMeasure(moved, ID)).toMatchObject({ status: 'threatened', dueOn: '2026-02-01' });
    expect(status(later(moved, '2026-02-02'))).toBe('lapsed');
    expect(refusals(moved, act(kind, 'carry-out', { from: moved.today }))).toEqual(['authority/no-finding']);
    const ordered = after(threatened, FIND, act(kind, 'carry-out', { from: '2026-01-01' }));
    expect(refusals(ordered, until)).toEqual([]);
    expect(refusals(ordered, act(kind, 'put-off', { until: '2025-12-31' }))).toEqual([
      `${prefix}/date-not-later`,
    ]);
  });

  it('is resumed, or given its day, once the finding is made', () => {
    const awake = after(asleep, FIND);
    expect(status(after(awake, resume))).toBe('in-force');
    expect(status(later(after(awake, comeBack), '2026-02-01'))).toBe('in-force');
  });

  it('may be threatened anew, since a threat may come before the finding, and is not carried out', () => {
    const anew = after(asleep, act(kind, 'set-deadline', { dueOn: '2025-12-01', voice: 'leader' }));
    expect(refusals(anew, act(kind, 'carry-out', { from: anew.today }))).toEqual(['authority/no-finding']);
  });
});

describe('a rise that was threatened before the finding', () => {
  it('is not folded into a duty that rests on another one', () => {
    const threatened = after(unfound, announced('tariff', 'threaten'));
    const fold = act('tariff', 'fold-in', { into: 'us/s301-list1' });
    expect(refusals(threatened, fold)).toEqual(['authority/no-finding']);
    expect(after(threatened, FIND, fold).tariff['us/s301-list1']!.ratePct).toBeGreaterThan(
      threatened.tariff['us/s301-list1']!.ratePct,
    );
  });
});

/** A state that the law lets nobody reach any more, as a record of one's own may hold it. */
const unfounded = (life: object): State => {
  const state = writableCopy(found);
  Object.assign(state.tariff['us/s301-list1']!, { basis: PROBE, ...life });
  state.probes[PROBE]!.status = 'open';
  return frozen(state);
};

describe('a duty whose finding is gone', () => {
  const suspend = (until: string | null): Act => ({
    type: 'tariff.suspend',
    actor: 'US',
    id: 'us/s301-list1',
    until,
  });

  it('is suspended without a day, on which it would apply again', () => {
    const state = unfounded({});
    expect(refusals(state, suspend('2026-02-01'))).toEqual(['tariff/suspension-not-ahead']);
    expect(refusals(state, suspend(null))).toEqual([]);
  });

  it('has its suspension extended to an open end only', () => {
    const state = unfounded({ status: 'suspended', suspendedUntil: '2025-12-01' });
    const extend = (until: string | null): Act => ({ ...suspend(until), type: 'tariff.extend' }) as Act;
    expect(refusals(state, extend('2026-02-01'))).toEqual(['tariff/extension-not-later']);
    expect(refusals(state, extend(null))).toEqual([]);
  });
});

/** A number in [0, 1) that shrinks to 0 by readable steps. */
const share = fc.nat({ max: 65_535 }).map((step) => step / 65_536);
/** One step of a story as numbers: days that pass, which of the moves that are open, and the values of its fields. */
const step = fc.record({
  wait: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }) },
  ),
  aside: fc.integer({ min: 0, max: 9 }).map((n) => n === 9),
  which: share,
  at: fc.array(share, { maxLength: 32, size: 'max' }),
});
const story = fc.record({
  kind: fc.constantFrom(...MEASURE_KINDS),
  verb: fc.constantFrom('propose', 'threaten'),
  steps: fc.array(step, { minLength: 1, maxLength: 8, size: 'max' }),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

const typesOf = (...families: readonly string[]) =>
  actionTypes.map(({ type }) => type).filter((type) => families.includes(type.split('.')[0]!));
/** Beside what happens to the measure: the truce, and courts that rule on its statute. */
const ASIDE = typesOf('truce', 'court');
/** Notice is given of two years at most; a month later, whatever was to come has come. */
const LAST = addDays(kualaLumpur.today, 8 * 60 + 760);

/** Every verb of its family that is open for the new measure, alike often however many values its fields may take. */
function openTo(state: State, kind: MeasureKind): Template[] {
  return typesOf(ACTION_PREFIX[kind]).flatMap((type) => [...legalActions(state, { type, subject: ID })]);
}
function openAside(state: State): Template[] {
  return ASIDE.flatMap((type) => [...legalActions(state, { type })]).filter(
    ({ type, fields }) =>
      !type.startsWith('court.') ||
      /"s301"|"us\/new"/.test(JSON.stringify(fields.authority ?? fields.measure)),
  );
}

/** The story told from a state: each event with the state after it, the calendar's among them. */
function* tell(start: State, { kind, verb, steps }: Story): Generator<readonly [Event, State]> {
  let state = start;
  const happen = (event: Event): readonly [Event, State] => {
    const next = transition(state, event);
    if (!next.ok) throw new Error(`${event.type} was refused: ${JSON.stringify(next.refusals)}`);
    state = next.state;
    return [event, state];
  };
  function* pass(day: string) {
    for (let event = nextCalendarEvent(state, day); event !== null; event = nextCalendarEvent(state, day))
      yield happen(event);
  }
  yield happen(today(state, announced(kind, verb)));
  for (const { wait, aside, which, at } of steps) {
    yield* pass(addDays(state.today, wait));
    const template = pickOf(aside ? openAside(state) : openTo(state, kind), () => which);
    const next = at.values();
    if (template !== undefined) yield happen(sampleMember(template, () => next.next().value ?? 0));
  }
  yield* pass(LAST);
}

/** The events by which the new measure began to apply, itself or as a part of another. */
function roadsOf(start: State, told: Story): string[] {
  const roads: string[] = [];
  let before = 'proposed';
  for (const [event, state] of tell(start, told)) {
    const broken = brokenInvariants(state);
    if (broken.length > 0) throw new Error(`after ${event.type}: ${broken.join('; ')}`);
    const now = status(state);
    if ((now === 'in-force' && before !== now) || event.type === 'tariff.fold-in') roads.push(event.type);
    before = now;
  }
  return roads;
}

describe('stories of a new measure under a statute with a procedure', () => {
  it('never bring it into force while the investigation is open, whatever is done, and break no invariant', () => {
    fc.assert(
      fc.property(story, (told) => {
        expect(roadsOf(unfound, told)).toEqual([]);
      }),
      { numRuns: atLength(300, 60) },
    );
  });

  it('bring it into force by every road once there is a finding', () => {
    const roads = new Set(
      fc.sample(story, { numRuns: atLength(500, 30), seed: 302 }).flatMap((told) => roadsOf(found, told)),
    );
    const verbs = ['carry-out', 'enter-into-force', 'resume', 'snapback'];
    const all = [
      ...MEASURE_KINDS.flatMap((kind) => verbs.map((verb) => typeOf(kind, verb))),
      'tariff.fold-in',
    ];
    for (const road of roads) expect(all).toContain(road);
    // Few stories do not come to the rarest of them.
    expect(roads.size).toBeGreaterThanOrEqual(atLength(all.length, 3));
  });
});
