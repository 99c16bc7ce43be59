/**
 * How the time of some work grows with one size, in a process of its own: bundled and started as
 * `node growth.mjs QUANTITY FOLDER`, it prints the times at all sizes in all rounds as JSON.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { solveNash, type BargainingProblem } from '../src/bargaining/nash';
import type * as core from '../src/entries/index';
import * as rules from './rules';
import type { Draft, Event } from '../src/entries/index';
import { processor, takeTurns, timed } from './rounds';

const SCENARIO = 'kuala-lumpur-2025';
const SEED = 'bench';
const ROUNDS = { counted: 7, unseen: 1 };
/** Seconds for which each size is worked at least before the clock starts, and in each round. */
const WARM_SECONDS = 0.4;
const ROUND_SECONDS = 0.1;

/** Seconds of the whole work at each size, in each round. */
export interface GrowthTimes {
  readonly sizes: readonly number[];
  readonly seconds: readonly (readonly number[])[];
}

/** Some work in several sizes, ascending. */
interface Growth {
  readonly sizes: readonly number[];
  /** What is done at a size; all that is no part of the work comes before. */
  readonly work: (size: number) => () => unknown;
}

const [quantity = '', folder = ''] = process.argv.slice(2);
const detente = (await import(pathToFileURL(join(folder, 'dist/index.js')).href)) as typeof core;
const base = detente.loadScenario(SCENARIO);

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Does an event in place that has to be lawful. */
function happen(state: Draft, event: Event): void {
  if (!rules.stepInPlace(state, event))
    throw new Error(`${event.type} was refused: ${JSON.stringify(detente.explain(state, event).refusals)}`);
}

/** Whole episodes up to a day so far away. */
const horizon: Growth = {
  sizes: [60, 240, 960, 1_920, 3_840],
  work: (days) => {
    const scenario = { ...base, horizon: dayAfter(base.asOf, days) };
    return () => detente.project(scenario, { runs: 50, seed: SEED });
  },
};

/** A tiny new duty, ordered on a day and in force later, no two neighbours on one day. */
function duty(n: number, on: string): Event {
  const from = dayAfter(on, 1 + ((n * 7) % 300));
  const kind = { authority: 'ieepa', basis: null, ratePct: 0.01, share: 0.001 } as const;
  return { type: 'tariff.impose', actor: 'US', on, id: `bench/${n}`, label: 'a duty', ...kind, from };
}

/** Whole episodes in which so many duties were ordered on the first day. */
const measures: Growth = {
  sizes: [100, 200, 400, 800, 1600],
  work: (count) => {
    const events = Object.fromEntries(
      Array.from({ length: count }, (_, n) => [`duty-${n}`, duty(n, base.asOf)]),
    );
    const parsed = detente.parseScenario({ ...base, events });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues[0]));
    return () => detente.project(parsed.scenario, { runs: 10, seed: SEED });
  },
};

/** The rules alone: so many duties ordered in place. */
const orders: Growth = {
  sizes: [100, 200, 400, 800, 1600],
  work: (count) => {
    const first = rules.copyState(detente.start(base));
    const events = Array.from({ length: count }, (_, n) => duty(n, first.today));
    return () => {
      const state = rules.copyState(first);
      for (const event of events) happen(state, event);
    };
  },
};

/** One Nash solution over so many issues that can be split. */
const issues: Growth = {
  sizes: [5, 10, 20, 40],
  work: (count) => {
    const spread = (n: number, by: number) => ((n * by) % 10) / 10;
    const problem: BargainingProblem = {
      issues: Array.from({ length: count }, (_, n) => ({
        id: `issue-${n}`,
        giver: n % 2 === 0 ? 0 : 1,
        benefit: 0.2 + spread(n, 3),
        cost: 0.2 + spread(n, 7),
        cap: 0.5 + spread(n, 9) / 2,
        indivisible: false,
      })),
      alpha: 0.5,
      rho: 2,
      compliance: [0.9, 0.8],
      disagreement: [-0.1, -0.1],
    };
    if (solveNash(problem) === null) throw new Error('nothing is agreed');
    return () => solveNash(problem);
  },
};

/** The day of the meeting, held, with nothing agreed yet. */
function heldMeeting(): Draft {
  const state = rules.copyState(detente.start(base));
  const on = state.meetings['busan-2025']?.on ?? '';
  while (state.today < on) {
    const [due] = detente.dueEvents(state);
    const next = dayAfter(state.today, 1);
    happen(state, due ?? { type: 'calendar.advance', actor: 'calendar', on: state.today, to: next });
  }
  for (const due of detente.dueEvents(state)) happen(state, due);
  happen(state, { type: 'meeting.hold', actor: 'both', meeting: 'busan-2025', on: state.today });
  return state;
}

