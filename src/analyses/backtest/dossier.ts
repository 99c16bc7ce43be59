/**
 * Past meetings as scenarios, frozen on the eve of the talks and derived from the record by date.
 *
 * The rules are written down in `docs/record.md` and are the same for all meetings; no rate, list, agenda or weight is
 * written for one of them. What is on the table is what the record has there on that day and what can still be
 * granted; duties weigh by what lifting them would relieve and licences by the trade that is denied, both on the scale of
 * the agenda of Kuala Lumpur.
 */
import { saturatingCost } from '../../economy/pain';
import { addDays, formatDate } from '../../kit/calendar';
import { InputError } from '../../kit/input-error';
import type { ParameterName } from '../../model/parameters';
import type { State } from '../../model/state';
import type { PartyId } from '../../model/actor';
import { deniedShare } from '../../model/export-control';
import { averageTariffPct } from '../../model/tariff';
import { stateOn } from '../../facts/initial-state';
import { checkFacts, type BareFacts } from '../../facts/bare';
import type { Scenario } from '../../scenario/schema';
import { isMoot } from '../../episode/settlement';
import { foundIn } from '../../kit/lists';
import { checkScenario } from '../check-scenario';

type IssueFact = BareFacts['issues'][number];
type DossierFact = BareFacts['dossiers'][number];

/** A past meeting with the class that the record codes for it, 0 escalation to 4 comprehensive. */
export interface PastMeeting {
  /** Id of the dossier, which is that of its scenario: `past-busan-2025`. */
  readonly id: string;
  /** Name of the meeting as people read it. */
  readonly title: string;
  /** Id of the meeting in the facts. */
  readonly meeting: string;
  /** The eve of the talks, first day of the forecast, YYYY-MM-DD: nothing later is known. */
  readonly asOf: string;
  /** Day of the meeting, YYYY-MM-DD. */
  readonly on: string;
  /** One of the nine that were scored first, of the ten that were coded then and scored later, or of the five of the year after. */
  readonly set: DossierFact['set'];
  /** The scenario by which it is forecast. */
  readonly scenario: Scenario;
}

/** Days after the meeting to which a past scenario runs: one more than an escalation may take. */
const AFTERWARDS_DAYS = 15;
/** The agenda on whose scale the weights of others are set. */
const REFERENCE = { inForce: 'fentanyl-tariff', pending: 'extension' } as const;
/** The issue that is about licences under one control alone. */
const LICENCES = 'april-licences';
/** Acts on duties. */
const DUTY_ACTS: readonly string[] = ['cut-tariff', 'suspend-tariff', 'extend-suspension', 'postpone-tariff'];

const morning = (facts: BareFacts, asOf: string): State =>
  stateOn(facts, { asOf, meeting: null, agenda: [], withoutAuthorities: [] });

/** The agenda of a day: issues on the table that are not moot, in the order of the facts. */
export function agendaOn(facts: BareFacts, asOf: string): IssueFact[] {
  const state = morning(facts, asOf);
  return facts.issues.filter((issue) => issue.id in state.issues && !isMoot(state, issue));
}

/** Points of the average that an issue would lift of its giver's duties, and points that it would keep from coming. */
interface Points {
  readonly inForce: number;
  readonly pending: number;
}

function pointsOf(state: State, issue: IssueFact): Points {
  let inForce = 0;
  let pending = 0;
  for (const act of issue.performance) {
    const layer = 'measure' in act ? state.tariff[act.measure] : undefined;
    if (layer === undefined || layer.imposer !== issue.giver) continue;
    const points = layer.ratePct * layer.share;
    if (layer.status === 'in-force') inForce += points;
    else if (layer.status === 'suspended' || layer.status === 'scheduled') pending += points;
  }
  return { inForce, pending };
}

