/** The page of two scenarios side by side: paired differences, both courses, and where the histories part. */
import type { Event } from '../../actions/index';
import { tableFor } from '../../engine/own-table';
import { transitionIn } from '../../engine/transition';
import { addDays, formatDate } from '../../kit/calendar';
import type { State } from '../../model/state';
import { ROUTINE } from '../../analyses/comparison/differing-steps';
import type { ExplainedComparison, StepGroup } from '../../analyses/comparison/explained-comparison';
import { loadDrawing } from '../charts/library';
import { drawChanges, drawPairs, drawTwoMeans, type ChangeRow, type TitledDifference } from '../charts/pairs';
import type { Picture } from '../charts/picture';
import { averageLine, DIRECTIONS, lastDay, type Subject } from '../charts/pictures';
import { chainLines, differenceSentences, namesOf, stepPhrase, type Names } from '../wording/step-phrases';
import { sentenceOf } from '../wording/event-sentences';
import { counted, fixed, listed, partyName, percent, sentence, signed, thousands } from '../wording/text';
import { figure, scrollingTable } from './figure';
import { assumptionsSection, madeSection, tableSection, takenAsGiven } from './foundations';
import { joined, markup, quoted, type Markup } from './markup';
import { TRUCE_CURVES, type TruceCurve } from '../../ensemble/truce-curves';
import { colourKey } from '../charts/legend';
import { drawTruce } from '../charts/over-time';
import { ACCENT, SECOND } from '../charts/picture';
import { chance, directionName, outcomeSentence, waysOf } from '../wording/answer';
import { NOT_THERE, quantityChange, valueOrNone } from '../wording/factor';
import { GRANTED, quantityLabel } from '../wording/quantity';
import type { ComparedQuantity } from '../../analyses/comparison/quantity-table';
import { trustSection } from './trust';
import { heldSentence } from './projection';
import { page } from './shell';
import { firstOf, itemAt, lastOf } from '../../kit/lists';

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

/** Most quantities in the picture of what changes; the table has all. */
const CHANGES_SHOWN = 16;

/** What the common draws save, as a sentence. */
function gainOf({ comparison }: ComparisonInput): string {
  const { paired, unpaired } = comparison.variance;
  return paired > 0
    ? ` Common draws cut the variance of the differences of the classes to ${percent(paired / unpaired, 0)} of that of independent runs.`
    : '';
}

/** Every quantity of interest by its change, those beyond chance first. */
function changesPicture(input: ComparisonInput): Picture {
  const { quantities } = input.comparison;
  const rows = quantities.flatMap((quantity) => {
    const difference = firstOf(quantity.differences);
    if (difference === null) return [];
    const { change, low, high, beyondChance } = difference;
    const scale = quantity.unit === 'per cent' ? 1 : 100;
    const told = (value: number) => quantityChange(quantity, value);
    const row = {
      id: quantity.id,
      title: quantityLabel(quantity),
      said: `${told(change)} (${told(low)} to ${told(high)})`,
      change: scale * change,
      low: scale * low,
      high: scale * high,
      clear: beyondChance,
    } satisfies ChangeRow;
    return [{ quantity, beyondChance, row }];
  });
  const size = ({ row }: (typeof rows)[number]) => Math.abs(row.change);
  const sorted = [...rows].sort(
    (a, b) => Number(b.beyondChance) - Number(a.beyondChance) || size(b) - size(a),
  );
  const clear = sorted.filter(({ beyondChance }) => beyondChance);
  const shown = sorted.slice(0, CHANGES_SHOWN).map(({ row }) => row);
  const value = ({ quantity }: { readonly quantity: ComparedQuantity }, at: number) =>
    valueOrNone(quantity, itemAt(quantity.values, at)?.value);
  const ofOne = quantities.filter(({ differences }) => firstOf(differences) === null);
  return {
    id: 'differences',
    title: 'What changes',
    summary:
      clear.length === 0
        ? `None of ${rows.length} quantities of interest changes beyond chance.`
        : `${clear.length} of ${rows.length} quantities of interest change beyond chance: ${clear
            .slice(0, 4)
            .map((one) => `${one.row.title}, ${value(one, 0)} in A and ${value(one, 1)} in B`)
            .join('; ')}.`,
    legend: markup`Dot: B less A on the same parameter draws and chances, filled where it is beyond chance at 5% for all quantities together. Line: its 95% interval. The largest are shown; the table has all.${gainOf(input)}`,
    table: {
      caption: `Every quantity of interest, the model alone; ${GRANTED}`,
      head: ['Quantity', 'A', 'B', 'B less A, points', '95% interval', 'Beyond chance'],
      rows: [
        ...sorted.map((one) => [
          one.row.title,
          value(one, 0),
          value(one, 1),
          ...one.row.said.replace(')', '').split(' ('),
          one.beyondChance ? 'yes' : 'no',
        ]),
        ...ofOne.map((quantity) => [
          quantityLabel(quantity),
          value({ quantity }, 0),
          value({ quantity }, 1),
          NOT_THERE,
          NOT_THERE,
          'no',
        ]),
      ],
    },
    draw: (drawing, width) => drawChanges(drawing, width, shown),
  };
}

