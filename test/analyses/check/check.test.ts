/** The check of scenarios: what is planted is found, what is shipped is clean. */
import { describe, expect, it } from 'vitest';
import { facts } from '../../../src/facts/packaged';
import { loadScenario, replay, start, type Scenario } from '../../../src/entries/index';
import { classify } from '../../../src/entries/state';
import { codedScenario } from '../../outcomes/coded-scenario';
import { checkScenario } from '../../../src/analyses/check/check';
import { itLong } from '../../long';
import { casesOf } from '../../extent';

type Loose = {
  id: string;
  when: { all: { term?: string; atLeast?: number; below?: number; any?: Loose['when']['all'] }[] };
};

/** The base scenario with its classes changed; a short sample, since the search by design must find these. */
function planted(change: (classOf: (id: string) => Loose, outcomes: Loose[]) => void): Scenario {
  const scenario = structuredClone(codedScenario);
  const outcomes = scenario.outcomes as unknown as Loose[];
  change((id) => outcomes.find((outcome) => outcome.id === id)!, outcomes);
  return scenario;
}

function comparison(outcome: Loose, term: string) {
  return outcome.when.all.flatMap((part) => part.any ?? [part]).find((part) => part.term === term)!;
}

const check = (scenario: Scenario) => checkScenario(scenario, facts, { episodes: 8 });

/** Replays each story through the public transition and returns the classes of its end. */
function endsOf(scenario: Scenario): string[][] {
  return check(scenario).findings.map((finding) => {
    const told = replay(start(scenario), finding.story!);
    expect(told.ok).toBe(true);
    return classify(scenario, told.state).map((index) => scenario.outcomes[index]!.id);
  });
}

