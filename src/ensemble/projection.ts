/**
 * The projection: the distribution that an ensemble gives, with an interval on every probability.
 *
 * Outcome classes that are coded for past meetings, and the deal that some of them are, are published as the logarithmic
 * pool of the model with the base rate, because the raw model is overconfident; both numbers are kept. Everything else is
 * the model alone. Intervals are Wilson's at 95 % on the model's share, their ends pooled likewise.
 */
import { finish, type Cooperative } from '../kit/cooperative';
import { wilson, type ShareInterval } from '../kit/statistics';
import { digest } from '../engine/digest';
import type { Event } from '../actions/index';
import type { Scenario } from '../scenario/schema';
import { stateOfToday, type ModelSpecification } from '../scenario/model-specification';
import { wayOf, type Way } from './average-way';
import { baseRateWeight, dealClasses, publisher, type Basis } from '../outcomes/pool';
import type { State } from '../model/state';
import { averageTariffPct } from '../model/tariff';
import type { PartyId } from '../model/actor';
import { inertSuppositions, type InertSupposition } from '../episode/inert';
import { drivers, type Driver } from './drivers';
import { band, economyAhead, round, type Band, type EconomyAhead } from './economy-ahead';
import { curveOf, followedDays, TRUCE_DAYS, type CurvePoint, type TruceCurve } from './truce-curves';
import {
  countAtLeast,
  countedValues,
  histogramMean,
  histogramQuantile,
  total,
  type Histogram,
  type Tally,
} from './tally';
import { whoOf } from '../facts/who-meets';

/** A probability with its 95 % interval. */
export type Probability = ShareInterval;

/** A probability that no base rate enters. */
export interface ModelProbability extends Probability {
  /** The model alone. */ readonly basis: 'model';
}

/** An average tariff of one day over all runs: its distribution, and where it stands against today. */
export interface AverageAhead extends Band {
  /** Mean over the runs, per cent. */
  readonly mean: number;
  /** Its commonest values, rounded to a tenth of a point, likeliest first; what they leave is `other`. */
  readonly levels: readonly {
    /** The value, per cent; `other` for all that is not told one by one. */ readonly pct: number | 'other';
    /** Share of the runs with it, 0 to 1. */ readonly p: number;
  }[];
  /** Probability that it is above the average of today by half a point or more. */
  readonly pUp: number;
  /** Probability that it is within half a point of the average of today. */
  readonly pSame: number;
  /** Probability that it is below the average of today by half a point or more. */
  readonly pDown: number;
}

/** An average tariff, per cent: on the first day, today, and ahead. */
export interface AverageTariff {
  /** On the first day of the scenario. */ readonly start: number;
  /** On the day from which is projected. */ readonly today: number;
  /**
   * Mean on the evening before the planned day of the meeting: what lies between today and it is done before the meeting, what lies between
   * it and `end` is added at it and after; null where no meeting lies ahead.
   */
  readonly eve: number | null;
  /** Two weeks after the meeting; two weeks from today where no meeting lies ahead. */
  readonly end: AverageAhead;
  /** At the horizon. */
  readonly atHorizon: AverageAhead;
  /** The model alone. */ readonly basis: 'model';
}

/** A supposed event that the rules refused in some runs: those runs went on without it. */
export interface RefusedSupposition {
  /** Its name in the scenario. */
  readonly event: string;
  /** Code of the first rule that it broke. */
  readonly code: string;
  /** Number of runs in which it was refused, at least 1. */ readonly runs: number;
}

/** A probability as it is published, with the model's own beside it. */
export interface PublishedShare extends Probability {
  /** Share of the model's episodes, before it is pooled with the base rate. */
  readonly pModel: number;
  /** Whether it is pooled with the base rate or the model alone. */
  readonly basis: Basis;
}

/** An outcome class in the answer. */
export interface OutcomeShare extends PublishedShare {
  /** Id of the class. */
  readonly id: string;
  /** The class in a word or two. */
  readonly title: string;
  /** When it holds, in a sentence. */
  readonly meaning: string;
}

/** What is conceded on an issue, over all runs: 0 where there is no deal. */
export interface IssueShare {
  /** Id of the issue. */
  readonly id: string;
  /** The side that would give. */
  readonly giver: PartyId;
  /** What people call the issue. */
  readonly label: string;
  /** Mean degree of concession, 0 to 1. */
  readonly mean: number;
  /** Probability of at least half a concession. */
  readonly pHalf: number;
  /** Degree at or below which a tenth of the runs lies, 0 to 1. */ readonly p10: number;
  /** Degree at or below which nine tenths of the runs lie, 0 to 1. */ readonly p90: number;
  /** The model alone. */ readonly basis: 'model';
}

