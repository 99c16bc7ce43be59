/** The page of a projection: the question, the answer in a few sentences, the pictures, and what it all rests on. */
import { formatDate } from '../../kit/calendar';
import type { Band } from '../../ensemble/economy-ahead';
import type { Projection } from '../../ensemble/projection';
import type { ScenarioUncertainty } from '../../analyses/sensitivity/study-options';
import type { Tree } from '../../analyses/tree/tree';
import type { Tornado } from '../../analyses/sensitivity/tornado';
import { loadDrawing } from '../charts/library';
import type { Picture } from '../charts/picture';
import {
  driversPicture,
  fanPicture,
  layersPicture,
  longViewPicture,
  outcomesPicture,
  timelineOf,
  trucePicture,
  type Subject,
} from '../charts/pictures';
import { levelsPicture, waysPicture } from '../charts/ways-pictures';
import { givesPicture } from '../charts/gives';
import { answerSentences, chance, outcomeSentence } from '../wording/answer';
import { projectionNotices } from '../wording/projection-notices';
import { fixed, signed, thousands } from '../wording/text';
import { treePicture } from '../charts/branches';
import { tornadoPicture } from '../charts/tornado-picture';
import { uncertaintyAdvice, uncertaintyPicture } from '../charts/uncertainty-picture';
import { figure, scrollingTable } from './figure';
import { assumptionsSection, calendarSection, madeSection, tableSection, takenAsGiven } from './foundations';
import { joined, markup, quoted, type Markup } from './markup';
import { page } from './shell';
import { trustSection } from './trust';
import { whoMeets } from '../../facts/who-meets';

/** A projection to show. */
export interface PageInput extends Subject {
  /** How sure its quantities of interest are. */
  readonly uncertainty: ScenarioUncertainty;
  /** What moves one of them; null where it was not asked for. */
  readonly tornado: Tornado | null;
  /** How the meeting branches; null where it was not asked for. */
  readonly tree: Tree | null;
  /** The command that makes the same page again. */
  readonly command: string;
}

function consequences({ projection }: Subject): Markup {
  const { tradeFlowsPct, gdpPct, pricesPct, magnets, soybeansMmt, deniedAbroad } = projection.economy;
  const row = (name: string, unit: string, band: Band, digits: number, change: boolean) => {
    const said = (value: number) => (change ? signed(value, digits) : fixed(value, digits));
    return [`${name}, ${unit}`, said(band.p50), `${said(band.p10)} to ${said(band.p90)}`];
  };
  return scrollingTable({
    caption: `What follows, median and 10th to 90th percentile of the runs, to ${formatDate(projection.horizon)}`,
    head: ['Quantity', 'Median', '10th to 90th percentile'],
    rows: [
      row('American imports from China', '% change within a year', tradeFlowsPct.usImportsFromCn, 1, true),
      row('Chinese imports from America', '% change within a year', tradeFlowsPct.cnImportsFromUs, 1, true),
      row('American GDP', '%, short run, measures of the year', gdpPct.US, 2, true),
      row('Chinese GDP', '%, short run, measures of the year', gdpPct.CN, 2, true),
      row('American consumer prices', '% change', pricesPct, 3, true),
      ['American consumer prices in one run of twenty, % change', `above ${signed(pricesPct.p95, 3)}`, ''],
      row('American plants short of magnets', 'days', magnets.shortageDays, 0, false),
      row('Chinese purchases of American soybeans', 'million metric tons', soybeansMmt, 1, false),
      row(
        'Foreign-made goods that Chinese rare-earth rules deny',
        'share of what they catch, mean after the meeting',
        deniedAbroad,
        2,
        false,
      ),
    ],
  });
}

function movers(input: PageInput, show: (picture: Picture | null) => Markup | null): Markup {
  const { tornado, facts } = input;
  const drivers =
    show(driversPicture(input)) ??
    markup`<p>Nothing that each run draws for itself moves the answer beyond chance in so few runs.</p>`;
  return markup`${drivers}${tornado === null ? null : show(tornadoPicture(tornado, facts))}`;
}

