/**
 * The suite for scenarios: well formed, lawful in what they suppose, ignorant of what came later, and replayable.
 */
import { checkSeed } from '../../ensemble/checks';
import type { AnswerForm } from '../../kit/answer-form';
import { checkOptions, type OptionTable } from '../../kit/checks';
import { facts as packagedFacts, type Facts } from '../../facts/packaged';
import { digest } from '../../engine/digest';
import { brokenInvariants } from '../../engine/invariants';
import { replay } from '../../engine/replay';
import { frozen } from '../../engine/frozen';
import { isIsoDate } from '../../kit/calendar';
import { prepare } from '../../analyses/prepared';
import { parseScenario, start } from '../../analyses/resolve';
import { firstDayOf, specificationOf } from '../../scenario/model-specification';
import { stateOn } from '../../facts/initial-state';
import type { Scenario } from '../../scenario/schema';
import { checkScenario } from '../../analyses/check/check';
import { runRecorded } from '../../episode/recorded';
import { recordUntil } from './record-until';
import { property, once, quote, type NamedProperty } from './property';
import { COUNT, FACTS, oneOrMore } from './suite-options';

/** Where and how long properties about scenarios look. */
export interface ScenarioPropertyOptions {
  /** Facts in place of the packaged ones. */
  readonly facts?: Facts | undefined;
  /** Sampled episodes of the search for ends without a class or with two; 160 unless told. */
  readonly checkedEpisodes?: number | undefined;
  /** Episodes that are run, replayed and run again; 3 unless told. */
  readonly episodes?: number | undefined;
  /** Seed of the draws; `1` unless told. */
  readonly seed?: string | undefined;
}

const OPTIONS: OptionTable<ScenarioPropertyOptions> = {
  facts: FACTS,
  checkedEpisodes: COUNT,
  episodes: COUNT,
  seed: (_, seed) => checkSeed(seed),
};

const SCENARIO: AnswerForm<Scenario> = {
  what: 'a scenario, as parseScenario gives it',
  fields: { id: 'text' },
};

interface ScenarioGround {
  readonly scenario: Scenario;
  readonly facts: Facts;
  readonly episodes: number;
  readonly seed: string;
}

function* parses({ scenario, facts }: ScenarioGround): Iterable<string> {
  const parsed = parseScenario(JSON.parse(JSON.stringify(scenario)), facts);
  if (!parsed.ok) for (const { path, message } of parsed.issues) yield `${path}: ${message}`;
  else if (digest(parsed.scenario) !== digest(scenario)) yield 'it parses as another scenario';
}

function* words({ scenario }: ScenarioGround): Iterable<string> {
  const { title, question, about, assumptions } = scenario;
  if (title.trim() === '') yield 'it has no title';
  if (!/\S\?$/.test(question)) yield `${quote(question)} is no question`;
  if (!/\S[.?!]$/.test(about.trim())) yield `${quote(about)} does not tell in sentences what is supposed`;
  if (assumptions.length === 0) yield 'it states no assumption; whatever is not in the facts is one';
}

function* firstDay({ scenario, facts }: ScenarioGround): Iterable<string> {
  if (!isIsoDate(scenario.asOf)) yield `${quote(scenario.asOf)} is no day`;
  const first = start(scenario, facts);
  if (first.today !== scenario.asOf) yield `it starts on ${first.today}, not on ${scenario.asOf}`;
  yield* brokenInvariants(first);
  const opening = firstDayOf(scenario, facts);
  if (digest(stateOn(facts, opening)) !== digest(first))
    yield 'it starts in another state when started again';
}

/** State and model specification of a scenario, as one value. */
const known = (scenario: Scenario, facts: Facts) =>
  JSON.stringify([stateOn(facts, firstDayOf(scenario, facts)), specificationOf(scenario, facts)]);

