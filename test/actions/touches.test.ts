/** What an act declares to touch is all that it touches: whoever reads sums anew only then is never behind. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineAction } from '../../src/actions/action-type';
import { actionTable, type EventBase } from '../../src/actions/index';
import { start, transition } from '../../src/entries/index';
import { each } from '../../src/model/column';
import { COERCIVE_KINDS } from '../../src/model/coercion';
import { MEASURE_KINDS, type MeasureKind } from '../../src/model/measure';
import { copyState } from '../../src/model/copy-state';
import type { State } from '../../src/model/state';
import { stepInPlace } from '../../src/engine/apply';
import { contains } from '../../src/actions/domain';
import { judgedPromises, readMeasures, readMeasuresAgain } from '../../src/episode/readings';
import { legalPlay } from '../../src/testing/plays/legal-plays';
import { atLength } from '../extent';

const FROM = ['kuala-lumpur-2025', 'past-geneva-2025', 'past-phase-one-2019'];
const COLUMNS = Object.keys(copyState(start(FROM[0]!))) as (keyof State)[];

/** Lawful plays from several days, event by event with the states around. */
function eachStep(see: (before: State, event: EventBase, after: State) => void): Set<string> {
  const seen = new Set<string>();
  for (const from of FROM) {
    fc.assert(
      fc.property(legalPlay(from, { minMoves: 30, maxMoves: 60 }), ({ events }) => {
        let state = start(from);
        for (const event of events) {
          const next = transition(state, event);
          if (!next.ok) throw new Error(`${event.type}: ${next.refusals.map(({ code }) => code).join()}`);
          seen.add(event.type);
          see(state, event, next.state);
          state = next.state;
        }
      }),
      { numRuns: atLength(40, 20), seed: 11 },
    );
  }
  return seen;
}

describe('what an act declares to touch', () => {
  it('is all that it changes of averages, severities and coverage, and of promises that were judged', () => {
    const seen = eachStep((before, event, after) => {
      const { touches } = actionTable.byType.get(event.type)!;
      const view = readMeasures(before);
      const touched = Object.fromEntries(MEASURE_KINDS.map((kind) => [kind, touches.includes(kind)]));
      readMeasuresAgain(view, after, touched as Record<MeasureKind, boolean>);
      expect(view, event.type).toEqual(readMeasures(after));
      // An act may also perform a pledge, which the engine tells apart.
      const performed = each(after.pledges).some(
        ({ id, status }) => status === 'performed' && before.pledges[id]?.status === 'open',
      );
      if (!touches.includes('promises') && !performed)
        expect(judgedPromises(after), event.type).toEqual(judgedPromises(before));
    });
    const quiet = actionTable.types.filter(({ touches }) => touches.length < 5).map(({ type }) => type);
    expect(quiet.filter((type) => seen.has(type)).length / quiet.length).toBeGreaterThan(0.5);
  });

  it('is everything where a type does not say', () => {
    const silent = defineAction({
      type: 'test.silent',
      actors: ['US'],
      doc: 'An act that declares nothing.',
      cites: ['stylised'],
      fields: {},
      subject: null,
      subjects: () => [''],
      rules: [],
      domains: {},
      effect: () => undefined,
      examples: [{ type: 'test.silent', actor: 'US', on: '2025-10-25' }],
    });
    expect(silent.touches).toEqual([...COERCIVE_KINDS, 'promises']);
  });
});

describe('the lists beside the columns', () => {
  it('hold the items of the record in its order, after any play in place', () => {
    for (const from of FROM) {
      fc.assert(
        fc.property(legalPlay(from, { minMoves: 30, maxMoves: 60 }), ({ events }) => {
          const state = copyState(start(from));
          for (const event of events) {
            expect(stepInPlace(state, event)).toBe(true);
            for (const column of COLUMNS) {
              const items = state[column];
              if (typeof items !== 'object' || items === null || Array.isArray(items)) continue;
              const record = items as unknown as Readonly<Record<string, unknown>>;
              expect(each(record)).toEqual(Object.values(record));
            }
          }
        }),
        { numRuns: atLength(15, 6), seed: 12 },
      );
    }
  });

  it('are no part of the state: a copy is the same JSON and equal', () => {
    const state = start(FROM[0]!);
    expect(JSON.stringify(copyState(state))).toBe(JSON.stringify(state));
    expect(copyState(state)).toEqual(state);
  });
});

describe('the shortcuts of a field rule', () => {
  it('never say anything else than its domain', () => {
    let asked = 0;
    eachStep((before, event) => {
      const action = actionTable.byType.get(event.type)!;
      const { actor } = event;
      const fields = event as unknown as Readonly<Record<string, unknown>>;
      const subject = action.subject === null ? '' : (fields[action.subject] as string);
      for (const [name, rule] of action.fieldRules) {
        const domain = rule.domain(before, actor, subject, actionTable);
        if (rule.constant !== undefined) expect(rule.constant, `${event.type} ${name}`).toEqual(domain);
        if (rule.surely?.(before, fields[name]) !== true) continue;
        asked += 1;
        expect(contains(domain, fields[name]), `${event.type} ${name}`).toBe(true);
      }
    });
    expect(asked).toBeGreaterThan(50);
  });
});
