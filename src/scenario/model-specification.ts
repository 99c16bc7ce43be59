/**
 * The model specification of a scenario: priors of the agenda, ranges of parameters, the trading world, base rates.
 *
 * The state holds what law and record know; this holds what bargaining, economy and simulation assume. Both are
 * derived from the facts by date and differ from them only where the scenario says so.
 */
import type { Event } from '../actions/index';
import { stepInPlace } from '../engine/apply';
import { tableFor, type OwnRules } from '../engine/own-table';
import { parseEventIn } from '../engine/parse';
import { passInPlace } from '../engine/replay';
import { daysBetween } from '../kit/calendar';
import type { OptionTable } from '../kit/checks';
import { InputError } from '../kit/input-error';
import type { PartyId } from '../model/actor';
import { each } from '../model/column';
import { copyState } from '../model/copy-state';
import { isAhead, meetingOf } from '../model/meeting';
import type { State } from '../model/state';
import type { ParameterName } from '../model/parameters';
import type { FirstDay } from '../facts/initial-state';
import { openingOn, type FoldedDay, type Lately, type Opening } from '../facts/opening';
import type { BareFacts } from '../facts/bare';
import { askedMeeting, type AskedMeeting } from './asked-meeting';
import { BASE_RATE_CLASSES } from '../model/coded-class';
import type { OwnModel } from './own';
import type { OutcomeClass, Scenario } from './schema';
import { countAt, firstOf, itemAt, itemOf } from '../kit/lists';
import { whoMeets } from '../facts/who-meets';

export { BASE_RATE_CLASSES } from '../model/coded-class';

/** A parameter with the distribution from which a parameter draw takes it. */
export interface ParameterDistribution {
  /** Its dotted name. */
  readonly name: ParameterName;
  /** Its symbol in version 0.1, by which it is drawn; null where it had none. */
  readonly symbol: string | null;
  readonly low: number;
  readonly central: number;
  readonly high: number;
  /** Whether each episode draws its own value; else the central value holds. */
  readonly drawn: boolean;
  /** Whether only whole numbers make sense: what is drawn is rounded. */
  readonly whole: boolean;
}

/** What the chance of a parameter is keyed by: it stays when the parameter is renamed. */
export const drawKeyOf = ({ name, symbol }: Pick<ParameterDistribution, 'name' | 'symbol'>): string =>
  `world/${symbol ?? name}`;

/** An issue with the priors of its weights; worths are utility points (1 % of GDP for a year). */
export interface IssuePrior {
  readonly id: string;
  readonly label: string;
  readonly giver: PartyId;
  readonly benefit: number;
  readonly cost: number;
  readonly cap: number;
  readonly indivisible: boolean;
  readonly kind: 'tariff' | 'control' | 'economic' | 'symbolic';
  readonly performance: BareFacts['issues'][number]['performance'];
}

/** A supposed event of a scenario, by name. */
export interface SupposedEvent {
  readonly name: string;
  readonly event: Event;
}

/** All that the model needs to run a scenario. */
export interface ModelSpecification {
  readonly parameters: readonly ParameterDistribution[];
  readonly issues: readonly IssuePrior[];
  readonly tradeWorld: {
    readonly labels: readonly string[];
    readonly flows: readonly (readonly number[])[];
    readonly income: readonly number[];
  };
  /** Average US rate on Chinese goods on the day since which tariffs count as pain, per cent. */
  readonly painBaselinePct: number;
  /** Average Chinese rate on US goods on that day, per cent. */
  readonly painBaselineCnPct: number;
  /**
   * What American duties on Chinese goods, and Chinese on American, added to the averages of the day since which they count as pain, step
   * by step until the first day: percentage points, and for how many days. Null where pain opens at the stock at which duties
   * of the first day would neither add to it nor let it fade.
   */
  readonly pastDuties:
    readonly { readonly newTariffPp: number; readonly newChinesePp: number; readonly days: number }[] | null;
  /** Day since which the first rare-earth control that counts as pain is in force: substitution began then. */
  readonly controlSince: string | null;
  /** Base rate over {@link BASE_RATE_CLASSES} of the meetings known on the first day. */
  readonly baseRate: readonly number[];
  /** Number of meetings behind the base rate. */
  readonly baseRateMeetings: number;
  readonly hypotheses: Scenario['hypotheses'];
  /** Ids of the policies by which the parties act: shipped ones, or one's own. */
  readonly policies: Readonly<Record<PartyId, string>>;
  /** The months before the first day: the state in which they began and the acts of the record since; null for the core. */
  readonly lately: Lately | null;
  readonly supposed: readonly SupposedEvent[];
  readonly outcomes: readonly OutcomeClass[];
  /** The order in which the classes are asked, where they have one; else an end belongs to exactly one. */
  readonly precedence?: readonly string[];
  /** Id of the meeting that the projection is about. */
  readonly meeting: string;
  /** Its day, or the one to which the scenario supposes that it is put off; today where no meeting lies ahead. */
  readonly meetingOn: string;
  /** Where it is planned. */
  readonly meetingPlace: string;
  /** Whether the meeting lies ahead of today: else there is no outcome of it, and no base rate says anything about one. */
  readonly meetingAhead: boolean;
  /** Whether leaders meet, who settle what ministers put off. */
  readonly leadersMeet: boolean;
  /** Authorities whose measures hit all countries: their dates are no part of the dispute. */
  readonly generalAuthorities: readonly string[];
  /**
   * The day from which parties and chance act. Up to it only what is supposed has happened, and what law and clocks make
   * of it.
   */
  readonly today: string;
  readonly horizon: string;
  /**
   * Where what has happened is taken as seen: postures are those that it leaves, and of which episode each one has the parameter
   * draw, so that draws are as frequent as what was seen makes them likely. Absent where it is taken as given.
   */
  readonly observed?: { readonly drawnAs?: readonly number[] };
  /** Labels of the promises that an agreement may contain, by id. */
  readonly undertakingLabels: Readonly<Record<string, string>>;
  /** What is one's own, functions among it; absent where nothing is. All else is plain JSON. */
  readonly own?: OwnModel;
}

