/**
 * Acts of the year after that nobody pays for: lists that are lengthened without a quarrel, controls that are eased without a deal, and
 * investigations that are decided by the day that their statute sets.
 */
import { joinedName } from '../kit/joined-name';
import { dayAfter } from '../kit/calendar';
import type { PartyId } from '../model/actor';
import { usualList } from '../model/authority';
import { each } from '../model/column';
import type { ExportControl } from '../model/export-control';
import type { Parameters } from '../model/parameters';
import type { State } from '../model/state';
import { isBinding } from '../model/truce';
import { PASSING_ID } from '../policies/answers';
import { enact, happensToday, type RunningEpisode } from './run';
import type { DeclaredCause } from './trace';

const LISTS: Readonly<Record<PartyId, DeclaredCause>> = {
  US: { kind: 'chance', rule: 'a list is lengthened, and it passes', trials: ['US/listing'] },
  CN: { kind: 'chance', rule: 'a list is lengthened, and it passes', trials: ['CN/listing'] },
};
const EASES: Readonly<Record<PartyId, DeclaredCause>> = {
  US: { kind: 'chance', rule: 'a control is eased without a deal', trials: ['US/easing'] },
  CN: { kind: 'chance', rule: 'a control is eased without a deal', trials: ['CN/easing'] },
};
const decided = (...trials: string[]): DeclaredCause => ({
  kind: 'chance',
  rule: 'an investigation is decided by its day',
  trials,
});

/** How often a year a side lengthens a list under a text and nothing follows. */
export function passingListings(year: Pick<Parameters['year'], 'listings' | 'listingAnswered'>): number {
  return year.listings * (1 - year.listingAnswered);
}

/** Whether a text was made or prolonged today: no side lengthens a list on that day. */
const isTextOfToday = ({ truce, today }: State): boolean =>
  truce.textOn === today || truce.extensions.at(-1)?.on === today;

/** A side lists firms of the other while a text holds: no breach, and nothing that is answered. */
export function listAndPass(run: RunningEpisode, party: PartyId): void {
  const { state, memory, policies, parameters: p } = run;
  if (policies[party].goesAlong !== true || !isBinding(state.truce) || isTextOfToday(state)) return;
  const kept = usualList(state.authorities, party);
  if (kept === null) return;
  memory[party].count += 1;
  const { authority, list } = kept;
  const on = state.today;
  enact(
    run,
    {
      type: 'listing.impose',
      actor: party,
      on,
      id: joinedName(PASSING_ID[party], memory[party].count),
      label: 'new listing',
      authority,
      basis: null,
      list,
      entities: p.answers.entities,
      from: on,
    },
    LISTS[party],
  );
}

/** The heaviest control of a side in force that can be eased by degrees; null where there is none. */
function heaviest(run: RunningEpisode, party: PartyId): ExportControl | null {
  let found: ExportControl | null = null;
  for (const control of each(run.state.control)) {
    const { imposer, status, indivisible, severity } = control;
    if (imposer !== party || status !== 'in-force' || indivisible) continue;
    if (severity > (found?.severity ?? 0)) found = control;
  }
  return found;
}

/** A side eases its heaviest control by a part, and asks nothing for it. */
export function easeUnpaid(run: RunningEpisode, party: PartyId): void {
  const { state, policies, parameters: p } = run;
  if (policies[party].goesAlong !== true) return;
  const control = heaviest(run, party);
  if (control === null) return;
  const severity = Math.round(100 * control.severity * (1 - p.year.easedShare)) / 100;
  if (severity >= control.severity) return;
  enact(run, { type: 'control.ease', actor: party, on: state.today, id: control.id, severity }, EASES[party]);
}

/** On the eve of the day that a statute sets for it an investigation is decided, with a chance; else it lapses. */
export function decideProbes(run: RunningEpisode): void {
  const { state, parameters: p } = run;
  if (p.year.probesDecided === 0 || run.day < run.weekly.from) return;
  const tomorrow = dayAfter(state.today);
  for (const { kind, on, subject: id } of state.deadlines) {
    if (on > tomorrow) return;
    const probe = kind === 'probe-decision' && on === tomorrow ? state.probes[id] : undefined;
    if (probe?.status !== 'open') continue;
    const { owner } = probe;
    if (run.policies[owner].goesAlong !== true) continue;
    const inTime = joinedName('probe/decided/', id);
    if (!happensToday(run, inTime, p.year.probesDecided)) continue;
    const found = joinedName('probe/finds/', id);
    const affirmative = happensToday(run, found, owner === 'US' ? p.year.findsUs : p.year.findsCn);
    const event = { type: 'probe.find', actor: owner, on: state.today, id, affirmative } as const;
    enact(run, event, decided(inTime, found));
  }
}
