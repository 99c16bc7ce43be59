/**
 * One event as a sentence: who does what to which measure, from which level to which, and what it does to an average.
 *
 * The rows of {@link WORDING} make it of the labels of the state before and after; what the state does not know is left
 * out.
 */
import { actionTypeOf, type ActionType, type Event } from '../../actions/index';
import type { PartyId } from '../../model/actor';
import type { PromisedAct } from '../../model/agreement';
import { averageTariffPct, directionOf } from '../../model/tariff';
import { nameIn } from './names';
import type { Scene } from './scene';
import { wordingOf } from './table';
import { capitalOf, fixed, sentence } from './text';
import { clauseText, doer, quoted, type Clause } from './wording';
import { fieldsOf } from '../../actions/event-fields';

/** A sentence about an event, to which like events of the day may be added. */
export interface EventSentence {
  /** Its parts, by which like events share a sentence; null where it was given whole. */
  readonly clause: Clause | null;
  /** The sentence, with its capital and without its full stop. */
  readonly text: string;
  /** What it did to an average, as a sentence of its own behind a blank, or ''. */
  readonly move: string;
}

/** Smallest move of an average that is worth a sentence, percentage points. */
const LEAST_MOVE_PP = 0.05;

/** What an event does to the averages, as a sentence of its own; empty where they stay. */
function averageMove({ before, after, facts }: Scene): string {
  const moves = (['US', 'CN'] as const satisfies readonly PartyId[]).flatMap((imposer) => {
    const [from, to] = [
      averageTariffPct(before, directionOf(imposer)),
      averageTariffPct(after, directionOf(imposer)),
    ];
    const [was, is] = [fixed(from, 1), fixed(to, 1)];
    // A move that rounding hides would read as none.
    if (Math.abs(to - from) < LEAST_MOVE_PP || was === is) return [];
    return [`${capitalOf(facts, imposer)}’s average duty goes from ${was}% to ${is}%`];
  });
  return moves.length === 0 ? '' : ` ${moves.join('; ')}.`;
}

/** Whether an event performs an open pledge. */
function keepsPledge({ before, after }: Scene): boolean {
  return Object.values(after.pledges).some(
    (pledge) => pledge.status === 'performed' && before.pledges[pledge.id]?.status === 'open',
  );
}

/** What an event of a type of one's own is about, by its name where the state knows one; '' where it names nothing. */
function subjectText(event: Event, subject: string | null, { after }: Scene): string {
  const id = subject === null ? undefined : fieldsOf(event)[subject];
  if (typeof id !== 'string' || id === '') return '';
  return ` on ${quoted(nameIn(after, id) ?? id)}`;
}

/** The library's act as a clause; one of a type of one's own names that type and what the type means. */
function clauseOf(event: Event, scene: Scene): Clause {
  const row = wordingOf(event.type);
  if (row !== undefined) return row.sentence(event, scene, promisedClause);
  const type = typeOf(event.type, scene);
  const meaning = type === undefined ? '' : `, a move without a sentence of its own: ${type.doc}`;
  return {
    who: doer(event, scene),
    verb: 'act',
    rest: `by ${quoted(event.type)}${subjectText(event, type?.subject ?? null, scene)}${withoutStop(meaning)}`,
  };
}

/** A promised act, which carries no day and may be of any form; one that is no act is named by its type. */
function promisedClause(act: PromisedAct, scene: Scene): Clause {
  const formed = typeOf(act.type, scene)?.parse({ ...act, on: scene.before.today });
  // What a type has parsed is an event of it.
  if (formed?.ok === true) return clauseOf(formed.value as Event, scene);
  return { who: doer(act, scene), verb: 'make', rest: `the move ${quoted(act.type)}` };
}

const typeOf = (type: string, { types }: Scene): ActionType | undefined =>
  types?.get(type) ?? actionTypeOf(type);

const withoutStop = (text: string): string => text.replace(/\.$/, '');

/**
 * An event as a sentence. A type of one's own says the sentence that it declares; without one it is worded by its
 * meaning and what it is about, and says so. Pure.
 */
export function sentenceOf(event: Event, scene: Scene): EventSentence {
  const agreed = keepsPledge(scene) ? ', as agreed' : '';
  const move = averageMove(scene);
  const declared = typeOf(event.type, scene)?.sentence?.(event, scene.before, scene.after);
  if (declared !== undefined)
    return { clause: null, text: `${sentence(withoutStop(declared))}${agreed}`, move };
  const { rest, ...parts } = clauseOf(event, scene);
  const clause = { ...parts, rest: `${rest}${agreed}` };
  return { clause, text: clauseText(clause), move };
}
