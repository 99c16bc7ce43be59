/** What parsing finds wrong with a scenario before anything is run, each with its place. */
import { describe, expect, it } from 'vitest';
import { defineAction } from '../../src/actions/action-type';
import { parseScenario, project, start } from '../../src/entries/index';
import { withActionTypes } from '../../src/entries/own';
import { outcomeTerms } from '../../src/outcomes/index';
import { TERM_IDS } from '../../src/model/outcome-term';

const ID = 'kuala-lumpur-2025';

const outcome = (id: string, when: object) => ({
  id,
  title: id,
  meaning: 'm',
  question: 'q?',
  resolvesOn: '2025-11-13',
  consult: 'c',
  tie: 't',
  when,
});
const held = outcome('held', { term: 'meeting-held', atLeast: 1 });
const notHeld = outcome('not-held', { term: 'meeting-held', below: 1 });

/** A duty of a statute that allows 15 per cent. */
const duty = {
  on: '2025-10-25',
  actor: 'US',
  type: 'tariff.impose',
  id: 'us/everything',
  label: 'Everything',
  authority: 's122',
  basis: null,
  ratePct: 15,
  share: 1,
  from: '2025-10-26',
};
const tooHigh = { ...duty, ratePct: 40 };

const issuesOf = (difference: object, options = {}) => {
  const parsed = parseScenario({ id: 'faulty', extends: ID, ...difference }, undefined, options);
  return parsed.ok ? [] : parsed.issues.map(({ path, message }) => `${path}: ${message}`);
};

describe('a fault of a scenario is found at its place', () => {
  it.each([
    ['no class', { outcomes: [] }, 'outcomes: expected a list of at least 2 items; given 0'],
    ['one class', { outcomes: [held] }, 'outcomes: expected a list of at least 2 items; given 1'],
    [
      'two classes of one name',
      { outcomes: [held, { ...notHeld, id: 'held' }] },
      'outcomes.1.id: "held" names two classes',
    ],
    [
      'a term that nothing measures',
      { outcomes: [held, outcome('other', { term: 'agreement-reachd', below: 1 })] },
      'outcomes.1.when.term: no such outcome term: "agreement-reachd"; did you mean "agreement-reached"?',
    ],
    [
      'one inside all, any and not',
      {
        outcomes: [
          held,
          outcome('other', {
            all: [{ term: 'meeting-held', below: 1 }, { any: [{ not: { term: 'tarif-relief', below: 1 } }] }],
          }),
        ],
      },
      'outcomes.1.when.all.1.any.0.not.term: no such outcome term: "tarif-relief"; did you mean "tariff-relief"?',
    ],
    [
      'a supposed event of an unknown type',
      { events: { order: { ...duty, type: 'tarif.impose' } } },
      'events.order.type: unknown action type "tarif.impose"; did you mean "tariff.impose"?',
    ],
    [
      'a duty above the ceiling of its statute on the first day',
      { events: { order: tooHigh } },
      'events.order: refused on 2025-10-25: tariff/above-the-ceiling',
    ],
    [
      'one on a day that has passed by today',
      { today: '2025-10-28', events: { order: { ...tooHigh, on: '2025-10-27', from: '2025-10-28' } } },
      'events.order: refused on 2025-10-27: tariff/above-the-ceiling',
    ],
    [
      'an event that another one makes unlawful',
      {
        today: '2025-10-27',
        events: {
          off: {
            on: '2025-10-26',
            actor: 'US',
            type: 'tariff.withdraw',
            id: 'us/ieepa-hundred',
            traded: false,
          },
          again: {
            on: '2025-10-27',
            actor: 'US',
            type: 'tariff.withdraw',
            id: 'us/ieepa-hundred',
            traded: false,
          },
        },
      },
      'events.again: refused on 2025-10-27',
    ],
  ])('%s', (_, difference, said) => {
    const issues = issuesOf(difference);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain(said);
  });

  it('with the nearest event that would be lawful', () => {
    expect(issuesOf({ events: { order: tooHigh } })[0]).toContain('"ratePct":15');
  });

  it('each of several unlawful events with its own', () => {
    const second = { ...tooHigh, id: 'us/more', label: 'More' };
    expect(
      issuesOf({ events: { order: tooHigh, more: second } }).map((issue) => issue.split(':')[0]),
    ).toEqual(['events.order', 'events.more']);
  });
});

