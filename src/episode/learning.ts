/**
 * Learning from what was seen: how likely a past day was under an episode's parameter draw, what did not happen included.
 *
 * Each question is one that the day of an episode asks, with the probability that stands there; what was seen answers it in
 * place of a draw. A draw that holds for the whole episode is left the part of [0, 1) that gives what was seen, so that a
 * side that was seen to stand firm on a threat is as firm at the table. What happened without such a question is taken as given.
 */
import type { Event } from '../actions/index';
import { joinedName } from '../kit/joined-name';
import { PARTY_IDS, type PartyId } from '../model/actor';
import { each } from '../model/column';
import { isAhead } from '../model/meeting';
import { newMemory } from '../policies/policy';
import { dated, lastDayFor } from '../policies/promises';
import type { SupposedEvent } from '../scenario/model-specification';
import { alignmentProbability, breachProbabilityToday, notHeldProbability } from './chance';
import { casesBeforeCourts, lookAgain, type Learnt, type Region, type RunningEpisode } from './run';
import { decided } from './decided';
import { observedApart } from './observation';
import { frameworkProbability, mayProlong } from './protocol';
import { partiesRest } from './quiet-days';

/** What was seen of a question: its answer, and the event that gives it; no event where nothing happened. */
interface Answer {
  readonly verdict: boolean;
  readonly by: SupposedEvent | null;
}

/** A question that a day asks. */
interface Question {
  /** The name of its draw. */
  readonly draw: string;
  readonly probability: number;
  /** Null where nothing that was seen answers it. */
  readonly answer: Answer | null;
}

/** What was seen of a day. */
interface Seen {
  readonly events: readonly SupposedEvent[];
  /** Whether the day is over, so that what has not happened on it did not happen. */
  readonly over: boolean;
}

/** The first event of the day of which something holds. */
const eventWhere = ({ events }: Seen, holds: (event: Event) => boolean): SupposedEvent | undefined =>
  events.find(({ event }) => holds(event));

/** Yes by an event that is there, no where it is not and the day is over. */
function happened(seen: Seen, holds: (event: Event) => boolean): Answer | null {
  const by = eventWhere(seen, holds);
  if (by !== undefined) return { verdict: true, by };
  return seen.over ? { verdict: false, by: null } : null;
}

/** Whether a court strikes down what is before it, each authority by itself. */
function ofCourts({ state, courtDaily }: RunningEpisode, seen: Seen): Question[] {
  return casesBeforeCourts(state).map(({ id, draw }) => ({
    draw,
    probability: courtDaily,
    answer: happened(seen, (event) => event.type === 'court.strike-down' && event.authority === id),
  }));
}

function ofAllies(run: RunningEpisode, seen: Seen): Question[] {
  const probability = alignmentProbability(run);
  if (probability === null) return [];
  const answer = happened(seen, ({ type }) => type === 'third-country.align');
  return [{ draw: 'allies/align', probability, answer }];
}

/** Whether the meeting falls away on its day, and who calls it off. */
function ofMeeting(run: RunningEpisode, seen: Seen): Question[] {
  const { state, specification, parameters: p } = run;
  const { meeting: id } = specification;
  const meeting = state.meetings[id];
  if (meeting === undefined || meeting.on !== state.today || !isAhead(meeting, state.today)) return [];
  const off = eventWhere(seen, (event) => event.type === 'meeting.call-off' && event.meeting === id);
  const held = eventWhere(seen, (event) => event.type === 'meeting.hold' && event.meeting === id);
  const by = off ?? held;
  if (by === undefined) return [];
  const answer = { verdict: off !== undefined, by };
  const falls = { draw: 'meeting/falls-away', probability: notHeldProbability(run), answer };
  if (off === undefined) return [falls];
  const who = { verdict: off.event.actor === 'US', by: off };
  return [falls, { draw: 'meeting/who', probability: p.meeting.calledOffByUs, answer: who }];
}

/** Whether the truce breaks, by whom, and whether it is given up then. */
function ofBreach(run: RunningEpisode, seen: Seen): Question[] {
  if (!run.clock.breakable) return [];
  const { brokenByUs, terminated } = run.parameters.truce;
  const answer = happened(seen, ({ type }) => type === 'truce.breach');
  const breaks = { draw: 'truce/breach', probability: breachProbabilityToday(run), answer };
  const event = answer?.by?.event;
  if (!answer || event?.type !== 'truce.breach') return [breaks];
  const who = { verdict: event.by === 'US', by: answer.by };
  const ends = happened(seen, ({ type }) => type === 'truce.terminate');
  return [
    breaks,
    { draw: 'truce/who', probability: brokenByUs, answer: who },
    { draw: 'truce/terminate', probability: terminated, answer: ends },
  ];
}

