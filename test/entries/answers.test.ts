/**
 * Every function of the entry for people with answers of the library, and with what is none: each argument in turn is something
 * else altogether, or has one of its fields taken out, replaced, or unreadable. Each call gives a text, or an InputError.
 */
import { describe, expect, it } from 'vitest';
import { InputError, compare, explain, explainDifference, loadScenario } from '../../src/entries/index';
import { project, replayLog, runEpisode, scenarios, start, watch } from '../../src/entries/index';
import { bareFacts, facts } from '../../src/entries/data';
import { backtest, forecast } from '../../src/entries/record';
import { withActionTypes } from '../../src/entries/own';
import * as report from '../../src/entries/report';
import { sensitivity, uncertainty } from '../../src/entries/studies';

const PLAIN = { ...report.PLAIN, width: 80 };
const SC = 'kuala-lumpur-2025';
const scenario = { ...loadScenario(SC), horizon: '2025-11-14' };
const variant = { ...loadScenario('hundred-per-cent-executed'), horizon: scenario.horizon };
const first = start(scenario);
const names = report.namesOf(facts, first);
const command = 'detente';
const view = { facts, paint: PLAIN, command };
const episode = runEpisode(scenario, { episode: 7 });
const { events } = episode;
const doubt = { type: 'meeting.doubt', actor: 'US', on: first.today, meeting: 'busan-2025' } as const;
const held = { ...doubt, type: 'meeting.hold', actor: 'both' } as const;
const acts = [{ type: 'purchase.resume', actor: 'CN', on: '2025-10-26', flow: 'soybeans' } as const];
const projection = project(scenario, { after: acts, today: '2025-10-26', runs: 20, why: true });
const inFull = report.projectInFull(scenario, { runs: 20 });
const found = explainDifference(scenario, variant, { runs: 40, histories: 5 });
const compared = { scenario, variant, seed: '1', runs: 40 };
const steps = found.example!.chain;
const watched = watch(scenario, { runs: 40 });
const scored = backtest({ runs: 2, partRuns: 1, permutations: 20, resamples: 20 });
const replayed = replayLog(episode);
const ledger = report.ledgerOn(facts, '2025-04-12');
const findings = [
  {
    path: 'outcomes.2.when',
    line: 3,
    column: null,
    code: 'outcome/gap',
    message: 'a gap',
    story: events.slice(0, 5),
  },
];
const studied = { output: 'held', policies: ['crisis-game'] } as const;

/** What a function is called with: answers of the library. */
interface Row {
  readonly args: readonly unknown[];
  /** How many arguments have to be given. */
  readonly asked?: number;
  /** Fields of the first argument that this answer has not. */
  readonly absent?: readonly string[];
}

/** Why a function has no row. */
type TakesNone =
  /** It takes a scenario, and options of an analysis: `wrong-arguments.test.ts` and `scenario-or-id.test.ts` have them. */
  'asks';

