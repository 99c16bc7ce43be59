/** What became of promises in a story: pledged acts, and purchases that were promised. */
import type { PurchaseCommitment } from '../../model/purchase';
import type { State } from '../../model/state';
import { counted } from './text';

/** Windows of a purchase commitment that were missed by an evening. */
function missedOf(commitment: PurchaseCommitment | undefined): number {
  if (commitment === undefined) return 0;
  const { status, past = [] } = commitment;
  return [status, ...past.map((window) => window.status)].filter((one) => one === 'missed').length;
}

/** How many purchase commitments were missed since the first day, in a window at least. */
const missedSince = (start: State, { commitments }: State): number =>
  Object.values(commitments).filter(
    (commitment) => missedOf(commitment) > missedOf(start.commitments[commitment.id]),
  ).length;

/** What became of promises: of the acts that were pledged, and of purchases that were promised. */
export function promisesText(start: State, state: State): string[] {
  const pledges = Object.values(state.pledges);
  if (pledges.length === 0) return [];
  const kept = pledges.filter((pledge) => pledge.status === 'performed').length;
  const broken = pledges.filter((pledge) => pledge.status === 'defaulted').length;
  const missed = missedSince(start, state);
  const purchases =
    missed > 0 ? `; ${counted(missed, 'purchase commitment')} ${missed === 1 ? 'was' : 'were'} missed.` : '.';
  const all = counted(pledges.length, 'pledged act');
  if (broken > 0) return [`Of ${all}, ${kept} came and ${broken} did not${purchases}`];
  return kept === pledges.length
    ? [`Every pledged act was done${purchases}`]
    : [`Of ${all}, ${kept} came by the end${purchases}`];
}