/** How far a round came that closed today: the model knows a framework and progress, and of anything else no probability. */
function ofRounds(run: RunningEpisode, seen: Seen): Question[] {
  const questions: Question[] = [];
  for (const { id, status } of each(run.state.rounds)) {
    if (status !== 'under-way' && status !== 'scheduled') continue;
    const by = eventWhere(seen, (event) => event.type === 'talks.conclude' && event.id === id);
    if (by?.event.type !== 'talks.conclude') continue;
    const { readout } = by.event;
    if (readout !== 'framework' && readout !== 'progress') continue;
    const answer = { verdict: readout === 'framework', by };
    questions.push({ draw: 'talks/readout', probability: frameworkProbability(run), answer });
  }
  return questions;
}

/** Whether a truce is prolonged on the eve of its expiry. */
function ofExtension(run: RunningEpisode, seen: Seen): Question[] {
  if (!mayProlong(run)) return [];
  const answer = happened(seen, ({ type }) => type === 'truce.extend');
  return [{ draw: 'truce/prolonged', probability: run.parameters.truce.extendedOnTheEve, answer }];
}

/** What two events have in common that are the same step, however far it goes: its type, and what it is about. */
const stepOf = (event: Event): string => `${event.type} ${'id' in event ? event.id : ''}`;
const subjectOf = (step: string): string => step.slice(step.indexOf(' ') + 1);

/** Whether the joint pledges whose last day it is are kept. */
function ofJointPledges(run: RunningEpisode, seen: Seen): Question[] {
  const { state, parameters: p } = run;
  return lastDayFor(state, 'pledge-due').flatMap((id) => {
    const pledge = state.pledges[id];
    if (pledge?.status !== 'open' || pledge.act.actor !== 'both') return [];
    const step = stepOf(dated(pledge.act, state.today));
    const answer = happened(seen, (event) => stepOf(event) === step);
    return [{ draw: 'both/keep', probability: p.promises.actKept, answer }];
  });
}

const QUESTIONS: readonly ((run: RunningEpisode, seen: Seen) => Question[])[] = [
  ofCourts,
  ofAllies,
  ofMeeting,
  ofBreach,
  ofRounds,
  ofExtension,
  ofJointPledges,
];

const WHOLE: Region = { low: 0, high: 1 };
const widthOf = ({ low, high }: Region): number => Math.max(0, high - low);

/** The part of a region in which a draw comes true, or does not. */
const cut = ({ low, high }: Region, verdict: boolean, probability: number): Region =>
  verdict
    ? { low, high: Math.max(low, Math.min(high, probability)) }
    : { low: Math.min(high, Math.max(low, probability)), high };

/** Draws that hold for the whole episode although no policy asks for them as its posture. */
const KEPT_DRAWS: ReadonlySet<string> = new Set(['both/keep']);

function multiply({ factors }: Learnt, by: SupposedEvent | null, draw: string, probability: number): void {
  const key = by === null ? silence(draw) : by.name;
  factors[key] = (factors[key] ?? 1) * probability;
}

const SILENCE = 'none of ';

/** The name of the factor of what did not happen; no event of a scenario is called so, since names have no spaces. */
export const silence = (draw: string): string => `${SILENCE}${draw}`;

/** The draw behind the factor of what did not happen, or null where it is that of an event. */
export const silenceOf = (factor: string): string | null =>
  factor.startsWith(SILENCE) ? factor.slice(SILENCE.length) : null;

function learnAnswer(learnt: Learnt, { draw, probability, answer }: Question): void {
  if (answer === null) return;
  const { verdict, by } = answer;
  if (!KEPT_DRAWS.has(draw)) {
    multiply(learnt, by, draw, verdict ? probability : 1 - probability);
    return;
  }
  const before = learnt.regions.get(draw) ?? WHOLE;
  const after = cut(before, verdict, probability);
  multiply(learnt, by, draw, widthOf(before) === 0 ? 0 : widthOf(after) / widthOf(before));
  learnt.regions.set(draw, after);
}

/** One way in which a party may decide today: what its draws have to be for it, and the steps that it takes then. */
interface Way {
  readonly regions: ReadonlyMap<string, Region>;
  readonly postures: ReadonlySet<string>;
  readonly probability: number;
  readonly steps: ReadonlySet<string>;
}

/** Most ways of a day that are gone through; who has more to decide on at once is not learnt from. */
const MOST_WAYS = 64;

