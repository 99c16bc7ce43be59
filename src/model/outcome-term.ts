/**
 * What outcome classes can ask: the terms by their ids, each with its unit and what it is asked of. How each is measured stands in
 * `outcomes`; whoever reads a scenario knows from here whether a term is asked well.
 */
import { nearestText } from '../kit/nearest-text';
import { PARTY_IDS } from './actor';
import type { TermCondition } from './condition';
import { MEASURE_STATUSES } from './measure';

/** What a term can be asked of. */
export type TermSubject = 'party' | 'issue' | 'control' | 'measure';

/** What a term is. */
export interface TermForm {
  /** Unit of its value in words, such as `per cent` or `days`; a yes or no has the value 1 or 0. */
  readonly unit: string;
  /** What it measures, in a sentence. */
  readonly doc: string;
  /** What it is asked of, and whether that has to be named; absent where it is asked of nothing. */
  readonly of?: {
    /** The kind of noun that a comparison names. */
    readonly what: TermSubject;
    /** Whether it has to be named; else the term is over all of them where none is. */
    readonly needed: boolean;
  };
  /** Statuses that can be asked for, where it is about one: one has to be named. */
  readonly is?: readonly string[];
  /** Whether it is measured on an evening, by default that of the 14th day after the meeting; else at the end. */
  readonly evening: boolean;
}

const YES_OR_NO = 'yes or no';
const POINTS = 'percentage points of an average tariff';
const SEVERITY = 'severity, 0 to 1';
const ofEitherParty = { what: 'party', needed: false } as const;
const ofAnyControl = { what: 'control', needed: false } as const;

/** All terms by their ids. */
export const TERM_FORMS = {
  'meeting-held': { unit: YES_OR_NO, doc: 'The leaders met on the day.', evening: false },
  'days-postponed': {
    unit: 'days',
    doc: 'Days by which the meeting has been put off since the first day; below 0 where it was brought forward.',
    evening: false,
  },
  'agreement-reached': {
    unit: YES_OR_NO,
    doc: 'The meeting ended in a text: an agreement of any scope, or a standstill.',
    evening: false,
  },
  'mean-concession': {
    unit: 'share of the agenda',
    doc: 'Mean concession over the agenda, weighted by worth to the receiver; 0 without an agreement.',
    evening: false,
  },
  'issue-degree': {
    unit: 'degree, 0 to 1',
    doc: 'Degree to which the text of the meeting grants an issue; 0 where it does not.',
    of: { what: 'issue', needed: true },
    evening: false,
  },
  'tariff-relief': {
    unit: POINTS,
    doc: 'Cut of an average tariff by measures in force that the text agrees, the larger of the two directions.',
    evening: false,
  },
  'control-relief': {
    unit: SEVERITY,
    doc: 'Largest fall of the severity of a control in force that the text agrees.',
    evening: false,
  },
  'new-coercion': {
    unit: YES_OR_NO,
    doc: 'A new coercive act by a party, ordered from the day of the meeting to the 14th day after it. The quantity of the same name also counts what was ordered between the first day and the meeting, and is in force by then.',
    evening: false,
  },
  average: {
    unit: 'per cent',
    doc: 'Average of the duties that a party imposes on the goods of the other; the higher of the two where no party is named.',
    of: ofEitherParty,
    evening: true,
  },
  'average-rise': {
    unit: POINTS,
    doc: 'Points by which the average of the duties of a party lies above that of the first day, below 0 where it has fallen; the larger rise where no party is named.',
    of: ofEitherParty,
    evening: true,
  },
  'average-cut': {
    unit: POINTS,
    doc: 'Points by which the average of the duties of a party lies below that of the first day, what is pledged or ordered for a later day taken as done; the larger of the two where no party is named.',
    of: ofEitherParty,
    evening: true,
  },
  severity: {
    unit: SEVERITY,
    doc: 'Severity of a control in force, less what licences free; the highest of all controls where none is named.',
    of: ofAnyControl,
    evening: true,
  },
  'severity-cut': {
    unit: 'share of the severity of the first day',
    doc: 'Share of the severity of a control in force on the first day that is gone, what is pledged, ordered or licensed for a later day taken as done; the largest of all controls where none is named.',
    of: ofAnyControl,
    evening: true,
  },
  'truce-text': { unit: YES_OR_NO, doc: 'The text of a truce is in force, strained or not.', evening: true },
  'measure-status': {
    unit: YES_OR_NO,
    doc: 'A measure has the status that is asked for; what was never announced has none.',
    of: { what: 'measure', needed: true },
    is: MEASURE_STATUSES,
    evening: true,
  },
  'meeting-planned': {
    unit: YES_OR_NO,
    doc: 'A meeting of the leaders is planned for that day or a later one, and not called off.',
    evening: true,
  },
  'coercion-entered': {
    unit: YES_OR_NO,
    doc: 'A coercive level stands that entered into force from the day of the meeting on, whenever it was ordered: a new measure, a higher level, or one that came back. A duty on an unknown share of trade does not count.',
    evening: true,
  },
} as const satisfies Readonly<Record<string, TermForm>>;

