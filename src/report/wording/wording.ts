/**
 * What a row of wording is: an act of one type as a sentence, and as a noun phrase that came or stayed away.
 *
 * A sentence is kept in parts, so that like acts of a day can share one, and so that a promise of an act can be worded
 * in the infinitive. Both forms are made of the same verb and the same noun.
 */
import type { Event, EventType } from '../../actions/index';
import { FAMILY_NOUNS, type Noun } from '../../actions/nouns';
import type { PromisedAct } from '../../model/agreement';
import { actorName, type Scene } from './scene';
import { listed, sentence } from './text';
import { conjugated, participle, past, type Verb } from './verbs';
import type { WhoMeets } from '../../facts/who-meets';

/** The event of a type. */
export type EventOfType<T extends EventType> = Extract<Event, { readonly type: T }>;

/** The families of action types, by the prefixes of their names. */
export type Family = EventType extends infer T ? (T extends `${infer F}.${string}` ? F : never) : never;

/** The noun of each family; one that lacks its noun does not compile. */
export const NOUNS: Readonly<Record<Family, Noun>> = FAMILY_NOUNS;

/** Who acts in a sentence. */
export interface Doer {
  readonly text: string;
  /** Whether the verb stands in the plural. */
  readonly many: boolean;
}

/** What an act is about, by its noun and its label. */
export interface Named {
  readonly noun: Noun;
  readonly label: string;
  /** How it stands: `threatened`; nothing where that does not matter. */
  readonly adjective?: string | undefined;
}

/** An act as a sentence in parts. Its words of number are in `who` and `verb` alone: `rest` suits one and several. */
export interface Clause {
  /** Who acts; null where what it is about is the subject of the sentence. */
  readonly who: Doer | null;
  readonly verb: Verb;
  /** What stands between the verb and what it is about: `the suspension of`. */
  readonly lead?: string;
  /** What it is about, where like acts may share a sentence. */
  readonly about?: Named;
  /** What follows, without the full stop; '' for nothing. */
  readonly rest: string;
}

/** An act as a noun phrase: `the duty “Farm goods” that was suspended`. */
export interface Phrase {
  /** What stands before the noun: `the suspension of`; `''` for nothing. */
  readonly lead: string;
  /** A noun of its own in place of that of the family, or null. */
  readonly noun: string | null;
  readonly came: string;
  readonly stayedAway: string;
}

/** Words another act, which a sentence speaks of. */
export type ClauseOf = (act: PromisedAct, scene: Scene) => Clause;

/** How acts of a type are worded. */
export interface Wording<E> {
  readonly sentence: (event: E, scene: Scene, clauseOf: ClauseOf) => Clause;
  readonly phrase: Phrase;
  /** Whether it is a turn of events, which a story prints in bold. */
  readonly isTurn?: boolean;
}

/** Rows for all action types of some families. */
export type WordingOf<F extends Family> = {
  readonly [T in Extract<EventType, `${F}.${string}`>]: Wording<EventOfType<T>>;
};

interface PhraseParts {
  readonly lead?: string;
  readonly noun?: string;
  readonly with?: string;
}

const behind = (words: string | undefined) => (words === undefined ? '' : ` ${words}`);

/** The phrase of what is done to something: `that was set by statute`. */
export function passive(verb: Verb, { lead = '', noun, with: tail }: PhraseParts = {}): Phrase {
  const done = `${participle(verb)}${behind(tail)}`;
  return { lead, noun: noun ?? null, came: `was ${done}`, stayedAway: `was not ${done}` };
}

/** The phrase of what something does itself: `that lapsed`. */
export function active(verb: Verb, { lead = '', noun, with: tail }: PhraseParts = {}): Phrase {
  const more = behind(tail);
  return { lead, noun: noun ?? null, came: `${past(verb)}${more}`, stayedAway: `did not ${verb}${more}` };
}