/** How much something that was seen tells of the parameters. */
export interface Evidence {
  /** Name of the event in its scenario; null where it is that something did not happen. */
  readonly event: string | null;
  /** The event that was seen; null where it is that something did not happen. */
  readonly act: Event | null;
  /** Of what did not happen the draw that would have brought it, as `truce/breach`; null of an event. */
  readonly absent: string | null;
  /** Probability that the model gives it, with all else that was seen known. */
  readonly p: number;
  /** How far it moves the parameter draws, all else that was seen known: relative entropy in bits. */
  readonly bits: number;
}

/** What was learnt from what has happened, where it is taken as seen and not as given. */
export interface Observed {
  /** As many independent parameter draws tell as much as the weighed ones. */
  readonly effectiveRuns: number;
  /** In the order of their days; what did not happen comes last. */
  readonly evidence: readonly Evidence[];
  /** Names of events for which the model has no probability: they are taken as given. */
  readonly unweighed: readonly string[];
}

/** The answer of an ensemble: what `detente project --json` prints. */
export interface Projection {
  /** The version of detente that made it. */
  readonly version: string;
  /** Id of the scenario. */
  readonly scenario: string;
  /** Title of the scenario. */
  readonly title: string;
  /** The question that the scenario asks. */
  readonly question: string;
  /** The first day. */
  readonly asOf: string;
  /** The day from which it is projected: up to it only what is given has happened, and what law and clocks made of it. */
  readonly today: string;
  /** The last day of each run. */
  readonly horizon: string;
  /** The seed: with scenario, day and runs it gives the same bytes again. */
  readonly seed: string;
  /** Number of runs of which it tells. */
  readonly runs: number;
  /** There where it was stopped: the answer is of the first episodes only or, with all of them done, without what was asked beside them. */
  readonly partial?: {
    /** Number of episodes that were run. */ readonly done: number;
    /** Number of episodes that were asked for. */ readonly asked: number;
  };
  /** Fingerprint of the answer. */
  readonly digest: string;
  /** The meeting that it is about; null where none lies ahead of today. */
  readonly meeting: {
    /** Id of the meeting among those of a state. */ readonly id: string;
    /** Its planned day, `YYYY-MM-DD`. */ readonly on: string;
    /** Where, in words. */ readonly place: string;
    /** That it is held, on this day or on one to which it is put off. */ readonly held: ModelProbability;
  } | null;
  /** Why nothing is said of a meeting and its outcome; null where one lies ahead. */
  readonly noMeeting: string | null;
  /** Weight of the base rate in the pool, 0 where nothing is pooled, and the number of meetings behind it. */
  readonly baseRate: {
    /** Weight in the logarithmic pool, 0 to 1. */ readonly weight: number;
    /** Number of coded meetings before the first day. */ readonly meetings: number;
  };
  /** Probabilities of the outcome classes, each a share of all runs; null where no meeting lies ahead. */
  readonly outcomes: readonly OutcomeShare[] | null;
  /**
   * The classes with a text together: that the meeting ends in one and, where the scenario asks for escalation first, that no escalation follows; null where no class declares a coded one of them, and
   * where no meeting lies ahead.
   */
  readonly deal: PublishedShare | null;
  /**
   * That a coercive act of either side, ordered after the first day and not itself supposed, has entered into force two weeks after the
   * meeting, whether that is held or not; two weeks from today where no meeting lies ahead.
   */
  readonly newCoercion: ModelProbability;
  /** Runs that are in none of the classes or in several, and the number of the first of them: 0 and null where classes are sound. */
  readonly unclassified: {
    /** Number of such runs. */ readonly runs: number;
    /** Number of the first episode among them, from 0; null for none. */ readonly first: number | null;
  };
  /** Supposed events that were refused, in their order. */
  readonly refused: readonly RefusedSupposition[];
  /** What was learnt from what has happened; absent where it is taken as given. */
  readonly observed?: Observed;
  /** Of which runs the answer tells, where it is given a condition. */
  readonly given?: Given;
  /** Supposed events that bear on nothing that is answered, each with the reason; absent where there is none. */
  readonly inert?: readonly InertSupposition[];
  /** What is conceded at the meeting; null where none lies ahead. */
  readonly issues: readonly IssueShare[] | null;
  /** The average duties of each side on the goods of the other, per cent. */
  readonly averageTariffPct: Readonly<Record<'usOnCn' | 'cnOnUs', AverageTariff>>;
  /**
   * How long a truce lasts, counted from the planned day of the meeting (from today where none lies ahead), among the runs with a text in force on the day
   * after it: share of runs in which the text is still in force, and in which no breach has been documented yet. Neither
   * bounds the other. A day beyond the horizon is null; so is a curve where no run has a text.
   */
  readonly truce: Readonly<Record<TruceCurve, readonly (CurvePoint | null)[] | null>>;
  /** What follows for output, prices, trade and stocks; it decides nothing. */
  readonly economy: EconomyAhead;
  /** Parameters that move the answer most, strongest first. */
  readonly drivers: readonly Driver[];
  /** What the scenario supposes beside the facts, in sentences. */
  readonly assumptions: readonly string[];
}

