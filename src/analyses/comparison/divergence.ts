/**
 * Why an episode ends otherwise in a variant: where its histories part, the first step that mattered, and the chain
 * from there to the outcome.
 *
 * That something differs first does not make it the cause. Each difference of the scenarios, and each turned draw, is
 * therefore taken back by itself and the same episode run again: where it then no longer ends as it did, the step was
 * needed for the end (the but-for test; Halpern and Pearl, "Causes and explanations", British Journal for the
 * Philosophy of Science 56, 2005; Woodward, Making Things Happen, 2003). Common draws make this exact: nothing else
 * moves.
 */
import { addDays } from '../../kit/calendar';
import type { Cooperative } from '../../kit/cooperative';
import { createDraws, type Draws } from '../../kit/keyed-draws';
import type { State } from '../../model/state';
import { settledAfter } from '../../outcomes/reading';
import {
  differingSteps,
  supposedSide,
  type DifferingStep,
  type Happening,
  type TracedHistory,
} from './differing-steps';
import { parameterSampler } from '../../episode/parameter-draw';
import { averagesOf } from '../../episode/averages';
import { runInSteps } from '../../episode/episode';
import type { RunningEpisode } from '../../episode/run';
import { outcomeOf, outcomeSoFar } from '../../episode/trajectory-facts';
import { differencesOf, takenBack, type ScenarioDifference, type Setting } from './scenario-differences';
import { Trace, type Imposed } from '../../episode/trace';
import { firstOf } from '../../kit/lists';

/** Two scenarios whose episodes are to be told apart: plain JSON, so that it can cross to a worker. */
export interface DivergenceSetting {
  readonly base: Setting;
  readonly variant: Setting;
  readonly seed: string;
}

/** An episode by its number, with the outcome classes that it is known to have. */
export type KnownPair = Pick<Divergence, 'episode' | 'outcomes'>;

/** One episode under both scenarios. */
export interface Divergence {
  /** Number of the episode, from 0. */
  readonly episode: number;
  /** Outcome classes in which it ends, by place in the list of classes; -1 where there is none. */
  readonly outcomes: {
    /** Place of the class in the base. */
    readonly base: number;
    /** Place of the class in the variant. */
    readonly variant: number;
  };
  /** The first step that differs; null where the histories are the same to the horizon. */
  readonly first: DifferingStep | null;
  /** Whether they differ in more than in what one of the scenarios supposes to happen. */
  readonly beyond: boolean;
  /** Of an episode that ends otherwise: from the first step that mattered to the outcome; else empty. */
  readonly chain: readonly DifferingStep[];
  /** Whether taking the first step of the chain back changes the end; false where no single step could be tested so. */
  readonly needed: boolean;
  /** Ids of the scenarios' differences without each of which it would not have ended so. */
  readonly differences: readonly string[];
}

interface History extends TracedHistory {
  /** Id of the meeting that is asked about. */
  readonly meeting: string;
  readonly outcome: number;
  /** Outcome class as it would be if the evening of each day, counted from the first, were the last. */
  readonly standing: readonly number[];
  /** Measures of new coercive acts that count for the outcome. */
  readonly coercion: ReadonlySet<string>;
}

/** Most steps of a chain. */
const LONGEST_CHAIN = 6;

const lastDecisiveDay = ({ specification: { outcomes, meetingOn } }: Setting) =>
  addDays(meetingOn, settledAfter(outcomes, meetingOn));

/** The setting up to the day after which nothing moves the class of the meeting any more. */
function shortened(setting: Setting): Setting {
  const last = addDays(lastDecisiveDay(setting), 1);
  const { specification } = setting;
  // What a predicate of one's own looks at may come on the last day.
  return specification.horizon <= last || specification.own?.terms !== undefined
    ? setting
    : { ...setting, specification: { ...specification, horizon: last } };
}

type Historian = (episode: number, imposed?: Imposed) => Cooperative<History>;

