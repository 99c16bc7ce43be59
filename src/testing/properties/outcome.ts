/**
 * The suite for outcome classes: exclusive, exhaustive and resolvable over the ends that a scenario can come to.
 *
 * Ends are searched for in three ways: by design, driving every comparison to its threshold and past it; by sampled
 * episodes; and by blind lawful plays.
 */
import * as fc from 'fast-check';
import { facts as packagedFacts, type Facts } from '../../facts/packaged';
import { checkAnswers, type AnswerForm } from '../../kit/answer-form';
import { checkOptions, type OptionTable } from '../../kit/checks';
import { createDraws } from '../../kit/keyed-draws';
import { comparisonsIn } from '../../model/condition';
import { termFaults } from '../../model/outcome-term';
import { classify, holds } from '../../outcomes/index';
import { prepare } from '../../analyses/prepared';
import { parseScenario, resolve, start, type ScenarioOrId } from '../../analyses/resolve';
import { specificationOf } from '../../scenario/model-specification';
import type { OutcomeClass, Scenario } from '../../scenario/schema';
import { checkScenario, reachedClasses, type Check } from '../../analyses/check/check';
import { parameterSampler } from '../../episode/parameter-draw';
import { averagesOf } from '../../episode/averages';
import { runToHorizon } from '../../episode/episode';
import { endOf, endSoFar } from '../../episode/trajectory-facts';
import { isIsoDate } from '../../kit/calendar';
import { legalPlay } from '../plays/legal-plays';
import { property, once, quote, type NamedProperty } from './property';
import { COUNT, FACTS, SCENARIO, WHOLE_SEED } from './suite-options';
import { itemAt } from '../../kit/lists';

/** Where and how long properties about outcome classes look. */
export interface OutcomePropertyOptions {
  /** The scenario whose ends the classes sort; `kuala-lumpur-2025` unless told. */
  readonly scenario?: ScenarioOrId | undefined;
  /** Facts in place of the packaged ones. */
  readonly facts?: Facts | undefined;
  /** Sampled episodes of the search by design; 40 unless told. */
  readonly episodes?: number | undefined;
  /** Seed of draws and plays, a whole number; 1 unless told. */
  readonly seed?: number | undefined;
}

const OPTIONS: OptionTable<OutcomePropertyOptions> = {
  scenario: SCENARIO,
  facts: FACTS,
  episodes: COUNT,
  seed: WHOLE_SEED,
};

const OUTCOME: AnswerForm<OutcomeClass> = {
  what: 'an outcome class, as a scenario holds it',
  fields: { id: 'text' },
};

const EPISODES = 40;
/** Sampled episodes of a search for the classes that can come about: those by design do the work. */
const EPISODES_OF_A_CLASS = 4;
/** Episodes followed to the horizon, to see whether a settled question comes open again. */
const EPISODES_FOLLOWED = 12;
const PLAYS = 60;
const MOVES = 30;

interface OutcomeGround {
  readonly outcomes: readonly OutcomeClass[];
  readonly scenario: Scenario;
  readonly facts: Facts;
  readonly seed: number;
  readonly check: () => Check;
}

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function* names({ outcomes }: OutcomeGround): Iterable<string> {
  const ids = outcomes.map(({ id }) => id);
  if (outcomes.length < 2) yield `there are ${outcomes.length} classes; a question has at least two answers`;
  for (const [at, id] of ids.entries()) {
    if (!slug.test(id)) yield `the id ${quote(id)} is not lower-case words joined by hyphens`;
    if (ids.indexOf(id) !== at) yield `two classes are named "${id}"`;
  }
}

function* words({ outcomes }: OutcomeGround): Iterable<string> {
  for (const { id, title, meaning, question, consult, tie } of outcomes) {
    for (const [what, text] of Object.entries({ title, meaning, consult, tie }))
      if (text.trim() === '') yield `${id} has no ${what}`;
    if (!/\S\?$/.test(question)) yield `${id}: ${quote(question)} is no question that a judge could answer`;
  }
}

function* parses({ scenario, facts, outcomes }: OutcomeGround): Iterable<string> {
  const parsed = parseScenario(JSON.parse(JSON.stringify({ ...scenario, outcomes })), facts);
  if (!parsed.ok) for (const { path, message } of parsed.issues) yield `${path}: ${message}`;
}

function* terms({ outcomes }: OutcomeGround): Iterable<string> {
  for (const { id, when } of outcomes)
    for (const comparison of comparisonsIn(when))
      for (const { message } of termFaults(comparison)) yield `${id} asks badly: ${message}`;
}

function* resolution({ outcomes, scenario, facts }: OutcomeGround): Iterable<string> {
  const { meetingOn } = specificationOf(scenario, facts);
  for (const { id, resolvesOn } of outcomes) {
    if (!isIsoDate(resolvesOn)) yield `${id} resolves on ${quote(resolvesOn)}, which is no day`;
    else if (resolvesOn < meetingOn || resolvesOn > scenario.horizon)
      yield `${id} resolves on ${resolvesOn}; the meeting is on ${meetingOn}, the horizon ${scenario.horizon}`;
  }
}

