/** What duties in force cost each side in the short run, as the latent state and its motives feel it. */
import { saturatingCost } from '../economy/pain';
import type { PartyId } from '../model/actor';
import type { Parameters } from '../model/parameters';
import type { ModelSpecification } from '../scenario/model-specification';
import type { MeasureView } from './readings';

/** What tariffs of the United States cost each side at an average rate, % of GDP a year. */
export function tariffCostPct(party: PartyId, p: Parameters, usOnCnPct: number, baselinePct: number): number {
  const newTariffPp = usOnCnPct - baselinePct;
  return party === 'US'
    ? saturatingCost(newTariffPp, p.pain.ceilingUs, p.pain.scaleUs)
    : saturatingCost(newTariffPp, p.pain.ceilingCn, p.pain.scaleCn);
}

/**
 * What Chinese duties so many points above those of the day since which duties count as pain cost a side, % of GDP a year: the United
 * States alone, soybeans apart, which farm pain has.
 */
export function chineseDutiesCostPct(party: PartyId, newPp: number, p: Parameters): number {
  return party === 'US' ? saturatingCost(newPp, p.levers.chineseDutyLoss, p.pain.scaleCn) : 0;
}

/** What the duties in force cost each side, % of GDP a year. */
export function dutiesCostPct(
  party: PartyId,
  { usOnCnPct, cnOnUsPct }: Pick<MeasureView, 'usOnCnPct' | 'cnOnUsPct'>,
  model: ModelSpecification,
  p: Parameters,
): number {
  return (
    tariffCostPct(party, p, usOnCnPct, model.painBaselinePct) +
    chineseDutiesCostPct(party, cnOnUsPct - model.painBaselineCnPct, p)
  );
}
