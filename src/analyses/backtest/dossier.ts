/**
 * Past meetings as scenarios, frozen on the eve of the talks and derived from the record by date.
 *
 * The rules are written down in `docs/record.md` and are the same for all meetings; no rate, list, agenda or weight is
 * written for one of them. What is on the table is what the record has there on that day and what can still be
 * granted; duties weigh by what lifting them would relieve, on the scale of the agenda of Kuala Lumpur.
 */
import { saturatingCost } from '../../economy/pain';
import { addDays, formatDate } from '../../kit/calendar';
import type { State } from '../../model/state';
import { averageTariffPct } from '../../model/tariff';
import { stateOn } from '../../facts/initial-state';
import type { Facts } from '../../facts/schema';
import type { Scenario } from '../../scenario/schema';
import { isMoot } from '../../episode/settlement';

/** A past meeting with the class that the record codes for it, 0 escalation to 4 comprehensive. */
export interface PastMeeting {
  readonly id: string;
  readonly title: string;
  readonly meeting: string;
  readonly asOf: string;
  readonly on: string;
  readonly scenario: Scenario;
}

type IssueFact = Facts['issues'][number];
type DossierFact = Facts['dossiers'][number];

/** Days after the meeting to which a past scenario runs: one more than an escalation may take. */
const AFTERWARDS_DAYS = 15;
/** The agenda on whose scale the weights of others are set. */
const REFERENCE = { inForce: 'fentanyl-tariff', pending: 'extension' } as const;

const morning = (facts: Facts, asOf: string): State =>
  stateOn(facts, { asOf, meeting: null, agenda: [], withoutAuthorities: [] });

/** The agenda of a day: issues on the table that are not moot, in the order of the facts. */
export function agendaOn(facts: Facts, asOf: string): IssueFact[] {
  const state = morning(facts, asOf);
  return facts.issues.filter((issue) => issue.id in state.issues && !isMoot(state, issue));
}

/** Points of the average that an issue would lift, and points that it would keep from coming. */
interface Points {
  readonly inForce: number;
  readonly pending: number;
}

function pointsOf(state: State, issue: IssueFact): Points {
  let inForce = 0;
  let pending = 0;
  for (const act of issue.performance) {
    const layer = 'measure' in act ? state.tariff[act.measure] : undefined;
    if (layer === undefined || layer.imposer !== 'US') continue;
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
  readonly newTariffPp: number;
}

function eveOf(facts: Facts, asOf: string, painSince: string): Eve {
  const state = morning(facts, asOf);
  const before = averageTariffPct(morning(facts, painSince), 'usOnCn');
  return { state, newTariffPp: averageTariffPct(state, 'usOnCn') - before };
}

/** Worth and cost of an American duty per share of the whole loss, from the two duties of the reference agenda. */
function scaleOf(facts: Facts, reference: Eve, scalePp: number) {
  const part = (id: string, kind: 'lifted' | 'kept') => {
    const issue = facts.issues.find((candidate) => candidate.id === id)!;
    const share = relief(reference.newTariffPp, pointsOf(reference.state, issue), scalePp)[kind];
    return { benefit: issue.benefit / share, cost: issue.cost / share };
  };
  return { lifted: part(REFERENCE.inForce, 'lifted'), kept: part(REFERENCE.pending, 'kept') };
}

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

/**
 * Weights of the duties on an agenda: an American duty weighs by the relief that it would bring, on the scale of the
 * reference agenda; every other issue keeps the weight that the facts give it.
 */
function weightsOn(facts: Facts, dossier: DossierFact, reference: DossierFact): Scenario['issues'] {
  const scalePp = facts.parameters.find((parameter) => parameter.symbol === 'T0_cn')!.central;
  const scale = scaleOf(facts, eveOf(facts, reference.asOf, reference.painSince), scalePp);
  const eve = eveOf(facts, dossier.asOf, dossier.painSince);
  const weights: Scenario['issues'] = {};
  for (const issue of agendaOn(facts, dossier.asOf)) {
    if (issue.kind !== 'tariff' || issue.giver !== 'US') continue;
    const { lifted, kept } = relief(eve.newTariffPp, pointsOf(eve.state, issue), scalePp);
    weights[issue.id] = {
      benefit: rounded(lifted * scale.lifted.benefit + kept * scale.kept.benefit),
      cost: rounded(lifted * scale.lifted.cost + kept * scale.kept.cost),
    };
  }
  return weights;
}

/** A past meeting as a scenario. `base` lends the outcome classes, the policies and the hypotheses. */
export function pastMeeting(facts: Facts, base: Scenario, dossier: DossierFact): PastMeeting {
  const meeting = facts.meetings.find((candidate) => candidate.id === dossier.meeting);
  const reference = facts.dossiers.at(-1);
  if (meeting === undefined || reference === undefined)
    throw new Error(`no such meeting in the facts: ${dossier.meeting}`);
  const settled = addDays(meeting.on, AFTERWARDS_DAYS);
  const scenario: Scenario = {
    ...base,
    id: dossier.id,
    title: dossier.title,
    question: `What would the meeting of ${formatDate(meeting.on)} have been expected to yield on its eve?`,
    about: `The record as it stood on ${formatDate(dossier.asOf)}; agenda and weights by the rules for all past meetings.`,
    asOf: dossier.asOf,
    horizon: settled,
    painSince: dossier.painSince,
    meeting: meeting.id,
    agenda: agendaOn(facts, dossier.asOf).map((issue) => issue.id),
    issues: weightsOn(facts, dossier, reference),
    events: {},
    assumptions: [
      'Agenda and weights follow from the record by rules that are the same for all past meetings.',
    ],
    outcomes: base.outcomes.map((outcome) => ({ ...outcome, resolvesOn: settled })),
  };
  return {
    id: dossier.id,
    title: dossier.title,
    meeting: meeting.id,
    asOf: dossier.asOf,
    on: meeting.on,
    scenario,
  };
}

/** All past meetings of the record, in the order of their days. */
export function pastMeetings(facts: Facts, base: Scenario): PastMeeting[] {
  return facts.dossiers.map((dossier) => pastMeeting(facts, base, dossier));
}
