/**
 * Courts: an authority challenged, a judgment stayed, upheld or struck down.
 *
 * Striking an authority down removes the measures standing on it and no other (the IEEPA cases: the duties on
 * fentanyl and the reciprocal ones hang on it, Sections 232 and 301 do not).
 */
import type { Writable } from '../kit/writable';
import { edit } from '../model/column';
import { idOf } from './fields';
import type { Authority, Standing } from '../model/authority';
import { setStatus } from '../model/lifecycle';
import { allMeasures, isLive, MEASURE_KINDS, type MeasureLife } from '../model/measure';
import type { Draft, State } from '../model/state';
import { defineAction, type Rule } from './action-type';
import { idsOf, mustBe, mustExist } from './rules';

const authorities = (state: State): Readonly<Record<string, Authority>> => state.authorities;
const CITES = ['thompson-hine-court'] as const;
const DAY = '2025-11-05';
const RULES: readonly Rule[] = [
  mustExist('authority', 'legal authority', authorities),
  mustBe(
    authorities,
    {
      code: 'court/not-exposed',
      rule: 'Courts rule on authorities that are open to challenge.',
      source: 'thompson-hine-court',
    },
    (authority) => authority.exposedToCourts,
    (authority) => ({ exposedToCourts: authority.exposedToCourts }),
  ),
];
const standing = (verb: string, ...allowed: readonly Standing[]): Rule =>
  mustBe(
    authorities,
    {
      code: 'court/wrong-standing',
      rule: `An authority can be ${verb} only while it is ${allowed.join(' or ')}.`,
      source: 'thompson-hine-court',
    },
    (authority) => allowed.includes(authority.standing),
    (authority) => ({ standing: authority.standing }),
  );

const ruling = <const V extends string>(
  verb: V,
  doc: string,
  rule: Rule,
  effect: (draft: Draft, authority: Writable<Authority>) => void,
) =>
  defineAction({
    type: `court.${verb}` as const,
    actors: ['court'],
    touches: MEASURE_KINDS,
    doc,
    cites: CITES,
    fields: (z) => ({ authority: idOf(z, 'the authority') }),
    subject: 'authority',
    subjects: idsOf(authorities),
    rules: [...RULES, rule],
    domains: {},
    effect: (draft, event) =>
      effect(draft, edit(draft.authorities, (event as { authority: string }).authority)),
    examples: [{ type: `court.${verb}`, actor: 'court', on: DAY, authority: 'ieepa' } as never],
  });

/** Ends every live measure that stands on an authority. */
function strikeMeasures(draft: Draft, authority: string): void {
  for (const [kind, measure] of allMeasures(draft)) {
    if (measure.authority === authority && isLive(measure))
      setStatus(draft, edit<Writable<MeasureLife>>(draft[kind], measure.id), 'struck-down');
  }
}

/** The action types of courts. */
export const courtActions = [
  ruling(
    'take-up',
    'A court takes up a challenge to an authority, or a higher one an appeal.',
    standing('taken up', 'available', 'stayed'),
    (_draft, authority) => {
      authority.standing = 'challenged';
    },
  ),
  ruling(
    'stay',
    'A court rules against an authority and stays its judgment: measures go on meanwhile.',
    standing('ruled against with a stay', 'available', 'challenged', 'stayed'),
    (_draft, authority) => {
      authority.standing = 'stayed';
    },
  ),
  ruling(
    'uphold',
    'A court upholds an authority.',
    standing('upheld', 'challenged', 'stayed'),
    (_draft, authority) => {
      authority.standing = 'available';
    },
  ),
  ruling(
    'strike-down',
    'A court strikes an authority down: the measures standing on it end, and no other.',
    standing('struck down', 'available', 'challenged', 'stayed'),
    (draft, authority) => {
      authority.standing = 'struck-down';
      strikeMeasures(draft, authority.id);
    },
  ),
];
