/**
 * The forms of the answers that are told as text, and of what a screen is painted with. Each function of the entry for people
 * asks them at its head, so that whoever hands over something else hears which field is wrong. No form is made of another one: a
 * bundler leaves out those that a program does not ask.
 */
import type { EventBase } from '../../actions/index';
import type { Backtest } from '../../analyses/backtest/backtest';
import type { DifferingStep } from '../../analyses/comparison/differing-steps';
import type { ExplainedComparison } from '../../analyses/comparison/explained-comparison';
import type { Comparison } from '../../analyses/comparison/paired-comparison';
import type { Forecast } from '../../analyses/forecast/forecast';
import type { Explained } from '../../analyses/project';
import type { ReplayedLog } from '../../analyses/replayed-log';
import type { ScreeningAnswer } from '../../analyses/sensitivity/screening';
import type { ScenarioUncertainty, Sensitivity } from '../../analyses/sensitivity/study-options';
import type { Tornado } from '../../analyses/sensitivity/tornado';
import type { VarianceShares } from '../../analyses/sensitivity/variance-shares';
import type { Signal } from '../../analyses/watch/watch';
import type { Explanation } from '../../engine/explain';
import type { Course } from '../../ensemble/course';
import type { QuantityOfInterest } from '../../ensemble/quantity-of-interest';
import type { RecordedEpisode } from '../../episode/recorded';
import { checkAnswer, checkAnswers, type AnswerForm } from '../../kit/answer-form';
import { checkNumber, readOff } from '../../kit/checks';
import type { Scenario } from '../../scenario/schema';
import type { Paint } from './text';

/** A projection, which may tell what each act contributes. */
export const PROJECTION: AnswerForm<Explained> = {
  what: 'an answer of project',
  fields: {
    version: 'text',
    title: 'text',
    question: 'text',
    asOf: 'text',
    today: 'text',
    horizon: 'text',
    seed: 'text',
    runs: 'number',
    partial: 'object?',
    digest: 'text',
    meeting: 'object or null',
    noMeeting: 'text or null',
    baseRate: 'object',
    outcomes: 'list of objects or null',
    deal: 'object or null',
    newCoercion: 'object',
    unclassified: 'object',
    refused: 'list of objects',
    observed: 'object?',
    given: 'object?',
    inert: 'list of objects?',
    issues: 'list of objects or null',
    averageTariffPct: 'object',
    truce: 'object',
    economy: 'object',
    drivers: 'list of objects',
    assumptions: 'list',
    why: 'list of objects?',
  },
};

export const COURSE: AnswerForm<Course> = {
  what: 'a course, as projectInFull gives it',
  fields: { dates: 'list', distributions: 'object' },
};

export const COMPARISON: AnswerForm<Comparison> = {
  what: 'an answer of compare',
  fields: { outcomes: 'list of objects', quantities: 'list of objects', variance: 'object' },
};

export const EXPLAINED_COMPARISON: AnswerForm<ExplainedComparison> = {
  what: 'an answer of explainDifference',
  fields: {
    changed: 'object',
    explained: 'number',
    differences: 'list of objects',
    overdetermined: 'object',
    starts: 'list of objects',
    turns: 'list of objects',
    partedBefore: 'object',
    endingAlike: 'object',
    example: 'object or null',
  },
};

export const STEP: AnswerForm<DifferingStep> = {
  what: 'a step, as explainDifference has it in a chain or a turn',
  fields: {
    on: 'text',
    base: 'object or null',
    variant: 'object or null',
    moved: 'list of objects',
    crossed: 'object or null',
    refused: 'object or null',
  },
};

export const SIGNAL: AnswerForm<Signal> = {
  what: 'a signal, as watch gives it',
  fields: { event: 'object or null', level: 'object?' },
};

export const BACKTEST: AnswerForm<Backtest> = {
  what: 'an answer of backtest',
  fields: {
    n: 'number',
    meetings: 'list of objects',
    baselines: 'object',
    sets: 'list of objects',
    parts: 'list of objects',
    prices: 'list of objects',
    forecasters: 'list of objects',
    contracts: 'list of objects',
    details: 'object',
    heldOut: 'list of objects',
    firstScores: 'list of objects',
  },
};

