/** The page of two scenarios side by side: paired differences, both courses, and where the histories part. */
import type { Event } from '../../actions/index';
import { tableFor } from '../../engine/own-table';
import { transitionIn } from '../../engine/transition';
import { addDays, formatDate } from '../../kit/calendar';
import type { State } from '../../model/state';
import { ROUTINE } from '../../analyses/comparison/differing-steps';
import type { ExplainedComparison, StepGroup } from '../../analyses/comparison/explained-comparison';
import { loadDrawing } from '../charts/library';
import { drawDifferences, drawPairs, drawTwoMedians, type TitledDifference } from '../charts/pairs';
import type { Picture } from '../charts/picture';
import { averageLine, DIRECTIONS, lastDay, type Subject } from '../charts/pictures';
import { chainLines, differenceSentences, namesOf, stepPhrase, type Names } from '../wording/step-phrases';
import { sentenceOf } from '../wording/event-sentences';
import { counted, fixed, listed, partyName, percent, sentence, signed, thousands } from '../wording/text';
import { figure, scrollingTable } from './figure';
import { assumptionsSection, madeSection, tableSection } from './foundations';
import { joined, markup, quoted, type Markup } from './markup';
import { directionName, outcomeSentence } from '../wording/answer';
import { heldSentence } from './projection';
import { page } from './shell';
import { itemAt } from '../../kit/lists';

/** Two scenarios on common draws. */
export interface ComparisonInput {
  readonly base: Subject;
  readonly variant: Subject;
  /** The comparison with what lies behind it. */
  readonly comparison: ExplainedComparison;
  /** The episode of its example, with both whole logs; null where no run changes. */
  readonly example: {
    readonly episode: number;
    readonly base: readonly Event[];
    readonly variant: readonly Event[];
  } | null;
  /** The command that makes the same page again. */
  readonly command: string;
}

function titled({ base, comparison }: ComparisonInput): TitledDifference[] {
  return comparison.outcomes.map((outcome) => ({
    ...outcome,
    title: base.scenario.outcomes.find((candidate) => candidate.id === outcome.id)?.title ?? outcome.id,
  }));
}

const points = ({ difference, low, high }: TitledDifference) =>
  `${signed(100 * difference)} (${signed(100 * low)} to ${signed(100 * high)})`;

function pairsPicture(outcomes: readonly TitledDifference[]): Picture {
  return {
    id: 'pairs',
    title: 'What the meeting brings in each',
    summary: `Shares of the runs in A and in B: ${outcomes.map(({ title, base, variant }) => `${title}, ${percent(base)} and ${percent(variant)}`).join('; ')}.`,
    legend: markup`Filled bar, A: the first scenario. Hollow bar, B: the second. Shares of the model alone, pooled with no base rate.`,
    table: {
      caption: 'Outcome classes in both scenarios, shares of the runs',
      head: ['Outcome', 'A', 'B', 'B less A, points', '95% interval'],
      rows: outcomes.map(({ title, base, variant, difference, low, high }) => [
        title,
        percent(base),
        percent(variant),
        signed(100 * difference),
        `${signed(100 * low)} to ${signed(100 * high)}`,
      ]),
    },
    draw: (drawing, width) => drawPairs(drawing, width, outcomes),
  };
}

function differencesPicture(outcomes: readonly TitledDifference[], { comparison }: ComparisonInput): Picture {
  const { paired, unpaired } = comparison.variance;
  const gain =
    paired > 0
      ? `Common draws cut the variance of the differences to ${percent(paired / unpaired, 0)} of that of independent runs.`
      : '';
  return {
    id: 'differences',
    title: 'Paired differences',
    summary: `B less A in points, with 95% intervals: ${outcomes.map((outcome) => `${outcome.title}, ${points(outcome)}`).join('; ')}.`,
    legend: markup`Dot: difference on the same worlds and chances. Line: its 95% interval. ${gain}`,
    table: {
      caption: 'Paired differences, points',
      head: ['Outcome', 'B less A', '95% interval'],
      rows: outcomes.map(({ title, difference, low, high }) => [
        title,
        signed(100 * difference),
        `${signed(100 * low)} to ${signed(100 * high)}`,
      ]),
    },
    draw: (drawing, width) => drawDifferences(drawing, width, outcomes, points),
  };
}