/** One curve of the truce in both; null where either has none. */
function trucePair({ base, variant }: ComparisonInput, curve: TruceCurve): Picture | null {
  const courses = [base, variant].map(({ course }) => course.truce[curve]);
  const told = [base, variant].map(
    ({ projection }) => projection.truce[curve]?.filter((point) => point !== null) ?? [],
  );
  const [first, second] = courses;
  const [pointsA, pointsB] = [itemAt(told, 0), itemAt(told, 1)];
  if (!first || !second || pointsA.length < 2) return null;
  const name = { text: 'A text in force', unbroken: 'No breach documented' }[curve];
  const rows = pointsA.map((point) => {
    const other = pointsB.find(({ days }) => days === point.days);
    return [`${point.days} days`, chance(point), other === undefined ? 'beyond the horizon' : chance(other)];
  });
  return {
    id: `truce-${curve}`,
    title: `${name}, by days since the planned day of the meeting`,
    summary: `${rows.map(([days = '', a = '', b = '']) => `After ${days} ${a} in A, ${b} in B`).join('; ')}.`,
    legend: markup`${lettersKey()}<p>Among the runs with a text in force on the day after the meeting. Bands: 95% intervals of the sample.</p>`,
    table: { caption: name, head: ['After', 'A', 'B'], rows },
    draw: (drawing, width) =>
      drawTruce(drawing, width, [
        { course: first, points: pointsA, dashed: false },
        { course: second, points: pointsB, dashed: true },
      ]),
  };
}

/** Which line is of which scenario. */
const lettersKey = () =>
  colourKey('Lines', [
    { colour: ACCENT, line: 'full', name: 'A' },
    { colour: SECOND, line: 'dashed', name: 'B' },
  ]);

/** Shares of the runs in which both averages fall, stay and rise, in both scenarios. */
function waysTable({ base, variant }: ComparisonInput): Markup {
  return scrollingTable({
    caption: 'Which way duties go, two weeks after the meeting, against today',
    head: ['Whose', 'Lower', 'The same', 'Higher', 'Mean'],
    rows: DIRECTIONS.flatMap((direction) =>
      [base, variant].map(({ projection }, at) => {
        const { end } = projection.averageTariffPct[direction];
        return [
          `${directionName(direction)}, ${at === 0 ? 'A' : 'B'}`,
          ...waysOf(end),
          `${fixed(end.mean, 1)}%`,
        ];
      }),
    ),
  });
}