/** What lifting and keeping off are worth on the saturating scale of pain, as shares of the whole loss. */
function relief(
  newTariffPp: number,
  { inForce, pending }: Points,
  scalePp: number,
): { lifted: number; kept: number } {
  const loss = (pp: number) => saturatingCost(pp, 1, scalePp);
  return {
    lifted: loss(newTariffPp) - loss(newTariffPp - inForce),
    kept: loss(newTariffPp + pending) - loss(newTariffPp),
  };
}

interface Eve {
  readonly state: State;
  /** Points of the average of each side's duties that are newer than the day since which duties count as pain. */
  readonly newTariffPp: Readonly<Record<PartyId, number>>;
}

function eveOf(facts: BareFacts, asOf: string, painSince: string): Eve {
  const state = morning(facts, asOf);
  const before = morning(facts, painSince);
  const newer = (direction: 'usOnCn' | 'cnOnUs') =>
    averageTariffPct(state, direction) - averageTariffPct(before, direction);
  return { state, newTariffPp: { US: newer('usOnCn'), CN: newer('cnOnUs') } };
}

/** Worth and cost of an American duty per share of the whole loss, from the two duties of the reference agenda. */
function scaleOf(facts: BareFacts, reference: Eve, scalePp: number) {
  const part = (id: string, kind: 'lifted' | 'kept') => {
    const issue = foundIn(facts.issues, (candidate) => candidate.id === id);
    const share = relief(reference.newTariffPp.US, pointsOf(reference.state, issue), scalePp)[kind];
    return { benefit: issue.benefit / share, cost: issue.cost / share };
  };
  return { lifted: part(REFERENCE.inForce, 'lifted'), kept: part(REFERENCE.pending, 'kept') };
}

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

interface Weight {
  readonly benefit: number;
  readonly cost: number;
}

/** The issue's own weight, scaled so that its benefit is another; the cost keeps its ratio to it. */
const scaled = ({ benefit, cost }: Weight, to: number): Weight => ({
  benefit: rounded(to),
  cost: rounded((cost * to) / benefit),
});

const centralOf = (facts: BareFacts, name: ParameterName) =>
  foundIn(facts.parameters, (parameter) => parameter.name === name).central;

/** The share of trade that the control on which licences are granted denies. */
function deniedBy({ performance }: IssueFact, { control }: State): number {
  const measure = performance.map((act) => ('measure' in act ? control[act.measure] : undefined))[0];
  return measure === undefined ? 0 : deniedShare(measure);
}

/**
 * Weights of an agenda that are not those of the facts. Duties weigh by the relief that lifting them would bring, on the
 * scale of the reference agenda: American ones as they are, Chinese ones in the ratio of the two trade flows. Licences
 * weigh by the share of trade that their control denies, against that of the reference. Every other issue keeps the
 * weight that the facts give it.
 */
function weightsOn(facts: BareFacts, dossier: DossierFact, lender: DossierFact): Scenario['issues'] {
  const scalePp = centralOf(facts, 'pain.scaleCn');
  const mirror = foundIn(facts.referenceFigures, ({ symbol }) => symbol === 'mirror').central;
  const reference = eveOf(facts, lender.asOf, lender.painSince);
  const scale = scaleOf(facts, reference, scalePp);
  const eve = eveOf(facts, dossier.asOf, dossier.painSince);
  const reliefOf = (issue: IssueFact) =>
    relief(eve.newTariffPp[issue.giver], pointsOf(eve.state, issue), scalePp);

  function weightOf(issue: IssueFact): Weight | null {
    if (issue.kind === 'tariff' && issue.giver === 'US') {
      const { lifted, kept } = reliefOf(issue);
      return {
        benefit: rounded(lifted * scale.lifted.benefit + kept * scale.kept.benefit),
        cost: rounded(lifted * scale.lifted.cost + kept * scale.kept.cost),
      };
    }
    if (issue.giver === 'CN' && issue.performance.every(({ kind }) => DUTY_ACTS.includes(kind))) {
      const { lifted, kept } = reliefOf(issue);
      const worth = mirror * (lifted * scale.lifted.benefit + kept * scale.kept.benefit);
      return worth > 0 ? scaled(issue, worth) : null;
    }
    if (issue.id === LICENCES)
      return scaled(issue, (issue.benefit * deniedBy(issue, eve.state)) / deniedBy(issue, reference.state));
    return null;
  }

  return Object.fromEntries(
    agendaOn(facts, dossier.asOf).flatMap((issue) => {
      const weight = weightOf(issue);
      return weight === null ? [] : [[issue.id, weight]];
    }),
  );
}