function historian(setting: Setting, draws: Draws): Historian {
  const { initial, specification } = setting;
  const sampler = parameterSampler(specification);
  const until = lastDecisiveDay(setting);
  const first = averagesOf(initial);
  return function* (episode, imposed) {
    const trace = new Trace(imposed);
    const parameterDraw = sampler(draws, episode);
    const standing: number[] = [];
    const watch = (day: number, _state: State, so: RunningEpisode) => {
      standing[day] = outcomeSoFar(so, first);
    };
    const finished = yield* runInSteps(
      { initial, specification, draws },
      parameterDraw,
      episode,
      true,
      watch,
      trace,
    );
    const { run } = finished;
    const acts = run.state.coercion.filter(({ on }) => on >= specification.meetingOn && on <= until);
    return {
      log: run.log ?? [],
      meeting: specification.meeting,
      trace,
      outcome: outcomeOf(finished),
      standing,
      coercion: new Set(acts.map((act) => act.measure)),
    };
  };
}

/** Outcome class of an episode of a setting, without a record. */
function outcomeIn(setting: Setting, draws: Draws): (episode: number) => Cooperative<number> {
  const { initial, specification } = setting;
  const sampler = parameterSampler(specification);
  return function* (episode) {
    const finished = yield* runInSteps(
      { initial, specification, draws },
      sampler(draws, episode),
      episode,
      false,
    );
    return outcomeOf(finished);
  };
}

/** What explains the episodes of one span: histories of both sides, and each difference taken back. */
interface Laboratory {
  readonly base: Historian;
  readonly variant: Historian;
  readonly without: readonly {
    readonly id: string;
    readonly outcome: (episode: number) => Cooperative<number>;
  }[];
}

function laboratory(
  base: Setting,
  variant: Setting,
  differences: readonly ScenarioDifference[],
  draws: Draws,
): Laboratory {
  return {
    base: historian(base, draws),
    variant: historian(variant, draws),
    without: differences.map((difference) => ({
      id: difference.id,
      outcome: outcomeIn(takenBack(variant, base, difference), draws),
    })),
  };
}

/** The verdicts that a draw had in a history, to be imposed from a day on. */
function asIn({ trace }: History, name: string, from: string): Imposed {
  const cameTrue = trace.trials.filter((trial) => trial.name === name && trial.happened);
  return { name, from, comesTrueOn: new Set(cameTrue.map(({ on }) => on)) };
}

/** Whether the episode would end otherwise in the variant had this step gone as in the base; null where untestable. */
function* matters(
  step: DifferingStep,
  episode: number,
  [base, variant]: readonly [History, History],
  lab: Laboratory,
  needed: readonly string[],
): Cooperative<boolean | null> {
  const supposed = supposedSide(step);
  if (supposed !== null) {
    const id = `event:${supposed.cause.rule}`;
    // What both suppose and one refuses follows from something else.
    return lab.without.some((difference) => difference.id === id) ? needed.includes(id) : null;
  }
  const { crossed } = step;
  if (crossed === null || crossed.variant === null) return null;
  const otherwise = yield* lab.variant(episode, asIn(base, crossed.name, step.on));
  return otherwise.outcome !== variant.outcome;
}

/**
 * The day on which it is settled that the variant ends as it does and not as the base: its class is the last one, and
 * from there on the two differ. Days count from the first.
 */
function settledOn(base: History, variant: History): number {
  let day = Math.max(base.standing.length, variant.standing.length) - 1;
  const differs = (at: number) => base.standing[at] !== variant.standing[at];
  while (day > 0 && differs(day - 1)) day -= 1;
  let own = variant.standing.length - 1;
  while (own > 0 && variant.standing[own - 1] === variant.outcome) own -= 1;
  return Math.max(day, own);
}

const held = ({ log, meeting }: History) =>
  log.some((event) => event.type === 'meeting.hold' && event.meeting === meeting);

/** The acts on which the class of the outcome rests: the meeting, its agreement where both met, coercion after it. */
function decisiveIn(base: History, variant: History): (step: DifferingStep) => boolean {
  const bothMet = held(base) && held(variant);
  const decides = ({ type, subject }: Happening, { meeting }: History) =>
    ((type === 'meeting.hold' || type === 'meeting.call-off') && subject === meeting) ||
    (type === 'agreement.reach' && bothMet);
  return (step) =>
    (step.base !== null && decides(step.base, base)) ||
    (step.variant !== null && decides(step.variant, variant)) ||
    (step.base !== null && base.coercion.has(step.base.subject ?? '')) ||
    (step.variant !== null && variant.coercion.has(step.variant.subject ?? ''));
}

