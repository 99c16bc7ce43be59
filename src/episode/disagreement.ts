/**
 * The disagreement point: what each side expects if no text comes. Threats that hang over it and that no issue is about;
 * what its own step would cost it; suspensions that run out; threats that were taken off and may return; duties of a
 * struck-down authority that other statutes may bring again.
 */
import { disagreementUtility, type PendingThreat } from '../bargaining/acceptance';
import { retained } from '../economy/decay';
import { otherParty, type PartyId } from '../model/actor';
import { each } from '../model/column';
import type { ExportControl } from '../model/export-control';
import type { TariffLayer } from '../model/tariff';
import { addedCostOf } from './added-cost';
import type { RunningEpisode } from './run';
import { hangsOver, measuresOnAgenda, newMeasures } from './settlement';

type Measure = TariffLayer | ExportControl;

/** What is expected without an agreement, gathered by the side that would bear it. */
class Prospects {
  readonly threats: Record<PartyId, PendingThreat[]> = { US: [], CN: [] };

  constructor(private readonly run: RunningEpisode) {}

  /** A measure that comes with a probability, to the cost of one side. */
  expect(party: PartyId, measure: Measure, credibility: number): void {
    if (credibility === 0) return;
    const { latent, specification, parameters } = this.run;
    const addedCost = addedCostOf(party, measure, latent, specification, parameters);
    this.threats[party].push({ credibility, addedCost });
  }
}

/** How far a measure is believed to come: a signed order is, a threat as far as its author's word goes. */
const believed = ({ latent }: RunningEpisode, { status, imposer }: Measure): number =>
  status === 'scheduled' ? 1 : latent.credibility[imposer];

/** Chance that a suspension is not prolonged: after the text was declared over it is for certain. */
function lapses({ state, parameters: p }: RunningEpisode): number {
  const runsOut = state.truce.status === 'terminated' ? 1 : 1 - p.truce.extendedOnTheEve;
  return p.levers.lapse * runsOut;
}

/** How far a threat that was taken off is expected to return. */
function returns(run: RunningEpisode, day: number, traded: boolean): number {
  const { tradedThreat, renewedThreat, renewalHalfLifeDays } = run.parameters.levers;
  if (traded) return tradedThreat;
  return renewedThreat * retained(run.firstDay + run.day - day, renewalHalfLifeDays);
}

function lookAtMeasure(
  run: RunningEpisode,
  prospects: Prospects,
  measure: Measure,
  fresh: ReadonlySet<string>,
) {
  const { specification, parameters: p, first } = run;
  const { imposer, status } = measure;
  const receiver = otherParty(imposer);
  const isBargained = measuresOnAgenda(specification.issues).has(measure.id);
  if (hangsOver(measure, fresh)) {
    if (isBargained) return;
    const credibility = believed(run, measure);
    prospects.expect(receiver, measure, credibility);
    prospects.expect(imposer, measure, credibility * p.levers.ownStepCost);
  } else if (status === 'suspended') {
    if (isBargained || measure.suspendedUntil === null) return;
    if (specification.generalAuthorities.includes(measure.authority)) return;
    prospects.expect(receiver, measure, lapses(run));
  } else if (status === 'struck-down' && 'ratePct' in measure) {
    if (first.tariff[measure.id]?.status !== 'struck-down')
      prospects.expect(receiver, measure, p.levers.replacedDuty);
  }
}

/** Whether a measure is ended, or put off without a day. */
const isOffTheTable = ({ status, suspendedUntil }: Measure): boolean =>
  status === 'withdrawn' || (status === 'suspended' && suspendedUntil === null);

/** What each side expects without agreement, the United States first; never above nought. */
export function disagreementOf(run: RunningEpisode): [number, number] {
  const { state, specification, parameters: p } = run;
  const fresh = newMeasures(state, run.done.coercion);
  const prospects = new Prospects(run);
  for (const layer of each(state.tariff)) lookAtMeasure(run, prospects, layer, fresh);
  for (const control of each(state.control)) lookAtMeasure(run, prospects, control, fresh);
  const onAgenda = measuresOnAgenda(specification.issues);
  for (const { takenOff } of [run.record, run.since]) {
    for (const { id, day, traded } of takenOff) {
      const measure: Measure | undefined = state.tariff[id] ?? state.control[id];
      if (measure === undefined || !isOffTheTable(measure) || onAgenda.has(id)) continue;
      prospects.expect(otherParty(measure.imposer), measure, returns(run, day, traded));
    }
  }
  const { horizonYears, politicalMultiplierUs } = p.bargaining;
  const politics = 1 + p.levers.politicsOnThreats * (politicalMultiplierUs - 1);
  return [
    disagreementUtility(prospects.threats.US, horizonYears) * politics,
    disagreementUtility(prospects.threats.CN, horizonYears),
  ];
}