/** The classes by which past meetings are coded, and with them those of the base that no meeting is coded for. */
function codedOutcomes(
  { codedClasses }: BareFacts,
  base: Scenario,
  resolvesOn: string,
): Scenario['outcomes'] {
  const others = base.outcomes.filter(({ coded }) => coded === undefined);
  return [
    ...others.map((outcome) => ({ ...outcome, resolvesOn })),
    ...codedClasses.map((coded) => ({ ...coded, coded: coded.id, resolvesOn })),
  ];
}

/**
 * The dossier on whose agenda the weights of all others are set: that of the meeting of the base scenario. Throws an
 * InputError for facts without it.
 */
function lenderOf({ dossiers }: BareFacts, base: Scenario): DossierFact {
  const lender = dossiers.find(({ meeting }) => meeting === base.meeting);
  if (lender !== undefined) return lender;
  throw new InputError({
    code: 'input/missing',
    path: 'facts.dossiers',
    given: dossiers.map(({ meeting }) => meeting),
    allowed: `a dossier of the meeting ${base.meeting}, whose agenda lends the weights of all others their scale`,
  });
}

/** A past meeting as a scenario. `base` lends the class of a meeting that is not held, the policies and the hypotheses. */
export function pastMeeting(facts: BareFacts, base: Scenario, dossier: DossierFact): PastMeeting {
  const meeting = facts.meetings.find((candidate) => candidate.id === dossier.meeting);
  if (meeting === undefined) throw new Error(`no such meeting in the facts: ${dossier.meeting}`);
  const settled = addDays(meeting.on, AFTERWARDS_DAYS);
  const { precedence: _precedence, ...lent } = base;
  const scenario: Scenario = {
    ...lent,
    id: dossier.id,
    title: dossier.title,
    question: `What would the meeting of ${formatDate(meeting.on)} have been expected to yield on its eve?`,
    about: `The record as it stood on ${formatDate(dossier.asOf)}; agenda and weights by the rules for all past meetings.`,
    asOf: dossier.asOf,
    horizon: settled,
    painSince: dossier.painSince,
    meeting: meeting.id,
    agenda: agendaOn(facts, dossier.asOf).map((issue) => issue.id),
    issues: weightsOn(facts, dossier, lenderOf(facts, base)),
    events: {},
    assumptions: [
      'Agenda and weights follow from the record by rules that are the same for all past meetings.',
    ],
    outcomes: codedOutcomes(facts, base, settled),
  };
  return {
    id: dossier.id,
    title: dossier.title,
    meeting: meeting.id,
    asOf: dossier.asOf,
    on: meeting.on,
    set: dossier.set,
    scenario,
  };
}

/**
 * All past meetings of the record, in the order of their days.
 * @param facts - Facts whose dossiers tell of past meetings; one for each comes back.
 * @param base - Scenario that lends policies, hypotheses, the class of a meeting that is not held, and the scale of the weights; facts
 *   without a dossier of its meeting are refused.
 *
 * @example pastMeetings(facts, loadScenario('kuala-lumpur-2025')).length
 */
export function pastMeetings(facts: BareFacts, base: Scenario): PastMeeting[] {
  checkFacts('facts', facts);
  checkScenario('base', base, facts);
  return facts.dossiers.map((dossier) => pastMeeting(facts, base, dossier));
}
