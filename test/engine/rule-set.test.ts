/** Rule sets and the tables that they run on: the library's own answers as its functions do, a longer one knows more types. */
import { describe, expect, it } from 'vitest';
import {
  actionTable,
  actionTypes,
  type ActionType,
  type Event,
  type EventBase,
} from '../../src/actions/index';
import { stepInPlace } from '../../src/engine/apply';
import { explain } from '../../src/engine/explain';
import { isMember, legalActions, sampleMember } from '../../src/engine/legal-actions';
import { violations } from '../../src/engine/legality';
import { tableFor } from '../../src/engine/own-table';
import { parseEvent } from '../../src/engine/parse';
import { replay } from '../../src/engine/replay';
import { rulesOf, standardRules, withActionTypes, type RuleSet } from '../../src/engine/rule-set';
import { transition } from '../../src/engine/transition';
import { InputError } from '../../src/kit/input-error';
import { kualaLumpur, writableCopy } from '../record';
import { ownType } from './own-types';

const TODAY = kualaLumpur.today;
const DOUBT: Event = { type: 'meeting.doubt', actor: 'US', on: TODAY, meeting: 'busan-2025' };

/** Events that may happen, that may not, and that are not well formed. */
const EVENTS: readonly EventBase[] = [
  DOUBT,
  { ...DOUBT, on: '2025-10-26' },
  { ...DOUBT, meeting: 'no-such-meeting' } as EventBase,
  { ...DOUBT, source: 7 } as unknown as EventBase,
  { ...DOUBT, type: 'meeting.dout' },
  { type: 'tariff.cut', actor: 'US', on: TODAY, id: 'us/ieepa-fentanyl', ratePct: 99 } as EventBase,
  null as unknown as EventBase,
];

/** The functions of the library in the form of a rule set. */
const library = {
  parseEvent,
  transition,
  explain,
  isLegal: (state, event) => explain(state, event).legal,
  violations: (state, event) => explain(state, event).refusals,
  replay,
} satisfies Partial<RuleSet>;

describe.each<[name: string, rules: RuleSet]>([
  ['the library’s own', standardRules],
  ['made of the library’s rows', rulesOf(actionTypes)],
])('a rule set that is %s', (_name, rules) => {
  it('answers of any event as the library does', () => {
    for (const event of EVENTS) {
      const given = event as Event;
      expect(rules.parseEvent(given)).toEqual(library.parseEvent(given));
      expect(rules.transition(kualaLumpur, given)).toEqual(library.transition(kualaLumpur, given));
      expect(rules.explain(kualaLumpur, given)).toEqual(library.explain(kualaLumpur, given));
      expect(rules.isLegal(kualaLumpur, given)).toBe(library.isLegal(kualaLumpur, given));
      expect(rules.violations(kualaLumpur, given)).toEqual(library.violations(kualaLumpur, given));
    }
    expect(EVENTS.map((event) => rules.isLegal(kualaLumpur, event)).filter(Boolean).length).toBe(1);
  });

  it('replays and steps in place as the library does', () => {
    const confirm: Event = { ...DOUBT, type: 'meeting.confirm' };
    for (const events of [[], [DOUBT], [DOUBT, confirm], [DOUBT, DOUBT], [confirm, DOUBT]])
      expect(rules.replay(kualaLumpur, events)).toEqual(library.replay(kualaLumpur, events));
    for (const event of EVENTS.slice(0, 6)) {
      const [one, other] = [writableCopy(kualaLumpur), writableCopy(kualaLumpur)];
      expect(rules.stepInPlace(one, event)).toBe(stepInPlace(other, event));
      expect(one).toEqual(other);
    }
  });

  it('offers the templates and their events as the library does', () => {
    const filter = { type: 'tariff.cut', actor: 'US' } as const;
    const [mine, theirs] = [
      [...rules.legalActions(kualaLumpur, filter)],
      [...legalActions(kualaLumpur, filter)],
    ];
    expect(mine.length).toBeGreaterThan(0);
    expect(mine).toEqual(theirs);
    const [template] = mine;
    const event = rules.sampleMember(template!, () => 0.5);
    expect(event).toEqual(sampleMember(theirs[0]!, () => 0.5));
    expect(rules.isMember(template!, event)).toBe(isMember(theirs[0]!, event));
    const types = (list: Iterable<{ readonly type: string }>) => [...list].map(({ type }) => type);
    expect(types(rules.legalActions(kualaLumpur))).toEqual(types(legalActions(kualaLumpur)));
  });

  it('has the action types of the library in their order', () => {
    expect(rules.actionTypes).toEqual(actionTypes);
  });
});

