/** The wording of what all kinds of measure share: proposed, threatened, imposed, suspended, and what the calendar does. */
import type { Event } from '../../actions/index';
import { formatDate } from '../../kit/calendar';
import { ACTION_PREFIX, findMeasure, type MeasureKind } from '../../model/measure';
import type { ChangeVerb } from '../../model/pending-change';
import {
  announcedAs,
  authorityIn,
  fromText,
  inForceText,
  measureIn,
  newThing,
  untilText,
  withLabels,
} from './names';
import type { Scene } from './scene';
import { active, doer, namedText, NOUNS, passive, quoted, type Clause, type Wording } from './wording';

/** What the acts on a measure at hand carry, whatever its kind. */
type OnMeasure = Pick<Event, 'actor' | 'on'> & { readonly id: string };
type Until<Day> = OnMeasure & { readonly until: Day };
type From = { readonly from?: string | null };
type Created = OnMeasure & { readonly label: string };

/** What a kind of measure says of itself beside its noun. */
export interface KindWording<E> {
  readonly kind: MeasureKind;
  /** The size of a new measure, behind its noun, with a blank before it. */
  readonly size: (event: E) => string;
  /** Whether carrying one out is a turn of events. */
  readonly isTurn: boolean;
}

/** The clause of an act by a party on a measure at hand. */
export function onMeasure(
  kind: MeasureKind,
  event: OnMeasure,
  scene: Scene,
  parts: Pick<Clause, 'verb' | 'rest'> & { readonly lead?: string; readonly adjective?: string | undefined },
): Clause {
  const { adjective, ...rest } = parts;
  return { who: doer(event, scene), about: measureIn(scene.after, kind, event.id, adjective), ...rest };
}

/** From when a threat is to come true. */
const dueText = (dueOn: string | null): string =>
  dueOn === null ? ', without a date' : `, from ${formatDate(dueOn)}`;

/** How a measure stands before an act. */
const status = ({ id }: OnMeasure, { before }: Scene) => announcedAs(findMeasure(before, id));

/** The rows of the verbs by which a measure is made known. */
function announcing<E>({ kind, size }: KindWording<E>) {
  const noun = NOUNS[ACTION_PREFIX[kind]];
  const isNew = (event: Created & E, { after }: Scene, tail: string) =>
    `${newThing(noun, size(event))}, ${quoted(withLabels(after, event.label))}${tail}`;

  return {
    propose: {
      sentence: (event, scene) => ({
        who: doer(event, scene),
        verb: 'consider',
        rest: isNew(event, scene, ''),
      }),
      phrase: passive('consider'),
    } satisfies Wording<Created & E>,
    threaten: {
      sentence: (event, scene) => ({
        who: doer(event, scene),
        verb: 'threaten',
        rest: isNew(event, scene, dueText(event.dueOn)),
      }),
      phrase: passive('threaten'),
    } satisfies Wording<Created & E & { readonly dueOn: string | null }>,
    impose: {
      sentence: (event, scene) => ({
        who: doer(event, scene),
        verb: 'impose',
        rest: isNew(event, scene, `, ${inForceText(event.from, event.on)}`),
      }),
      phrase: passive('impose'),
    } satisfies Wording<Created & E & { readonly from: string }>,
    'set-deadline': {
      sentence: (event, scene) =>
        onMeasure(kind, event, scene, {
          verb: 'threaten',
          adjective: announcedAs(findMeasure(scene.before, event.id)) ?? 'suspended',
          rest: `anew${dueText(event.dueOn)}`,
        }),
      phrase: passive('threaten', { with: 'anew' }),
    } satisfies Wording<OnMeasure & { readonly dueOn: string | null }>,
    'name-authority': {
      sentence: (event, scene) =>
        onMeasure(kind, event, scene, {
          verb: 'base',
          adjective: status(event, scene) ?? 'suspended',
          rest: `on ${namedText(authorityIn(scene.after, event.authority))}`,
        }),
      phrase: passive('base', { with: 'on a statute' }),
    } satisfies Wording<OnMeasure & { readonly authority: string }>,
  };
}

/** The rows of the verbs by which a party carries a measure out, puts it off or takes it back. */
function deciding<E>({ kind, isTurn }: KindWording<E>) {
  return {
    'carry-out': {
      sentence: (event, scene) =>
        onMeasure(kind, event, scene, {
          verb: 'carry out',
          adjective: status(event, scene),
          rest: `, ${inForceText(event.from, event.on)}`,
        }),
      phrase: passive('carry out'),
      isTurn,
    } satisfies Wording<OnMeasure & { readonly from: string }>,
    postpone: {
      sentence: (event, scene) => {
        const was = findMeasure(scene.before, event.id)?.dueOn ?? null;
        return onMeasure(kind, event, scene, {
          verb: 'postpone',
          adjective: status(event, scene),
          rest: `${was === null ? '' : `from ${formatDate(was)} `}to ${formatDate(event.until)}`,
        });
      },
      phrase: passive('postpone'),
    } satisfies Wording<Until<string>>,
    'put-off': {
      sentence: (event, scene) =>
        onMeasure(kind, event, scene, {
          verb: 'put off',
          adjective: status(event, scene),
          rest: `before it applies, ${untilText(event.until)}`,
        }),
      phrase: passive('put off'),
    } satisfies Wording<Until<string | null>>,
    withdraw: {
      sentence: (event, scene) =>
        onMeasure(kind, event, scene, {
          verb: 'withdraw',
          adjective: status(event, scene),
          rest: `${event.traded ? 'in return for something' : 'for nothing in return'}${fromText(event.from)}`,
        }),
      phrase: passive('withdraw'),
    } satisfies Wording<OnMeasure & From & { readonly traded: boolean }>,
  };
}

