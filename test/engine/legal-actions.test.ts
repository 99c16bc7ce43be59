/** The templates of what may be done today: which are asked for, what their fields leave open, and which of their events is nearest. */
import { describe, expect, it } from 'vitest';
import {
  ABSENT,
  dateFrom,
  given,
  isEmpty,
  laterThanField,
  numberFrom,
  oneOf,
  optional,
  TEXT,
} from '../../src/actions/domain';
import { actionTypeOf, tableOf, type EventBase } from '../../src/actions/index';
import {
  fieldsOpen,
  isMember,
  legalActions,
  nearestOf,
  sampleMember,
  type Template,
  type TemplateFilter,
} from '../../src/engine/legal-actions';
import { isLegal } from '../../src/engine/legality';
import { InputError } from '../../src/kit/input-error';
import { ACTORS } from '../../src/model/actor';
import type { State } from '../../src/model/state';
import { kualaLumpur, morningOf } from '../record';
import { ownType } from './own-types';

const TODAY = kualaLumpur.today;
const STATES = [kualaLumpur, morningOf('2025-11-10')];
/** Each state with all its templates. */
const templates = () => STATES.map((state) => [state, [...legalActions(state)]] as const);

/** The subject of a template, or '' where its type has none. */
function subjectOf({ type, fields }: Template): unknown {
  const subject = actionTypeOf(type)!.subject;
  const domain = subject === null ? oneOf('') : fields[subject]!;
  return domain.kind === 'one-of' && domain.values.length === 1 ? domain.values[0] : null;
}

/** Templates in words: on one day each type is open to an actor on a subject once. */
const told = (list: Iterable<Template>): readonly string[] =>
  [...list].map((template) => JSON.stringify([template.type, template.actor, subjectOf(template)]));
const kept = (state: State, filter: TemplateFilter): readonly string[] => told(legalActions(state, filter));

describe('the templates of a state', () => {
  it('are those of an actor, of a type or on a subject where that is asked for, and all of them otherwise', () => {
    for (const [state, list] of templates()) {
      expect(new Set(told(list)).size).toBe(list.length);
      for (const actor of ACTORS)
        expect(kept(state, { actor })).toEqual(told(list.filter((one) => one.actor === actor)));
      for (const type of ['tariff.cut', 'meeting.doubt', 'no.such-type'])
        expect(kept(state, { type })).toEqual(told(list.filter((one) => one.type === type)));
      for (const subject of ['us/ieepa-fentanyl', 'busan-2025', 'no-such-thing', ''])
        expect(kept(state, { subject })).toEqual(told(list.filter((one) => subjectOf(one) === subject)));
      expect(kept(state, { actor: undefined, type: undefined, subject: undefined })).toEqual(told(list));
    }
  });

  it('are those that all parts of a filter let through', () => {
    const cut = { type: 'tariff.cut', subject: 'us/ieepa-fentanyl' };
    const [some, ...others] = legalActions(kualaLumpur, { ...cut, actor: 'US' });
    expect(some).toMatchObject({ actor: 'US', type: 'tariff.cut', on: TODAY });
    expect(others).toEqual([]);
    expect(kept(kualaLumpur, { ...cut, actor: 'CN' })).toEqual([]);
    expect(kept(kualaLumpur, { ...cut, actor: 'US', subject: 'us/mfn' })).toEqual([]);
  });

  it('are refused to a filter by something else, before the first is asked for', () => {
    const refusal = (filter: unknown): InputError => {
      try {
        legalActions(kualaLumpur, filter as TemplateFilter);
      } catch (error) {
        if (error instanceof InputError) return error;
      }
      throw new Error('the filter was taken');
    };
    expect(refusal({ actr: 'US' })).toMatchObject({
      code: 'input/unknown-option',
      path: 'filter',
      didYouMean: 'actor',
    });
    expect(refusal('US').path).toBe('filter');
  });

  it('have no field without a value, and only legal events', () => {
    for (const [state, list] of templates())
      for (const template of list) {
        expect(Object.values(template.fields).filter(isEmpty)).toEqual([]);
        const event = sampleMember(template, () => 0.5);
        expect([isMember(template, event), isLegal(state, event)]).toEqual([true, true]);
      }
  });

  it('are none of a type of which a field has no value today', () => {
    const table = tableOf([
      ownType('test.never', { fields: { part: oneOf() } }),
      ownType('test.always', { fields: { part: oneOf(1) } }),
    ]);
    expect([...legalActions(kualaLumpur, {}, table)].map(({ type }) => type)).toEqual(['test.always']);
  });
});

