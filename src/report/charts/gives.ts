/** Who gives what, both sides in one figure: chances of at least half of each issue, one side to the left, the other to the right. */
import { PARTY_IDS, type PartyId } from '../../model/actor';
import type { Facts } from '../../facts/schema';
import type { IssueShare, Projection } from '../../ensemble/projection';
import type { Drawing, DrawnElement } from './library';
import { colourKey } from './legend';
import { HALO, isNarrow, percentTick, rowsFrame, TYPE, valueAxis } from './marks';
import { ACCENT, drawPlot, INK, SECOND, type Picture } from './picture';
import { markup } from '../page/markup';
import { visible } from '../wording/visible';
import { listed, partyName, percent, sentence } from '../wording/text';

const COLOURS: Readonly<Record<PartyId, string>> = { US: ACCENT, CN: SECOND };
/** Room beyond a bar of 100 % for its figure, as a part of the axis. */
const BEYOND = 0.24;

function drawGives(drawing: Drawing, width: number, issues: readonly IssueShare[]): DrawnElement {
  const { Plot } = drawing;
  const reach = 1 + BEYOND;
  const way = ({ giver }: IssueShare) => (giver === 'US' ? -1 : 1);
  const y = 'id';
  const side = (giver: PartyId) => issues.filter((issue) => issue.giver === giver);
  const room = (width / 2 - 20) / TYPE;
  const words = (giver: PartyId) =>
    Plot.text(side(giver), {
      x: 0,
      y,
      text: (issue: IssueShare) => visible(issue.label),
      textAnchor: giver === 'US' ? 'start' : 'end',
      dx: giver === 'US' ? 6 : -6,
      lineWidth: room,
      fill: INK,
    });
  const figures = (giver: PartyId) =>
    Plot.text(side(giver), {
      x: (issue: IssueShare) => way(issue) * issue.pHalf,
      y,
      text: (issue: IssueShare) => percent(issue.pHalf, 0),
      textAnchor: giver === 'US' ? 'end' : 'start',
      dx: giver === 'US' ? -5 : 5,
      fill: INK,
      ...HALO,
    });
  return drawPlot(drawing, width, {
    ...rowsFrame({
      keys: issues.map((issue) => issue.id),
      band: isNarrow(width) ? 46 : 30,
      left: 6,
      right: 6,
      x: { domain: [-reach, reach], label: 'chance of at least half' },
    }),
    marks: [
      ...valueAxis(Plot, {
        tickFormat: (share) => (Math.abs(share) > 1 ? '' : percentTick(Math.abs(share))),
      }),
      Plot.barX(issues, {
        x: (issue: IssueShare) => way(issue) * issue.pHalf,
        y,
        fill: (issue: IssueShare) => COLOURS[issue.giver],
        insetTop: 4,
        insetBottom: 4,
      }),
      Plot.ruleX([0], { stroke: INK }),
      ...PARTY_IDS.flatMap((giver) => [words(giver), figures(giver)]),
    ],
  });
}

/** The picture; null where nothing is on the table. */
export function givesPicture({
  projection,
  facts,
}: {
  readonly projection: Projection;
  readonly facts: Facts;
}): Picture | null {
  const issues = [...(projection.issues ?? [])].sort((a, b) => b.pHalf - a.pHalf || b.mean - a.mean);
  if (issues.length < 2) return null;
  const name = (party: PartyId) => partyName(facts, party);
  const most = PARTY_IDS.map((party) => {
    const granted = issues.filter(({ giver }) => giver === party).slice(0, 3);
    return granted.length === 0
      ? `${name(party)} is asked for nothing`
      : `${name(party)} gives at least half of ${listed(granted.map(({ label, pHalf }) => `“${label}” in ${percent(pHalf, 0)}`))} of the runs`;
  });
  return {
    id: 'gives',
    title: 'Chance that at least half of an issue is granted',
    summary: `${most.map(sentence).join('. ')}. Runs without a deal count as nothing given.`,
    legend: markup`${colourKey(
      'Who gives',
      PARTY_IDS.map((party) => ({
        colour: COLOURS[party],
        name: `${sentence(name(party))}, to the ${party === 'US' ? 'left' : 'right'}`,
      })),
    )}<p>Bar: share of the runs in which at least half of what is asked is granted.</p>`,
    table: {
      caption: 'Concessions, the likeliest first: 0% is nothing, 100% all that is asked',
      head: ['Issue', 'Who gives', 'Chance of at least half', 'Mean', '10th to 90th percentile'],
      rows: issues.map(({ label, giver, mean, pHalf, p10, p90 }) => [
        label,
        sentence(name(giver)),
        percent(pHalf),
        percent(mean),
        `${percent(p10, 0)} to ${percent(p90, 0)}`,
      ]),
    },
    draw: (drawing, width) => drawGives(drawing, width, issues),
  };
}