function mediansPicture({ base, variant }: ComparisonInput): Picture {
  const from = base.scenario.asOf < variant.scenario.asOf ? base.scenario.asOf : variant.scenario.asOf;
  const ends = [lastDay(base.course), lastDay(variant.course)].sort();
  const lines = (subject: Subject) =>
    DIRECTIONS.map((direction) => averageLine(subject, [], direction, from));
  const last = (subject: Subject) =>
    DIRECTIONS.map(
      (direction) => `${fixed(subject.course.averageTariffPct[direction].at(-1)?.p50 ?? 0, 1)}%`,
    );
  const ofDay = (subject: Subject, on: string) => {
    const at = subject.course.dates.filter((date) => date <= on).length - 1;
    return DIRECTIONS.map((direction) =>
      fixed(itemAt(subject.course.averageTariffPct[direction], Math.max(0, at)).p50, 1),
    );
  };
  const days = [0, 5, 14, 20, 90, 180, 270]
    .map((after) => addDays(from, after))
    .filter((day) => day < itemAt(ends, 1));
  return {
    id: 'medians',
    title: 'Average tariffs in each, medians of the runs',
    summary: `At the end ${DIRECTIONS.map((direction, at) => `${directionName(direction)} stand at ${itemAt(last(base), at)} in A and ${itemAt(last(variant), at)} in B`).join('; ')}.`,
    legend: markup`Full line: A. Dashed line: B. Where only one line shows, the other lies under it.`,
    table: {
      caption: 'Medians of the average tariffs, per cent',
      head: ['Day', ...DIRECTIONS.flatMap((direction) => [`${directionName(direction)}, A`, 'B'])],
      rows: [...days, itemAt(ends, 1)].map((on) => [
        formatDate(on),
        ...DIRECTIONS.flatMap((_, at) => [itemAt(ofDay(base, on), at), itemAt(ofDay(variant, on), at)]),
      ]),
    },
    draw: (drawing, width) =>
      drawTwoMedians(drawing, width, lines(base), lines(variant), { from, to: itemAt(ends, 1) }),
  };
}

const namesIn = ({ base, variant }: ComparisonInput): Names =>
  namesOf(base.facts, base.initial, variant.initial);

const GROUPS_SHOWN = 8;