const OF_CLASSES = ['outcome/gap', 'outcome/overlap', 'outcome/unknown-term', 'outcome/unknown'];

/** What the search by design found about classes. */
function* soundness({ check }: OutcomeGround): Iterable<string> {
  for (const { code, path, message } of check().findings)
    if (OF_CLASSES.includes(code)) yield `${path}: ${message}`;
}

function* afterAnyPlay({ outcomes, scenario, facts, seed }: OutcomeGround): Iterable<string> {
  const first = start(scenario, facts);
  const found = fc.check(
    fc.property(
      legalPlay(first, { maxMoves: MOVES }),
      ({ states }) => classify(scenario, [first, ...states]).length === 1,
    ),
    { numRuns: PLAYS, seed },
  );
  const play = found.counterexample?.[0];
  if (play === undefined) return;
  const ids = classify(scenario, [first, ...play.states]).map((index) => itemAt(outcomes, index).id);
  yield `${ids.join(' and ') || 'no class'} after ${play.events.map((event) => quote(event)).join(', then ')}`;
}

function* canHappen({ outcomes, scenario, facts, seed }: OutcomeGround): Iterable<string> {
  const reached = reachedClasses(scenario, facts, { episodes: EPISODES_OF_A_CLASS, seed: String(seed) });
  for (const { id } of outcomes)
    if (!reached.includes(id)) yield `no end was found that belongs to ${id} and to no other class`;
}

function* settled({ outcomes, scenario, facts, seed }: OutcomeGround): Iterable<string> {
  const { initial, specification } = prepare(scenario, { facts });
  const draws = createDraws(String(seed));
  const start = averagesOf(initial);
  for (let episode = 0; episode < EPISODES_FOLLOWED; episode += 1) {
    const answers = new Map<string, boolean>();
    const finished = runToHorizon(
      { initial, specification, draws },
      parameterSampler(specification)(draws, episode),
      episode,
      false,
      (_day, state, run) => {
        for (const { id, resolvesOn, when } of outcomes)
          if (resolvesOn === state.today) answers.set(id, holds(when, endSoFar(run, start)));
      },
    );
    for (const { id, resolvesOn, when } of outcomes) {
      const then = answers.get(id);
      if (then !== undefined && then !== holds(when, endOf(finished)))
        yield `${id} was ${then ? 'true' : 'false'} on ${resolvesOn} and is not at the horizon (episode ${episode})`;
    }
  }
}

/** A scenario with other classes, in its order as far as that names them; in none where it does not name them all. */
function withClasses({ precedence, ...base }: Scenario, outcomes: readonly OutcomeClass[]): Scenario {
  const ids = outcomes.map(({ id }) => id);
  const order = precedence?.filter((id) => ids.includes(id));
  const named = order !== undefined && order.length >= 2 && ids.every((id) => order.includes(id));
  return { ...base, outcomes: [...outcomes], ...(named ? { precedence: order } : {}) };
}

/**
 * The properties of outcome classes. Nothing is computed before a property is checked. Deterministic in its arguments. Throws an InputError
 * for the id of a scenario that does not exist, and for what is no list of classes or no option.
 * @param outcomes - Outcome classes as a scenario holds them, in their order.
 * @param options - Scenario whose ends they sort, `kuala-lumpur-2025` unless told, sampled episodes (40 unless told), and seed; may be left
 *   out.
 *
 * @example outcomeProperties(loadScenario('kuala-lumpur-2025').outcomes, { episodes: 2 }).length
 */
export function outcomeProperties(
  outcomes: readonly OutcomeClass[],
  options: OutcomePropertyOptions = {},
): readonly NamedProperty[] {
  checkAnswers<OutcomeClass>('outcomes', outcomes, OUTCOME);
  checkOptions(options, OPTIONS);
  const {
    facts = packagedFacts,
    episodes = EPISODES,
    seed = 1,
    scenario: given = 'kuala-lumpur-2025',
  } = options;
  const base = resolve(given, facts);
  const scenario = withClasses(base, outcomes);
  const check = once(() => checkScenario(scenario, facts, { episodes, seed: String(seed) }));
  const ground: OutcomeGround = { outcomes, scenario, facts, seed, check };
  const of = `the classes of ${scenario.id}`;
  return [
    property(`${of} have ids of their own, and there are at least two`, () => names(ground)),
    property(`${of} ask a question each, with a source to consult and what decides a tie`, () =>
      words(ground),
    ),
    property(`${of} rest on terms that are measured`, () => terms(ground)),
    property(`${of} parse as part of the scenario, also after a trip through JSON`, () => parses(ground)),
    property(`${of} resolve between the meeting and the horizon, on days that exist`, () =>
      resolution(ground),
    ),
    property(`${of} take in each end exactly once, at every threshold and past it`, () => soundness(ground)),
    property(`${of} take in the end of any lawful play exactly once`, () => afterAnyPlay(ground)),
    property(`${of} can each come about`, () => canHappen(ground)),
    property(`${of} do not change after the day on which they resolve`, () => settled(ground)),
  ];
}