/** A type whose fields hang on one another; the one template of it. */
const DAYS = { kind: 'date', from: TODAY, to: null, nullable: false, but: [] } as const;
const lending = tableOf([
  ownType('test.lend', {
    subjects: ['lamp'],
    fields: {
      from: dateFrom(TODAY),
      until: laterThanField(DAYS, 'from'),
      fee: given(numberFrom(0, 9), ({ until }) => numberFrom(0, until === '2025-12-24' ? 0 : 9)),
      note: optional(TEXT),
      gone: ABSENT,
    },
  }),
]);

function theOne(): Template {
  const [lend, ...others] = legalActions(kualaLumpur, {}, lending);
  if (lend === undefined || others.length > 0) throw new Error('there is one template');
  return lend;
}

const event = { type: 'test.lend', actor: 'US', on: TODAY, id: 'lamp' } as const;

describe('the fields that a template leaves open', () => {
  it('are its own where nothing is known', () => {
    const lend = theOne();
    expect(Object.keys(fieldsOpen(lend))).toEqual(['id', 'from', 'until', 'fee', 'note', 'gone']);
    expect(fieldsOpen(lend)).toEqual(fieldsOpen(lend, {}));
    expect(fieldsOpen(lend).until).toEqual({ ...DAYS, after: 'from' });
    expect(fieldsOpen(lend).fee).toEqual(numberFrom(0, 9));
    for (const [, list] of templates())
      for (const template of list)
        expect(Object.keys(fieldsOpen(template))).toEqual(Object.keys(template.fields));
  });

  it('are what the fields before them leave', () => {
    const lend = theOne();
    expect(fieldsOpen(lend, { from: '2025-11-01' }).until).toMatchObject({ from: '2025-11-02', to: null });
    expect(fieldsOpen(lend, { until: '2025-12-24' }).fee).toEqual(numberFrom(0, 0));
    expect(fieldsOpen(lend, { until: '2025-12-23' }).fee).toEqual(numberFrom(0, 9));
  });
});

describe('an event of a template', () => {
  it('has a value for each field at the position that is given, and leaves out what may be left out', () => {
    const lend = theOne();
    expect(sampleMember(lend, () => 0)).toStrictEqual({ ...event, from: TODAY, until: '2025-10-26', fee: 0 });
    const asked: number[] = [];
    const sampled = sampleMember(lend, () => {
      asked.push(asked.length);
      return 0.75;
    });
    expect(sampled).toMatchObject({ fee: 6.75, note: 'unnamed' });
    expect(asked.length).toBe(6);
    expect(Object.keys(sampled)).toEqual(['type', 'actor', 'on', 'id', 'from', 'until', 'fee', 'note']);
  });

  it('is one by its type, actor, day and every field', () => {
    const lend = theOne();
    const member = sampleMember(lend, () => 0.75) as EventBase;
    expect(isMember(lend, member)).toBe(true);
    for (const change of [
      { type: 'test.send' },
      { actor: 'CN' },
      { on: '2025-10-26' },
      { id: 'desk' },
      { from: undefined },
      { until: TODAY },
      { fee: 10 },
      { note: 5 },
      { gone: 0 },
    ])
      expect(isMember(lend, { ...member, ...change } as EventBase), JSON.stringify(change)).toBe(false);
  });

  it('is nearest with what the other has right, and counts each field that has to change', () => {
    const lend = theOne();
    const right = { ...event, from: '2025-11-01', until: '2025-11-05', fee: 3, note: 'soon' };
    const near = (change: object) => nearestOf(lend, { ...right, ...change } as EventBase);
    expect(near({})).toStrictEqual({ event: right, changes: 0 });
    expect(near({ fee: 12 })).toStrictEqual({ event: { ...right, fee: 9 }, changes: 1 });
    expect(near({ until: '2025-10-30' })).toStrictEqual({
      event: { ...right, until: '2025-11-02' },
      changes: 1,
    });
    expect(near({ id: 'desk', fee: -1 })).toStrictEqual({ event: { ...right, fee: 0 }, changes: 2 });
    expect(near({ gone: 1 })).toStrictEqual({ event: right, changes: 1 });
    expect(near({ from: 5, until: null, fee: '3', note: 7, gone: 1 }).changes).toBe(5);
    const { note: _note, ...bare } = right;
    expect(nearestOf(lend, bare)).toStrictEqual({ event: bare, changes: 0 });
  });

  it('is nearest to any lawful event as that event itself, with nothing changed', () => {
    for (const [, list] of templates())
      for (const template of list) {
        const lawful = sampleMember(template, () => 0.3);
        expect(nearestOf(template, lawful)).toStrictEqual({ event: lawful, changes: 0 });
      }
  });
});
