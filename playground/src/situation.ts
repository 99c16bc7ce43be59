/** What has been chosen: a scenario, acts and a day; as a play, and as a link that holds all of it. */
import { parseScenario, play, type Event, type Play, type Scenario } from 'detente';
import { readJson } from './json';

/** A scenario of one's own: what its file says, and the text of the file where there was one. */
export interface OwnScenario {
  readonly value: Readonly<Record<string, unknown>>;
  readonly text: string | null;
}

/** What a link holds. */
export interface Situation {
  /** Id of a scenario of the library, or of the one that is one's own. */
  readonly scenario: string;
  readonly own: OwnScenario | null;
  readonly acts: readonly Event[];
  /** The day; the first day of the scenario, or that of the last act, where it is not told. */
  readonly today: string | null;
}

/** What is shown first. */
export const FIRST: Situation = { scenario: 'kuala-lumpur-2025', own: null, acts: [], today: null };

/** What is made of a thing, once as long as the thing itself is kept; what throws is made again. */
function remembered<Key extends object, Value>(make: (key: Key) => Value) {
  const known = new WeakMap<Key, { readonly value: Value }>();
  const of = (key: Key): Value => {
    const found = known.get(key) ?? { value: make(key) };
    known.set(key, found);
    return found.value;
  };
  const put = (key: Key, value: Value): void => void known.set(key, { value });
  return { of, put };
}

/** The scenario of one's own; throws where its file does not fit. */
const scenariosOfOwn = remembered((own: OwnScenario): Scenario => {
  const parsed = parseScenario(own.value);
  if (!parsed.ok) {
    const [issue] = parsed.issues;
    throw new Error(`the scenario does not fit: ${issue?.path ?? ''}: ${issue?.message ?? ''}`);
  }
  return parsed.scenario;
});

const plays = remembered(({ scenario, own, acts, today }: Situation): Play =>
  play(own === null ? scenario : scenariosOfOwn.of(own), {
    after: acts,
    ...(today === null ? {} : { today }),
  }),
);

/** The play of a situation, made once. Throws an InputError for one that does not hold together. */
export function playOf(situation: Situation): Play {
  return plays.of(situation);
}

/** A situation whose play is known already. */
export function situationOf(situation: Situation, known: Play): Situation {
  plays.put(situation, known);
  return situation;
}

const withoutActs = remembered((situation: Situation): Situation => {
  const { scenario, own } = situation;
  const { state } = playOf(situation);
  const first: Situation = { scenario, own, acts: [], today: null };
  return playOf(first).state.today === state.today ? first : { ...first, today: state.today };
});

/** The same scenario on the same day, without one's own acts: found once, since it is asked for with every part of an answer. */
export function doingNothing(situation: Situation): Situation {
  return withoutActs.of(situation);
}

const fragments = remembered(({ scenario, own, acts, today }: Situation): string => {
  const told = new URLSearchParams({ scenario });
  if (own !== null) told.set('own', JSON.stringify(own.value));
  if (today !== null) told.set('today', today);
  if (acts.length > 0) told.set('acts', JSON.stringify(acts));
  return `#${told.toString()}`;
});

/** The part of an address that holds a situation: two that have the same one are the same. */
export function fragmentOf(situation: Situation): string {
  return fragments.of(situation);
}

/** The value of a part of a link. Throws where it is cut off or of another form. */
function partOf(told: URLSearchParams, name: string, is: (value: unknown) => boolean): unknown {
  const text = told.get(name);
  if (text === null) return null;
  let value: unknown;
  try {
    value = readJson(text);
  } catch (error) {
    throw new Error(`the part “${name}” ${(error as Error).message}`);
  }
  if (!is(value)) throw new Error(`the part “${name}” is of another form`);
  return value;
}

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The situation of an address; null where it holds none. Throws where it holds one that cannot be read or played. */
export function situationIn(fragment: string): Situation | null {
  const told = new URLSearchParams(fragment.replace(/^#/, ''));
  const scenario = told.get('scenario');
  if (scenario === null) return null;
  for (const name of new Set(told.keys()))
    if (told.getAll(name).length > 1) throw new Error(`the part “${name}” stands there twice`);
  const value = partOf(told, 'own', isRecord) as OwnScenario['value'] | null;
  // The play reads the acts as a stranger’s: what is malformed or refused is told there.
  const acts = (partOf(told, 'acts', Array.isArray) ?? []) as readonly Event[];
  const own = value === null ? null : { value, text: null };
  const situation: Situation = { scenario, own, acts, today: told.get('today') };
  const { scenario: found } = playOf(situation);
  return found.id === scenario
    ? situation
    : situationOf({ ...situation, scenario: found.id }, playOf(situation));
}