function rounded(interval: ShareInterval): Probability {
  return { p: round(interval.p), low: round(interval.low), high: round(interval.high) };
}

/** Most levels of an average that are told one by one. */
const LEVELS_TOLD = 12;
/** The commonest levels of a histogram, rounded to a tenth. */
function levelsOf(histogram: Histogram): AverageAhead['levels'] {
  const runs = total(histogram);
  const byTenth = new Map<number, number>();
  for (const [value, n] of countedValues(histogram)) {
    const tenth = round(value, 1);
    byTenth.set(tenth, (byTenth.get(tenth) ?? 0) + n);
  }
  const levels = [...byTenth].sort(([a, n], [b, m]) => m - n || a - b);
  const told = levels.slice(0, LEVELS_TOLD).map(([pct, n]) => ({ pct, p: round(n / runs) }));
  const rest = levels.slice(LEVELS_TOLD).reduce((sum, [, n]) => sum + n, 0);
  return rest === 0 ? told : [...told, { pct: 'other', p: round(rest / runs) }];
}

/** What is told of an average ahead; `today` is rounded to the grid as those are, so that equal stays equal. */
function averageAhead(histogram: Histogram, today: number): AverageAhead {
  const runs = total(histogram);
  const share = (n: number) => round(runs === 0 ? 0 : n / runs);
  const counted = (way: Way) =>
    countedValues(histogram).reduce((sum, [value, n]) => sum + (wayOf(today, value) === way ? n : 0), 0);
  const up = counted('up');
  const down = counted('down');
  return {
    ...band(histogram),
    mean: round(histogramMean(histogram)),
    levels: runs === 0 ? [] : levelsOf(histogram),
    pUp: share(up),
    pSame: share(runs - up - down),
    pDown: share(down),
  };
}

/** Probabilities of outcome classes as they are published. */
export interface PublishedShares {
  readonly outcomes: readonly OutcomeShare[];
  readonly deal: PublishedShare | null;
}

/** A share of the runs of a tally with its interval, each run counting as so many independent ones. */
const shareOfRuns = (n: number, { runs }: Pick<Tally, 'runs'>, independent: number): ShareInterval =>
  wilson(n * independent, runs * independent);

/**
 * The published probabilities of the classes that a tally gives. `independent` is as how many independent runs each one counts: less
 * than one where some have the same parameter draw.
 */
export function publishedShares(
  specification: ModelSpecification,
  tally: Tally,
  independent = 1,
): PublishedShares {
  const shares = tally.outcomes.map((n) => shareOfRuns(n, tally, independent));
  const publish = publisher(
    specification,
    shares.map(({ p }) => p),
  );
  const published = (members: readonly number[], model: ShareInterval): PublishedShare => {
    const { p, low, high, basis } = publish(members, model);
    return { pModel: round(model.p), p: round(p), low: round(low), high: round(high), basis };
  };
  const withText = dealClasses(specification);
  const texts = withText.reduce((sum, at) => sum + tally.outcomes[at]!, 0);
  return {
    outcomes: specification.outcomes.map(({ id, title, meaning }, at) => ({
      id,
      title,
      meaning,
      ...published([at], shares[at]!),
    })),
    deal: withText.length === 0 ? null : published(withText, shareOfRuns(texts, tally, independent)),
  };
}

function issueShares(specification: ModelSpecification, initial: State, tally: Tally): IssueShare[] {
  return specification.issues.map(({ id, giver }, index) => {
    const degrees = tally.issues[index]!;
    return {
      id,
      giver,
      label: initial.issues[id]?.label ?? id,
      mean: round(histogramMean(degrees)),
      pHalf: round(tally.runs === 0 ? 0 : countAtLeast(degrees, 0.5) / tally.runs),
      p10: round(histogramQuantile(degrees, 0.1)),
      p90: round(histogramQuantile(degrees, 0.9)),
      basis: 'model',
    };
  });
}

function truceCurve(
  specification: ModelSpecification,
  tally: Tally,
  curve: TruceCurve,
  independent: number,
): readonly (CurvePoint | null)[] | null {
  const points = curveOf(tally, curve, TRUCE_DAYS, followedDays(specification), independent);
  return points?.map((point) => point && { days: point.days, ...rounded(point) }) ?? null;
}

