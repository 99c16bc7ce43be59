/**
 * What an episode was worth to a party, by the terms with which it bargains: points of utility, each 1 % of GDP for a year.
 *
 * Minus what measures cost it day by day; plus what the other side has done for it of the issues on the agenda by the end, at
 * what they are worth to it, promises at what they are believed to deliver; minus what it has done itself, at its cost; minus its
 * private price of conceding and what its audience charged for threats that it dropped.
 */
import { PARTY_IDS, type PartyId } from '../model/actor';
import type { FinishedEpisode } from '../episode/episode';
import { complianceOf } from '../episode/latent-state';
import { performedShare } from '../episode/performed';

const DAYS_PER_YEAR = 365;

/** Utility of a finished episode to a party. What has run out or was taken back by the last day counts as not done. */
export function utilityOf({ run }: FinishedEpisode, party: PartyId): number {
  const { latent, parameters, parameterDraw, first, state } = run;
  const believed = (of: PartyId) => complianceOf(latent, of, parameters);
  const [US, CN] = PARTY_IDS.map(believed) as [number, number];
  let utility = -latent.costDays[party] / DAYS_PER_YEAR - latent.politicalCost[party];
  for (const { prior, benefit, cost } of parameterDraw.issues) {
    const done = performedShare(first, state, prior, { US, CN });
    utility += prior.giver === party ? -cost * done : benefit * done;
  }
  return utility;
}
