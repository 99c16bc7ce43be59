/**
 * The page as a value, and what each message makes of it: pure, so that what is shown follows from the messages alone.
 *
 * What is to be asked of the model is read off the page, too (`wanted`): whoever does the work begins what is wanted and
 * not begun, and ends what is no longer wanted. An answer is kept by the key of its question, so that none is ever shown for
 * another situation than its own, and one that is known is not asked for again.
 */
import {
  act,
  explain,
  parseEvent,
  passTo,
  type Actor,
  type Event,
  type Explanation,
  type Play,
} from 'detente';
import { eventSentence } from 'detente/report';
import { facts } from './facts';
import {
  answerOf,
  asked,
  nothingOf,
  type Answers,
  type Asked,
  type Kind,
  type Question,
  type Told,
} from './question';
import { FIRST, fragmentOf, playOf, situationIn, situationOf, type Situation } from './situation';
import { dayWords, messageOf } from './words';

/** What is chosen of the lawful acts. */
export interface Choice {
  readonly actor: Actor;
  /** A type of act; null where none is chosen yet. */
  readonly type: string | null;
  /** What is acted on; null where nothing is, or nothing is chosen yet. */
  readonly subject: string | null;
  /** Words that narrow the lawful acts. */
  readonly search: string;
}

/** What the last message came to, where that is to be told. */
export type Note =
  | { readonly kind: 'done'; readonly text: string }
  | {
      readonly kind: 'refused';
      readonly event: Event;
      readonly refusals: Explanation['refusals'];
      readonly nearest: readonly Event[];
    }
  | { readonly kind: 'fault'; readonly text: string };

/** A source of the record. */
export interface Source {
  readonly title: string;
  /** Its address, where it has one. */
  readonly href: string | null;
}

/** Sources by their ids. */
export type Sources = Readonly<Record<string, Source>>;

/** The page. */
export interface Model {
  readonly now: Situation;
  readonly past: readonly Situation[];
  readonly future: readonly Situation[];
  readonly choice: Choice;
  readonly note: Note | null;
  /** What was asked beside the answer, the latest of each kind. */
  readonly asked: Readonly<Partial<Record<Kind, Asked>>>;
  /** The sources of the record; null until they are loaded. */
  readonly sources: Sources | null;
  /** What is known, by the key of the question. */
  readonly told: Readonly<Record<string, Told>>;
}

/** What happens to the page. */
export type Message =
  | { readonly do: 'choose-scenario'; readonly id: string }
  | { readonly do: 'pass-to'; readonly day: string }
  | { readonly do: 'act'; readonly event: Readonly<Record<string, unknown>> }
  | { readonly do: 'undo' | 'redo' }
  | { readonly do: 'follow'; readonly fragment: string }
  | { readonly do: 'open'; readonly situation: Situation; readonly name: string }
  | { readonly do: 'fault'; readonly text: string }
  | { readonly do: 'choose'; readonly choice: Partial<Choice> }
  | { readonly do: 'ask'; readonly question: Question }
  | { readonly do: 'stop'; readonly kind: Kind }
  | { readonly do: 'know-sources'; readonly sources: Sources }
  | { readonly do: 'told'; readonly key: string; readonly told: Told };

/** The page as it is opened. */
export const OPENED: Model = {
  now: FIRST,
  past: [],
  future: [],
  choice: { actor: 'US', type: null, subject: null, search: '' },
  note: null,
  asked: {},
  sources: null,
  told: {},
};

/** Most situations that can be undone. */
const MOST_PAST = 200;
/** Most answers that are kept. */
const MOST_TOLD = 60;

function goTo(model: Model, now: Situation, note: Note | null): Model {
  if (fragmentOf(now) === fragmentOf(model.now)) return { ...model, note };
  return { ...model, now, past: [...model.past, model.now].slice(-MOST_PAST), future: [], note };
}

/** Goes to a situation that may not hold together: then all stays as it is, and the page says why. */
function tryTo(model: Model, made: () => readonly [Situation, Note | null], what: string): Model {
  try {
    return goTo(model, ...made());
  } catch (error) {
    return { ...model, note: { kind: 'fault', text: `${what}: ${messageOf(error)}` } };
  }
}

/** What a situation says when one comes to it. */
const arrivedNote = ({ scenario, state }: Play, lead = ''): Note => ({
  kind: 'done',
  text: `${lead}${scenario.title}, ${dayWords(state.today)}.`,
});

function acted(model: Model, given: Readonly<Record<string, unknown>>): Model {
  const parsed = parseEvent(given);
  if (!parsed.ok) {
    const text = parsed.issues.map(({ path, message }) => `${path}: ${message}`).join('; ');
    return { ...model, note: { kind: 'fault', text: `This act is not complete: ${text}.` } };
  }
  const { event } = parsed;
  const current = playOf(model.now);
  const done = act(current, event);
  if (!done.ok) {
    const { nearest } = explain(current.state, event);
    return { ...model, note: { kind: 'refused', event, refusals: done.refusals, nearest } };
  }
  const { scenario, own, acts } = model.now;
  const next = situationOf({ scenario, own, acts: [...acts, event], today: current.state.today }, done.play);
  return goTo(model, next, { kind: 'done', text: eventSentence(current.state, event, facts) });
}

