/** Laws over the whole table of action types: what holds of every kind of move, whoever adds it. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionTypes, type Event } from '../src/actions/index';
import { contains, describeDomain, isEmpty, memberAt } from '../src/actions/domain';
import { facts } from '../src/data';
import { applyEvent } from '../src/engine/apply';
import { brokenInvariants } from '../src/engine/invariants';
import { isMember, legalActions, sampleMember } from '../src/engine/legal-actions';
import { isLegal, violations } from '../src/engine/legality';
import { parseEvent } from '../src/engine/parse';
import type { State } from '../src/model/state';
import { playFrom, type Play } from '../src/testing';
import { kualaLumpur, morningOf, withAuthority } from './record';

const KNOWN = new Set([...Object.keys(facts.sources), 'stylised']);
const CODE = /^[a-z][a-z-]*\/[a-z][a-z-]*$/;

/** Every statute with a longest life, so that every kind of measure can reach its end. */
const limited = ['ecra', 's301', 'cn-maritime-regulations', 'cn-export-control-law', 'cn-tariff-law'].reduce(
  (state, id) => withAuthority(state, id, { maximumDays: 40 }),
  kualaLumpur,
);
const STARTS: readonly State[] = [kualaLumpur, limited, morningOf('2025-05-14'), morningOf('2025-11-10')];
const plays: readonly Play[] = STARTS.flatMap((start, index) =>
  fc.sample(playFrom(start, { minMoves: 150, maxMoves: 150 }), { numRuns: 20, seed: 41 + index }),
);
const states: readonly State[] = plays.flatMap((play) => play.states);
/** A hundred of them, from all plays alike. */
const some: readonly State[] = states.filter((_, index) => index % Math.floor(states.length / 100) === 0);

describe('every action type', () => {
  it('has a name of its own, family and verb', () => {
    const names = actionTypes.map((action) => action.type);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z-]+\.[a-z-]+$/);
  });

  it('says in one sentence what it is', () => {
    for (const { type, doc } of actionTypes) {
      expect(doc, type).toMatch(/^[A-Z].*\.$/);
      expect(doc.length, type).toBeLessThan(160);
    }
  });

  it('cites sources of the register or says that it is stylised', () => {
    for (const { type, cites } of actionTypes) {
      expect(cites.length, type).toBeGreaterThan(0);
      for (const source of cites) expect(KNOWN, `${type} cites ${source}`).toContain(source);
    }
  });

  it('has rules with a code, words and a known source', () => {
    for (const { type, rules, fieldRules } of actionTypes) {
      for (const { code, rule, source } of [...rules, ...fieldRules.map(([, rule]) => rule)]) {
        expect(code, type).toMatch(CODE);
        expect(rule, type).toMatch(/^[A-Z].*\.$/);
        expect(KNOWN, `${type} ${code} rests on ${source}`).toContain(source);
      }
    }
  });

  it('has an example that parses as itself, also after a trip through JSON', () => {
    for (const { type, examples } of actionTypes) {
      expect(examples.length, type).toBeGreaterThan(0);
      for (const example of examples) {
        expect(example.type).toBe(type);
        expect(parseEvent(JSON.parse(JSON.stringify(example))), type).toEqual({ ok: true, event: example });
      }
    }
  });

  it('refuses its own examples with a field missing, misspelt or too many', () => {
    for (const { type, examples } of actionTypes) {
      for (const example of examples) {
        for (const name of Object.keys(example)) {
          const rest = Object.fromEntries(Object.entries(example).filter(([key]) => key !== name));
          expect(parseEvent(rest).ok, `${type} without ${name}`).toBe(false);
        }
        expect(parseEvent({ ...example, extra: 1 }).ok, type).toBe(false);
        expect(parseEvent({ ...example, actor: 'nobody' }).ok, type).toBe(false);
      }
    }
  });

  it('answers its examples with codes, whatever the state', () => {
    for (const state of some.slice(0, 20)) {
      for (const { examples } of actionTypes) {
        for (const example of examples) {
          for (const refusal of violations(state, { ...example, on: state.today }))
            expect(refusal.code).toMatch(CODE);
        }
      }
    }
  });

  it('is settled by the calendar alone where it settles a deadline', () => {
    for (const { type, actors, settlesDeadline } of actionTypes)
      if (settlesDeadline) expect(actors, type).toEqual(['calendar']);
  });

  it('can be reached: some lawful play makes the move', () => {
    const made = new Set(plays.flatMap((play) => play.events.map((event) => event.type)));
    const offered = (state: State, type: Event['type']) => !legalActions(state, { type }).next().done;
    const never = actionTypes
      .map((action) => action.type as Event['type'])
      .filter((type) => !made.has(type) && !states.some((state) => offered(state, type)));
    expect(never).toEqual([]);
  });
});

describe('every template', () => {
  const positions = [0, 0.19, 0.21, 0.5, 0.999999];

  it('yields members that are legal, at the ends of its ranges and between', () => {
    const refused: string[] = [];
    for (const state of some) {
      for (const template of legalActions(state)) {
        for (const at of positions) {
          const event = sampleMember(template, () => at);
          if (!isLegal(state, event) || !isMember(template, event)) refused.push(JSON.stringify(event));
        }
      }
    }
    expect(refused).toEqual([]);
  });

  it('has no empty domain and can say each in words', () => {
    const wrong: string[] = [];
    for (const state of some.slice(0, 40)) {
      for (const template of legalActions(state)) {
        for (const [name, domain] of Object.entries(template.fields)) {
          const sound =
            !isEmpty(domain) &&
            describeDomain(domain) !== '' &&
            positions.every((at) => contains(domain, memberAt(domain, at)));
          if (!sound) wrong.push(`${template.type} ${name}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('has a member whose effect keeps every invariant and is the same twice', () => {
    const wrong: string[] = [];
    for (const state of some.filter((_, index) => index % 8 === 0)) {
      for (const template of legalActions(state)) {
        const event = sampleMember(template, () => 0.4);
        const once = structuredClone(state);
        const twice = structuredClone(state);
        applyEvent(once, event);
        applyEvent(twice, event);
        const broken = brokenInvariants(once);
        if (JSON.stringify(once) !== JSON.stringify(twice)) broken.push('two effects of one event');
        if (broken.length > 0) wrong.push(`${JSON.stringify(event)}: ${broken.join('; ')}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is found by its actor and its type alone', () => {
    for (const state of some.slice(0, 20)) {
      const all = [...legalActions(state)];
      const split = actionTypes.flatMap(({ type }) => [...legalActions(state, { type })]);
      expect(split.map(({ type, actor }) => `${type} ${actor}`)).toEqual(
        all.map(({ type, actor }) => `${type} ${actor}`),
      );
      const byUs = [...legalActions(state, { actor: 'US' })];
      expect(byUs).toHaveLength(all.filter((template) => template.actor === 'US').length);
    }
  });
});

describe('every day', () => {
  it('has a legal move, and what is due leaves the calendar alone at work', () => {
    for (const state of some) {
      const templates = [...legalActions(state)];
      expect(templates.length, state.today).toBeGreaterThan(0);
      if (state.deadlines.some((deadline) => deadline.on <= state.today && deadline.kind !== 'threat')) {
        expect(new Set(templates.map((template) => template.actor))).toEqual(new Set(['calendar']));
      }
    }
  });
});
