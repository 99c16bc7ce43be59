/** What is lawful now: by family, narrowed by words, in the words of the record. */
import { actionTypes, legalActions, type Actor, type Play, type Template } from 'detente';
import { familyLabel, nameIn } from 'detente/report';
import { verbWords } from './words';

/** A kind of act with what it may be done to. */
export interface LawfulType {
  readonly type: string;
  /** What is done, as `carry out`. */
  readonly verb: string;
  /** What the move is, in a sentence. */
  readonly doc: string;
  /** Ids of the sources on which it stands. */
  readonly cites: readonly string[];
  readonly subjects: readonly LawfulSubject[];
}

/** What is acted on, with the act's fields. */
export interface LawfulSubject {
  readonly id: string | null;
  readonly label: string;
  readonly template: Template;
}

/** Kinds of act of one family. */
export interface LawfulFamily {
  readonly label: string;
  readonly types: readonly LawfulType[];
}

const typesByName = new Map<string, (typeof actionTypes)[number]>(
  actionTypes.map((type) => [type.type, type]),
);

function subjectOf(template: Template, play: Play): LawfulSubject {
  const name = typesByName.get(template.type)?.subject ?? null;
  const domain = name === null ? undefined : template.fields[name];
  const value = domain?.kind === 'one-of' && domain.values.length === 1 ? domain.values[0] : null;
  const id = typeof value === 'string' ? value : null;
  return { id, label: id === null ? 'nothing in particular' : (nameIn(play.state, id) ?? id), template };
}

const known = new WeakMap<Play, Map<Actor, readonly LawfulFamily[]>>();

/** All that is lawful for an actor in a play, by family. */
function lawfulFor(play: Play, actor: Actor): readonly LawfulFamily[] {
  const byActor = known.get(play) ?? new Map<Actor, readonly LawfulFamily[]>();
  known.set(play, byActor);
  const found = byActor.get(actor);
  if (found !== undefined) return found;
  const byType = new Map<string, LawfulSubject[]>();
  for (const template of legalActions(play.state, { actor }))
    byType.set(template.type, [...(byType.get(template.type) ?? []), subjectOf(template, play)]);
  const families = new Map<string, LawfulType[]>();
  for (const [type, subjects] of byType) {
    const label = familyLabel(type);
    const verb = verbWords(type);
    const { doc = '', cites = [] } = typesByName.get(type) ?? {};
    families.set(label, [...(families.get(label) ?? []), { type, verb, doc, cites, subjects }]);
  }
  const all = [...families].map(([label, types]) => ({ label, types }));
  byActor.set(actor, all);
  return all;
}

/** A text as it is searched: in small letters, with blanks for hyphens. */
const plain = (text: string): string => text.toLowerCase().replaceAll('-', ' ');

/** What is lawful for an actor, where every word of a search is in the family, the act, its meaning or what it is done to. */
export function lawful(play: Play, actor: Actor, search: string): readonly LawfulFamily[] {
  const words = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const all = lawfulFor(play, actor);
  if (words.length === 0) return all;
  const has = (text: string) => words.every((word) => plain(text).includes(word));
  return all.flatMap(({ label, types }) => {
    const narrowed = types.flatMap((type) => {
      const about = `${label} ${type.verb} ${type.type} ${type.doc}`;
      if (has(about)) return [type];
      const subjects = type.subjects.filter((subject) =>
        has(`${about} ${subject.label} ${subject.id ?? ''}`),
      );
      return subjects.length === 0 ? [] : [{ ...type, subjects }];
    });
    return narrowed.length === 0 ? [] : [{ label, types: narrowed }];
  });
}

/** The act that is chosen among those that are lawful: the nearest to what was chosen before; null where none is lawful. */
export function chosen(
  families: readonly LawfulFamily[],
  choice: { readonly type: string | null; readonly subject: string | null },
): { readonly type: LawfulType; readonly subject: LawfulSubject } | null {
  const types = families.flatMap((family) => family.types);
  const type = types.find((one) => one.type === choice.type) ?? types[0];
  const subject = type?.subjects.find(({ id }) => id === choice.subject) ?? type?.subjects[0];
  return type === undefined || subject === undefined ? null : { type, subject };
}