describe('the check of a scenario', () => {
  it('names a supposed act that bears on nothing, with the reason, and no other', () => {
    const base = loadScenario('kuala-lumpur-2025');
    const events: Scenario['events'] = {
      ...base.events,
      raised: {
        type: 'issue.raise',
        actor: 'US',
        on: '2025-10-25',
        id: 'steel',
        label: 'Steel',
        giver: 'CN',
        indivisible: false,
      },
      words: {
        type: 'statement.make',
        actor: 'US',
        on: '2025-10-26',
        voice: 'leader',
        tone: 'conciliatory',
        topic: 'trade',
        gist: 'a great deal',
      },
    };
    const found = check({ ...base, events }).findings.filter(({ code }) => code === 'event/inert');
    expect(found.map(({ path }) => path)).toEqual(['events.raised']);
    expect(found[0]!.message).toContain('once it is on the agenda');
  });

  it.each(casesOf([0.79, 0.7999, 0.75, 0.5], 1))(
    'finds the overlap where a comprehensive deal begins at %d and a rollback ends at 0.8',
    (atLeast) => {
      const scenario = planted(
        (classOf) => (comparison(classOf('comprehensive'), 'mean-concession').atLeast = atLeast),
      );
      expect(endsOf(scenario)).toContainEqual(['rollback', 'comprehensive']);
    },
  );

  it.each(casesOf([0.81, 0.9, 0.999], 1))(
    'finds the gap where a comprehensive deal begins at %d and a rollback ends at 0.8',
    (atLeast) => {
      const scenario = planted(
        (classOf) => (comparison(classOf('comprehensive'), 'mean-concession').atLeast = atLeast),
      );
      expect(endsOf(scenario)).toContainEqual([]);
      expect(check(scenario).findings[0]).toMatchObject({ path: 'outcomes', code: 'outcome/gap' });
    },
  );

  it.each(casesOf([2.45, 2, 0.5], 1))(
    'finds the overlap where a rollback begins at %d points and a truce ends at 2.5',
    (atLeast) => {
      const scenario = planted(
        (classOf) => (comparison(classOf('rollback'), 'tariff-relief').atLeast = atLeast),
      );
      expect(endsOf(scenario)).toContainEqual(['truce', 'rollback']);
    },
  );

  it.each(casesOf([2.6, 5, 12], 1))(
    'finds the gap where a rollback begins at %d points and a truce ends at 2.5',
    (atLeast) => {
      const scenario = planted(
        (classOf) => (comparison(classOf('rollback'), 'tariff-relief').atLeast = atLeast),
      );
      expect(endsOf(scenario)).toContainEqual([]);
    },
  );

  it.each(
    casesOf<readonly [number, readonly string[]]>(
      [
        [0.24, ['truce', 'rollback']],
        [0.26, []],
        [0.5, []],
      ],
      1,
    ),
  )(
    'finds what is wrong where a rollback begins at a severity of %d and a truce ends at 0.25',
    (atLeast, classes) => {
      const scenario = planted(
        (classOf) => (comparison(classOf('rollback'), 'control-relief').atLeast = atLeast),
      );
      expect(endsOf(scenario)).toContainEqual(classes);
    },
  );

  it.each(casesOf(['not-held', 'escalation', 'no-deal', 'truce', 'rollback', 'comprehensive'], 1))(
    'finds the gap that the class %s leaves when it is taken out',
    (id) => {
      const scenario = planted((classOf, outcomes) => outcomes.splice(outcomes.indexOf(classOf(id)), 1));
      expect(endsOf(scenario)).toContainEqual([]);
    },
  );

  itLong('finds the overlap of a class that forgets the blow after the meeting', () => {
    const scenario = planted((classOf) => classOf('no-deal').when.all.pop());
    expect(endsOf(scenario)).toEqual([['escalation', 'no-deal']]);
  });

  itLong('reports each kind once, with the values of the terms and the shortest story', () => {
    const scenario = planted(
      (classOf) => (comparison(classOf('comprehensive'), 'mean-concession').atLeast = 0.7),
    );
    const { ok, findings } = check(scenario);
    expect(ok).toBe(false);
    expect(findings).toHaveLength(1);
    expect(findings[0]!.path).toBe('outcomes.5.when');
    expect(findings[0]!.message).toMatch(/rollback and comprehensive: .*mean-concession 0\.7/);
    expect(findings[0]!.story!.map((event) => event.type)).toEqual([
      'calendar.advance',
      'meeting.hold',
      'agreement.reach',
    ]);
  });

  it('names an unknown term by its path and offers the nearest', () => {
    const scenario = planted(
      (classOf) => (comparison(classOf('truce'), 'tariff-relief').term = 'tarif-relief'),
    );
    expect(check(scenario).findings).toEqual([
      {
        path: 'outcomes.3.when.all.3.term',
        code: 'outcome/unknown-term',
        message: 'no such outcome term: "tarif-relief"; did you mean "tariff-relief"?',
      },
    ]);
  });

  itLong('names a supposed event that the rules refuse, with the code and the nearest lawful event', () => {
    const events = {
      'a-halt-of-what-is-halted': { on: '2025-10-27', actor: 'CN', type: 'purchase.halt', flow: 'soybeans' },
      'a-resumption': { on: '2025-10-28', actor: 'CN', type: 'purchase.resume', flow: 'soybeans' },
    } as Scenario['events'];
    const { findings } = check({ ...loadScenario('kuala-lumpur-2025'), events });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ path: 'events.a-halt-of-what-is-halted', code: 'event/refused' });
    expect(findings[0]!.message).toMatch(/purchase\/wrong-status.*nearest: \{"type":"purchase\./);
  });

  it('lets a supposition follow what protocol does by itself', () => {
    const events = {
      'the-readout': {
        on: '2025-10-26',
        actor: 'both',
        type: 'talks.conclude',
        id: 'kuala-lumpur-2025',
        readout: 'framework',
      },
    } as Scenario['events'];
    expect(check({ ...loadScenario('kuala-lumpur-2025'), events }).ok).toBe(true);
  });

  itLong('gives the same answer twice', () => {
    const scenario = planted(
      (classOf) => (comparison(classOf('comprehensive'), 'mean-concession').atLeast = 0.9),
    );
    expect(check(scenario)).toEqual(check(scenario));
  });
});
