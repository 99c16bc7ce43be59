/** What moves a quantity of interest, as a picture: its tornado with the longest bars. */
import type { Facts } from '../../facts/schema';
import type { Tornado, TornadoBar } from '../../analyses/sensitivity/tornado';
import type { Picture } from './picture';
import { drawTornado } from './tornado';
import { factorWording, quantityChange, quantityValue } from '../wording/factor';
import { markup } from '../page/markup';
import { thousands } from '../wording/text';

const SHOWN = 10;

/** The picture of a tornado. */
export function tornadoPicture(found: Tornado, facts: Facts): Picture {
  const { headline: quantity, bars, mean, runs } = found;
  const shown = bars.slice(0, SHOWN);
  const onAxis = (value: number) => (quantity.unit === 'probability' ? 100 * value : value);
  const points = (value: number) => quantityChange(quantity, value);
  const said = ({ id, from, to }: TornadoBar) =>
    `${factorWording(facts, id)}: ${quantityValue(quantity, from.mean)} at ${from.at}, ${quantityValue(quantity, to.mean)} at ${to.at}`;
  const silent = bars.filter((bar) => !bar.distinguishable).length;
  return {
    id: 'tornado',
    title: `What moves “${quantity.title}”`,
    summary: `${shown.slice(0, 3).map(said).join('; ')}.`,
    legend: markup`Bar: the quantity with one factor at the low and at the high end of its range, or with another decision rule, all others drawn as ever in the same ${thousands(runs)} episodes. Upright line: ${quantityValue(quantity, mean)}, with all of them drawn. Of ${bars.length} bars ${silent} are not distinguishable from zero; the longest are shown.`,
    table: {
      caption: `“${quantity.title}” at both ends of each factor`,
      head: ['Factor', 'From', 'To', 'Change, points', '95% interval', 'Distinguishable from zero'],
      rows: shown.map((bar) => [
        factorWording(facts, bar.id),
        `${quantityValue(quantity, bar.from.mean)} at ${bar.from.at}`,
        `${quantityValue(quantity, bar.to.mean)} at ${bar.to.at}`,
        points(bar.change),
        `${points(bar.low)} to ${points(bar.high)}`,
        bar.distinguishable ? 'yes' : 'no',
      ]),
    },
    draw: (drawing, width) =>
      drawTornado(
        drawing,
        width,
        shown.map((bar) => ({
          key: `${bar.id} ${bar.to.at}`,
          words: said(bar),
          from: onAxis(bar.from.mean),
          to: onAxis(bar.to.mean),
        })),
        onAxis(mean),
      ),
  };
}