function* ignorance({ scenario, facts }: ScenarioGround): Iterable<string> {
  const then = recordUntil(facts, scenario.asOf);
  // What is planned may be known; that it was planned later may not.
  if (!then.meetings.some(({ id }) => id === scenario.meeting))
    yield `the meeting ${scenario.meeting} was not planned yet on ${scenario.asOf}`;
  const issues = new Set(then.issues.map(({ id }) => id));
  for (const id of scenario.agenda)
    if (!issues.has(id)) yield `the issue ${id} was not on any table yet on ${scenario.asOf}`;
  if (then.meetings.length === 0 || scenario.agenda.some((id) => !issues.has(id))) return;
  if (known(scenario, then) !== known(scenario, facts))
    yield `with the record cut off on ${scenario.asOf} it starts otherwise: something later is known`;
}

function* replays({ scenario, facts, episodes, seed }: ScenarioGround): Iterable<string> {
  const { initial, specification } = prepare(scenario, { facts });
  for (let episode = 0; episode < episodes; episode += 1) {
    const played = runRecorded(initial, specification, seed, episode);
    const log = JSON.parse(JSON.stringify(played.events)) as typeof played.events;
    const told = replay(frozen(structuredClone(initial)), log);
    if (!told.ok) yield `episode ${episode}: its log is refused at ${quote(told.event)}`;
    else if (digest(told.state) !== played.digest) yield `episode ${episode}: its log ends in another digest`;
    if (runRecorded(initial, specification, seed, episode).digest !== played.digest)
      yield `episode ${episode}: run again it ends otherwise`;
    if (played.outcome === null) yield `episode ${episode}: its end belongs to no class or to two`;
    for (const event of played.refused) yield `episode ${episode}: refused on ${event.on}: ${quote(event)}`;
  }
}

function propertiesOf(ground: ScenarioGround, checkedEpisodes: number | undefined): NamedProperty[] {
  const { scenario, facts, seed } = ground;
  const { id } = scenario;
  const check = once(() =>
    checkScenario(scenario, facts, {
      seed,
      ...(checkedEpisodes === undefined ? {} : { episodes: checkedEpisodes }),
    }),
  );
  const findings = (ofEvents: boolean) =>
    check()
      .findings.filter(({ code }) => (ofEvents ? code === 'event/refused' : code.startsWith('outcome/')))
      .map(({ path, message }) => `${path}: ${message}`);
  return [
    property(`${id} parses as itself, also after a trip through JSON`, () => parses(ground)),
    property(`${id} asks a question, says what it supposes and on what it rests`, () => words(ground)),
    property(`${id} starts on its own day in a state that keeps every invariant`, () => firstDay(ground)),
    property(`${id} knows nothing later than its first day`, () => ignorance(ground)),
    property(`${id} supposes lawful events only`, () => findings(true)),
    property(`${id} has classes that take in each end exactly once`, () => findings(false)),
    property(`${id} plays episodes that replay from their log to the same digest`, () => replays(ground)),
  ];
}

/**
 * The properties of scenarios. Nothing is computed before a property is checked. Deterministic in its arguments. Throws an InputError for
 * what is no scenario or no option.
 * @param scenarios - One scenario or several, as `parseScenario` or `loadScenario` gives them; an empty list throws an InputError.
 * @param options - Facts, sampled episodes (160 unless told), episodes that are replayed (3 unless told), and seed; may be left out.
 *
 * @example scenarioProperties(loadScenario('kuala-lumpur-2025'), { episodes: 2 }).length
 */
export function scenarioProperties(
  scenarios: Scenario | readonly Scenario[],
  options: ScenarioPropertyOptions = {},
): readonly NamedProperty[] {
  const list = oneOrMore<Scenario>('scenarios', scenarios, SCENARIO);
  checkOptions(options, OPTIONS);
  const { facts = packagedFacts, episodes = 3, seed = '1', checkedEpisodes } = options;
  return list.flatMap((scenario) => propertiesOf({ scenario, facts, episodes, seed }, checkedEpisodes));
}
