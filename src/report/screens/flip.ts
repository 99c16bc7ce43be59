/** The screen of a flip: the smallest change that does it, what comes of it, other changes, or how near the nearest comes. */
import type { AfterChange, ChangedParameter, Flip, FlipChange } from '../../analyses/flip/flip';
import type { Facts } from '../../facts/schema';
import { formatDate } from '../../kit/calendar';
import { itemAt } from '../../kit/lists';
import { factorWording, quantityChange, quantityValue } from '../wording/factor';
import {
  fixed,
  heading,
  listed,
  percent,
  screen,
  signatureLines,
  thousands,
  wrap,
  type Paint,
} from '../wording/text';

/** What is needed to show a flip. */
export interface FlipView {
  readonly facts: Facts;
  readonly paint: Paint;
  /** The command that makes it again. */
  readonly command: string;
}

/** A flip with the titles of what it is about. */
export type TitledFlip = Flip & {
  readonly scenarioTitle: string;
  readonly outcomes: readonly { readonly id: string; readonly title: string }[];
};

const isLead = ({ quantity }: Flip): boolean => quantity.startsWith('lead:');

/** A parameter as factors are called: `cost/soybeans` for `issues.soybeans.cost`. */
function factorId(parameter: string): string {
  const [first = '', issue = '', weight = ''] = parameter.split('.');
  return first === 'issues' ? `${weight}/${issue}` : parameter;
}

function changeLines(
  { parameter, from, to, low, high }: ChangedParameter,
  { facts, paint }: FlipView,
): string[] {
  return wrap(
    paint,
    `${factorWording(facts, factorId(parameter))}: ${to} in place of ${from}, in a range from ${low} to ${high}.`,
    '  - ',
    '    ',
  );
}

const titleOf = ({ outcomes }: TitledFlip, id: string): string =>
  outcomes.find((outcome) => outcome.id === id)?.title ?? id;

/** The two largest classes: `Partial rollback 56.9%, then Escalation 25.3%`. */
function leaders(found: TitledFlip, classes: AfterChange['classes']): string {
  const [first, second] = [...(classes ?? [])].sort((a, b) => b.p - a.p);
  if (first === undefined) return '';
  const then = second === undefined ? '' : `, then ${titleOf(found, second.id)} ${percent(second.p)}`;
  return `${titleOf(found, first.id)} ${percent(first.p)}${then}`;
}

/** A value of the quantity: a lead in points, else as it is told everywhere. */
const valueText = (found: Flip, value: number): string =>
  isLead(found) ? `${quantityChange(found, value)} points` : quantityValue(found, value);

function intervalText(found: Flip, { value, low, high }: AfterChange): string {
  const ends = isLead(found)
    ? `${quantityChange(found, low)} to ${quantityChange(found, high)}`
    : `${quantityValue(found, low)} to ${quantityValue(found, high)}`;
  return `${valueText(found, value)} (${ends})`;
}

function outcomeText(found: TitledFlip, after: AfterChange): string {
  const classes = after.classes === null ? '' : ` ${leaders(found, after.classes)}.`;
  return `${found.title}: ${intervalText(found, after)}.${classes}`;
}

function fullLines(found: TitledFlip, { changes, after }: FlipChange, view: FlipView): string[] {
  return [
    ...changes.flatMap((change) => changeLines(change, view)),
    ...wrap(view.paint, `Then: ${outcomeText(found, after)}`, '  '),
  ];
}

/** A change in one paragraph, by the names of its parameters. */
function shortLines(found: Flip, { changes, distance, after }: FlipChange, paint: Paint): string[] {
  const steps = changes.map(({ parameter, from, to }) => `${parameter} ${from} to ${to}`);
  return wrap(
    paint,
    `${fixed(distance, 2)}: ${listed(steps)}; then ${intervalText(found, after)}.`,
    '  - ',
    '    ',
  );
}

/** What is asked, with how things stand. */
function question(found: TitledFlip): string {
  const { from, to, title, classes, quantity } = found;
  if (!isLead(found))
    return `${title}: ${valueText(found, from)} as the scenario stands. What would take it ${from < to ? 'to' : 'down to'} ${valueText(found, to)}?`;
  const own = titleOf(found, quantity.slice('lead:'.length));
  const wanted = from < to ? `for “${own}” to lead` : 'for another class to lead';
  return `As the scenario stands: ${leaders(found, classes)}. What would have to be true ${wanted}?`;
}

function answerLines(found: TitledFlip, view: FlipView): string[] {
  const { paint } = view;
  const { changes, distance, after, nearest, runnersUp, candidates } = found;
  if (distance !== null && after !== null)
    return [
      ...wrap(paint, `The smallest change that was found, ${fixed(distance, 2)} long:`).map(paint.bold),
      ...fullLines(found, { changes, distance, after }, view),
      ...(runnersUp.length === 0
        ? []
        : [
            '',
            paint.bold('Others, with their lengths:'),
            ...runnersUp.flatMap((one) => shortLines(found, one, paint)),
          ]),
    ];
  const none = `No change of up to three of ${candidates} parameters, worths and red lines within their ranges was found that surely does it.`;
  if (nearest === null) return wrap(paint, `${none} None of them moves it that way.`).map(paint.bold);
  return [
    ...wrap(paint, `${none} The nearest, at a distance of ${fixed(nearest.distance, 2)}:`).map(paint.bold),
    ...fullLines(found, nearest, view),
  ];
}

/** A flip as a screen of the width of its paint (the last line, a command, is never broken). Pure. */
export function flipText(found: TitledFlip, view: FlipView): string {
  const { paint, command } = view;
  const { scenarioTitle, today, version, runs, episodes, seed, digest } = found;
  const shown = [
    found.changes,
    ...found.runnersUp.map(({ changes }) => changes),
    found.nearest?.changes ?? [],
  ];
  const hasIssue = shown.flat().some(({ parameter }) => itemAt(parameter.split('.'), 0) === 'issues');
  return screen(paint, [
    ...heading(paint, `What would have to be true: ${scenarioTitle}`, `from ${formatDate(today)}`),
    ...wrap(paint, question(found)),
    '',
    ...answerLines(found, view),
    '',
    ...wrap(
      paint,
      `Lengths: root of the sum of squares of the steps, each in half ranges of its parameter. A parameter of a change has one value in all runs${hasIssue ? '; of a worth or a red line the middle moves' : ''}. Intervals are 95%, on draws that had no part in the choice; the model alone. A search: a shorter change may exist.`,
    ).map(paint.dim),
    ...signatureLines(paint, {
      version,
      made: `${thousands(runs)} runs of each change, ${thousands(episodes)} episodes, seed ${JSON.stringify(seed)}`,
      digest,
      command,
    }),
  ]);
}