export const FORECAST: AnswerForm<Forecast> = {
  what: 'an answer of forecast',
  fields: { known: 'object', questions: 'list of objects', head: 'text or null' },
};

export const REPLAYED: AnswerForm<ReplayedLog> = {
  what: 'what replayLog gives under replayed',
  fields: {
    ok: 'yes-no',
    version: 'text',
    comparable: 'yes-no',
    events: 'number',
    digest: 'text',
    checked: 'list',
    differs: 'list of objects',
    unchecked: 'list of objects',
    adapted: 'list of objects',
    refused: 'object?',
  },
};

const OF_SENSITIVITY = 'an answer of sensitivity';

export const SENSITIVITY: AnswerForm<Sensitivity> = {
  what: OF_SENSITIVITY,
  fields: {
    version: 'text',
    scenario: 'text',
    seed: 'text',
    method: 'text',
    headline: 'object',
    episodes: 'number',
  },
};

export const TORNADO: AnswerForm<Tornado> = {
  what: OF_SENSITIVITY,
  fields: { bars: 'list of objects', runs: 'number', mean: 'number' },
};

export const SCREENING: AnswerForm<ScreeningAnswer> = {
  what: OF_SENSITIVITY,
  fields: { factors: 'list of objects', trajectories: 'number' },
};

export const SHARES: AnswerForm<VarianceShares> = {
  what: OF_SENSITIVITY,
  fields: {
    factors: 'list of objects',
    rows: 'number',
    mean: 'number',
    knowable: 'number',
    trajectories: 'number',
  },
};

export const UNCERTAINTY: AnswerForm<ScenarioUncertainty> = {
  what: 'an answer of uncertainty',
  fields: {
    version: 'text',
    scenario: 'text',
    seed: 'text',
    runs: 'number',
    design: 'object',
    headlines: 'list of objects',
  },
};

export const EXPLANATION: AnswerForm<
  Pick<Explanation, 'legal' | 'refusals'> & { readonly nearest: readonly EventBase[] }
> = {
  what: 'an answer of explain',
  fields: { legal: 'yes-no', refusals: 'list of objects', nearest: 'list of objects' },
};

const AN_EPISODE = 'an episode, as runEpisode gives it';

export const EPISODE: AnswerForm<Pick<RecordedEpisode, 'events' | 'outcome'>> = {
  what: AN_EPISODE,
  fields: { events: 'list of objects', outcome: 'text or null' },
};

/** What is told of an episode beside its end. */
export const RECORDED: AnswerForm<RecordedEpisode> = {
  what: AN_EPISODE,
  fields: { episode: 'number', digest: 'text' },
};

export const SCENARIO: AnswerForm<Scenario> = {
  what: 'a scenario, as loadScenario gives it',
  fields: {
    id: 'text',
    title: 'text',
    question: 'text',
    about: 'text',
    asOf: 'text',
    meeting: 'text',
    agenda: 'list',
    policies: 'object',
    hypotheses: 'object',
    withoutAuthorities: 'list',
    events: 'object',
    issues: 'object',
    parameters: 'object',
    assumptions: 'list',
    outcomes: 'list of objects',
  },
};

export const QUANTITY: AnswerForm<Pick<QuantityOfInterest, 'id' | 'title'>> = {
  what: 'a quantity of interest, or its id and title',
  fields: { id: 'text', title: 'text' },
};

export const EVENT: AnswerForm<EventBase> = {
  what: 'an event',
  fields: { type: 'text', actor: 'text', on: 'text' },
};

const PAINT: AnswerForm<Paint> = {
  what: 'what paints a screen, such as PLAIN',
  fields: {
    width: 'number?',
    bold: 'function',
    dim: 'function',
    red: 'function',
    green: 'function',
    yellow: 'function',
    cyan: 'function',
  },
};

/** Refuses with an InputError what paints nothing, and a width that is none. */
export function checkPaint(path: string, paint: Paint): void {
  checkAnswer(path, paint, PAINT);
  const width = readOff(path, paint, () => paint.width);
  // A screen without an end is wide enough for anything.
  if (width !== undefined && width !== Infinity) checkNumber(`${path}.width`, width, 1);
}

/** Refuses with an InputError what is no list of events; whether they may happen, the rules are asked. */
export function checkEvents(path: string, events: readonly EventBase[]): void {
  checkAnswers(path, events, EVENT);
}