describe('what parsing cannot know', () => {
  it('of an event after today is left to the runs, which count where it is refused', () => {
    const parsed = parseScenario({
      id: 'later',
      extends: ID,
      events: { order: { ...tooHigh, on: '2025-10-27', from: '2025-10-28' } },
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    expect(project(parsed.scenario, { runs: 20 }).refused).toMatchObject([{ event: 'order', runs: 20 }]);
  });

  it('is nothing of the opening of a round that is under way on the first day: that is so already', () => {
    const opening = { on: '2025-10-25', actor: 'both', type: 'talks.open', id: 'kuala-lumpur-2025' };
    expect(issuesOf({ events: { opening } })).toEqual([]);
    expect(issuesOf({ events: { opening: { ...opening, id: 'madrid-2025' } } })[0]).toContain('talks/');
  });

  it('is nothing of an event that is lawful on its day', () => {
    expect(issuesOf({ events: { order: duty } })).toEqual([]);
  });
});

describe('an event of a type of one’s own', () => {
  const bow = defineAction({
    type: 'talks.bow',
    actors: ['US', 'CN'],
    doc: 'Bow, on a day other than the first.',
    cites: ['stylised'],
    touches: [],
    fields: {},
    subject: null,
    subjects: () => [],
    rules: [
      {
        code: 'talks/too-early',
        rule: 'Nobody bows on the first day.',
        source: 'stylised',
        stops: true,
        violated: (state) => (state.today === start(ID).today ? { today: state.today } : null),
      },
    ],
    domains: {},
    effect: () => undefined,
    examples: [{ type: 'talks.bow', actor: 'US', on: '2025-10-27' }],
  });
  const rules = withActionTypes([bow]);
  const bowing = (on: string, type = 'talks.bow') => ({
    today: '2025-10-28',
    events: { greeting: { type, actor: 'US', on } },
  });

  it('obeys its own rules', () => {
    expect(issuesOf(bowing('2025-10-25'), { rules })[0]).toContain('talks/too-early');
    expect(issuesOf(bowing('2025-10-26'), { rules })).toEqual([]);
  });

  it('is refused where the rules lack the type, with the nearest of those that they have', () => {
    const [issue] = issuesOf(bowing('2025-10-26', 'talks.bew'), { rules });
    expect(issue).toBe('events.greeting.type: unknown action type "talks.bew"; did you mean "talks.bow"?');
    expect(issuesOf(bowing('2025-10-26'))[0]).toContain('unknown action type "talks.bow"');
  });
});

describe('faults of several parts of a scenario', () => {
  const faulty = {
    event: [{ events: { one: { type: 'tariff.impos', actor: 'US', on: '2025-10-26' } } }, 'events.one.type'],
    actor: [{ events: { two: { type: 'tariff.raise', actor: 'EU', on: '2025-10-26' } } }, 'events.two.actor'],
    issue: [{ issues: { soybeans: { weight: 1 } } }, 'issues.soybeans.weight'],
    'unknown issue': [{ issues: { nonsuch: {} } }, 'issues.nonsuch'],
    policy: [{ policies: { US: 'nobody', CN: 'crisis-game' } }, 'policies.US'],
    parameter: [{ parameters: { pNotHeldd: 0.2 } }, 'parameters.pNotHeldd'],
    'range of a parameter': [{ parameters: { 'meeting.notHeld': 7 } }, 'parameters.meeting.notHeld'],
    key: [{ agendum: [] }, 'agendum'],
    authority: [{ withoutAuthorities: ['ieeppa'] }, 'withoutAuthorities.0'],
    horizon: [{ horizon: '2024-01-01' }, 'horizon'],
  } as const satisfies Record<string, readonly [object, string]>;
  const names = Object.keys(faulty) as (keyof typeof faulty)[];

  it('are told all at once, whichever two there are', () => {
    for (const one of names)
      for (const two of names) {
        const merged: Record<string, object> = {};
        for (const [part, value] of [one, two].flatMap((name) => Object.entries(faulty[name][0])))
          merged[part] =
            typeof value === 'object' && !Array.isArray(value) ? { ...merged[part], ...value } : value;
        const told = issuesOf(merged).join('\n');
        for (const name of [one, two]) expect(told, `${one} with ${two}`).toContain(faulty[name][1]);
      }
  });
});

describe('the names of outcome terms', () => {
  it('are those of the terms that are measured', () => {
    expect(outcomeTerms.map(({ id }) => id)).toEqual([...TERM_IDS]);
  });
});