/** The rows of the verbs by which a party suspends a measure, prolongs that or ends it. */
function suspending<E>({ kind }: KindWording<E>) {
  return {
    suspend: {
      sentence: (event, scene) =>
        onMeasure(kind, event, scene, {
          verb: 'suspend',
          rest: `${untilText(event.until)}${fromText(event.from)}`,
        }),
      phrase: passive('suspend'),
    } satisfies Wording<Until<string | null> & From>,
    extend: {
      sentence: (event, scene) =>
        onMeasure(kind, event, scene, {
          verb: 'prolong',
          lead: 'the suspension of',
          rest: `${untilText(event.until)}${fromText(event.from)}`,
        }),
      phrase: passive('prolong', { lead: 'the suspension of' }),
    } satisfies Wording<Until<string | null> & From>,
    'schedule-return': {
      sentence: (event, scene) =>
        onMeasure(kind, event, scene, {
          verb: 'set',
          lead: 'the return of',
          rest: `to ${formatDate(event.until)}`,
        }),
      phrase: passive('set', { with: 'to return' }),
    } satisfies Wording<Until<string>>,
    resume: {
      sentence: (event, scene) => onMeasure(kind, event, scene, { verb: 'resume', rest: ', in force again' }),
      phrase: passive('resume'),
    } satisfies Wording<OnMeasure>,
  };
}

/** A pending change as a thing, and the word between it and the measure that it is of. */
const CHANGE: Readonly<Record<ChangeVerb, readonly [thing: string, of: string]>> = {
  cut: ['cut', 'of'],
  exclude: ['exclusion', 'from'],
  ease: ['easing', 'of'],
  remove: ['removal of firms', 'from'],
  suspend: ['suspension', 'of'],
  extend: ['longer suspension', 'of'],
  withdraw: ['withdrawal', 'of'],
};

/** What the pending change of a measure is called. */
function changeIn({ before }: Scene, { id }: OnMeasure): readonly [thing: string, of: string] {
  const pending = findMeasure(before, id)?.pending;
  return pending === undefined ? ['change', 'of'] : CHANGE[pending.verb];
}

/** The rows of the verbs by which a change that was announced or ordered for a later day becomes law, or does not. */
function changing({ kind }: Pick<KindWording<unknown>, 'kind'>) {
  return {
    'give-notice': {
      sentence: (event, scene) =>
        onMeasure(kind, event, scene, {
          verb: 'give',
          lead: `legal notice of the announced ${changeIn(scene, event).join(' ')}`,
          rest: `, with effect from ${formatDate(event.from)}`,
        }),
      phrase: passive('give', { lead: 'the legal notice of a change of' }),
    } satisfies Wording<OnMeasure & { readonly from: string }>,
    'drop-change': {
      sentence: (event, scene) =>
        onMeasure(kind, event, scene, {
          verb: 'drop',
          lead: `the pending ${changeIn(scene, event).join(' ')}`,
          rest: '',
        }),
      phrase: passive('drop', { lead: 'the pending change of' }),
    } satisfies Wording<OnMeasure>,
    'take-effect': {
      sentence: (event, scene) => ({
        who: { text: `The ${changeIn(scene, event)[0]}`, many: false },
        verb: 'take',
        lead: 'effect for',
        about: measureIn(scene.after, kind, event.id),
        rest: ', as ordered before',
      }),
      phrase: active('take', { lead: 'the pending change of', with: 'effect' }),
    } satisfies Wording<OnMeasure>,
  };
}

/** The rows of what happens to a measure by itself on its day. */
function falling({ kind }: Pick<KindWording<unknown>, 'kind'>) {
  const byItself = (
    verb: 'enter into force' | 'snap back' | 'lapse',
    rest: string,
    adjective?: string,
    tail?: string,
  ): Wording<OnMeasure> => ({
    sentence: (event, scene) => ({
      who: null,
      verb,
      about: measureIn(scene.after, kind, event.id, adjective),
      rest,
    }),
    phrase: active(verb, tail === undefined ? {} : { with: tail }),
  });
  return {
    'enter-into-force': byItself('enter into force', ''),
    snapback: byItself('snap back', 'at the end of the suspension'),
    lapse: byItself('lapse', ', since the statute allows no longer'),
    'expire-threat': byItself(
      'lapse',
      ', since the day passed and nothing was done',
      'threatened',
      'as a threat',
    ),
  };
}

/** The rows of the verbs that all kinds share, for one kind. */
export const lifecycleWording = <E>(of: KindWording<E>) => ({
  ...announcing(of),
  ...deciding(of),
  ...suspending(of),
  ...changing(of),
  ...falling(of),
});