const rules = withActionTypes([]);
const told = { ...view, seed: '1', rules };
const ROWS: Readonly<Record<string, readonly Row[] | TakesNone>> = {
  projectInFull: 'asks',
  projectionReport: 'asks',
  comparisonReport: 'asks',
  scenariosReport: 'asks',
  actionReference: [{ args: ['tariff.'] }],
  actionsOverview: [{ args: [report.actionReference('tariff.'), PLAIN] }],
  actionsText: [{ args: [report.actionReference('tariff.'), PLAIN] }],
  averagesReport: [{ args: [facts] }],
  averagesText: [{ args: [report.averagesReport(facts), PLAIN] }],
  backtestText: [{ args: [scored, PLAIN] }],
  verdict: [{ args: [scored] }],
  checkText: [{ args: [findings, { file: 'a.yaml', scenario, start: first, facts, paint: PLAIN }] }],
  comparisonText: [
    { args: [{ ...compared, comparison: found, why: { found, names }, rules }, PLAIN] },
    {
      args: [{ ...compared, comparison: compare(scenario, variant, { runs: 20 }) }, PLAIN],
      absent: ['why', 'rules'],
    },
  ],
  differenceReport: [{ args: [found, scenario.outcomes.map(({ id }) => id), names] }],
  differenceSentences: [{ args: [found, names] }],
  namesOf: [{ args: [facts, first] }],
  whyText: steps.map((step) => ({ args: [step, names] })),
  explainText: [
    { args: [held, explain(first, held), facts, PLAIN, ['It is held.'], ['Another.']], asked: 4 },
    { args: [doubt, explain(first, doubt), facts, PLAIN], asked: 4 },
  ],
  familyLabel: [{ args: ['tariff.raise'] }],
  fieldLabel: [{ args: ['ratePct'] }],
  ledgerChart: [{ args: [facts, PLAIN] }],
  ledgerOf: [{ args: [first] }],
  ledgerOn: [{ args: [facts, '2025-04-12'] }],
  ledgerText: [{ args: [ledger, facts, PLAIN] }],
  recordSpan: [{ args: [facts] }],
  forecastText: [{ args: [forecast(), PLAIN] }],
  listText: [{ args: [scenarios.slice(0, 2), PLAIN] }, { args: [[scenario], PLAIN] }],
  projectionText: [
    { args: [projection, view], absent: ['partial', 'observed', 'given', 'inert'] },
    { args: [inFull.projection, { ...view, draws: true, course: inFull.course }] },
  ],
  answerSentences: [{ args: [projection, facts] }],
  sensitivityText: [
    { args: [sensitivity(scenario, { method: 'tornado', runs: 2, ...studied }), { ...view, draws: true }] },
    { args: [sensitivity(scenario, { method: 'morris', trajectories: 2, ...studied }), view] },
    {
      args: [
        sensitivity(scenario, { method: 'sobol', rows: 16, factors: 2, trajectories: 2, ...studied }),
        view,
      ],
    },
  ],
  uncertaintyText: [
    {
      args: [
        uncertainty(scenario, { ownWorlds: 4, worlds: 2, policies: ['crisis-game', 'hard-liner'] }),
        view,
      ],
    },
  ],
  replayText: [{ args: [replayed.ok && replayed.replayed, PLAIN], absent: ['refused'] }],
  stateText: [{ args: [scenario, first, facts, PLAIN] }],
  signalQuestion: [
    watched.signals.find(({ event }) => event !== null),
    watched.signals.find(({ event }) => event === null),
  ].map((signal) => ({ args: [signal, watched.until, names] })),
  episodeStory: [{ args: [scenario, first, episode, facts, rules], asked: 4 }],
  eventSentence: [
    { args: [first, doubt, facts, rules], asked: 3 },
    { args: [first, held, facts], asked: 3 },
    { args: [first, { ...doubt, type: 'own.move' }, facts], asked: 3 },
  ],
  eventSentences: [{ args: [first, events, facts, { isShown: () => true, rules }], asked: 3 }],
  eventLines: [{ args: [first, events, facts, PLAIN, { isShown: () => true, rules }], asked: 4 }],
  trajectoryText: [{ args: [scenario, first, episode, told] }],
  nameIn: [{ args: [first, 'us/ieepa-fentanyl'] }],
  quantityLabel: [{ args: [{ id: 'text:90', title: 'Text in force after 90 days' }] }],
  wholePercents: [{ args: [[0.413, 0.293, 0.294]] }],
};

const fail = (): never => {
  throw new TypeError('a trap');
};
const unreadable = (value: object) =>
  new Proxy(value, {
    get: fail,
    has: fail,
    ownKeys: fail,
    getPrototypeOf: fail,
    getOwnPropertyDescriptor: fail,
  });
const revoked = (value: object) => {
  const { proxy, revoke } = Proxy.revocable(value, {});
  revoke();
  return proxy;
};