/** In how many runs they meet, or why no meeting is looked at. */
export function heldSentence({ projection: { meeting, noMeeting }, facts }: Subject): string {
  return meeting === null
    ? `No outcome of a meeting is told: ${noMeeting}.`
    : `The ${whoMeets(facts, meeting.id)} meet in ${chance(meeting.held)} of the runs.`;
}

/** What the runs did not do as the scenario says. */
function notices(projection: Projection): Markup[] {
  return projectionNotices(projection).map((text) => markup`<p class="note">${quoted(text)}</p>`);
}

/** Question, answer and day: the head of a page. */
function headOf(subject: Subject): Markup {
  const { scenario, projection } = subject;
  const sentences = answerSentences(projection, subject.facts).map((text) => markup`<p>${text}</p>`);
  return markup`<h1>${quoted(scenario.title)}</h1><p class="question">${quoted(scenario.question)}</p>${takenAsGiven(subject)}
<div class="answer">${sentences}</div>
<p class="meta">Seen from ${formatDate(projection.today)}, followed to ${formatDate(scenario.horizon)}, ${thousands(projection.runs)} runs. In brackets: 95% intervals of the sample. ${heldSentence(subject)}</p>${notices(projection)}`;
}

/**
 * The page of a projection as text: one document that needs no network and runs no script. The same input gives the
 * same bytes. Rejects with a `MissingPeerError` where the chart library is not installed.
 */
export async function projectionPage(input: PageInput): Promise<string> {
  const drawing = await loadDrawing();
  const timeline = timelineOf(input);
  const { projection, command } = input;
  const show = (picture: Picture | null) => (picture === null ? null : figure(drawing, picture));
  return page({
    title: `${input.scenario.title}: a projection`,
    description: outcomeSentence(projection),
    header: headOf(input),
    sections: [
      { id: 'answer', name: 'Outcomes', body: markup`${show(outcomesPicture(input))}` },
      ...(input.tree === null
        ? []
        : [{ id: 'tree', name: 'How the meeting branches', body: markup`${show(treePicture(input.tree))}` }]),
      { id: 'trust', name: 'How far to trust it', body: trustSection(input.facts, projection) },
      { id: 'calendar', name: 'Calendar', body: calendarSection(input) },
      {
        id: 'concessions',
        name: 'Who gives what',
        body: markup`${show(givesPicture(input)) ?? markup`<p>Nothing is told of what is given: no meeting lies ahead, or it has fewer than two issues.</p>`}`,
      },
      {
        id: 'tariffs',
        name: 'Tariffs',
        body: joined(
          [
            waysPicture(input),
            levelsPicture(input, 'usOnCn'),
            levelsPicture(input, 'cnOnUs'),
            fanPicture(input, timeline),
            layersPicture(input, timeline, 'usOnCn'),
            layersPicture(input, timeline, 'cnOnUs'),
            longViewPicture(input, timeline),
          ].map((picture) => figure(drawing, picture)),
          '',
        ),
      },
      {
        id: 'truce',
        name: 'The truce',
        body: markup`${show(trucePicture(input)) ?? markup`<p>None: in no run is a text in force on the day after the meeting.</p>`}`,
      },
      { id: 'movers', name: 'What moves the answer', body: movers(input, show) },
      {
        id: 'sureness',
        name: 'How sure it is',
        body: markup`${show(uncertaintyPicture(input.uncertainty))}${uncertaintyAdvice(input.uncertainty, input.facts)}`,
      },
      { id: 'consequences', name: 'What follows', body: consequences(input) },
      { id: 'table', name: 'Who is at the table', body: tableSection(input) },
      { id: 'assumptions', name: 'What it rests on', body: assumptionsSection(input) },
      {
        id: 'made',
        name: 'How it was made',
        body: madeSection(
          [
            ['Scenario', markup`<code>${projection.scenario}</code>`],
            ['Seed', markup`<code>${projection.seed}</code>`],
            ['Runs', markup`${thousands(projection.runs)}`],
            ['Version', markup`detente ${projection.version}`],
            ['Digest', markup`<code>${projection.digest}</code>`],
          ],
          command,
        ),
      },
    ],
  });
}
