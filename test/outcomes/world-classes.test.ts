/** The classes of the shipped scenarios are about the world: what two weeks bring, not what a text says. */
import { describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import {
  advanceTo,
  averageTariff,
  parseScenario,
  project,
  runEpisode,
  scenarios,
  start,
  transition,
  type Event,
  type State,
} from '../../src/entries/index';
import { classify } from '../../src/entries/state';
import { loadScenario } from '../../src/scenario/library';
import { specificationOf } from '../../src/scenario/model-specification';
import { whyOf } from '../../tools/scenario-page';
import { codedScenario } from './coded-scenario';
import { itLong } from '../long';

const base = loadScenario('kuala-lumpur-2025');
const first = start(base);
const classOf = (states: readonly State[]) => base.outcomes[classify(base, states)[0] ?? -1]?.id;
const DEALS = ['truce', 'rollback', 'comprehensive'];

/** The states of a play of events with the calendar in between, carried on to a day. */
function playedTo(day: string, events: readonly Event[]): State[] {
  const states = [first];
  for (const event of events) {
    const next = transition(advanceTo(states.at(-1)!, event.on).state, event);
    if (!next.ok) throw new Error(`${event.type}: ${next.refusals.map(({ code }) => code).join()}`);
    states.push(next.state);
  }
  for (let on = states.at(-1)!.today; on < day;) {
    on = new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10);
    states.push(advanceTo(states.at(-1)!, on).state);
  }
  return states;
}

const hold: Event = { type: 'meeting.hold', actor: 'both', meeting: 'busan-2025', on: '2025-10-30' };
const text: Event = {
  type: 'agreement.reach',
  actor: 'both',
  on: '2025-10-30',
  id: 'a-text',
  scope: 'narrow',
  terms: [],
  pledges: [],
  weightedMean: 0,
};
const still: Event[] = [
  { type: 'truce.extend', actor: 'both', on: '2025-10-31', until: '2026-11-10' },
  ...(['cn/rare-earths-october-elements', 'cn/batteries-superhard'] as const).map((id): Event => ({
    type: 'control.postpone',
    actor: 'CN',
    on: '2025-10-31',
    id,
    until: '2026-11-08',
  })),
  {
    type: 'tariff.extend',
    actor: 'US',
    on: '2025-10-31',
    id: 'us/ieepa-reciprocal-heightened',
    until: '2026-11-10',
  },
  {
    type: 'tariff.extend',
    actor: 'CN',
    on: '2025-10-31',
    id: 'cn/reciprocal-heightened',
    until: '2026-11-10',
  },
  ...(['cn/export-list-4-april-2025', 'cn/unreliable-4-april-2025'] as const).map((id): Event => ({
    type: 'listing.extend',
    actor: 'CN',
    on: '2025-10-31',
    id,
    until: '2026-11-10',
  })),
];
const cut: Event = {
  type: 'tariff.cut',
  actor: 'US',
  on: '2025-10-27',
  id: 'us/ieepa-fentanyl',
  ratePct: 10,
};

describe('the classes of the base scenario', () => {
  it.each([
    ['no meeting', [], 'not-held'],
    ['a meeting without a text, and the truce runs out', [hold], 'escalation'],
    ['a meeting without a text, and both sides hold still', [hold, ...still], 'no-deal'],
    ['a text, and both sides hold still', [hold, text, ...still], 'truce'],
    ['a text, and the suspensions run out under it', [hold, text], 'escalation'],
    ['a text over duties that were cut before the meeting', [cut, hold, text, ...still], 'rollback'],
    ['duties cut before a meeting without a text', [cut, hold, ...still], 'no-deal'],
  ] as const)('%s: %s', (_, events, id) => {
    expect(classOf(playedTo('2025-11-15', events))).toBe(id);
  });

  it('do not change after the two weeks, whatever comes', () => {
    const settled = playedTo('2025-11-13', [hold, text, ...still]);
    const later = transition(advanceTo(settled.at(-1)!, '2025-12-01').state, {
      type: 'tariff.cut',
      actor: 'US',
      on: '2025-12-01',
      id: 'us/ieepa-fentanyl',
      ratePct: 0,
    });
    expect(later.ok && classOf([...settled, later.state])).toBe('truce');
  });

  it('call no run a deal in which an average stands 5 points above the first day', () => {
    for (const id of ['hawks-on-both-sides', 'extension-only', 'kuala-lumpur-2025'])
      for (let episode = 0; episode < 12; episode += 1) {
        const { outcome, events } = runEpisode(id, { episode });
        let state = start(id);
        for (const event of events.filter(({ on }) => on <= '2025-11-13')) {
          const next = transition(state, event);
          if (!next.ok) throw new Error(event.type);
          if (next.state.today <= '2025-11-13') state = next.state;
        }
        const rise = (['usOnCn', 'cnOnUs'] as const).map(
          (direction) => averageTariff(state, direction) - averageTariff(first, direction),
        );
        if (Math.max(...rise) >= 5) expect(DEALS, `${id} ${episode}`).not.toContain(outcome);
      }
  });

  itLong('come about, each of them, somewhere in the library', () => {
    const seen = new Set<string>();
    for (const id of ['short-agenda', 'meeting-called-off', 'extension-only', 'kuala-lumpur-2025'])
      for (const { id: outcome, pModel } of project(id, { runs: 60 }).outcomes ?? [])
        if (pModel > 0) seen.add(outcome);
    // Without a text nothing is put off here: that needs both sides to hold still by themselves.
    expect([...seen].sort()).toEqual(['comprehensive', 'escalation', 'not-held', 'rollback', 'truce']);
  });

  it('give way to those by which past meetings are coded where the core is asked', () => {
    const core = specificationOf(base, facts, undefined, { core: true });
    expect(core.precedence).toBeUndefined();
    expect(core.outcomes).toEqual(codedScenario.outcomes);
    expect(specificationOf(base, facts).outcomes).toEqual(base.outcomes);
  });
});

describe('an order of classes', () => {
  const difference = (precedence: unknown) =>
    parseScenario({ id: 'other', extends: base.id, precedence } as object);
  const order = base.precedence!;

  it.each([
    [
      [...order.slice(0, -1), 'no-deals'],
      /precedence\.5: no such outcome class: "no-deals"; did you mean "no-deal"/,
    ],
    [[...order, 'truce'], /precedence\.6: "truce" stands in the order twice/],
    [order.slice(1), /precedence: the order leaves out not-held: name every class/],
  ])('%j is refused', (given, message) => {
    const parsed = difference(given);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok)
      expect(parsed.issues.map(({ path, message: told }) => `${path}: ${told}`).join('\n')).toMatch(message);
  });

  it('is that of the classes which it came with, and not of others in their place', () => {
    const outcomes = [
      { ...base.outcomes[0]!, id: 'held', when: { term: 'meeting-held', atLeast: 1 } },
      { ...base.outcomes[0]!, id: 'not-held', when: { term: 'meeting-held', below: 1 } },
    ];
    const parsed = parseScenario({ id: 'other', extends: base.id, outcomes });
    expect(parsed.ok && parsed.scenario.precedence).toBeUndefined();
  });
});

it('every shipped scenario that is told beside the base says why it answers as it does', () => {
  const beside = scenarios.slice(1).filter(({ asOf }) => asOf === base.asOf);
  for (const { id } of beside) expect(whyOf(id), id).toMatch(/\.$/);
});
