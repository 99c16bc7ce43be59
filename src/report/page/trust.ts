/** How far to trust an answer: what the model scored on past meetings, on what it hangs, and what its intervals leave out. */
import type { Projection } from '../../ensemble/projection';
import type { Facts } from '../../facts/schema';
import published from '../published-scores.json';
import { fixed, percent } from '../wording/text';
import { scrollingTable } from './figure';
import { markup, type Markup } from './markup';

/** How the score depends on the parameter that moves it most, which has no source. */
function priceTable(): Markup {
  return scrollingTable({
    caption:
      'The private price of conceding has no source: the answer at Busan and the score on past meetings at half of it, at it and at twice as much',
    head: [
      'Price, utility points',
      'Partial rollback at Busan',
      'Mean RPS, published',
      'Mean RPS, model alone',
    ],
    rows: published.prices.map(({ price, rollback, published: pool, model }) => [
      fixed(price, 2),
      percent(rollback, 0),
      fixed(pool, 3),
      fixed(model, 3),
    ]),
  });
}

/** What the section asks of an answer: with how much of the base rate it is pooled; null where with none. */
export interface Trusted {
  readonly baseRate: Projection['baseRate'];
}

/** The section. */
export function trustSection(facts: Facts, { baseRate }: Trusted): Markup {
  const { parameters } = facts;
  const priors = parameters.filter(({ basis }) => basis === 'prior').length;
  const pool =
    baseRate.weight > 0
      ? `The probabilities of the outcome classes, and of a deal, pool the model with the base rate of ${baseRate.meetings} coded meetings in logarithms, weight of the base rate ${fixed(baseRate.weight, 2)}; all else is the model alone.`
      : 'The probabilities are those of the model alone.';
  return markup`<ul><li>${published.verdict} RPS is the ranked probability score: 0 for certainty of what happened, the lower the better.</li>
<li>${pool}</li>
<li>${priors} of the ${parameters.length} parameters of the model are priors: judgements with a range, not measurements. All are listed below with their sources.</li>
<li>Intervals tell the error of sampling only, unless they say otherwise. The model may be wrong in ways that no interval shows.</li></ul>
${priceTable()}`;
}
