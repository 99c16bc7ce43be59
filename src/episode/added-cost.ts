/** What a further measure would add to what measures cost each side, in points of GDP a year. */
import { shortageCost } from '../economy/chokepoint';
import type { PartyId } from '../model/actor';
import type { MeasureLife } from '../model/measure';
import type { Parameters } from '../model/parameters';
import type { ModelSpecification } from '../scenario/model-specification';
import { chineseDutiesCostPct, tariffCostPct } from './duty-costs';
import { SUBJECT_RARE_EARTHS, type MeasureView } from './readings';

/** What holds a view of the measures in force. */
interface Viewed {
  readonly view: Pick<MeasureView, 'usOnCnPct' | 'cnOnUsPct'>;
}

/** Cost of further Chinese duties. */
function chineseDutyCost(
  party: PartyId,
  addedPp: number,
  latent: Viewed,
  model: ModelSpecification,
  p: Parameters,
): number {
  const now = latent.view.cnOnUsPct - model.painBaselineCnPct;
  return chineseDutiesCostPct(party, now + addedPp, p) - chineseDutiesCostPct(party, now, p);
}

/** Cost to each side, in points a year, of a measure that is not in force, were it to come. */
export function addedCostOf(
  party: PartyId,
  measure: MeasureLife & { ratePct?: number; share?: number; severity?: number; subject?: string },
  latent: Viewed,
  model: ModelSpecification,
  p: Parameters,
): number {
  if (measure.ratePct !== undefined && measure.share !== undefined) {
    if (measure.imposer !== 'US')
      return chineseDutyCost(party, measure.ratePct * measure.share, latent, model, p);
    const now = latent.view.usOnCnPct;
    const then = now + measure.ratePct * measure.share;
    return (
      tariffCostPct(party, p, then, model.painBaselinePct) -
      tariffCostPct(party, p, now, model.painBaselinePct)
    );
  }
  if (measure.severity === undefined || measure.target !== party) return 0;
  if (party === 'US' && measure.subject === SUBJECT_RARE_EARTHS) {
    return shortageCost(measure.severity * p.chokepoint.controlledShare, 0, {
      G80: p.chokepoint.costPct,
      gamma: p.chokepoint.convexity,
      referenceCut: p.chokepoint.referenceCut,
      halfLifeDays: p.chokepoint.halfLifeDays,
    });
  }
  return measure.severity * p.pain.chipLoss;
}