/** The steps that led to the other end, in order, and whether the first of them was tested and needed. */
function chainOf(
  steps: readonly DifferingStep[],
  verdicts: readonly (boolean | null)[],
  decisive: (step: DifferingStep) => boolean,
): Pick<Divergence, 'chain' | 'needed'> {
  const kept = steps.filter(
    (step, at) =>
      verdicts[at] === true || (verdicts[at] === null && (decisive(step) || step.refused !== null)),
  );
  const from = Math.max(
    0,
    kept.findIndex((step) => verdicts[steps.indexOf(step)] === true),
  );
  // Where several steps would each have done, none is needed by itself; what settles the class is then told.
  const settling = steps.find(decisive) ?? steps.find((_, at) => verdicts[at] === null) ?? steps[0];
  const chain = kept.length > 0 ? kept.slice(from) : settling === undefined ? [] : [settling];
  const last = steps.filter((step) => decisive(step)).at(-1);
  if (last !== undefined && !chain.includes(last) && last.on >= (chain.at(-1)?.on ?? '')) chain.push(last);
  const short =
    chain.length <= LONGEST_CHAIN ? chain : [...chain.slice(0, LONGEST_CHAIN - 2), ...chain.slice(-2)];
  return { chain: short, needed: verdicts[steps.indexOf(firstOf(chain))] === true };
}

/** Ids of the differences without each of which the episode would not have ended so. */
function* neededOf(episode: number, variant: History, { without }: Laboratory): Cooperative<string[]> {
  if (without.length === 1) return [firstOf(without).id];
  const needed: string[] = [];
  for (const { id, outcome } of without) {
    if ((yield* outcome(episode)) !== variant.outcome) needed.push(id);
  }
  return needed;
}

function* explained(
  episode: number,
  [base, variant]: readonly [History, History],
  lab: Laboratory,
  firstDay: string,
): Cooperative<Omit<Divergence, 'episode' | 'outcomes'>> {
  const until = addDays(firstDay, settledOn(base, variant));
  const steps = differingSteps(base, variant).filter(({ on }) => on <= until);
  const differences = yield* neededOf(episode, variant, lab);
  const verdicts: (boolean | null)[] = [];
  for (const step of steps) {
    verdicts.push(yield* matters(step, episode, [base, variant], lab, differences));
  }
  const chain = chainOf(steps, verdicts, decisiveIn(base, variant));
  return { ...parting(steps), ...chain, differences };
}

function parting(steps: readonly DifferingStep[]): Pick<Divergence, 'first' | 'beyond'> {
  return { first: steps[0] ?? null, beyond: steps.some((step) => supposedSide(step) === null) };
}

/** What is made once for all episodes, and only if one needs it. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function* historiesOf(episode: number, { base, variant }: Laboratory): Cooperative<[History, History]> {
  return [yield* base(episode), yield* variant(episode)];
}

/**
 * Makes ready what is needed to tell episodes of two scenarios apart. What is made runs them under both with their
 * traces; what it finds of one does not depend on which others stand beside it.
 */
export function explainer({
  base,
  variant,
  seed,
}: DivergenceSetting): (from: number, to: number, pairs: readonly KnownPair[]) => Cooperative<Divergence[]> {
  const draws = createDraws(seed);
  const differences = differencesOf(base, variant);
  const whole = once(() => laboratory(base, variant, differences, draws));
  const brief = once(() => laboratory(shortened(base), shortened(variant), differences, draws));
  const firstDay = variant.initial.today;

  function* toldApart({ episode, outcomes }: KnownPair): Cooperative<Divergence> {
    if (outcomes.base === outcomes.variant) {
      const steps = differingSteps(...(yield* historiesOf(episode, whole())));
      return { episode, outcomes, ...parting(steps), chain: [], needed: false, differences: [] };
    }
    const short = yield* historiesOf(episode, brief());
    // Classes of other terms might be settled later; then the whole of both histories is looked at.
    const settled = short[0].outcome === outcomes.base && short[1].outcome === outcomes.variant;
    const found = settled
      ? yield* explained(episode, short, brief(), firstDay)
      : yield* explained(episode, yield* historiesOf(episode, whole()), whole(), firstDay);
    return { episode, outcomes, ...found };
  }

  return function* (_from, _to, pairs) {
    const found: Divergence[] = [];
    for (const pair of pairs) found.push(yield* toldApart(pair));
    return found;
  };
}
