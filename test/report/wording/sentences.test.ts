/** Properties of all sentences: of every event of the record from 2018 to 2025, and of thousands in random plays. */
import * as fc from 'fast-check';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { actionTypeOf, actionTypes, type Event } from '../../../src/actions/index';
import { defineAction } from '../../../src/actions/action-type';
import { FAMILY_NOUNS } from '../../../src/actions/nouns';
import { playFrom } from '../../../src/entries/testing';
import { withActionTypes, type RuleSet } from '../../../src/engine/rule-set';
import { transition } from '../../../src/engine/transition';
import { recordedOn } from '../../../src/facts/fold';
import { firstState } from '../../../src/facts/first-state';
import { facts } from '../../../src/facts/packaged';
import { findMeasure } from '../../../src/model/measure';
import type { State } from '../../../src/model/state';
import { sentenceOf } from '../../../src/report/wording/event-sentences';
import { measureName } from '../../../src/report/wording/names';
import { actPhrase } from '../../../src/report/wording/step-phrases';
import { WORDING } from '../../../src/report/wording/table';
import { PLAIN } from '../../../src/report/wording/text';
import { eventLines } from '../../../src/report/wording/trajectory';
import { kualaLumpur, morningOf } from '../../record';

interface Step {
  readonly event: Event;
  readonly before: State;
  readonly after: State;
}

function recordSteps(until: string): Step[] {
  const recorded = recordedOn(facts, until);
  if (!recorded.ok) throw new Error(`the record is refused: ${JSON.stringify(recorded.refusals)}`);
  let before: State = firstState(facts);
  return recorded.log.map((event) => {
    const next = transition(before, event);
    if (!next.ok) throw new Error(`${event.type} on ${event.on} is refused`);
    const step = { event, before, after: next.state };
    before = next.state;
    return step;
  });
}

const PLAYS = 64;
const MOVES = 150;
const STARTS = [kualaLumpur, morningOf('2018-07-07'), morningOf('2025-04-09'), morningOf('2025-05-14')];

function playSteps(): Step[] {
  return STARTS.flatMap((start, at) =>
    fc
      .sample(playFrom(start, { minMoves: MOVES, maxMoves: MOVES }), {
        numRuns: PLAYS / STARTS.length,
        seed: 71 + at,
      })
      .flatMap(({ events, states }) =>
        events.map((event, nth) => ({ event, before: states[nth]!, after: states[nth + 1]! })),
      ),
  );
}

const steps: readonly Step[] = [...recordSteps('2025-12-31'), ...playSteps()];
const worded = steps.map((step) => {
  const { text, move } = sentenceOf(step.event, { ...step, facts });
  return { ...step, text, whole: `${text}.${move}` };
});

/** What people wrote into an event or a state stands in quotation marks; places and countries do not. */
const ownText = (text: string) => text.replace(/“[^”]*”/g, '“”');

/** Words that follow an indefinite article in a sentence, by the article that their sound asks for. */
const SOUNDS = {
  a: [
    ...[
      'breach',
      'challenge',
      'commitment',
      'conciliatory',
      'court',
      'date',
      'day',
      'deal',
      'decision',
      'duty',
      'framework',
    ],
    ...['hostile', 'judgment', 'licence', 'listing', 'market', 'meeting', 'ministerial', 'move', 'negative'],
    ...['neutral', 'new', 'port', 'probe', 'purchase', 'round', 'spokesperson', 'statement', 'technical'],
    ...['rate', 'third', 'truce', 'blocking', 'body', 'payment'],
  ],
  an: [
    ...['account', 'affirmative', 'agreement', 'authority', 'earlier', 'end', 'export', 'issue'],
    ...['exclusion', 'institution', 'undertaking'],
  ],
};

function articleFaults(text: string): string[] {
  return [...text.matchAll(/\b(an?) ([\p{L}-]+)/giu)].flatMap(([found, article = '', word = '']) => {
    const by = article.toLowerCase() === 'a' ? 'a' : 'an';
    return SOUNDS[by].includes(word) ? [] : [found];
  });
}

/** Ids of the measures that an event is about. */
function measuresOf({ event, before, after }: Step): string[] {
  if (!/^(tariff|control|port-fee|listing|licence)\./.test(event.type)) return [];
  const fields = new Map<string, unknown>(Object.entries(event));
  return ['id', 'into', 'key'].flatMap((field) => {
    const value = fields.get(field);
    if (typeof value !== 'string') return [];
    const id = value.split('#')[0]!;
    return (findMeasure(after, id) ?? findMeasure(before, id)) === undefined ? [] : [id];
  });
}

