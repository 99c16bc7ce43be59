/** The screen of advice: the best acts of a party, what each changes, and the best again on fresh draws. */
import { whoMeets } from '../../facts/who-meets';
import type { Event } from '../../actions/index';
import type { Advice } from '../../analyses/advise/advise';
import type { AdvisedAct } from '../../analyses/advise/ranking';
import type { QuantityChange } from '../../analyses/comparison/quantity-change';
import type { Facts } from '../../facts/schema';
import type { Scenario } from '../../scenario/schema';
import { stateOn } from '../../facts/initial-state';
import { formatDate } from '../../kit/calendar';
import { sentenceOf } from '../wording/event-sentences';
import { quantityWords } from '../wording/quantity';
import {
  counted,
  fixed,
  heading,
  partyName,
  percent,
  screen,
  signatureLines,
  signed,
  thousands,
  wrap,
  type Paint,
} from '../wording/text';

/** What is needed to show advice. */
export interface AdviceView {
  readonly facts: Facts;
  readonly paint: Paint;
  /** The scenario of which it was asked, whose classes have titles. */
  readonly scenario: Pick<Scenario, 'outcomes' | 'meeting'>;
  /** The command that gives the same advice again. */
  readonly command: string;
}

/** Acts that are shown, and changes that are told of each. */
const SHOWN = 8;
const CHANGES_TOLD = 4;

/** Fields that say nothing of what is done, or stand apart. */
const SILENT: ReadonlySet<string> = new Set([
  'type',
  'actor',
  'on',
  'label',
  'basis',
  'authority',
  'source',
  'gist',
  'topic',
]);

/** A value as `--act` reads it. */
const typed = (value: unknown): string =>
  typeof value === 'string' && /\s/.test(value) ? `"${value}"` : String(value);

/** An act as `--act` takes it: who, what, what it is about, and its size. */
export function actTyped(event: Event): string {
  const fields = Object.entries(event).filter(
    ([name, value]) => !SILENT.has(name) && value !== null && typeof value !== 'object',
  );
  return [event.actor, event.type, ...fields.map(([name, value]) => `${name}=${typed(value)}`)].join(' ');
}

/** Quantities that are in per cent or points already; all others are shares. */
const isInPoints = (id: string): boolean => /^(mean|gdp|utility|own)(:|$)/.test(id);

const scaleOf = (id: string): number => (isInPoints(id) ? 1 : 100);

function changeWords(id: string, { change, low, high }: QuantityChange): string {
  const digits = isInPoints(id) && !id.startsWith('mean:') ? 3 : 1;
  const told = (value: number) => signed(scaleOf(id) * value, digits);
  return `${told(change)} (${told(low)} to ${told(high)})`;
}

/** What the acts are weighed by, with the words for it and for every other quantity. */
interface Weighed {
  readonly objective: string;
  readonly words: (id: string) => string;
  /** An act as a sentence without its stop, as it would be today. */
  readonly said: (event: Event) => string;
}

/** The surest other changes of an act, largest first. */
function others({ changes }: AdvisedAct, { objective, words }: Weighed): string {
  const clear = Object.entries(changes)
    .filter(([id, { low, high }]) => id !== objective && (low > 0 || high < 0))
    .sort(([a, x], [b, y]) => Math.abs(y.change * scaleOf(b)) - Math.abs(x.change * scaleOf(a)))
    .slice(0, CHANGES_TOLD);
  return clear.map(([id, change]) => `${words(id)} ${changeWords(id, change)}`).join('; ');
}

function actLines(act: AdvisedAct, at: number, weighed: Weighed, paint: Paint): string[] {
  const { objective, words, said } = weighed;
  const { events, alike, runs, pBest } = act;
  const what = events.length === 0 ? 'Do nothing' : events.map(said).join('; then ');
  const again = events.map((event) => `--act '${actTyped(event)}'`).join(' ');
  const more = alike === 0 ? '' : ` (${counted(alike, 'other act')} would do the very same)`;
  const told =
    events.length === 0
      ? `best of these with a chance of ${percent(pBest, 0)}`
      : `${words(objective)} ${changeWords(objective, act.objective)}, best of these with a chance of ${percent(pBest, 0)}, ${counted(runs, 'run')}`;
  const beside = others(act, weighed);
  return [
    ...wrap(paint, `${what}${more}`, `  ${String(at + 1).padStart(2)}. `, '      ').map((line) =>
      paint.bold(line),
    ),
    ...wrap(paint, told, '      '),
    ...(beside === '' ? [] : wrap(paint, `also ${beside}`, '      ').map(paint.dim)),
    ...(again === '' ? [] : wrap(paint, again, '      ').map(paint.dim)),
  ];
}

/** That the winner holds on draws that had no part in its choice, or that nothing does. */
function fresh({ acts, fresh: again }: Advice, { objective, words, said }: Weighed, paint: Paint): string[] {
  const [winner] = acts;
  if (winner?.events.length === 0) return wrap(paint, 'Doing nothing comes out best.', '  ');
  if (again === null)
    return wrap(paint, 'It was stopped before the best was held against fresh draws.', '  ');
  const { low, high, runs } = again;
  const sure = low > 0 || high < 0 ? '' : ' That cannot be told from no change.';
  return wrap(
    paint,
    `Best: ${(winner?.events ?? []).map(said).join('; then ')}. On ${thousands(runs)} fresh draws that had no part in its choice: ${words(objective)} ${changeWords(objective, again)}.${sure}`,
    '  ',
  );
}

/** Advice as a screen of the width of its paint (the last line, a command, is never broken). Pure. */
export function adviceText(advice: Advice, { facts, paint, scenario, command }: AdviceView): string {
  const { acts, party, objective, avoid, nothing, tried, inert, beaten, setAside, today, runs, seed } =
    advice;
  const state = stateOn(facts, { asOf: today, meeting: null, agenda: [], withoutAuthorities: [] });
  const weighed: Weighed = {
    objective,
    words: quantityWords(scenario.outcomes, facts.issues, whoMeets(facts, scenario.meeting)),
    said: (event) => sentenceOf(event, { before: state, after: state, facts }).text,
  };
  const scale = scaleOf(objective);
  const unit = isInPoints(objective) ? '' : '%';
  return screen(paint, [
    ...heading(paint, `What ${partyName(facts, party)} should do on ${formatDate(today)}`),
    ...wrap(
      paint,
      `Aim: the ${avoid ? 'lowest' : 'highest'} “${weighed.words(objective)}”, which is ${fixed(scale * nothing, isInPoints(objective) ? 3 : 1)}${unit} where nothing is done. The model alone.`,
    ),
    ...fresh(advice, weighed, paint),
    '',
    ...heading(paint, 'Best first', 'against doing nothing; intervals hold at any stopping time'),
    ...acts.slice(0, SHOWN).flatMap((act, at) => actLines(act, at, weighed, paint)),
    '',
    ...wrap(
      paint,
      `${counted(tried, 'lawful act')} tried: ${beaten} surely beaten by another, ${setAside} set aside since the runs did not suffice for all; ${inert} more bear on nothing.`,
      '  ',
    ).map(paint.dim),
    '',
    ...signatureLines(paint, {
      version: advice.version,
      made: `${thousands(runs)} runs, seed ${JSON.stringify(seed)}`,
      digest: advice.digest,
      command,
    }),
  ]);
}