const nod = ownType('talks.nod');
const NOD: EventBase = { type: 'talks.nod', actor: 'US', on: TODAY };

describe('a rule set with types of one’s own', () => {
  const rules = withActionTypes([nod]);

  it('has them behind the library’s, and takes their events like any other', () => {
    expect(rules.actionTypes).toEqual([...actionTypes, nod]);
    const event = NOD as Event;
    expect(rules.parseEvent(NOD)).toEqual({ ok: true, event: NOD });
    expect([rules.isLegal(kualaLumpur, NOD), rules.violations(kualaLumpur, NOD)]).toEqual([true, []]);
    expect(rules.transition(kualaLumpur, event)).toEqual({ ok: true, state: kualaLumpur });
    expect(rules.replay(kualaLumpur, [event, DOUBT]).state).toEqual(replay(kualaLumpur, [DOUBT]).state);
    expect(rules.stepInPlace(writableCopy(kualaLumpur), NOD)).toBe(true);
    expect([...rules.legalActions(kualaLumpur, { type: 'talks.nod' })].length).toBe(1);
    expect(rules.explain(kualaLumpur, { ...NOD, on: '2025-10-26' }).nearest).toEqual([NOD]);
  });

  it('leaves the library’s own functions without them', () => {
    expect(parseEvent(NOD).ok).toBe(false);
    expect(violations(kualaLumpur, NOD)).toMatchObject([{ code: 'event/unknown-type' }]);
    expect(standardRules.isLegal(kualaLumpur, NOD)).toBe(false);
  });

  it('may be those types alone', () => {
    const alone = rulesOf([nod]);
    expect(alone.actionTypes).toEqual([nod]);
    expect([...alone.legalActions(kualaLumpur)].map(({ type }) => type)).toEqual(['talks.nod']);
    expect(alone.isLegal(kualaLumpur, DOUBT)).toBe(false);
  });

  it('is refused where a name is given twice, the library’s names too', () => {
    const twice = [[nod, ownType('talks.nod')], [ownType('tariff.cut')]];
    for (const rows of twice) expect(() => withActionTypes(rows)).toThrow(InputError);
  });
});

describe('the table that an analysis runs on', () => {
  it('is the library’s own where no rules are told', () => {
    expect(tableFor(undefined)).toBe(actionTable);
  });

  it('has the library’s rows of this copy, whichever copy the rules came from, and the own ones as they are', () => {
    const ofAnotherCopy: readonly ActionType[] = actionTypes.map((row) => ({ ...row }));
    const table = tableFor({ actionTypes: [...ofAnotherCopy, nod] });
    expect(table).not.toBe(actionTable);
    expect(table.types.length).toBe(actionTypes.length + 1);
    for (const [at, row] of actionTypes.entries()) expect(table.types[at]).toBe(row);
    expect(table.byType.get('talks.nod')).toBe(nod);
  });

  it('is made once for one rule set, and apart for another', () => {
    const [one, other] = [{ actionTypes: [nod] }, { actionTypes: [nod] }];
    expect(tableFor(one)).toBe(tableFor(one));
    expect(tableFor(other)).not.toBe(tableFor(one));
    expect(tableFor(one).types).toEqual([nod]);
  });
});