describe('the sentences of events', () => {
  it('reach every type that the plays and the record hold, more than four fifths of all', () => {
    const seen = new Set(steps.map(({ event }) => event.type));
    expect(steps.length).toBeGreaterThan(PLAYS * MOVES);
    expect(seen.size).toBeGreaterThan(0.8 * actionTypes.length);
  });

  it('begin with a capital, end with one full stop, and hold neither double blanks nor holes', () => {
    const faulty = worded.filter(
      ({ whole }) =>
        !/^[^a-z\s]/.test(whole) ||
        !/[^.]\.$/.test(ownText(whole)) ||
        / {2}| [,;:.]|undefined|null|NaN|\[object/.test(ownText(whole)),
    );
    expect(faulty.map(({ whole }) => whole)).toEqual([]);
  });

  it('never print the meaning of a type in place of a sentence', () => {
    const faulty = worded.filter(({ event, whole }) =>
      whole.includes((actionTypeOf(event.type)?.doc ?? event.type).replace(/\.$/, '')),
    );
    expect(faulty.map(({ whole }) => whole)).toEqual([]);
  });

  it('name every measure that they are about', () => {
    const about = worded.filter((step) => measuresOf(step).length > 0);
    expect(about.length).toBeGreaterThan(1000);
    const faulty = about.filter((step) =>
      measuresOf(step).some((id) => {
        const { label } = findMeasure(step.after, id) ?? findMeasure(step.before, id)!;
        // A label that holds the id of another measure is read with that one's label.
        const name = /\b(us|cn)\//.test(label)
          ? measureName(step.after, id).replace(/ \([^)]*\)$/, '')
          : label;
        return !step.text.includes(name) && !step.text.includes(id);
      }),
    );
    expect(faulty.map(({ event, text }) => `${event.type}: ${text}`)).toEqual([]);
  });

  it('have the article that each noun asks for', () => {
    const faulty = worded.flatMap(({ whole }) => articleFaults(ownText(whole)));
    expect([...new Set(faulty)]).toEqual([]);
  });

  it('never say of a change that it leaves things as they were', () => {
    const faulty = worded.filter(({ whole }) => /from ([\d.]+%) to \1[. ,]/.test(`${ownText(whole)} `));
    expect(faulty.map(({ whole }) => whole)).toEqual([]);
  });

  it('write every date in one form and every number with its unit', () => {
    const faulty = worded.filter(({ whole }) => /\d{4}-\d{2}-\d{2}|\d\.\d{7}|\d %/.test(ownText(whole)));
    expect(faulty.map(({ whole }) => whole)).toEqual([]);
  });
});

describe('like acts of a day', () => {
  const on = kualaLumpur.today;
  const said = (events: readonly Event[]) =>
    eventLines(kualaLumpur, events, facts, PLAIN).join(' ').replace(/\s+/g, ' ');

  it('share a sentence, each kind behind its noun', () => {
    const suspended = (
      [
        ['listing.suspend', 'cn/export-list-september-2025'],
        ['listing.suspend', 'cn/unreliable-september-2025'],
        ['probe.suspend', 'cn/probe-qualcomm'],
      ] as const
    ).map(([type, id]): Event => ({ type, actor: 'CN', on, id, until: '2026-01-01' }));
    expect(said(suspended)).toBe(
      '25 Oct 2025 Beijing suspends the listings “Three firms (export control list)” and “Three firms ' +
        '(unreliable entity list)”, and the probe “Qualcomm and Autotalks” until 1 Jan 2026.',
    );
  });

  it('of which one moves an average keep sentences of their own', () => {
    const cuts = ['cn/fentanyl-energy', 'cn/fentanyl-farm'].map((id): Event => ({
      type: 'tariff.suspend',
      actor: 'CN',
      on,
      id,
      until: '2026-01-01',
    }));
    expect(said(cuts).split('Beijing suspends').length - 1).toBe(2);
  });
});