/** What is told of the meeting that lies ahead, or why nothing is. */
function aboutMeeting(
  specification: ModelSpecification,
  initial: State,
  tally: Tally,
  independent: number,
): Pick<Projection, 'meeting' | 'noMeeting' | 'outcomes' | 'deal' | 'issues'> {
  const {
    meeting: id,
    meetingOn: on,
    meetingPlace: place,
    meetingAhead,
    leadersMeet,
    today,
    horizon,
  } = specification;
  if (!meetingAhead) {
    const noMeeting = `no meeting of the ${whoOf(leadersMeet)} is planned from ${today} to the horizon ${horizon}`;
    return { meeting: null, noMeeting, outcomes: null, deal: null, issues: null };
  }
  const held = { ...rounded(shareOfRuns(tally.held, tally, independent)), basis: 'model' as const };
  return {
    meeting: { id, on, place, held },
    noMeeting: null,
    ...publishedShares(specification, tally, independent),
    issues: issueShares(specification, initial, tally),
  };
}

/** Supposed events that were refused, in the order of the scenario. */
function refusedOf({ supposed }: ModelSpecification, { refusedSupposed }: Tally): RefusedSupposition[] {
  return supposed.flatMap(({ name }) => {
    const counted = refusedSupposed[name];
    return counted === undefined ? [] : [{ event: name, ...counted }];
  });
}

/** A condition, the runs that were made, and the share of them that met it, with its 95 % interval. */
export interface Given extends ShareInterval {
  /** The condition as it was asked, such as `deal` or `mean:US>=40`. */
  readonly condition: string;
  /** Number of runs that were made, those included that did not meet it. */
  readonly of: number;
}

/** What a projection needs beside the tally. */
export interface ProjectionFrame {
  readonly version: string;
  readonly scenario: Scenario;
  readonly specification: ModelSpecification;
  /** The state of the first day. */
  readonly initial: State;
  readonly seed: string;
  /** Runs that were asked for; those of the tally unless told. */
  readonly asked?: number;
  /** What was learnt from what has happened, where it is taken as seen. */
  readonly observed?: Observed | undefined;
  /** The condition that the runs of the tally meet, where there is one. */
  readonly given?: Given | undefined;
}

/** Turns a tally into the answer with its digest, which covers everything but itself. */
export function projectionOf(frame: ProjectionFrame, tally: Tally): Projection {
  return finish(projectionInSteps(frame, tally));
}

/** As {@link projectionOf}, with pauses. What the tally takes after the first step is not in the answer. */
export function* projectionInSteps(frame: ProjectionFrame, tally: Tally): Cooperative<Projection> {
  const sample = [...tally.sample];
  const told = toldOf(frame, tally);
  yield;
  const answer = {
    ...told,
    drivers: yield* drivers(frame.specification, sample),
    assumptions: frame.scenario.assumptions,
  };
  return { ...answer, digest: digest(answer) };
}

/** All that is told of a tally, but for what drives it. */
function toldOf(frame: ProjectionFrame, tally: Tally) {
  const { version, scenario, specification, initial, seed, asked = tally.runs, observed, given } = frame;
  const independent =
    observed === undefined ? 1 : observed.effectiveRuns / Math.max(asked, observed.effectiveRuns);
  // Of those given a condition, all that were made to find them.
  const done = given?.of ?? tally.runs;
  const { today } = specification;
  const now = stateOfToday(initial, specification);
  const inert = inertSuppositions(specification);
  const direction = (name: 'usOnCn' | 'cnOnUs') => {
    const average = averageTariffPct(now, name);
    return {
      start: round(averageTariffPct(initial, name), 4),
      today: round(average, 4),
      eve: specification.meetingAhead ? round(histogramMean(tally.eve[name]), 4) : null,
      end: averageAhead(tally.end[name], average),
      atHorizon: averageAhead(tally.last[name], average),
      basis: 'model' as const,
    };
  };
  return {
    version,
    scenario: scenario.id,
    title: scenario.title,
    question: scenario.question,
    asOf: scenario.asOf,
    today,
    horizon: scenario.horizon,
    seed,
    runs: tally.runs,
    ...(done < asked ? { partial: { done, asked } } : {}),
    ...(given === undefined ? {} : { given }),
    baseRate: { weight: baseRateWeight(specification), meetings: specification.baseRateMeetings },
    ...aboutMeeting(specification, initial, tally, independent),
    newCoercion: { ...rounded(shareOfRuns(tally.newCoercion, tally, independent)), basis: 'model' as const },
    unclassified: { runs: tally.unclassified, first: tally.firstUnclassified },
    refused: refusedOf(specification, tally),
    ...(observed === undefined ? {} : { observed }),
    ...(inert.length === 0 ? {} : { inert }),
    averageTariffPct: { usOnCn: direction('usOnCn'), cnOnUs: direction('cnOnUs') },
    truce: {
      text: truceCurve(specification, tally, 'text', independent),
      unbroken: truceCurve(specification, tally, 'unbroken', independent),
    },
    economy: economyAhead(tally),
  };
}
