/** What moves a headline, as a picture: its tornado with the longest bars. */
import type { Facts } from '../../facts/schema';
import type { Tornado, TornadoBar } from '../../analyses/sensitivity/tornado';
import type { Picture } from './picture';
import { drawTornado } from './tornado';
import { factorWords, headlineChange, headlineValue } from '../wording/factor';
import { markup } from '../page/markup';
import { thousands } from '../wording/text';

const SHOWN = 10;

/** The picture of a tornado. */
export function tornadoPicture(found: Tornado, facts: Facts): Picture {
  const { headline, bars, mean, runs } = found;
  const shown = bars.slice(0, SHOWN);
  const onAxis = (value: number) => (headline.unit === 'probability' ? 100 * value : value);
  const points = (value: number) => headlineChange(headline, value);
  const said = ({ id, from, to }: TornadoBar) =>
    `${factorWords(facts, id)}: ${headlineValue(headline, from.mean)} at ${from.at}, ${headlineValue(headline, to.mean)} at ${to.at}`;
  const silent = bars.filter((bar) => !bar.distinguishable).length;
  return {
    id: 'tornado',
    title: `What moves “${headline.title}”`,
    summary: `${shown.slice(0, 3).map(said).join('; ')}.`,
    legend: markup`Bar: the headline with one factor at the low and at the high end of its range, or with another decision rule, all others drawn as ever in the same ${thousands(runs)} episodes. Upright line: ${headlineValue(headline, mean)}, with all of them drawn. Of ${bars.length} bars ${silent} are not distinguishable from zero; the longest are shown.`,
    table: {
      caption: `“${headline.title}” at both ends of each factor`,
      head: ['Factor', 'From', 'To', 'Change, points', '95% interval', 'Distinguishable from zero'],
      rows: shown.map((bar) => [
        factorWords(facts, bar.id),
        `${headlineValue(headline, bar.from.mean)} at ${bar.from.at}`,
        `${headlineValue(headline, bar.to.mean)} at ${bar.to.at}`,
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