describe('a type of one’s own', () => {
  const exclude = (sentence?: (event: { readonly id: string }) => string) =>
    defineAction({
      type: 'tariff.exempt',
      actors: ['US', 'CN'],
      doc: 'Exclude goods from a duty.',
      cites: ['stylised'],
      fields: { id: z.string() },
      subject: 'id',
      subjects: ({ tariff }) => Object.keys(tariff),
      rules: [],
      domains: {},
      ...(sentence === undefined ? {} : { sentence }),
      effect: () => undefined,
      examples: [{ type: 'tariff.exempt', actor: 'CN', on: '2025-10-25', id: 'cn/fentanyl-farm' }],
    });
  const said = (type: ReturnType<typeof exclude>) => {
    const rules = withActionTypes([type]);
    // The rules know the type; the library's union of events does not.
    const events = type.examples as unknown as Event[];
    return eventLines(kualaLumpur, events, facts, PLAIN, { rules: rules as unknown as RuleSet })
      .join(' ')
      .replace(/\s+/g, ' ');
  };

  it('is worded by the sentence that it declares', () => {
    const text = said(exclude(({ id }) => `goods leave the duty of ${id}`));
    expect(text).toBe('25 Oct 2025 Goods leave the duty of cn/fentanyl-farm.');
  });

  it('is worded by its meaning where it declares none, names its subject and says that it has no sentence', () => {
    expect(said(exclude())).toBe(
      '25 Oct 2025 Beijing acts by “tariff.exempt” on “Farm goods”, a move without a sentence of its own: Exclude goods from a duty.',
    );
  });

  it('may be promised: the promise is named by the type', () => {
    const pledge = {
      id: 'p',
      agreement: 'a',
      issue: 'soybeans',
      act: { type: 'tariff.exempt', actor: 'CN' as const, id: 'cn/fentanyl-farm' },
      dueOn: '2025-10-24',
      status: 'open' as const,
    };
    const before = { ...kualaLumpur, pledges: { p: pledge } };
    const event: Event = { type: 'agreement.default', actor: 'calendar', on: '2025-10-25', id: 'p' };
    const { text } = sentenceOf(event, { before, after: before, facts });
    expect(text).toBe('Beijing breaks its promise to make the move “tariff.exempt”');
  });
});

describe('a promise that is broken', () => {
  it.each([
    [
      { type: 'tariff.cut', id: 'us/ieepa-fentanyl', ratePct: 10 },
      'cut the “Synthetic-opioid duty” from 20% to 10%',
    ],
    [
      { type: 'purchase.deliver', flow: 'soybeans', quantityMmt: 2 },
      'buy 2.0 million metric tons of soybeans',
    ],
    [
      { type: 'tariff.extend', id: 'us/ieepa-reciprocal-heightened', until: '2026-11-10' },
      "prolong the suspension of the “Reciprocal duty, the 24 points of China's own rate” until 10 Nov 2026",
    ],
  ])('is in the infinitive: %o', (act, infinitive) => {
    const pledge = {
      id: 'p',
      agreement: 'a',
      issue: 'soybeans',
      dueOn: '2025-10-24',
      status: 'open' as const,
    };
    const before = { ...kualaLumpur, pledges: { p: { ...pledge, act: { actor: 'US' as const, ...act } } } };
    const event: Event = { type: 'agreement.default', actor: 'calendar', on: '2025-10-25', id: 'p' };
    const { text } = sentenceOf(event, { before, after: before, facts });
    expect(text).toBe(`Washington breaks its promise to ${infinitive}`);
  });
});

describe('the table of wording', () => {
  it('has a row for each action type and no other', () => {
    expect(Object.keys(WORDING).sort()).toEqual(actionTypes.map(({ type }) => type).sort());
  });

  it('and the meanings of all types have the article that each noun asks for', () => {
    for (const { article, one } of Object.values(FAMILY_NOUNS))
      expect(articleFaults(`${article} ${one}`)).toEqual([]);
    const vowel = /\b(a [aeio]|an [^aeiouh])/i;
    for (const { doc, type } of actionTypes) {
      expect(doc).not.toMatch(vowel);
      expect(`${actPhrase(type, true)} ${actPhrase(type, false)}`).not.toMatch(vowel);
    }
  });
});

describe('a listing', () => {
  const listing = {
    type: 'listing.impose',
    actor: 'US',
    on: kualaLumpur.today,
    id: 'us/new',
    label: 'New firms',
    authority: 'ecra',
    basis: null,
    list: 'entity-list',
    entities: 3,
    from: kualaLumpur.today,
  } as const;
  const told = (event: Event) => sentenceOf(event, { before: kualaLumpur, after: kualaLumpur, facts }).text;

  it('says what it denies the firms where it names that, and nothing of it where it does not', () => {
    const [plain, more] = [told(listing), told({ ...listing, effect: 'supply' })];
    const [denied] = /, which denies them [^,“]*/.exec(more) ?? [''];
    expect(denied).not.toBe('');
    expect(more.replace(denied, '')).toBe(plain);
    expect(plain).toBe(
      'Washington imposes a listing of 3 firms on the entity list, “New firms”, in force at once',
    );
  });
});
