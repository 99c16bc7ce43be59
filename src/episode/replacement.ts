/**
 * Replacement: a government whose authority a court has struck down seeks part of the lost duties from other statutes, as law
 * and their clocks allow. At once by one that needs no procedure and lasts for a time only; for good by one that asks for an
 * investigation with a finding first.
 */
import { replacementRatePct } from '../bargaining/year-hazards';
import { addDays } from '../kit/calendar';
import { joinedName } from '../kit/joined-name';
import { itemOf } from '../kit/lists';
import type { PartyId } from '../model/actor';
import { allowsInstrument, hasFallen, type Authority } from '../model/authority';
import { each } from '../model/column';
import type { State } from '../model/state';
import { averageTariffPct, directionOf } from '../model/tariff';
import { AFTERMATH_DAYS } from '../outcomes/coercion';
import { isReplacement, REPLACEMENT_ID } from '../policies/answers';
import { enact, happensToday, type Loss, type RunningEpisode } from './run';
import type { DeclaredCause } from './trace';

const SEEKS: DeclaredCause = {
  kind: 'decision',
  rule: 'another statute takes the place of one that was struck down',
  trials: [],
};
const FINDS: DeclaredCause = {
  kind: 'chance',
  rule: 'an investigation ends',
  trials: ['replacement/finds'],
};

const sectorEnds = (...trials: string[]): DeclaredCause => ({
  kind: 'chance',
  rule: 'an investigation of a sector ends, since the duty on all goods is lost',
  trials,
});

/** The first day on which the year after the meeting may bring something: outcome classes have been read by then. */
export function yearFrom({
  almanac,
  specification,
}: Pick<RunningEpisode, 'almanac' | 'specification'>): number {
  return almanac.meeting + (specification.meetingAhead ? AFTERMATH_DAYS + 1 : 1);
}

/**
 * Notes what courts have taken since the latent state last looked at the duties. To be called before it looks again.
 */
export function noteLosses(run: RunningEpisode): void {
  const { state, first, latent, losses, parameters: p, day } = run;
  if (!run.touched.tariff || p.year.replacedShare === 0) return;
  for (const authority of each(state.authorities)) {
    const { id, owner } = authority;
    const was = first.authorities[id];
    if (!hasFallen(authority, 'tariff') || (was !== undefined && hasFallen(was, 'tariff'))) continue;
    const { atTheTable, goesAlong } = run.policies[owner];
    if (atTheTable === 'yields' || goesAlong !== true || losses.some((loss) => loss.authority === id))
      continue;
    const before = owner === 'US' ? latent.view.usOnCnPct : latent.view.cnOnUsPct;
    const lostPp = before - averageTariffPct(state, directionOf(owner));
    let coverage = 0;
    for (const { authority: basis, status, since, share } of each(state.tariff))
      if (basis === id && status === 'struck-down' && since === state.today && share > coverage)
        coverage = share;
    if (lostPp <= 0 || coverage === 0) continue;
    const stopgapOn = Math.max(yearFrom(run), day + p.year.stopgapDays);
    losses.push({
      party: owner,
      authority: id,
      lostPp,
      coverage,
      regainedPp: 0,
      stopgapOn,
      findingOn: stopgapOn + p.year.findingDays,
    });
  }
}

/** A statute of a party's that gives duties without a procedure for a time, or after a finding for good. */
function statuteFor(run: RunningEpisode, party: PartyId, how: 'stopgap' | 'finding'): Authority | null {
  const { state, specification } = run;
  for (const authority of each(state.authorities)) {
    const { id, procedure, maximumDays } = authority;
    if (!allowsInstrument(authority, party, 'tariff')) continue;
    if (how === 'stopgap' ? procedure === 'none' && maximumDays !== null : procedure === 'finding')
      if (how === 'stopgap' || !specification.generalAuthorities.includes(id)) return authority;
  }
  return null;
}

/** The name of a law as people say it. */
const lawOf = ({ authorities }: State, id: string): string => itemOf(authorities, id).label;