/** The first day of a scenario; a meeting that is only supposed to be planned is none of the facts'. */
export function firstDayOf(scenario: Scenario, facts: Pick<BareFacts, 'meetings'>): FirstDay {
  const { asOf, agenda, withoutAuthorities } = scenario;
  const meeting = facts.meetings.some(({ id }) => id === scenario.meeting) ? scenario.meeting : null;
  return { asOf, meeting, agenda, withoutAuthorities };
}

/** Readings of the model that an analysis may ask for. */
export interface ModelReading {
  /**
   * The core alone: the values that describe a meeting and its truce at their central ones, and no channel besides. Off unless
   * told.
   */
  readonly core?: boolean | undefined;
  /** Whether pain on the first day has the age of the duties that bring it, or is as if they had always stood. */
  readonly pain?: 'age' | 'steady' | undefined;
}

/** The names of {@link ModelReading}. */
export const READING_OPTIONS: OptionTable<ModelReading> = { core: true, pain: true };

/** What a scenario makes of a parameter: one that was not parsed may call it by its symbol of version 0.1. */
function changeOf(
  { parameters }: Scenario,
  name: string,
  symbol: string | null,
): Scenario['parameters'][string] | undefined {
  if (Object.hasOwn(parameters, name)) return parameters[name];
  return symbol !== null && Object.hasOwn(parameters, symbol) ? parameters[symbol] : undefined;
}

function parametersOf(scenario: Scenario, { parameters }: BareFacts, core: boolean): ParameterDistribution[] {
  return parameters.map(({ name: told, symbol, domain, low, central, high, drawn, core: ofCore, size }) => {
    // The names of the facts are those of which the types were compiled; the sampler asks for each.
    const name = told as ParameterName;
    const whole = domain.whole === true;
    const fixed = (value: number): ParameterDistribution => ({
      name,
      symbol,
      low: value,
      central: value,
      high: value,
      drawn: false,
      whole,
    });
    const change = changeOf(scenario, name, symbol);
    if (typeof change === 'number') return fixed(change);
    if (change !== undefined) return { name, symbol, ...change, drawn: true, whole };
    if (core && size === true) return fixed(0);
    if (core && ofCore === true) return fixed(central);
    return { name, symbol, low: low ?? central, central, high: high ?? central, drawn, whole };
  });
}

function issuePriors(scenario: Scenario, facts: BareFacts): IssuePrior[] {
  return scenario.agenda.map((id) => {
    const fact = facts.issues.find((issue) => issue.id === id);
    if (fact === undefined) throw new Error(`no such issue in the facts: ${id}`);
    const { label, giver, benefit, cost, cap, indivisible, kind, performance } = fact;
    const change = scenario.issues[id] ?? {};
    return {
      id,
      label,
      giver,
      benefit: change.benefit ?? benefit,
      cost: change.cost ?? cost,
      cap: change.cap ?? cap,
      indivisible,
      kind,
      performance,
    };
  });
}

/** Jeffreys' prior count for each class, so that no class has base rate nought. */
const PRIOR_COUNT = 0.5;