/** Id of a term. */
export type TermId = keyof typeof TERM_FORMS;

/** Ids of all terms, in the order in which they are told. */
export const TERM_IDS: readonly TermId[] = /* @__PURE__ */ (() => Object.keys(TERM_FORMS) as TermId[])();

/** The form of a term, or undefined for an id that none has. */
export const termFormOf = (id: string): TermForm | undefined =>
  Object.hasOwn(TERM_FORMS, id) ? TERM_FORMS[id as TermId] : undefined;

/** Something that is wrong with a comparison, at a key of it. */
export interface TermFault {
  readonly key: 'term' | 'of' | 'is' | 'days' | 'on';
  /** `unknown` for a name that nothing has, `missing` and `superfluous` for what the term wants and does not take. */
  readonly kind: 'unknown' | 'missing' | 'superfluous';
  readonly message: string;
}

/** Names that a comparison may use, by what they name; what is not listed is not checked. */
export type TermNames = Readonly<Partial<Record<TermSubject, readonly string[]>>>;

const among = (id: string, ids: readonly string[]): string => {
  const near = nearestText(id, ids);
  return near === null ? `known: ${ids.slice(0, 20).join(', ')}` : `did you mean "${near}"?`;
};

function faultsOfSubject(form: TermForm, { term, of }: TermCondition, names: TermNames): TermFault[] {
  if (of === undefined)
    return form.of?.needed === true
      ? [{ key: 'of', kind: 'missing', message: `${term} is asked of one ${form.of.what}: name it in "of"` }]
      : [];
  if (form.of === undefined)
    return [{ key: 'of', kind: 'superfluous', message: `${term} is asked of nothing: leave "of" out` }];
  const { what } = form.of;
  const ids = what === 'party' ? PARTY_IDS : names[what];
  return ids === undefined || ids.some((id) => id === of)
    ? []
    : [{ key: 'of', kind: 'unknown', message: `no such ${what}: "${of}"; ${among(of, ids)}` }];
}

function faultsOfStatus({ is: statuses }: TermForm, { term, is }: TermCondition): TermFault[] {
  if (statuses === undefined)
    return is === undefined
      ? []
      : [{ key: 'is', kind: 'superfluous', message: `${term} is about no status: leave "is" out` }];
  if (is === undefined)
    return [
      {
        key: 'is',
        kind: 'missing',
        message: `${term} is about a status: name it in "is", one of ${statuses.join(', ')}`,
      },
    ];
  return statuses.includes(is)
    ? []
    : [{ key: 'is', kind: 'unknown', message: `no such status: "${is}"; ${among(is, statuses)}` }];
}

function faultsOfDay({ evening }: TermForm, { term, days, on }: TermCondition): TermFault[] {
  if (evening) return [];
  const message = `${term} is told at the end: leave the day out`;
  const keys = [days === undefined ? [] : ['days' as const], on === undefined ? [] : ['on' as const]].flat();
  return keys.map((key) => ({ key, kind: 'superfluous', message }));
}

/** What is wrong with how a comparison asks its term; nothing where it asks well. */
export function termFaults(comparison: TermCondition, names: TermNames = {}): TermFault[] {
  const form = termFormOf(comparison.term);
  if (form === undefined) {
    const { term } = comparison;
    return [
      { key: 'term', kind: 'unknown', message: `no such outcome term: "${term}"; ${among(term, TERM_IDS)}` },
    ];
  }
  return [
    ...faultsOfSubject(form, comparison, names),
    ...faultsOfStatus(form, comparison),
    ...faultsOfDay(form, comparison),
  ];
}

/** Beginning of the names of terms that are predicates of one's own: the id of the class comes after it. */
export const OWN_TERM = 'own-';