/** What is no answer of anything. */
const NONE: readonly unknown[] = [
  null,
  7,
  NaN,
  true,
  1n,
  Symbol('x'),
  () => 1,
  unreadable({}),
  revoked({}),
  revoked([]),
];
/** What is one of some functions. */
const PERHAPS: readonly unknown[] = [
  ...[undefined, 'x', '', {}, [], new Map(), new Date(0), unreadable([])],
  ...[[undefined], [null], [7], ['x'], [{}], [[]], [unreadable({})], [revoked({})]],
];

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value with one field taken out, replaced or made unreadable. */
function* spoilt(
  value: object,
  absent: readonly string[] = [],
): Generator<readonly [what: string, value: object]> {
  for (const name of [...Object.keys(value), ...absent]) {
    const { [name]: part, ...rest } = value as Record<string, unknown>;
    yield [`without ${name}`, rest];
    if (Array.isArray(part) && isPlain(part[0]))
      for (const item of [null, undefined, 7])
        yield [`with ${typeof item} among ${name}`, { ...rest, [name]: [...(part as unknown[]), item] }];
    for (const other of [null, 7, undefined, revoked([])])
      yield [`with ${typeof other} as ${name}`, { ...rest, [name]: other }];
    const getter = Object.defineProperty({ ...rest }, name, { get: fail, enumerable: true });
    yield [`with a getter of ${name} that throws`, getter];
  }
}

/** An argument that has gone wrong in every way: with a field of its own, of a part that is handed on, or of its first item. */
function* gone(
  value: unknown,
  absent: readonly string[] = [],
): Generator<readonly [what: string, value: unknown]> {
  if (Array.isArray(value)) {
    const [head, ...rest] = value as unknown[];
    if (isPlain(head)) for (const [what, item] of spoilt(head)) yield [`first item ${what}`, [item, ...rest]];
    for (const item of [...NONE, undefined]) yield [`first item ${typeof item}`, [item, ...rest]];
  } else if (isPlain(value)) yield* spoilt(value, absent);
}

/** Parts of views, which are checked as arguments are. */
const PARTS = [
  'facts',
  'paint',
  'scenario',
  'variant',
  'start',
  'comparison',
  'why',
  'found',
  'names',
  'rules',
  'course',
  'events',
];

/** Fields that views have, and what is handed on in them; of an answer the parts are not looked at. */
const VIEWS = ['facts', 'comparison', 'found', 'outcome'];

/** A view of which a part is something else, or has gone wrong. */
function* goneWithin(value: unknown): Generator<readonly [what: string, value: unknown]> {
  if (!isPlain(value) || value === facts || !VIEWS.some((name) => Object.hasOwn(value, name))) return;
  for (const [name, part] of Object.entries(value) as [string, unknown][]) {
    if (!PARTS.includes(name)) continue;
    for (const other of [...NONE, ...PERHAPS])
      yield [`${name} is ${typeof other}`, { ...value, [name]: other }];
    for (const [what, wrong] of [...gone(part), ...goneWithin(part)])
      yield [`${name} ${what}`, { ...value, [name]: wrong }];
  }
}

const isClass = (value: unknown) => /^class\b/.test(Function.prototype.toString.call(value));
const functions = Object.entries(report).filter(
  ([, value]) => typeof value === 'function' && !isClass(value),
);

const TABLE = Object.entries(ROWS).flatMap(([name, rows]) =>
  rows === 'asks' ? [] : rows.map((row, at) => [name, at, row] as const),
);

const call = (name: string, args: readonly unknown[]): unknown =>
  (report as unknown as Readonly<Record<string, (...given: readonly unknown[]) => unknown>>)[name]!(...args);

