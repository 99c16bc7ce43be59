/**
 * Every rule of every action type refuses something, and lets something pass: on the states of the recorded stories each type has
 * a lawful event that is told in a sentence, and each of its rules an unlawful one.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { actionTypes, type ActionType } from '../../src/actions/index';
import { legalActions, sampleMember } from '../../src/engine/legal-actions';
import { violations, type Refusal } from '../../src/engine/legality';
import { transition } from '../../src/engine/transition';
import { facts } from '../../src/facts/packaged';
import { rulesOf } from '../../src/engine/rule-set';
import { sentenceOf } from '../../src/report/wording/event-sentences';
import { breaking } from '../../src/testing/plays/unlawful';
import type { State } from '../../src/model/state';
import { atLength } from '../extent';
import { kualaLumpur, withAuthority } from '../record';
import { recordedIn, STARTS } from './acts';

const stories = recordedIn(readFileSync(fileURLToPath(new URL('acts.txt', import.meta.url)), 'utf8'));

/** The states through which the recorded stories go. */
const told: State[] = stories.flatMap(({ start, events }) => {
  let state = STARTS[start]!;
  const states = [state];
  for (const event of events) {
    const next = transition(state, event);
    if (!next.ok) continue;
    state = next.state;
    states.push(state);
  }
  return states;
});

/** What no story comes to: statutes that carry nothing, that ask for a finding, or that have fallen. */
const made: State[] = Object.keys(kualaLumpur.authorities).flatMap((id) => [
  withAuthority(kualaLumpur, id, { instruments: [] }),
  withAuthority(kualaLumpur, id, { procedure: 'finding' }),
  withAuthority(kualaLumpur, id, { standing: 'struck-down' }),
]);

const states = [...told, ...made];

/** Numbers in [0, 1) in turn, the same each time. */
function turns(): () => number {
  let at = 0;
  return () => ((at += 7) * 0.137) % 1;
}

/** The first refusal by the rule of a code of an event of a type, on one of the states; null where it refuses nothing. */
function refusalBy(action: ActionType, code: string): Refusal | null {
  const rules = rulesOf([action]);
  const draw = turns();
  for (const state of states) {
    const event = breaking(state, code, draw, rules);
    if (event === null) continue;
    const refusal = violations(state, event).find((one) => one.code === code);
    if (refusal !== undefined) return refusal;
  }
  return null;
}

/** The first lawful event of a type on the states of the stories, as a sentence. */
function toldOf(type: string): string | null {
  for (const before of told) {
    for (const template of legalActions(before, { type })) {
      const event = sampleMember(template, () => 0.4);
      const next = transition(before, event);
      if (next.ok) return sentenceOf(event, { before, after: next.state, facts }).text;
    }
  }
  return null;
}

/** Of the types, every so many: a few rules are broken on few states, and all are tried until then. */
const STRIDE = atLength(1, 4);

describe('every action type', () => {
  it.each(actionTypes.filter((_, at) => at % STRIDE === 0).map((action) => [action.type, action] as const))(
    '%s',
    (type, action) => {
      expect(toldOf(type), 'is lawful somewhere and told').toMatch(/^[A-Z“].*[^.]$/u);
      const codes = [
        ...action.rules.map(({ code }) => code),
        ...action.fieldRules.map(([, { code }]) => code),
      ];
      const refusals = [...new Set(codes)].map((code) => [code, refusalBy(action, code)] as const);
      const idle = refusals.flatMap(([code, refusal]) => (refusal === null ? [code] : []));
      expect(idle, 'rules that refuse nothing').toEqual([]);
      const bare = refusals.flatMap(([code, refusal]) =>
        refusal === null || Object.values(refusal.facts).some((fact) => fact !== undefined) ? [] : [code],
      );
      expect(bare, 'refusals that do not say on what they rest').toEqual([]);
    },
  );
});