/** Orders a duty under a statute that brings back what is sought; from a day on, which is not before today. */
function order(
  run: RunningEpisode,
  loss: Loss,
  statute: Authority,
  basis: string | null,
  from: string,
): void {
  const { state, parameters: p } = run;
  const { party, lostPp, regainedPp, coverage, authority } = loss;
  const ratePct = replacementRatePct({
    lostPp: lostPp - regainedPp,
    soughtShare: p.year.replacedShare,
    coverage,
    ceilingPct: statute.ceilingPct,
  });
  if (ratePct < p.year.leastReplacementPct) return;
  const on = state.today;
  const id = joinedName(REPLACEMENT_ID[party], statute.id);
  if (state.tariff[id] !== undefined) return;
  const label = `duty in place of those under ${lawOf(state, authority)}`;
  enact(
    run,
    {
      type: 'tariff.impose',
      actor: party,
      on,
      id,
      label,
      authority: statute.id,
      basis,
      ratePct,
      share: coverage,
      from,
    },
    SEEKS,
  );
}

/** Finds by sector where an investigation under a statute that hits all countries is open, and orders a duty on what it is about. */
function sectors(run: RunningEpisode, loss: Loss): void {
  const { party, authority } = loss;
  const { state, specification, parameters: p } = run;
  const on = state.today;
  for (const probe of each(state.probes)) {
    const { id, owner, status, authority: statute } = probe;
    if (owner !== party || status !== 'open' || !specification.generalAuthorities.includes(statute)) continue;
    const sought = joinedName('replacement/sector/', id);
    if (!happensToday(run, sought, p.year.sectorSought)) continue;
    const finds = joinedName('replacement/sector-finds/', id);
    const affirmative = happensToday(run, finds, p.year.findsUs);
    const cause = sectorEnds(sought, finds);
    if (!enact(run, { type: 'probe.find', actor: party, on, id, affirmative }, cause) || !affirmative)
      continue;
    const { sectorRatePct: ratePct, sectorShare: share } = p.year;
    const ordered = enact(
      run,
      {
        type: 'tariff.impose',
        actor: party,
        on,
        id: joinedName(REPLACEMENT_ID[party], id.replace('/', '-')),
        label: `sector duty in place of those under ${lawOf(run.state, authority)}`,
        authority: statute,
        basis: id,
        ratePct,
        share,
        from: on,
      },
      cause,
    );
    if (ordered) loss.regainedPp += ratePct * share;
  }
}

function stopgap(run: RunningEpisode, loss: Loss): void {
  const on = run.state.today;
  if (run.parameters.year.sectorSought > 0) sectors(run, loss);
  const quick = statuteFor(run, loss.party, 'stopgap');
  if (quick !== null) order(run, loss, quick, null, on);
  const lasting = statuteFor(run, loss.party, 'finding');
  if (lasting === null) return;
  const id = joinedName(REPLACEMENT_ID[loss.party], 'probe');
  if (run.state.probes[id] !== undefined) return;
  const subject = `practices that duties under ${lawOf(run.state, loss.authority)} answered`;
  const decisionDueOn = addDays(on, run.parameters.year.statutoryDays);
  enact(
    run,
    { type: 'probe.open', actor: loss.party, on, id, authority: lasting.id, subject, decisionDueOn },
    SEEKS,
  );
}

function finding(run: RunningEpisode, loss: Loss): void {
  const { state, parameters: p } = run;
  const { party } = loss;
  const id = joinedName(REPLACEMENT_ID[party], 'probe');
  const probe = state.probes[id];
  if (probe?.status !== 'open') return;
  const affirmative = happensToday(run, 'replacement/finds', p.year.findsUs);
  if (!enact(run, { type: 'probe.find', actor: party, on: state.today, id, affirmative }, FINDS)) return;
  const statute = state.authorities[probe.authority];
  if (!affirmative || statute === undefined) return;
  // What holds for a time only is let run out first.
  let from = state.today;
  for (const layer of each(state.tariff))
    if (
      layer.status === 'in-force' &&
      layer.endsOn !== null &&
      layer.endsOn > from &&
      isReplacement(layer.id)
    )
      from = layer.endsOn;
  order(run, loss, statute, id, from);
}

/** What governments do today about duties that courts have taken. */
export function seekAgain(run: RunningEpisode): void {
  for (const loss of run.losses) {
    if (loss.stopgapOn === run.day) stopgap(run, loss);
    if (loss.findingOn === run.day) finding(run, loss);
  }
}