/** No words of a text. */
const NO_WORDS = /\bundefined\b|\bNaN\b|\bInfinity\b|\[object /;

/** What a call gives that is neither an InputError nor an answer of the kind that it gives else; null where it is one of both. */
function faultOf(name: string, args: readonly unknown[], kind: string): string | null {
  try {
    const answer = call(name, args);
    // What is known of no thing has no name.
    if (name === 'nameIn' && answer === undefined) return null;
    if (typeof answer !== kind) return `answers with ${typeof answer}`;
    const isTold = typeof answer === 'string' || Array.isArray(answer);
    return isTold ? (NO_WORDS.exec(JSON.stringify(answer))?.[0] ?? null) : null;
  } catch (error) {
    return error instanceof InputError ? null : String(error);
  }
}

/** What clears a screen, rings a bell and turns a line round. */
const OBEYED = ' \u001b[2J\u0007\u202e';

/** A value in which all that reads as words ends with what a terminal obeys; ids and days stay, since they are looked up. */
function withHostileWords(value: unknown): unknown {
  if (typeof value === 'string') return value.includes(' ') ? value + OBEYED : value;
  if (Array.isArray(value)) return value.map(withHostileWords);
  // Of facts a parser has asked whether they hold together: their words are looked up too.
  if (!isPlain(value) || value === facts) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withHostileWords(inner)]));
}

/** Fields of a story that are what was handed in: the events of a sentence, and the class in which it ends. */
const AS_GIVEN = ['events', 'ending'];

/** All texts of an answer that is told: one, a list of them, or of sentences with their days. */
function* textsOf(answer: unknown): Generator<string> {
  if (typeof answer === 'string') yield answer;
  else if (typeof answer === 'object' && answer !== null)
    for (const [key, inner] of Object.entries(answer)) if (!AS_GIVEN.includes(key)) yield* textsOf(inner);
}

/** Functions whose answer is data, which has the words as they were given. */
const DATA = [
  'actionReference',
  'averagesReport',
  'differenceReport',
  'ledgerOf',
  'ledgerOn',
  'namesOf',
  'recordSpan',
];