/** A statement, each with a text of its own, which a pledge can promise. */
const statement = (n: number) => {
  const said = { voice: 'officials', tone: 'neutral', topic: 'purchases' } as const;
  return {
    type: 'statement.make',
    actor: n % 2 === 0 ? 'US' : 'CN',
    ...said,
    gist: `purchase ${n}`,
  } as const;
};

/** An agreement with so many pledges, each due on a day of its own. */
function agreement(count: number, on: string): Event {
  const pledges = Array.from({ length: count }, (_, n) => {
    const dueOn = dayAfter(on, 1 + ((n * 7) % 300));
    return { id: `bench/${n}`, issue: base.agenda[0]!, act: statement(n), dueOn };
  });
  const id = 'bench';
  return {
    type: 'agreement.reach',
    actor: 'both',
    on,
    id,
    scope: 'agenda',
    terms: [],
    pledges,
    weightedMean: 0,
  };
}

/** An agreement of so many pledges, as many as the schema lets it have, reached and kept. */
const pledges: Growth = {
  sizes: [25, 50, 100, 200],
  work: (count) => {
    const held = heldMeeting();
    const on = held.today;
    const events = [
      agreement(count, on),
      // The day first: Node 20 gives each object that is spread and then gets a field a layout of its own, and what would be timed is
      // how so many layouts are read.
      ...Array.from({ length: count }, (_, n): Event => ({ on, ...statement(n) })),
    ];
    const play = () => {
      const state = rules.copyState(held);
      for (const event of events) happen(state, event);
      return state;
    };
    if (Object.values(play().pledges).some(({ status }) => status === 'open'))
      throw new Error('a pledge was not kept');
    return play;
  },
};

/** An act of a party that none of so many open pledges has promised; a hundred times. */
const openPledges: Growth = {
  sizes: [100, 200, 400, 800],
  work: (count) => {
    const state = heldMeeting();
    happen(state, agreement(count, state.today));
    const event: Event = { ...statement(-2), on: state.today };
    return () => {
      for (let done = 0; done < 100; done += 1) happen(state, event);
    };
  },
};

/** The public replay of a log: the first so many events of an episode with a far horizon. */
const log: Growth = {
  sizes: [1_000, 2_000, 4_000, 8_000, 15_000],
  work: (length) => {
    const events = farEpisode().slice(0, length);
    if (events.length < length) throw new Error(`the record has no more than ${events.length} events`);
    const initial = detente.start(base);
    return () => {
      if (!detente.replay(initial, events).ok) throw new Error('the log was refused');
    };
  },
};

let recorded: readonly Event[] | undefined;
/** Days of nearly twenty years, the farthest horizon that a scenario may have. */
const FARTHEST_DAYS = 7_300;

/** Events of an episode that goes on for nearly twenty years. */
function farEpisode(): readonly Event[] {
  recorded ??= detente.runEpisode(
    { ...base, horizon: dayAfter(base.asOf, FARTHEST_DAYS) },
    { seed: SEED, episode: 1 },
  ).events;
  return recorded;
}

/** The public replay of a log in which each event orders one more duty. */
const logOfOrders: Growth = {
  sizes: [125, 250, 500, 1_000],
  work: (length) => {
    const initial = detente.start(base);
    const events = Array.from({ length }, (_, n) => duty(n, initial.today));
    return () => {
      if (!detente.replay(initial, events).ok) throw new Error('the log was refused');
    };
  },
};

const GROWTHS = { horizon, measures, orders, issues, pledges, openPledges, log, logOfOrders };

/** What grows. */
export type Quantity = keyof typeof GROWTHS;

/** Times the work at all sizes in turn, each so often that a round is long beside the clock's grain. */
async function grow({ sizes, work }: Growth): Promise<GrowthTimes> {
  const sides = sizes.map((size) => {
    const once = work(size);
    let done = 0;
    const from = processor();
    while (processor() - from < WARM_SECONDS) {
      once();
      done += 1;
    }
    const times = Math.max(1, Math.ceil((ROUND_SECONDS * done) / (processor() - from)));
    const measured = timed(processor, () => {
      for (let n = 0; n < times; n += 1) once();
    });
    return [String(size), async () => (await measured()) / times] as const;
  });
  const seconds = await takeTurns(Object.fromEntries(sides), ROUNDS);
  return { sizes, seconds: sizes.map((size) => seconds[String(size)]!) };
}

console.log(JSON.stringify(await grow(GROWTHS[quantity as Quantity])));
