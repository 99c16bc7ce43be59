/** Channels: every kind of act bears on the projection or says that it does not, and a larger act never weighs less. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionTypes, type Event, type EventBase } from '../../src/actions/index';
import { centralParameters } from '../../src/episode/parameter-draw';
import { channelOf, deedOf } from '../../src/episode/channels';
import {
  fallOn,
  look,
  newConduct,
  note,
  noteFall,
  recordedConduct,
  standingOn,
  weightOf,
} from '../../src/episode/conduct';
import { performedShare } from '../../src/episode/performed';
import { facts } from '../../src/facts/packaged';
import { stateOn } from '../../src/facts/initial-state';
import { addDays, toDayNumber } from '../../src/kit/calendar';
import { copyState } from '../../src/model/copy-state';
import { stepInPlace } from '../../src/engine/apply';
import { passInPlace } from '../../src/engine/replay';
import { loadScenario } from '../../src/scenario/library';
import { firstDayOf, specificationOf } from '../../src/scenario/model-specification';

const scenario = loadScenario('kuala-lumpur-2025');
const specification = specificationOf(scenario, facts);
const p = centralParameters(specification);
const first = stateOn(facts, firstDayOf(scenario, facts));
const about = { state: first, specification };
const TODAY = scenario.asOf;

describe('the table of channels', () => {
  it('knows all action types, and leaves at most eight kinds of parties’ acts inert', () => {
    const inert = actionTypes.filter(({ type }) => 'inert' in channelOf(type));
    const ofParties = inert.filter(({ actors }) =>
      actors.some((actor) => ['US', 'CN', 'both'].includes(actor)),
    );
    expect(ofParties.length).toBeLessThanOrEqual(8);
    const never = /^(tariff|control|listing|licence|purchase|truce|talks|meeting|statement)\./;
    expect(ofParties.filter(({ type }) => never.test(type)).map(({ type }) => type)).toEqual([]);
    for (const { type } of inert) {
      const channel = channelOf(type);
      expect('inert' in channel && channel.inert.length > 20, type).toBe(true);
    }
  });

  it('says of a type that nobody knows that it is inert', () => {
    expect(channelOf('weather.rain')).toEqual({ inert: 'The type declares no channel.' });
  });
});

const weigh = (event: EventBase) => {
  const deed = deedOf(event, about);
  return deed === null ? 0 : deed.sign * weightOf(deed, p);
};
const listing = (entities: number): Event => ({
  type: 'listing.impose',
  actor: 'US',
  on: TODAY,
  id: 'us/new',
  label: 'new',
  authority: 'ecra',
  basis: null,
  list: 'entity-list',
  entities,
  from: TODAY,
});
const control = (severity: number): Event => ({
  type: 'control.impose',
  actor: 'CN',
  on: TODAY,
  id: 'cn/new',
  label: 'new',
  authority: 'cn-export-control-law',
  basis: null,
  subject: 'rare-earths',
  severity,
  reach: 'bilateral',
  deMinimisPct: null,
  indivisible: false,
  from: TODAY,
});
const duty = (ratePct: number): Event => ({
  type: 'tariff.impose',
  actor: 'US',
  on: TODAY,
  id: 'us/duty',
  label: 'new',
  authority: 'ieepa',
  basis: null,
  ratePct,
  share: 0.5,
  from: TODAY,
});
const buy = (quantityMmt: number): Event => ({
  type: 'purchase.deliver',
  actor: 'CN',
  on: TODAY,
  flow: 'soybeans',
  quantityMmt,
});
const cut = (ratePct: number): Event => ({
  type: 'tariff.cut',
  actor: 'US',
  on: TODAY,
  id: 'us/ieepa-fentanyl',
  ratePct: 20 - ratePct,
});

describe('the weight of an act', () => {
  it.each([
    ['firms listed', listing, 100_000, -1],
    ['severity of a control', control, 1, -1],
    ['points of a duty', duty, 145, -1],
    ['tons bought', buy, 90, 1],
    ['points of a cut', cut, 20, 1],
  ] as const)('grows with %s and keeps its sign', (_what, act, most, sign) => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (x, y) => {
          const [less, more] = [Math.min(x, y), Math.max(x, y)];
          expect(sign * weigh(act(most * more))).toBeGreaterThanOrEqual(
            sign * weigh(act(most * less)) - 1e-12,
          );
        },
      ),
      { numRuns: 200 },
    );
    expect(sign * weigh(act(most))).toBeGreaterThan(sign * weigh(act(most / 10)));
    expect(sign * weigh(act(most / 10))).toBeGreaterThan(0);
  });

  it('of a threat is half that of the order, and of its withdrawal as much the other way', () => {
    const { from: _from, ...rest } = duty(40) as Extract<Event, { type: 'tariff.impose' }>;
    const dueOn = addDays(TODAY, 20);
    const threat: Event = { ...rest, type: 'tariff.threaten', dueOn, voice: 'leader' };
    expect(weigh(threat)).toBeCloseTo(0.5 * weigh(duty(40)), 12);
    const state = copyState(first);
    expect(stepInPlace(state, threat)).toBe(true);
    const withdrawal: Event = {
      type: 'tariff.withdraw',
      actor: 'US',
      on: TODAY,
      id: 'us/duty',
      traded: false,
    };
    const taken = deedOf(withdrawal, { state, specification })!;
    expect(taken.sign * weightOf(taken, p)).toBeCloseTo(-weigh(threat), 12);
  });

  it('of an easing is the same from a later day on, half while its notice is pending, and the other way where it is dropped', () => {
    const later = (from: string | null): Event => ({
      ...(cut(10) as Extract<Event, { type: 'tariff.cut' }>),
      from,
    });
    const day = addDays(TODAY, 20);
    expect(weigh(later(day))).toBe(weigh(cut(10)));
    expect(weigh(later(null))).toBeCloseTo(0.5 * weigh(cut(10)), 12);
    const on = (verb: 'give-notice' | 'drop-change', more: object, of: Event): number => {
      const state = copyState(first);
      expect(stepInPlace(state, of)).toBe(true);
      const act = {
        type: `tariff.${verb}`,
        actor: 'US',
        on: TODAY,
        id: 'us/ieepa-fentanyl',
        ...more,
      } as Event;
      const deed = deedOf(act, { state, specification })!;
      return deed.sign * weightOf(deed, p);
    };
    expect(on('give-notice', { from: day }, later(null))).toBe(weigh(cut(10)));
    expect(on('drop-change', {}, later(day))).toBe(-weigh(cut(10)));
    expect(on('drop-change', {}, later(null))).toBeCloseTo(-0.5 * weigh(cut(10)), 12);
  });

  it('is nothing where the sides act together', () => {
    expect(deedOf({ type: 'truce.extend', actor: 'both', on: TODAY }, about)).toBe(null);
  });
});

describe('a threat is taken off the table', () => {
  const threat = { actor: 'US', on: TODAY, id: 'us/ieepa-hundred' };
  it.each<[what: string, event: EventBase, off: { readonly traded: boolean } | null]>([
    [
      'by a withdrawal for nothing',
      { ...threat, type: 'tariff.withdraw', traded: false } as EventBase,
      { traded: false },
    ],
    [
      'by a withdrawal for something',
      { ...threat, type: 'tariff.withdraw', traded: true } as EventBase,
      { traded: true },
    ],
    [
      'by being put off without a day',
      { ...threat, type: 'tariff.put-off', until: null } as EventBase,
      { traded: false },
    ],
    [
      'not by being put off until a day',
      { ...threat, type: 'tariff.put-off', until: '2025-12-01' } as EventBase,
      null,
    ],
    ['not by a postponement', { ...threat, type: 'tariff.postpone', until: '2025-12-01' } as EventBase, null],
  ])('%s', (_what, event, off) => {
    expect(look(event, about)!.threat).toEqual(off === null ? null : { id: threat.id, ...off });
  });
});

describe('what is remembered', () => {
  const day = toDayNumber(TODAY);
  const remember = (...events: Event[]) => {
    const conduct = newConduct();
    for (const event of events) note(conduct, look(event, about)!, day, false);
    return conduct;
  };
  const goodwill = (conduct: ReturnType<typeof remember>, later = 0) =>
    standingOn(newConduct(), conduct, day + later, p).goodwill;

  it('fades, is received by the other side, and counts once for one thing', () => {
    const once = remember(listing(200));
    expect(goodwill(once).US).toBe(0);
    expect(goodwill(once).CN).toBeLessThan(0);
    expect(goodwill(once, p.levers.goodwillHalfLifeDays).CN).toBeCloseTo(goodwill(once).CN / 2, 12);
    expect(goodwill(remember(listing(200), listing(200)))).toEqual(goodwill(once));
    expect(goodwill(remember(listing(200), duty(50))).CN).toBeLessThan(goodwill(once).CN);
  });

  it('is no deed where a pledge asked for it', () => {
    const conduct = newConduct();
    note(conduct, look(cut(10), about)!, day, true);
    expect(goodwill(conduct)).toEqual({ US: 0, CN: 0 });
  });

  it('is the same whether the record or a supposition tells it, on whichever day one starts', () => {
    const later = addDays(TODAY, 4);
    const fromLater = { ...scenario, asOf: later };
    const whole = specificationOf(fromLater, facts);
    const recorded = recordedConduct(stateOn(facts, firstDayOf(fromLater, facts)), whole);
    const since = newConduct();
    const state = copyState(stateOn(facts, { ...firstDayOf(scenario, facts), meeting: null }));
    for (const event of whole.lately!.acts.filter(({ on }) => on > TODAY)) {
      passInPlace(state, event.on);
      const noted = look(event, { state, specification });
      if (noted !== null) note(since, noted, toDayNumber(event.on), 'traded' in event && event.traded);
      if (event.type === 'market.move') noteFall(since, event, toDayNumber(event.on));
      expect(stepInPlace(state, event), event.type).toBe(true);
    }
    const on = toDayNumber(scenario.asOf) + 5;
    const a = standingOn(recorded, newConduct(), on, p);
    const b = standingOn(recordedConduct(first, specification), since, on, p);
    expect(a.blows).toBeCloseTo(b.blows, 12);
    expect(a.gestures).toBeCloseTo(b.gestures, 12);
    expect(a.goodwill.US).toBeCloseTo(b.goodwill.US, 12);
    expect(a.goodwill.CN).toBeCloseTo(b.goodwill.CN, 12);
  });

  it('of a fall of markets fades, and a rise hurts nobody', () => {
    const conduct = newConduct();
    noteFall(conduct, { equityPct: 5, yieldBp: -10 }, day);
    expect(fallOn(conduct, newConduct(), day, p)).toBe(0);
    noteFall(conduct, { equityPct: -10, yieldBp: 20 }, day);
    expect(fallOn(conduct, newConduct(), day, p)).toBeCloseTo(11, 12);
    expect(fallOn(conduct, newConduct(), day + p.markets.drawdownHalfLifeDays, p)).toBeCloseTo(5.5, 12);
  });
});

describe('what is left of an issue', () => {
  const issue = (id: string) => specification.issues.find((one) => one.id === id)!;
  const delivered = { US: 0.9, CN: 0.6 };
  const after = (...events: Event[]) => {
    const state = copyState(first);
    for (const event of events) expect(stepInPlace(state, event), event.type).toBe(true);
    return state;
  };

  it('is all of it on the first day', () => {
    for (const one of specification.issues)
      expect(performedShare(first, first, one, delivered), one.id).toBe(0);
  });

  it('shrinks with a purchase by its share of the whole pledge, a promise counting as far as it is believed', () => {
    const resume: Event = { type: 'purchase.resume', actor: 'CN', on: TODAY, flow: 'soybeans' };
    const commit: Event = {
      type: 'purchase.commit',
      actor: 'CN',
      on: TODAY,
      id: 'soybeans/early',
      flow: 'soybeans',
      quantityMmt: 12,
      from: TODAY,
      windowDays: 66,
    };
    const share = (...events: Event[]) =>
      performedShare(first, after(...events), issue('soybeans'), delivered);
    expect(share(resume, commit)).toBeCloseTo((0.6 * 12) / 87, 12);
    expect(share(resume, commit, buy(12))).toBeCloseTo(12 / 87, 12);
  });

  it('shrinks by half where a duty is halved', () => {
    expect(performedShare(first, after(cut(10)), issue('fentanyl-tariff'), delivered)).toBeCloseTo(0.5, 12);
  });
});
