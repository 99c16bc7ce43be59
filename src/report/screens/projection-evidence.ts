/** What a projection was told beside the scenario: what each act contributes, what was seen, and under which condition it stands. */
import { formatDate } from '../../kit/calendar';
import type { Event } from '../../actions/index';
import { stateOn } from '../../facts/initial-state';
import type { Facts } from '../../facts/schema';
import { sentenceOf } from '../wording/event-sentences';
import { supposedName } from '../wording/supposed';
import type { Contribution } from '../../analyses/contributions';
import type { Explained } from '../../analyses/project';
import { conditionWords, quantityWords } from '../wording/quantity';
import {
  fixed,
  heading,
  listed,
  percent,
  range,
  signed,
  table,
  thousands,
  wrap,
  type Paint,
} from '../wording/text';
import { whoMeets, type WhoMeets } from '../../facts/who-meets';

/** Most changes that are told of one act. */
const CHANGES_TOLD = 4;

/** The changes of an act that no chance explains, largest first; shares in points, averages in per cent. */
function changesOf({ changes }: Contribution, labelOf: (id: string) => string): string {
  const clear = Object.entries(changes)
    .filter(([, { low, high }]) => low > 0 || high < 0)
    .map(([id, change]) => ({ id, ...change, scale: id.startsWith('mean:') ? 1 : 100 }))
    .sort((a, b) => Math.abs(b.change * b.scale) - Math.abs(a.change * a.scale))
    .slice(0, CHANGES_TOLD)
    .map(({ id, change, low, high, scale }) => {
      const told = (value: number) => signed(scale * value, 1);
      return `${labelOf(id)} ${told(change)} (${range(told(low), told(high))})`;
    });
  return clear.length === 0 ? 'nothing beyond chance' : clear.join('; ');
}

/** An act with its day as a sentence without its stop, by the names that the record has on that day. */
function actTold(act: Event, facts: Facts): string {
  const state = stateOn(facts, { asOf: act.on, meeting: null, agenda: [], withoutAuthorities: [] });
  return `${formatDate(act.on)}, ${sentenceOf(act, { before: state, after: state, facts }).text}`;
}

/** Who meets at the meeting of a projection; leaders where it tells of none. */
const whoIn = (meeting: Explained['meeting'], facts: Facts): WhoMeets =>
  meeting === null ? 'leaders' : whoMeets(facts, meeting.id);

/** What each act contributes; nothing where that was not asked. */
export function contributions(
  { why, outcomes, issues, meeting }: Explained,
  facts: Facts,
  paint: Paint,
): string[] {
  if (why === undefined) return [];
  const words = quantityWords(outcomes ?? [], issues ?? [], whoIn(meeting, facts));
  return [
    ...heading(paint, 'What each act contributes', 'with it less without it, points; model alone'),
    ...(why.length === 0 ? ['  no act of your own was done.'] : []),
    ...why.flatMap((contribution) => {
      const { act, undoneWithIt } = contribution;
      const too =
        undoneWithIt.length === 0
          ? ''
          : `; without it ${listed(undoneWithIt.map(supposedName))} would be refused`;
      const who = actTold(act, facts);
      return wrap(paint, `${who}: ${changesOf(contribution, words)}${too}.`, '  ', '    ');
    }),
  ];
}

/** What happens by each draw, for what was seen not to happen; by the name of the draw itself where it is none of these. */
const ABSENT: Readonly<Record<string, string>> = {
  'court/ruling': 'no court ruled',
  'allies/align': 'no ally took sides',
  'truce/breach': 'nobody broke the truce',
  'truce/terminate': 'the broken truce was not given up',
  'truce/prolonged': 'the truce was not prolonged',
  'both/keep': 'a joint pledge was not kept',
};

/** A draw without the authority that it is about. */
const drawOf = (name: string | null): string => (name ?? '').split('/').slice(0, 2).join('/');

/** What was seen, and what it tells of the parameters. */
export function whatWasSeen({ observed }: Explained, facts: Facts, paint: Paint): string[] {
  if (observed === undefined) return [];
  const { evidence, unweighed, effectiveRuns } = observed;
  const told = evidence.map(({ act, absent, p, bits }) => {
    const what = act === null ? (ABSENT[drawOf(absent)] ?? `nothing came of ${absent}`) : actTold(act, facts);
    return [what, percent(p), fixed(bits, 3)];
  });
  const weighed = table(paint, ['', 'likely', 'bits'], told, { align: ['left', 'right', 'right'] });
  const given =
    unweighed.length === 0
      ? ''
      : ` Taken as given, since the model has no probability of it: ${listed(unweighed.map(supposedName))}.`;
  return [
    ...heading(paint, 'What was seen', 'and is weighed, not only given'),
    ...(told.length === 0 ? ['  nothing of which the model has a probability.'] : weighed),
    ...wrap(
      paint,
      `likely: the chance that the model gives it, all else that was seen known; bits: how far it moves the parameter draws. They are worth ${thousands(Math.floor(effectiveRuns))} independent ones, and the intervals are of so many.${given}`,
      '  ',
    ).map(paint.dim),
  ];
}

/** Of which runs the screen tells, where it is given a condition. */
export function whichRuns(
  { given, runs, outcomes, issues, meeting }: Explained,
  facts: Facts,
  paint: Paint,
): string[] {
  if (given === undefined) return [];
  const { condition, of, p, low, high } = given;
  const words = quantityWords(outcomes ?? [], issues ?? [], whoIn(meeting, facts));
  return [
    ...wrap(
      paint,
      `Given ${conditionWords(condition, words)}: ${thousands(runs)} of ${thousands(of)} runs come to it, ${percent(p)} (${range(percent(low), percent(high))}). What follows tells of these alone, by the model alone.`,
      '  ',
    ).map(paint.yellow),
  ];
}