/** Who acts in an event, by the name of the actor. */
export const doer = ({ actor }: Pick<Event, 'actor'>, { facts }: Scene): Doer => ({
  text: actorName(facts, actor),
  many: actor === 'both',
});

/** Those who meet at a meeting as those who act; leaders where it is not told. */
export const meeters = (who: WhoMeets = 'leaders'): Doer => ({ text: `The ${who}`, many: true });

/** A label in a running sentence. */
export const quoted = (label: string): string => `“${label}”`;

/** A noun with its label, or the label alone where that says the noun itself: `“Synthetic-opioid duty”`. */
export const labelled = (noun: string, label: string): string =>
  ` ${label.toLowerCase().replace(/[^a-z]+/g, ' ')} `.includes(` ${noun} `)
    ? quoted(label)
    : `${noun} ${quoted(label)}`;

const behindThe = (adjective: string | undefined, text: string) =>
  `the ${adjective === undefined ? '' : `${adjective} `}${text}`;

/** Something that is known, with its article: `the threatened duty “Farm goods”`. */
export const namedText = ({ noun, label, adjective }: Named): string =>
  behindThe(adjective, labelled(noun.one, label));

/** Several things; those of one kind share their noun, in the place of the first. */
function namedList(all: readonly Named[]): string {
  const groups = new Map<string, Named[]>();
  for (const named of all) {
    const kind = `${named.adjective ?? ''} ${named.noun.one}`;
    groups.set(kind, [...(groups.get(kind) ?? []), named]);
  }
  const texts = [...groups.values()].map((group) => {
    const [first] = group;
    if (first === undefined || group.length === 1) return group.map(namedText).join('');
    const labels = listed(group.map(({ label }) => quoted(label)));
    return behindThe(first.adjective, `${first.noun.many} ${labels}`);
  });
  // A list of lists needs its comma.
  const isPlain = texts.length === all.length;
  return listed(texts, isPlain ? 'and' : ', and').replaceAll(' , and', ', and');
}

/** A clause, and what others like it are about, as one sentence, with its capital and without its full stop. */
export function clauseText(clause: Clause, others: readonly Named[] = []): string {
  const { who, verb, lead, about, rest } = clause;
  const abouts = about === undefined ? [] : [about, ...others];
  const names = namedList(abouts);
  const many = who === null ? abouts.length > 1 : who.many;
  const does = [conjugated(verb, many), lead ?? ''];
  return sentence(joined(who === null ? [names, ...does, rest] : [who.text, ...does, names, rest]));
}

/** An act in the infinitive, as a promise has it: `cut the duty “Farm goods” to 10%`. */
export function infinitiveText({ verb, lead, about, rest }: Clause): string {
  return joined([verb, lead ?? '', about === undefined ? '' : namedText(about), rest]);
}

/** Parts in a row, a blank between them where the next does not begin with a mark. */
function joined(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce((text, part) => (text === '' || /^[,;:.]/.test(part) ? `${text}${part}` : `${text} ${part}`), '');
}

/** All of a clause but what it is about. */
const partsText = ({ who, verb, lead, rest }: Clause) => JSON.stringify([who, verb, lead, rest]);

/** Whether two clauses say the same of what they are about, so that they may share a sentence. */
export function areAlike(a: Clause, b: Clause): boolean {
  return a.about !== undefined && b.about !== undefined && partsText(a) === partsText(b);
}

/** Rows of verbs as rows of the action types of a family. */
export function prefixed<const P extends string, R extends Readonly<Record<string, unknown>>>(
  prefix: P,
  rows: R,
): { readonly [V in keyof R & string as `${P}.${V}`]: R[V] } {
  // Each key is made of just these two parts.
  return Object.fromEntries(Object.entries(rows).map(([verb, row]) => [`${prefix}.${verb}`, row])) as {
    readonly [V in keyof R & string as `${P}.${V}`]: R[V];
  };
}