function baseRateOf(facts: BareFacts, asOf: string): { shares: number[]; meetings: number } {
  const counts = BASE_RATE_CLASSES.map(() => PRIOR_COUNT);
  let meetings = 0;
  for (const meeting of facts.codedMeetings) {
    if (meeting.on >= asOf) continue;
    countAt(counts, meeting.class);
    meetings += 1;
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  return { shares: counts.map((count) => count / total), meetings };
}

/** What duties added to the average before the first day, step by step. */
function pastDutiesOf(
  { past: { steps } }: Opening,
  asOf: string,
): { newTariffPp: number; newChinesePp: number; days: number }[] {
  const before = firstOf(steps).averageTariffPct;
  return steps.map(({ on, averageTariffPct: { usOnCn, cnOnUs } }, at) => ({
    newTariffPp: usOnCn - before.usOnCn,
    newChinesePp: cnOnUs - before.cnOnUs,
    days: daysBetween(on, steps[at + 1]?.on ?? asOf),
  }));
}

/** Since when, after the day from which pain counts, the first control on rare earths that still holds is in force. */
function rareEarthsSince({ state, past }: Opening): string | null {
  const days = each(state.control)
    .filter(({ subject, status }) => subject === 'rare-earths' && status === 'in-force')
    .map(({ id }) => itemOf(past.controlsSince, id));
  return days.sort().find((day) => day >= past.from) ?? null;
}

/** The complaint about a supposed event that is not well formed by the rules with which the scenario is asked. */
const malformed = (name: string, type: unknown, why: string) =>
  new InputError({
    code: 'scenario/event',
    path: `events.${name}`,
    given: type,
    allowed: "a well-formed event; of a type of one's own, with `rules` that have it in the options",
    why,
  });

/**
 * The supposed events of a scenario, by day, of the types of the given rules. Throws an InputError for one that is not well
 * formed: parsing has refused that before, unless it was told of other rules.
 */
export function supposedEvents(scenario: Scenario, rules?: OwnRules): SupposedEvent[] {
  const table = tableFor(rules);
  return Object.entries(scenario.events)
    .map(([name, fields]) => {
      const parsed = parseEventIn(table, fields);
      if (!parsed.ok) throw malformed(name, fields.type, firstOf(parsed.issues).message);
      return { name, event: parsed.event };
    })
    .sort((a, b) => (a.event.on < b.event.on ? -1 : a.event.on > b.event.on ? 1 : 0));
}

/** The day up to which the events of a scenario have happened: its first unless it says another. */
export function todayOf({ today, asOf }: Pick<Scenario, 'today' | 'asOf'>): string {
  return today ?? asOf;
}

/** The state of today by the rules alone: the first state after the supposed events dated up to today. */
export function stateOfToday(
  first: State,
  { today, supposed, own }: Pick<ModelSpecification, 'today' | 'supposed' | 'own'>,
): State {
  const happened = supposed.filter(({ event }) => event.on <= today);
  if (today === first.today && happened.length === 0) return first;
  const state = copyState(first);
  const table = tableFor(own?.rules);
  for (const { event } of happened) {
    passInPlace(state, event.on);
    stepInPlace(state, event, table);
  }
  passInPlace(state, today);
  return state;
}

/**
 * The supposed events with the agenda of the scenario for the meeting that is asked about, where nothing else puts one on
 * it: a meeting that is newly planned has none.
 */
function withAgenda(
  supposed: readonly SupposedEvent[],
  { agenda, asOf }: Scenario,
  meeting: string,
  first: State,
): readonly SupposedEvent[] {
  const own = meetingOf(first, meeting);
  const plan = supposed.findIndex(({ event }) => event.type === 'meeting.plan' && event.id === meeting);
  const given = supposed.some(
    ({ event }) => event.type === 'meeting.put-on-agenda' && event.meeting === meeting,
  );
  if (given || (own === undefined ? plan < 0 : own.agenda.length > 0 || !isAhead(own, first.today)))
    return supposed;
  const on = plan < 0 ? asOf : itemAt(supposed, plan).event.on;
  const put = agenda.map((issue): SupposedEvent => ({
    name: `agenda-${issue}`,
    event: { type: 'meeting.put-on-agenda', actor: 'US', on, meeting, issue },
  }));
  return [...supposed.slice(0, plan + 1), ...put, ...supposed.slice(plan + 1)];
}

/** The meeting that a scenario asks about, seen from its today, and the supposed events with the agenda for it. */
export function suppositionsOf(
  scenario: Scenario,
  facts: BareFacts,
  first: State,
  own?: OwnModel,
): { readonly meeting: AskedMeeting; readonly supposed: readonly SupposedEvent[] } {
  const supposed = supposedEvents(scenario, own?.rules);
  const state = stateOfToday(first, {
    today: todayOf(scenario),
    supposed,
    ...(own === undefined ? {} : { own }),
  });
  const meeting = askedMeeting({ scenario, facts, state, supposed });
  return { meeting, supposed: withAgenda(supposed, scenario, meeting.id, first) };
}

/**
 * Whether leaders meet: a round of ministers that is looked at as the meeting says since when its day was known, or is a
 * round of the first day; what is no round is a meeting of leaders.
 */
function leadersMeet(facts: BareFacts, { rounds }: State, meeting: string): boolean {
  return whoMeets(facts, meeting) === 'leaders' && !Object.hasOwn(rounds, meeting);
}

/** Labels of the promises that the issues of an agenda are about. */
function undertakingLabels(
  { undertakings }: BareFacts,
  issues: readonly Pick<IssuePrior, 'performance'>[],
): Record<string, string> {
  const promised = new Set(
    issues.flatMap(({ performance }) =>
      performance.flatMap((act) => ('undertaking' in act ? act.undertaking : [])),
    ),
  );
  const rows = undertakings.filter(({ id }) => promised.has(id));
  return Object.fromEntries(rows.map(({ id, label }) => [id, label]));
}

/** The distribution of a parameter. Throws for a specification without it. */
export function distributionOf(
  { parameters }: Pick<ModelSpecification, 'parameters'>,
  name: ParameterName,
): ParameterDistribution {
  const found = parameters.find((distribution) => distribution.name === name);
  if (found === undefined) throw new Error(`the facts have no parameter "${name}"`);
  return found;
}

/** The outcome classes of a scenario, as it asks for them. */
type ClassesAsked = Pick<ModelSpecification, 'outcomes' | 'precedence'>;

const classesAsked = ({ outcomes, precedence }: Scenario): ClassesAsked => ({
  outcomes,
  ...(precedence === undefined ? {} : { precedence }),
});

/**
 * The classes of a scenario as past meetings are coded: each that declares a coded class asks what that one asks. Where two declare
 * the same, what tells them apart is theirs, and all keep their own conditions.
 */
function asCoded(scenario: Scenario, { codedClasses }: BareFacts): ClassesAsked {
  const declared = scenario.outcomes.flatMap(({ coded }) => coded ?? []);
  if (new Set(declared).size < declared.length) return classesAsked(scenario);
  const outcomes = scenario.outcomes.map((outcome) => {
    const coded = codedClasses.find(({ id }) => id === outcome.coded);
    return coded === undefined ? outcome : { ...outcome, when: coded.when };
  });
  return { outcomes };
}

/** The opening of a scenario: the state on its first day and its past. `known` are days folded beforehand. */
export function openingOf(scenario: Scenario, facts: BareFacts, known?: readonly FoldedDay[]): Opening {
  return openingOn(facts, firstDayOf(scenario, facts), scenario.painSince, known);
}

/**
 * The model specification of a scenario, derived from the facts; `opening` is taken where the caller has it already, and
 * `own` is what is one's own in the analysis.
 * Throws only for a scenario that was not parsed.
 */
export function specificationOf(
  scenario: Scenario,
  facts: BareFacts,
  opening: Opening = openingOf(scenario, facts),
  { core = false, pain = 'age' }: ModelReading = {},
  own?: OwnModel,
): ModelSpecification {
  const before = firstOf(opening.past.steps).averageTariffPct;
  const base = baseRateOf(facts, scenario.asOf);
  const issues = issuePriors(scenario, facts);
  const { meeting, supposed } = suppositionsOf(scenario, facts, opening.state, own);
  const { labels, flowsThousandUsd, incomeThousandUsd } = facts.tradeWorld;
  return {
    parameters: parametersOf(scenario, facts, core),
    issues,
    tradeWorld: { labels, flows: flowsThousandUsd, income: incomeThousandUsd },
    painBaselinePct: before.usOnCn,
    painBaselineCnPct: before.cnOnUs,
    pastDuties: pain === 'age' ? pastDutiesOf(opening, scenario.asOf) : null,
    controlSince: rareEarthsSince(opening),
    baseRate: base.shares,
    baseRateMeetings: base.meetings,
    hypotheses: scenario.hypotheses,
    policies: scenario.policies,
    lately: core ? null : opening.lately,
    supposed,
    ...(core ? asCoded(scenario, facts) : classesAsked(scenario)),
    meeting: meeting.id,
    meetingOn: meeting.on,
    meetingPlace: meeting.place,
    meetingAhead: meeting.ahead,
    leadersMeet: leadersMeet(facts, opening.state, meeting.id),
    generalAuthorities: facts.authorities
      .filter(({ hitsAllCountries }) => hitsAllCountries)
      .map(({ id }) => id),
    today: todayOf(scenario),
    horizon: scenario.horizon,
    undertakingLabels: undertakingLabels(facts, issues),
    ...(own === undefined ? {} : { own }),
  };
}