function groupsTable(groups: readonly StepGroup[], caption: string, input: ComparisonInput): Markup {
  const names = namesIn(input);
  const days = ({ from, to }: StepGroup) =>
    from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`;
  return scrollingTable({
    caption,
    head: ['Day', 'Step', 'Changed runs', '95% interval'],
    rows: groups
      .slice(0, GROUPS_SHOWN)
      .map((group) => [
        days(group),
        sentence(stepPhrase(group.step, names)),
        `${group.pairs} (${percent(group.share, 0)})`,
        `${percent(group.low, 0)} to ${percent(group.high, 0)}`,
      ]),
  });
}

/** The chain of the example: dated steps, each with what is behind it. */
function chainList(input: ComparisonInput): Markup | null {
  const { example } = input.comparison;
  if (example === null) return null;
  const title = (index: number) => input.base.scenario.outcomes[index]?.title ?? 'no class';
  const links = chainLines(example.chain, namesIn(input)).map(
    ({ on, text, why }) => markup`<li><b>${on}</b> ${text}: ${why}.</li>`,
  );
  return markup`<h3>From the first step that mattered to the outcome, in episode ${example.episode}</h3>
<p>“${title(example.outcomes.base)}” in A, “${title(example.outcomes.variant)}” in B.</p>
<ol class="story">${links}</ol>`;
}

const SENTENCES_SHOWN = 7;

/** The events of a log from its first difference on, one by one. */
function headlines(start: State, log: readonly Event[], from: number, { facts, rules }: Subject): Markup[] {
  const table = tableFor(rules);
  let state = start;
  const sentences: Markup[] = [];
  for (const [at, event] of log.entries()) {
    const next = transitionIn(table, state, event);
    if (!next.ok || sentences.length >= SENTENCES_SHOWN) break;
    if (at >= from && !ROUTINE.includes(event.type)) {
      const { text, move } = sentenceOf(event, {
        before: state,
        after: next.state,
        facts,
        types: table.byType,
      });
      sentences.push(markup`<li><b>${formatDate(event.on)}</b> ${text}.${move}</li>`);
    }
    state = next.state;
  }
  return sentences.length > 0 ? sentences : [markup`<li>Nothing more.</li>`];
}

function partingExample({ example, base, variant }: ComparisonInput): Markup | null {
  if (example === null) return null;
  const shared = Math.min(example.base.length, example.variant.length);
  let at = 0;
  while (at < shared && JSON.stringify(example.base[at]) === JSON.stringify(example.variant[at])) at += 1;
  return markup`<h3>Episode ${example.episode}, from the day on which its histories part</h3>
<div class="pair"><div><h4>A</h4><ol class="story">${headlines(base.initial, example.base, at, base)}</ol></div><div><h4>B</h4><ol class="story">${headlines(variant.initial, example.variant, at, variant)}</ol></div></div>`;
}

function partingSection(input: ComparisonInput): Markup {
  const { comparison } = input;
  const summary = markup`<p>${differenceSentences(comparison, namesIn(input)).join(' ')}</p>`;
  if (comparison.explained === 0) return summary;
  return markup`${summary}
<p class="note">A step counts as a start where taking it back by itself, with all other draws as they are, changes how the run ends. ${counted(comparison.explained, 'changed run')} ${comparison.explained === 1 ? 'was' : 'were'} looked into. A is the base, B the variant.</p>
${groupsTable(comparison.starts, 'With what it starts', input)}
${groupsTable(comparison.turns, 'What settles it', input)}
${chainList(input)}
${partingExample(input)}`;
}

function issuesTable({ base, variant }: ComparisonInput): Markup {
  const others = variant.projection.issues ?? [];
  const rows = (base.projection.issues ?? []).map((issue) => {
    const other = others.find((candidate) => candidate.id === issue.id);
    const half = (share: typeof issue | undefined) =>
      share === undefined ? 'not on the table' : `${percent(share.mean, 0)} (${percent(share.pHalf, 0)})`;
    return [issue.label, sentence(partyName(base.facts, issue.giver)), half(issue), half(other)];
  });
  return scrollingTable({
    caption: 'Mean concession, and in brackets the chance of at least half',
    head: ['Issue', 'Who gives', 'A', 'B'],
    rows,
  });
}

/** The comparison in two sentences. */
export function comparisonSentences(input: ComparisonInput): readonly [string, string] {
  const largest = titled(input).sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))[0];
  const clear = titled(input).filter((outcome) => outcome.low > 0 || outcome.high < 0);
  const what =
    largest === undefined
      ? 'There are no outcome classes.'
      : `Most moved is “${largest.title}”: ${percent(largest.base)} of the runs in A, ${percent(largest.variant)} in B, a difference of ${points(largest)} points.`;
  const rest =
    clear.length === 0
      ? 'No class differs by more than chance would allow.'
      : `${listed(clear.map((outcome) => `“${outcome.title}”`))} ${clear.length === 1 ? 'differs' : 'differ'} by more than chance would allow; the other classes may be the same in both.`;
  return [what, rest];
}

function side(letter: string, subject: Subject): Markup {
  return markup`<div><h2 class="side">${letter}: ${quoted(subject.scenario.title)}</h2><p class="question">${quoted(subject.scenario.question)}</p><p>${outcomeSentence(subject.projection)}</p><p class="note">${heldSentence(subject)}</p></div>`;
}

/**
 * The page of two scenarios as text: one document that needs no network and runs no script. The same input gives the
 * same bytes. Rejects with a `MissingPeerError` where the chart library is not installed.
 */
export async function comparisonPage(input: ComparisonInput): Promise<string> {
  const drawing = await loadDrawing();
  const { base, variant, command } = input;
  const outcomes = titled(input);
  const sentences = comparisonSentences(input);
  const { projection } = base;
  const lists = (subject: Subject, letter: string) =>
    markup`<details><summary>${letter}: ${quoted(subject.scenario.title)}</summary>${assumptionsSection(subject)}</details>`;
  return page({
    title: `${base.scenario.title} and ${variant.scenario.title}: a comparison`,
    description: sentences[0],
    header: markup`<h1>${quoted(base.scenario.title)} <span class="against">against</span> ${quoted(variant.scenario.title)}</h1>
<div class="answer">${sentences.map((text) => markup`<p>${text}</p>`)}</div>
<div class="pair">${side('A', base)}${side('B', variant)}</div>
<p class="meta">${thousands(projection.runs)} runs each, on the same worlds and chances. In brackets: 95% intervals of the sample. Sentences on one scenario give published probabilities, pooled with the base rate; comparisons give the model alone.</p>`,
    sections: [
      {
        id: 'answer',
        name: 'Outcomes',
        body: joined(
          [pairsPicture(outcomes), differencesPicture(outcomes, input)].map((picture) =>
            figure(drawing, picture),
          ),
          '',
        ),
      },
      { id: 'tariffs', name: 'Tariffs', body: figure(drawing, mediansPicture(input)) },
      { id: 'concessions', name: 'Who gives what', body: issuesTable(input) },
      { id: 'parting', name: 'Where the histories part', body: partingSection(input) },
      { id: 'table', name: 'Who is at the table', body: tableSection(base) },
      {
        id: 'assumptions',
        name: 'What it rests on',
        body: markup`${lists(base, 'A')}${lists(variant, 'B')}`,
      },
      {
        id: 'made',
        name: 'How it was made',
        body: madeSection(
          [
            ['Scenario A', markup`<code>${projection.scenario}</code>`],
            ['Scenario B', markup`<code>${variant.projection.scenario}</code>`],
            ['Seed', markup`<code>${projection.seed}</code>`],
            ['Runs', markup`${thousands(projection.runs)}`],
            ['Version', markup`detente ${projection.version}`],
            ['Digest of A', markup`<code>${projection.digest}</code>`],
            ['Digest of B', markup`<code>${variant.projection.digest}</code>`],
          ],
          command,
        ),
      },
    ],
  });
}