function meansPicture({ base, variant }: ComparisonInput): Picture {
  const from = base.scenario.asOf < variant.scenario.asOf ? base.scenario.asOf : variant.scenario.asOf;
  const ends = [lastDay(base.course), lastDay(variant.course)].sort();
  const lines = (subject: Subject) =>
    DIRECTIONS.map((direction) => averageLine(subject, [], direction, from));
  const last = (subject: Subject) =>
    DIRECTIONS.map((direction) => `${fixed(lastOf(subject.course.distributions[direction]).mean, 1)}%`);
  const ofDay = (subject: Subject, on: string) => {
    const at = subject.course.dates.filter((date) => date <= on).length - 1;
    return DIRECTIONS.map((direction) =>
      fixed(itemAt(subject.course.distributions[direction], Math.max(0, at)).mean, 1),
    );
  };
  const days = [0, 5, 14, 20, 90, 180, 270]
    .map((after) => addDays(from, after))
    .filter((day) => day < itemAt(ends, 1));
  return {
    id: 'means',
    title: 'Average tariffs in each, means of the runs',
    summary: `At the end ${DIRECTIONS.map((direction, at) => `${directionName(direction)} stand at ${itemAt(last(base), at)} in A and ${itemAt(last(variant), at)} in B`).join('; ')}.`,
    legend: markup`${lettersKey()}<p>Where only one line shows, the other lies under it.</p>`,
    table: {
      caption: 'Means of the average tariffs, per cent',
      head: ['Day', ...DIRECTIONS.flatMap((direction) => [`${directionName(direction)}, A`, 'B'])],
      rows: [...days, itemAt(ends, 1)].map((on) => [
        formatDate(on),
        ...DIRECTIONS.flatMap((_, at) => [itemAt(ofDay(base, on), at), itemAt(ofDay(variant, on), at)]),
      ]),
    },
    draw: (drawing, width) =>
      drawTwoMeans(drawing, width, lines(base), lines(variant), { from, to: itemAt(ends, 1) }),
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

/** What settles it, but for the steps with which it already starts; nothing where none is left. */
function turnsTable(input: ComparisonInput): Markup | null {
  const names = namesIn(input);
  const { starts, turns } = input.comparison;
  const started = starts.map(({ step }) => stepPhrase(step, names));
  const later = turns.filter(({ step }) => !started.includes(stepPhrase(step, names)));
  return later.length === 0 ? null : groupsTable(later, 'What settles it, later than it starts', input);
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

/** An event without its day: what the other history may have on another one. */
const dayless = ({ on: _on, ...event }: Event) => JSON.stringify(event);

/** The events of a log that the other has on no day, one by one. */
function headlines(
  start: State,
  log: readonly Event[],
  other: readonly Event[],
  { facts, rules }: Subject,
): Markup[] {
  const shared = new Set(other.map(dayless));
  const table = tableFor(rules);
  let state = start;
  const sentences: Markup[] = [];
  for (const event of log) {
    const next = transitionIn(table, state, event);
    if (!next.ok || sentences.length >= SENTENCES_SHOWN) break;
    if (!shared.has(dayless(event)) && !ROUTINE.includes(event.type)) {
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
  return sentences.length > 0
    ? sentences
    : [markup`<li>Nothing that the other has not, on this day or another.</li>`];
}

function partingExample({ example, base, variant }: ComparisonInput): Markup | null {
  if (example === null) return null;
  return markup`<h3>Episode ${example.episode}: what each history has and the other has not</h3>
<div class="pair"><div><h4>A</h4><ol class="story">${headlines(base.initial, example.base, example.variant, base)}</ol></div><div><h4>B</h4><ol class="story">${headlines(variant.initial, example.variant, example.base, variant)}</ol></div></div>`;
}

function partingSection(input: ComparisonInput): Markup {
  const { comparison } = input;
  const summary = markup`<p>${differenceSentences(comparison, namesIn(input)).join(' ')}</p>`;
  if (comparison.explained === 0) return summary;
  return markup`${summary}
<p class="note">A step counts as a start where taking it back by itself, with all other draws as they are, changes how the run ends. ${counted(comparison.explained, 'changed run')} ${comparison.explained === 1 ? 'was' : 'were'} looked into. A is the base, B the variant.</p>
${groupsTable(comparison.starts, 'With what it starts', input)}
${turnsTable(input)}
${chainList(input)}
${partingExample(input)}`;
}

function issuesTable({ base, variant }: ComparisonInput): Markup {
  const others = variant.projection.issues ?? [];
  const rows = (base.projection.issues ?? []).map((issue) => {
    const other = others.find((candidate) => candidate.id === issue.id);
    const half = (share: typeof issue | undefined) =>
      share === undefined ? 'not on the table' : `${percent(share.pHalf, 0)} (${percent(share.mean, 0)})`;
    return [issue.label, sentence(partyName(base.facts, issue.giver)), half(issue), half(other)];
  });
  return scrollingTable({
    caption: 'Chance of at least half of each issue, and in brackets the mean of what is granted',
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
      : `Of the classes most moved is “${largest.title}”: ${percent(largest.base)} of the runs in A, ${percent(largest.variant)} in B, a difference of ${points(largest)} points.`;
  const rest =
    clear.length === 0
      ? 'No class differs by more than chance would allow.'
      : `${listed(clear.map((outcome) => `“${outcome.title}”`))} ${clear.length === 1 ? 'differs' : 'differ'} by more than chance would allow; the other classes may be the same in both.`;
  return [what, rest];
}

function side(letter: string, subject: Subject): Markup {
  return markup`<div><h2 class="side">${letter}: ${quoted(subject.scenario.title)}</h2><p class="question">${quoted(subject.scenario.question)}</p>${takenAsGiven(subject)}<p>${outcomeSentence(subject.projection)}</p><p class="note">${heldSentence(subject)}</p></div>`;
}

/**
 * The page of two scenarios as text: one document that needs no network and runs no script. The same input gives the
 * same bytes. Rejects with a `MissingPeerError` where the chart library is not installed.
 */
export async function comparisonPage(input: ComparisonInput): Promise<string> {
  const drawing = await loadDrawing();
  const { base, variant, command } = input;
  const outcomes = titled(input);
  const changes = changesPicture(input);
  const sentences = [changes.summary, ...comparisonSentences(input)];
  const { projection } = base;
  const curves = TRUCE_CURVES.flatMap((curve) => trucePair(input, curve) ?? []);
  const truceBody =
    curves.length === 0
      ? markup`<p>Not told: in one of the two no run has a text in force on the day after the meeting.</p>`
      : joined(
          curves.map((picture) => figure(drawing, picture)),
          '',
        );
  const lists = (subject: Subject, letter: string) =>
    markup`<details><summary>${letter}: ${quoted(subject.scenario.title)}</summary>${assumptionsSection(subject)}</details>`;
  return page({
    title: `${base.scenario.title} and ${variant.scenario.title}: a comparison`,
    description: changes.summary,
    header: markup`<h1>${quoted(base.scenario.title)} <span class="against">against</span> ${quoted(variant.scenario.title)}</h1>
<div class="answer">${sentences.map((text) => markup`<p>${text}</p>`)}</div>
<div class="pair">${side('A', base)}${side('B', variant)}</div>
<p class="meta">${thousands(projection.runs)} runs each, on the same parameter draws and chances. In brackets: 95% intervals of the sample. Sentences on one scenario give published probabilities, pooled with the base rate; comparisons give the model alone.</p>`,
    sections: [
      {
        id: 'answer',
        name: 'Outcomes',
        body: joined(
          [pairsPicture(outcomes), changes].map((picture) => figure(drawing, picture)),
          '',
        ),
      },
      {
        id: 'tariffs',
        name: 'Tariffs',
        body: markup`${waysTable(input)}${figure(drawing, meansPicture(input))}`,
      },
      { id: 'truce', name: 'The truce', body: truceBody },
      { id: 'concessions', name: 'Who gives what', body: issuesTable(input) },
      { id: 'parting', name: 'Where the histories part', body: partingSection(input) },
      { id: 'table', name: 'Who is at the table', body: tableSection(base) },
      { id: 'trust', name: 'How far to trust it', body: trustSection(base.facts, projection) },
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
