/**
 * How sure each quantity of interest is, as a picture: three intervals, which dominates, and what would make the
 * quantity surer.
 */
import type { Facts } from '../../facts/schema';
import type { ScenarioUncertainty } from '../../analyses/sensitivity/study-options';
import type { QuantityUncertainty, UncertaintySource } from '../../analyses/uncertainty';
import { colourKey } from './legend';
import { ACCENT, FAINT, SECOND, type Picture } from './picture';
import { drawUncertainty, type UncertaintyRow } from './uncertainty';
import { quantityPoints, quantityValue } from '../wording/factor';
import { markup, type Markup } from '../page/markup';
import {
  whatReduces,
  UNCERTAINTY_NAMES,
  uncertaintyCells,
  uncertaintyMethod,
  uncertaintyVerdict,
} from '../screens/uncertainty';
import { itemAt } from '../../kit/lists';

const ORDER: readonly UncertaintySource[] = ['sampling', 'assumptions', 'actorModel'];
const COLOURS: Readonly<Record<UncertaintySource, string>> = {
  sampling: FAINT,
  assumptions: ACCENT,
  actorModel: SECOND,
};

function rowOf(found: QuantityUncertainty): UncertaintyRow {
  const cells = uncertaintyCells(found);
  return {
    id: found.id,
    words: `${found.title}: ${quantityValue(found, found.mean)}`,
    bars: ORDER.map((name, at) => ({
      points: Number(quantityPoints(found, found[name].halfWidth ?? 0, 3)),
      said: itemAt(cells, at),
      colour: COLOURS[name],
    })),
  };
}

/** The picture of the uncertainty. */
export function uncertaintyPicture(found: ScenarioUncertainty): Picture {
  const key = ORDER.map((name) => ({ colour: COLOURS[name], name: UNCERTAINTY_NAMES[name] }));
  return {
    id: 'widths',
    title: 'Three intervals of each quantity of interest',
    summary: uncertaintyVerdict(found),
    legend: markup`${colourKey('Half-widths, from the top', key)}<p>Sampling: because so many runs were made and not more. Assumptions: because the parameters are not known. Decision rules: because nobody knows which decision rules the parties follow. ${uncertaintyMethod(found)}</p>`,
    table: {
      caption: 'Half-widths of the intervals, in percentage points',
      head: ['Quantity', 'Value', 'Sampling', 'Assumptions', 'Decision rules', 'Dominates'],
      rows: found.headlines.map((quantity) => [
        quantity.title,
        quantityValue(quantity, quantity.mean),
        ...uncertaintyCells(quantity),
        quantity.dominates === null ? 'not told' : UNCERTAINTY_NAMES[quantity.dominates],
      ]),
    },
    draw: (drawing, width) => drawUncertainty(drawing, width, found.headlines.map(rowOf)),
  };
}

/** For each quantity of interest, which interval dominates and what would reduce it. */
export function uncertaintyAdvice(found: ScenarioUncertainty, facts: Facts): Markup {
  return markup`<ul>${whatReduces(found.headlines, facts).map((text) => markup`<li>${text}</li>`)}</ul>`;
}
