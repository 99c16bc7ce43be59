/**
 * The ground on which properties about action types are tried: states that lawful plays reach, and moves to make in
 * them.
 */
import * as fc from 'fast-check';
import type { ActionType } from '../../actions/action-type';
import type { Event } from '../../actions/index';
import { facts as packagedFacts, type Facts } from '../../facts/packaged';
import { standardRules, rulesOf, type RuleSet } from '../../engine/rule-set';
import type { Template } from '../../engine/legal-actions';
import type { OptionTable } from '../../kit/checks';
import type { State } from '../../model/state';
import { start, type ScenarioOrId } from '../../analyses/resolve';
import { legalPlay } from '../plays/legal-plays';
import { once } from './property';
import { COUNT, FACTS, SCENARIO, STATES, WHOLE_SEED } from './suite-options';
import { itemAt } from '../../kit/lists';

/** Where and how long properties look. */
export interface ActionTypePropertyOptions {
  /** The scenario from whose first day plays begin; `kuala-lumpur-2025` unless told. */
  readonly scenario?: ScenarioOrId | undefined;
  /** Facts in place of the packaged ones; their register of sources is the one that a row may cite. */
  readonly facts?: Facts | undefined;
  /** States to begin from, in place of the scenario's first day. */
  readonly starts?: readonly State[] | undefined;
  /** Plays from each start; 20 unless told. */
  readonly plays?: number | undefined;
  /** Moves of a play; 60 unless told. */
  readonly moves?: number | undefined;
  /** Seed of the plays, a whole number; 1 unless told. */
  readonly seed?: number | undefined;
}

/** The names of {@link ActionTypePropertyOptions}. */
export const ACTION_TYPE_OPTIONS: OptionTable<ActionTypePropertyOptions> = {
  scenario: SCENARIO,
  facts: FACTS,
  starts: STATES,
  plays: COUNT,
  moves: COUNT,
  seed: WHOLE_SEED,
};

/** One move to be tried: a member of a template in a state. */
export interface Specimen {
  readonly row: ActionType;
  readonly state: State;
  readonly template: Template;
  readonly event: Event;
}

/** What all properties of one suite share; everything is computed on first use. */
export interface Ground {
  readonly rows: readonly ActionType[];
  /** What the sentences of the properties are about. */
  readonly subject: string;
  /** The library's rules with the rows in them. */
  readonly rules: () => RuleSet;
  readonly facts: Facts;
  readonly starts: () => readonly State[];
  /** All states of the plays. */
  readonly states: () => readonly State[];
  /** About a hundred of them, from all plays alike. */
  readonly some: () => readonly State[];
  /** Moves of the rows, spread over the states in which they are legal. */
  readonly specimens: () => readonly Specimen[];
  readonly seed: number;
}

const SOME = 100;
/** Positions in [0, 1) at which the fields of a move are read: the ends of their ranges and between. */
export const POSITIONS = [0, 0.19, 0.21, 0.5, 0.999999] as const;
/** Moves that are tried in full: over all rows, and the most and the fewest for one row. */
const MOST_SPECIMENS = 320;
const MOST_OF_A_ROW = 40;
const FEWEST_OF_A_ROW = 4;

/** The library's rules with these rows: rows of the library stay where they are, a row of the same name is replaced. */
function rulesWithRows(rows: readonly ActionType[]): RuleSet {
  const own = rows.filter((row) => !standardRules.actionTypes.includes(row));
  if (own.length === 0) return standardRules;
  const names = new Set(own.map((row) => row.type));
  return rulesOf([...standardRules.actionTypes.filter((row) => !names.has(row.type)), ...own]);
}

function everyNth<T>(items: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, index) => index % step === 0);
}

function specimensOf(ground: Pick<Ground, 'rules' | 'states' | 'some'>, row: ActionType, count: number) {
  const rules = ground.rules();
  const places: { state: State; template: Template }[] = [];
  const look = (state: State) => {
    for (const template of rules.legalActions(state, { type: row.type })) places.push({ state, template });
  };
  for (const state of ground.some()) look(state);
  // A rare move may be legal in none of a hundred states and still in some of the thousands.
  if (places.length === 0) {
    for (const state of ground.states()) {
      look(state);
      if (places.length >= count) break;
    }
  }
  return everyNth(places, count)
    .slice(0, count)
    .map(({ state, template }, index): Specimen => {
      const at = itemAt(POSITIONS, index % POSITIONS.length);
      return { row, state, template, event: rules.sampleMember(template, () => at) };
    });
}

/** Lays the ground for some rows. */
export function groundFor(rows: readonly ActionType[], options: ActionTypePropertyOptions): Ground {
  const { facts = packagedFacts, scenario = 'kuala-lumpur-2025', plays = 20, moves = 60, seed = 1 } = options;
  const rules = once(() => rulesWithRows(rows));
  const starts = once(() => options.starts ?? [start(scenario, facts)]);
  const played = (by: RuleSet) =>
    starts().flatMap((first, index) =>
      fc
        .sample(legalPlay(first, { rules: by, minMoves: moves, maxMoves: moves }), {
          numRuns: plays,
          seed: seed + index,
        })
        .flatMap((play) => play.states),
    );
  const states = once(() => {
    try {
      return played(rules());
    } catch {
      // Plays that a faulty row breaks off say so under one property; the others look at the states that the library
      // reaches.
      return played(standardRules);
    }
  });
  const some = once(() => everyNth(states(), SOME));
  const each = Math.min(MOST_OF_A_ROW, Math.max(FEWEST_OF_A_ROW, Math.floor(MOST_SPECIMENS / rows.length)));
  const specimens = once(() => rows.flatMap((row) => specimensOf({ rules, states, some }, row, each)));
  const subject = rows.length === 1 ? (rows[0]?.type ?? '') : 'every action type';
  return { rows, subject, rules, facts, starts, states, some, specimens, seed };
}
