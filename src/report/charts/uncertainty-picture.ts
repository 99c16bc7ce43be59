/** How sure each headline is, as a picture: three widths, which dominates, and what would make the headline surer. */
import type { Facts } from '../../facts/schema';
import type { ScenarioWidths } from '../../analyses/sensitivity/study-options';
import type { HeadlineWidths, WidthName } from '../../analyses/uncertainty';
import { ACCENT, FAINT, SECOND, type Picture } from './picture';
import { drawWidths, type WidthRow } from './uncertainty';
import { headlinePoints, headlineValue } from '../wording/factor';
import { drawn, markup, type Markup } from '../page/markup';
import { whatReduces, WIDTH_NAMES, widthCells, widthsMethod, widthsVerdict } from '../screens/uncertainty';

const ORDER: readonly WidthName[] = ['sampling', 'assumptions', 'actorModel'];
const COLOURS: Readonly<Record<WidthName, string>> = {
  sampling: FAINT,
  assumptions: ACCENT,
  actorModel: SECOND,
};

function rowOf(found: HeadlineWidths): WidthRow {
  const cells = widthCells(found);
  return {
    id: found.id,
    words: `${found.title}: ${headlineValue(found, found.mean)}`,
    bars: ORDER.map((name, at) => ({
      points: Number(headlinePoints(found, found[name].halfWidth, 3)),
      said: cells[at]!,
      colour: COLOURS[name],
    })),
  };
}

/** The picture of the widths. */
export function widthsPicture(found: ScenarioWidths): Picture {
  const swatch = (name: WidthName) =>
    drawn(`<span class="swatch" style="background:${COLOURS[name]}"></span>`);
  const key = ORDER.map((name) => markup`<li>${swatch(name)}${WIDTH_NAMES[name]}</li>`);
  return {
    id: 'widths',
    title: 'Three widths on each headline',
    summary: widthsVerdict(found),
    legend: markup`<ul class="key" aria-label="Widths, from the top">${key}</ul><p>Sampling: because so many runs were made and not more. Assumptions: because the parameters are not known. Actor model: because nobody knows which decision rules the parties follow. ${widthsMethod(found)}</p>`,
    table: {
      caption: 'Half-widths of the headlines, in percentage points',
      head: ['Headline', 'Value', 'Sampling', 'Assumptions', 'Actor model', 'Dominates'],
      rows: found.headlines.map((headline) => [
        headline.title,
        headlineValue(headline, headline.mean),
        ...widthCells(headline),
        WIDTH_NAMES[headline.dominates],
      ]),
    },
    draw: (drawing, width) => drawWidths(drawing, width, found.headlines.map(rowOf)),
  };
}

/** Headline by headline, which width dominates and what would reduce it. */
export function widthsAdvice(found: ScenarioWidths, facts: Facts): Markup {
  return markup`<ul>${found.headlines.map((headline) => markup`<li>${whatReduces(headline, facts)}</li>`)}</ul>`;
}