/** What an answer has of what a terminal obeys; null where it has nothing, or is refused. */
function obeyedIn(name: string, args: readonly unknown[]): string | null {
  try {
    for (const text of textsOf(call(name, args))) {
      const found = /.{0,40}[\u001b\u0007\u202e]/.exec(text);
      if (found !== null) return JSON.stringify(found[0]);
    }
    return null;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** Most places of an argument that are changed, and how deep they lie. */
const MOST_PLACES = 120;
const DEEPEST = 6;

/** An argument with one thing deep within it exchanged, once for all items of a list. */
function* goneDeepIn(value: unknown): Generator<readonly [where: string, value: unknown]> {
  const places = new Map<string, readonly string[]>();
  const look = (part: unknown, path: readonly string[]) => {
    if (part === facts || path.length > DEEPEST || typeof part !== 'object' || part === null) return;
    for (const [key, inner] of Object.entries(part).slice(0, Array.isArray(part) ? 1 : 40) as [
      string,
      unknown,
    ][]) {
      const place = [...path, key];
      if (path.length > 0) places.set(place.join('.'), place);
      look(inner, place);
    }
  };
  look(value, []);
  const step = Math.max(1, Math.floor(places.size / MOST_PLACES));
  for (const [where, place] of [...places].filter((_, at) => at % step === 0))
    for (const other of [null, undefined, {}, 7]) {
      // What is exchanged may be frozen, and other arguments have it too.
      const changed = (part: unknown, [key, ...rest]: readonly string[]): unknown => {
        if (key === undefined) return other;
        const copy = (Array.isArray(part) ? [...(part as unknown[])] : { ...(part as object) }) as Record<
          string,
          unknown
        >;
        copy[key] = changed(copy[key], rest);
        return copy;
      };
      yield [`${where} is ${JSON.stringify(other)}`, changed(value, place)];
    }
}

it('every function of the entry has a row here, or a reason to have none, and there is none for another', () => {
  expect(Object.keys(ROWS).sort()).toEqual(functions.map(([name]) => name).sort());
});

describe.each(TABLE)('%s, row %i', (name, _, { args, asked = args.length, absent = [] }) => {
  const kind = typeof call(name, args);

  it('answers where it is given answers, and refuses with an InputError whatever is none', () => {
    expect(faultOf(name, args, kind)).toBeNull();
    for (const at of args.keys())
      for (const wrong of at < asked ? [...NONE, undefined] : NONE)
        expect(() => call(name, args.with(at, wrong)), `argument ${at}: ${typeof wrong}`).toThrow(InputError);
  });

  it('gives a text or an InputError where an argument is something else, or lacks a field', () => {
    const faults: string[] = [];
    for (const [at, arg] of args.entries()) {
      const others = PERHAPS.map((other) => [`is ${typeof other}`, other] as const);
      for (const [what, wrong] of [...others, ...gone(arg, at === 0 ? absent : []), ...goneWithin(arg)]) {
        const fault = faultOf(name, args.with(at, wrong), kind);
        if (fault !== null) faults.push(`argument ${at} ${what}: ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('gives no word of a value that is none where something deep within an argument is not as it was', () => {
    const faults: string[] = [];
    for (const [at, given] of args.entries())
      for (const [where, wrong] of goneDeepIn(given)) {
        const fault = faultOf(name, args.with(at, wrong), kind);
        if (fault !== null) faults.push(`argument ${at}, ${where}: ${fault}`);
      }
    expect(faults).toEqual([]);
  });

  it("lets nothing of a stranger's text through that a terminal obeys", () => {
    for (const at of DATA.includes(name) ? [] : args.keys()) {
      const obeyed = obeyedIn(name, args.with(at, withHostileWords(args[at])));
      expect(obeyed, `argument ${at}`).toBeNull();
    }
  });

  it('gives a text or an InputError with facts that have no words', () => {
    const bare = args.map((arg) =>
      arg === facts ? bareFacts : isPlain(arg) && 'facts' in arg ? { ...arg, facts: bareFacts } : arg,
    );
    expect(faultOf(name, bare, kind)).toBeNull();
  });
});

it('a name that every object has is the name of nothing in a state', () => {
  for (const id of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
    expect(report.nameIn(first, id)).toBeUndefined();
});

it('a quantity whose id is the name of a field that every object has is told by its title', () => {
  for (const id of ['constructor', 'toString', '__proto__', 'mean:constructor', 'hasOwnProperty:US'])
    expect(report.quantityLabel({ id, title: 'T' })).toBe(
      id === 'mean:constructor' ? 'Average duty set by constructor' : 'T',
    );
});

describe('a width', () => {
  const at = (width: number) =>
    report.projectionText(inFull.projection, { ...view, paint: { ...PLAIN, width }, course: inFull.course });

  it('is any from 1 on, and none at all for a screen without an end', () => {
    for (const width of [1, 7.5, 1e9, Infinity]) expect(at(width)).toContain(inFull.projection.digest);
  });

  it('is refused where it is none', () => {
    for (const width of [0, -1, NaN, -Infinity])
      expect(() => at(width)).toThrow(/^view\.paint\.width: expected a number from 1 on; given /);
  });
});

it('what is wrong is told by its field', () => {
  const { economy: _, ...lacking } = projection;
  expect(() => report.projectionText(lacking as never, view)).toThrow(
    'projection.economy: expected an object, as in an answer of project; given nothing',
  );
  expect(() => report.answerSentences({ ...projection, outcomes: 7 as never }, facts)).toThrow(
    'projection.outcomes: expected a list of objects or null, as in an answer of project; given 7',
  );
  expect(() => report.listText([scenario, {} as never], PLAIN)).toThrow(
    'scenarios.1.id: expected a text, as in a scenario, as loadScenario gives it; given nothing',
  );
});