function passed(model: Model, day: string): Model {
  const { scenario, own, acts } = model.now;
  return tryTo(
    model,
    () => {
      const there = passTo(playOf(model.now), day);
      const next = situationOf({ scenario, own, acts, today: there.state.today }, there);
      return [next, arrivedNote(there)];
    },
    'The days cannot pass so far',
  );
}

function back(model: Model): Model {
  const before = model.past.at(-1);
  if (before === undefined) return model;
  const note = arrivedNote(playOf(before), 'Undone. ');
  return { ...model, now: before, past: model.past.slice(0, -1), future: [model.now, ...model.future], note };
}

function forth(model: Model): Model {
  const [next, ...future] = model.future;
  if (next === undefined) return model;
  const note = arrivedNote(playOf(next), 'Done again. ');
  return { ...model, now: next, past: [...model.past, model.now], future, note };
}

function toldOf(model: Model, key: string, told: Told): Model {
  const { [key]: _, ...others } = model.told;
  const kept = Object.entries(others).slice(-MOST_TOLD + 1);
  return { ...model, told: { ...Object.fromEntries(kept), [key]: told } };
}

function withQuestion(model: Model, question: Question): Model {
  const one = asked(question, model.now);
  const { [one.key]: known, ...others } = model.told;
  // What failed, or was stopped, is asked again.
  const told = known === undefined || known.state === 'whole' ? model.told : others;
  return { ...model, told, asked: { ...model.asked, [question.kind]: one } };
}

/** What a message makes of the page. */
export function step(model: Model, message: Message): Model {
  switch (message.do) {
    case 'choose-scenario': {
      const next: Situation = { scenario: message.id, own: null, acts: [], today: null };
      return tryTo(model, () => [next, arrivedNote(playOf(next))], 'The scenario cannot be opened');
    }
    case 'pass-to':
      return passed(model, message.day);
    case 'act':
      return acted(model, message.event);
    case 'undo':
      return back(model);
    case 'redo':
      return forth(model);
    case 'follow':
      return tryTo(
        model,
        () => {
          const told = situationIn(message.fragment);
          return [told ?? model.now, null];
        },
        'The link cannot be read',
      );
    case 'open':
      return tryTo(
        model,
        () => [message.situation, arrivedNote(playOf(message.situation), `${message.name} is open: `)],
        `${message.name} cannot be opened`,
      );
    case 'fault':
      return { ...model, note: { kind: 'fault', text: message.text } };
    case 'choose':
      return { ...model, choice: { ...model.choice, ...message.choice } };
    case 'ask':
      return withQuestion(model, message.question);
    case 'stop': {
      const { [message.kind]: stopped, ...others } = model.asked;
      if (stopped === undefined) return model;
      return { ...model, asked: others };
    }
    case 'know-sources':
      return { ...model, sources: message.sources };
    case 'told':
      return toldOf(model, message.key, message.told);
  }
}

const isOpen = ({ told }: Model, { key }: Asked): boolean => {
  const known = told[key];
  return known === undefined || known.state === 'rough' || known.state === 'working';
};

/** What is to be asked of the model now, the most urgent first. */
export function wanted(model: Model): readonly Asked[] {
  const answer = answerOf(model.now);
  const nothing = nothingOf(model.now);
  const here = fragmentOf(model.now);
  const beside = Object.values(model.asked).filter(({ situation }) => fragmentOf(situation) === here);
  return [
    answer,
    // Beside the answer, once that is there.
    ...(nothing === null || isOpen(model, answer) ? [] : [nothing]),
    ...beside,
  ].filter((one) => isOpen(model, one));
}

/** Of a question of which nothing is known yet. */
const BEGINS: Told = { state: 'working', done: 0, all: 0 };

/** What is known of a question of the page as it stands; undefined where it was not asked here. */
export function toldHere<K extends Kind>(model: Model, kind: K): Told<K> | undefined {
  const one = kind === 'answer' ? answerOf(model.now) : model.asked[kind];
  if (one === undefined || fragmentOf(one.situation) !== fragmentOf(model.now)) return undefined;
  // An answer is of the kind of its question.
  return (model.told[one.key] ?? BEGINS) as Told<K>;
}

/** The answer that is shown, rough or whole; null where there is none yet. */
export function answerHere(model: Model): Answers['answer'] | null {
  const told = toldHere(model, 'answer');
  return told?.state === 'rough' || told?.state === 'whole' ? told.value : null;
}

/** What doing nothing comes to on the same day; null where nothing was done, or it is not known yet. */
export function nothingHere(model: Model): Answers['answer'] | null {
  const one = nothingOf(model.now);
  const told = one === null ? undefined : (model.told[one.key] as Told<'answer'> | undefined);
  return told?.state === 'rough' || told?.state === 'whole' ? told.value : null;
}