/** One way, in which the first questions are answered as told and the others with yes; with how each was answered. */
function wayOf(
  run: RunningEpisode,
  party: PartyId,
  learnt: Learnt,
  told: readonly boolean[],
): { readonly way: Way; readonly verdicts: readonly boolean[] } {
  const regions = new Map<string, Region>();
  const postures = new Set<string>();
  const verdicts: boolean[] = [];
  const name = (purpose: string) => joinedName(joinedName(party, '/'), purpose);
  const priorOf = (draw: string) => learnt.regions.get(draw) ?? WHOLE;
  const { policies, state } = run;
  const events = decided(
    run.specification.own,
    party,
    policies[party],
    observedApart(run, party, {
      // What an answer in kind waits for is not seen: acts are taken as looked at.
      memory: newMemory(state),
      draw: () => 0.5,
      posture: (purpose) => {
        postures.add(name(purpose));
        return 0.5;
      },
      notes: {
        trial: (purpose, _, probability) => {
          const draw = name(purpose);
          const verdict = told[verdicts.length] ?? true;
          verdicts.push(verdict);
          regions.set(draw, cut(regions.get(draw) ?? priorOf(draw), verdict, probability));
          return verdict;
        },
        because: () => undefined,
      },
    }),
  );
  let probability = 1;
  for (const [draw, region] of regions) {
    const whole = widthOf(priorOf(draw));
    probability *= whole === 0 ? 0 : widthOf(region) / whole;
  }
  return { way: { regions, postures, probability, steps: new Set(events.map(stepOf)) }, verdicts };
}

/** All ways in which a party may decide today that have a probability; none where there are too many. */
function waysOf(run: RunningEpisode, party: PartyId, learnt: Learnt): Way[] {
  const ways: Way[] = [];
  const todo: (readonly boolean[])[] = [[]];
  for (let told = todo.pop(); told !== undefined; told = todo.pop()) {
    if (ways.length + todo.length >= MOST_WAYS) return [];
    const { way, verdicts } = wayOf(run, party, learnt, told);
    ways.push(way);
    for (let at = told.length; at < verdicts.length; at += 1) todo.push([...verdicts.slice(0, at), false]);
  }
  return ways.filter(({ probability }) => probability > 0);
}

/**
 * The steps by which ways are told apart: those of some ways and not of all. Where every way does something about a subject and nothing was
 * seen of it, the party has left the courses of its policy, and that subject tells nothing.
 */
function tellingSteps(ways: readonly Way[], { events }: Seen, party: PartyId): string[] {
  const steps = [...new Set(ways.flatMap((way) => [...way.steps]))];
  const telling = steps.filter((step) => !ways.every((way) => way.steps.has(step)));
  const touched = new Set(
    events.flatMap(({ event }) => (event.actor === party ? [subjectOf(stepOf(event))] : [])),
  );
  return telling.filter((step) => {
    const subject = subjectOf(step);
    const always = ways.every((way) => [...way.steps].some((other) => subjectOf(other) === subject));
    return touched.has(subject) || !always;
  });
}

/** Learns from what a party was seen to do, or not to do, of what its policy decides on today. */
function learnDecision(run: RunningEpisode, party: PartyId, learnt: Learnt, seen: Seen): void {
  const ways = waysOf(run, party, learnt);
  if (ways.length < 2) return;
  const telling = tellingSteps(ways, seen, party);
  if (telling.length === 0) return;
  const done = seen.events.filter(({ event }) => event.actor === party && telling.includes(stepOf(event)));
  if (done.length === 0 && !seen.over) return;
  const doneSteps = new Set(done.map(({ event }) => stepOf(event)));
  const fitting = ways.filter((way) => telling.every((step) => way.steps.has(step) === doneSteps.has(step)));
  // A course that the policy never takes is taken as given.
  if (fitting.length === 0) return;
  const probability = fitting.reduce((sum, way) => sum + way.probability, 0);
  const draws = new Set(fitting.flatMap(({ regions }) => [...regions.keys()]));
  multiply(learnt, done[0] ?? null, [...draws].join('+'), probability);
  for (const draw of new Set(fitting.flatMap(({ postures }) => [...postures]))) {
    const left = fitting.flatMap(({ regions }) => regions.get(draw) ?? []);
    // A way that did not ask leaves the draw where it was.
    if (left.length < fitting.length) continue;
    const low = Math.min(...left.map((region) => region.low));
    const high = Math.max(...left.map((region) => region.high));
    learnt.regions.set(draw, { low, high });
  }
}

/** What was seen today: the supposed events from a place on that are not of a later day. */
function seenToday({ specification, state }: RunningEpisode, next: number, over: boolean): Seen {
  const { supposed } = specification;
  let to = next;
  while (to < supposed.length && supposed[to]!.event.on <= state.today) to += 1;
  return { events: supposed.slice(next, to), over };
}

/**
 * Learns from a day, as things stood on its morning: from what was seen, and where the day is over also from what did not
 * happen. Changes nothing of the state.
 */
export function learnFromDay(run: RunningEpisode, learnt: Learnt, next: number, over: boolean): void {
  const seen = seenToday(run, next, over);
  lookAgain(run);
  for (const ask of QUESTIONS) for (const question of ask(run, seen)) learnAnswer(learnt, question);
  if (seen.events.length === 0 && partiesRest(run)) return;
  for (const party of PARTY_IDS) learnDecision(run, party, learnt, seen);
}
