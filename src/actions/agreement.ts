/**
 * Agreements: what a meeting settles, and the pledges that carry it out.
 *
 * The terms are the payload of the event, as bargaining computed them; the machine checks that they are lawful
 * (known issues, the right giver, degrees in range, no more relief than is in force, acts that are the promisor's to do),
 * records them and sets a deadline for each pledge. A pledge is performed when its promisor does the promised act, and the calendar notes the default when its day has passed.
 */
import { addDays, isIsoDate } from '../kit/calendar';
import { shownText } from '../kit/input-error';
import { PARTY_IDS, type PartyId } from '../model/actor';
import { isSettled, type Pledge, type Term } from '../model/agreement';
import { each, edit, put } from '../model/column';
import { clearDeadlines, setDeadline } from '../model/deadline';
import { severestOf } from '../model/export-control';
import { heldToday, nextAhead } from '../model/meeting';
import type { State } from '../model/state';
import { averageTariffPct, directionOf, sumOfPoints } from '../model/tariff';
import { defineAction, type ActionTypesByName } from './action-type';
import {
  contains,
  dateFrom,
  fieldAsked,
  given,
  numberAbove,
  numberFrom,
  oneOf,
  sound,
  type Parts,
} from './domain';
import { idOf, isoDate, share, text, type Zod } from './fields';
import { promiseFault, promisedParts, type PledgeGiven } from './promise';
import {
  always,
  depends,
  freshIn,
  freshSubjectIds,
  freshSubjectIdsBeside,
  idsOf,
  mustBe,
  mustBeDue,
  mustExist,
} from './rules';

const CITES = ['geneva-statement'] as const;
const pledges = (state: State): Readonly<Record<string, Pledge>> => state.pledges;

const termSchema = (z: Zod) =>
  z.strictObject({
    issue: idOf(z, 'the issue'),
    giver: z.enum(['US', 'CN']),
    degree: share(z, 'Degree of the concession'),
    tariffReliefPp: z
      .number()
      .min(0)
      .describe('Cut of an average tariff by measures in force, percentage points'),
    controlRelief: share(z, 'Fall of the severity of a control in force'),
  });
const pledgeSchema = (z: Zod) =>
  z.strictObject({
    id: idOf(z, 'the new pledge'),
    issue: idOf(z, 'the issue'),
    act: z
      .looseObject({ type: text(z, 'Type of the promised act'), actor: z.enum(['US', 'CN', 'both']) })
      .describe('The promised act without its day'),
    dueOn: isoDate(z, 'Day by which the act is to be done'),
  });

/** Most terms and most pledges of an agreement. */
const MOST_TERMS = 50;
const MOST_PLEDGES = 200;

const PLEDGING: readonly unknown[] = [...PARTY_IDS, 'both'];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of objects as what its items claim to be, which is asked field by field; null for anything else. */
function listOf<T>(value: unknown): readonly T[] | null {
  return Array.isArray(value) && value.every(isRecord) ? (value as unknown as readonly T[]) : null;
}

const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;

/** A complaint about one of several, with its id made safe to show. */
const faultOf = (id: unknown, fault: string): string => `${shownText(String(id))}: ${fault}`;

/** What is wrong with a term by itself, or null: an issue of the agenda, by its giver, whole where indivisible, with shares. */
function termFault(state: State, term: Term, agenda: readonly string[]): string | null {
  const { degree, tariffReliefPp, controlRelief } = term;
  const issue = Object.hasOwn(state.issues, term.issue) ? state.issues[term.issue] : undefined;
  if (issue === undefined || !agenda.includes(term.issue)) return 'is not on the agenda';
  if (term.giver !== issue.giver) return `is for ${issue.giver} to concede`;
  if (!(isShare(degree) && degree > 0)) return 'has a degree above 0 and up to 1';
  if (issue.indivisible && degree !== 1) return 'is granted whole or not at all';
  if (!(typeof tariffReliefPp === 'number' && tariffReliefPp >= 0)) return 'relieves a duty by 0 or more';
  return isShare(controlRelief) ? null : 'relieves a control by a share from 0 to 1';
}

/** What is wrong with what terms relieve together, or null: nobody relieves more than is in force. */
function reliefFault(state: State, terms: readonly Term[]): string | null {
  for (const giver of PARTY_IDS) {
    const own = terms.filter((term) => term.giver === giver);
    const average = averageTariffPct(state, directionOf(giver));
    // Rounded as the average is, so that shares of it are together no more.
    if (sumOfPoints([own.reduce((sum, { tariffReliefPp }) => sum + tariffReliefPp, 0)]) > average)
      return `the terms cut the average duty of ${giver} by more than its ${average} points`;
    const severity = severestOf(state, giver);
    const over = own.find(({ controlRelief }) => controlRelief > severity);
    if (over !== undefined)
      return `${over.issue}: no control of ${giver} in force is more severe than ${severity}`;
  }
  return null;
}

/** What is wrong with a list of terms, or null. */
function termsFault(state: State, value: unknown): string | null {
  const terms = listOf<Term>(value);
  if (terms === null) return 'terms are a list of objects';
  const seen = new Set<string>();
  const agenda = heldToday(state)?.agenda ?? [];
  for (const term of terms) {
    const fault = seen.has(term.issue) ? 'has a term already' : termFault(state, term, agenda);
    if (fault !== null) return faultOf(term.issue, fault);
    seen.add(term.issue);
  }
  return reliefFault(state, terms);
}

/** Points of the average duty of a giver that earlier terms have not cut yet, on the grid of averages. */
function reliefLeft(state: State, giver: PartyId, before: readonly Record<string, unknown>[]): number {
  const cut = before.map((term) =>
    term['giver'] === giver && typeof term['tariffReliefPp'] === 'number' ? term['tariffReliefPp'] : 0,
  );
  return Math.max(0, sumOfPoints([averageTariffPct(state, directionOf(giver)), ...cut.map((pp) => -pp)]));
}

/** How terms are put together: an issue of the agenda that has none yet, by its giver, within what is in force. */
function termsParts(state: State): Parts {
  const agenda = heldToday(state)?.agenda ?? [];
  const of = (items: readonly unknown[]): Parts => {
    const before = items.filter(isRecord);
    const open = agenda.filter((id) => !before.some((term) => term['issue'] === id));
    return {
      kind: 'fields',
      by: ({ issue: id }) => {
        const first = fieldAsked('issue', 'Issue', oneOf(...open));
        const issue =
          typeof id === 'string' && Object.hasOwn(state.issues, id) ? state.issues[id] : undefined;
        if (issue === undefined) return [first];
        const { giver, indivisible } = issue;
        return [
          first,
          fieldAsked('giver', 'Conceded by', oneOf(giver)),
          fieldAsked('degree', 'Share of it that is conceded', indivisible ? oneOf(1) : numberAbove(0, 1)),
          fieldAsked(
            'tariffReliefPp',
            'Cut of the average duty by measures in force, percentage points',
            numberFrom(0, reliefLeft(state, giver, before)),
          ),
          fieldAsked(
            'controlRelief',
            'Fall of the severity of a control in force, as a share',
            numberFrom(0, severestOf(state, giver)),
          ),
        ];
      },
    };
  };
  return { kind: 'list', item: 'term', of, least: 0, most: Math.min(MOST_TERMS, agenda.length) };
}

/** The ids of some items, as a column has them. */
const idsIn = (items: readonly unknown[]): Readonly<Record<string, true>> =>
  Object.fromEntries(items.filter(isRecord).map(({ id }) => [String(id), true as const]));

/** How pledges are put together: each an act for its promisor to do, by a day. */
function pledgesParts(state: State, table: ActionTypesByName): Parts {
  const act = promisedParts(state, table);
  const of = (before: readonly unknown[]): Parts => ({
    kind: 'fields',
    by: () => [
      fieldAsked('id', 'Name of the pledge', freshSubjectIdsBeside(state, idsIn(before))),
      fieldAsked('issue', 'Issue that it serves', oneOf(...Object.keys(state.issues))),
      { name: 'act', label: 'What is promised', of: act },
      fieldAsked(
        'dueOn',
        'Last day for it',
        dateFrom(state.today, addDays(state.today, LONGEST_PLEDGE_DAYS)),
      ),
    ],
  });
  return { kind: 'list', item: 'pledge', of, least: 0, most: MOST_PLEDGES };
}

/** The largest degree of some terms; 0 of none and of what are none. */
function largestDegree(value: unknown): number {
  const terms = listOf<Term>(value) ?? [];
  return terms.reduce((most, { degree }) => (isShare(degree) && degree > most ? degree : most), 0);
}

/** Longest time that a pledge may take, in days: four years, a term of office. */
const LONGEST_PLEDGE_DAYS = 1461;

/** What is wrong with a list of pledges, or null. */
function pledgesFault(state: State, value: unknown, table: ActionTypesByName): string | null {
  const pledges = listOf<PledgeGiven>(value);
  if (pledges === null) return 'pledges are a list of objects';
  const seen = new Set<string>();
  const fresh = freshSubjectIds(state);
  const last = addDays(state.today, LONGEST_PLEDGE_DAYS);
  for (const { id, issue, act, dueOn } of pledges) {
    if (seen.has(id) || !contains(fresh, id)) return faultOf(id, 'needs an id of its own');
    seen.add(id);
    if (typeof dueOn !== 'string' || dueOn < state.today || dueOn > last || !isIsoDate(dueOn))
      return faultOf(id, `is due on a day from ${state.today} to ${last}`);
    if (!Object.hasOwn(state.issues, issue)) return faultOf(id, 'there is no such issue');
    if (!isRecord(act) || typeof act.type !== 'string' || !PLEDGING.includes(act.actor))
      return faultOf(id, 'promises an act by a party');
  }
  return isSettled(pledges) ? null : promiseFault(state, pledges, table);
}

/** A deep copy of a promised act, so that the state shares nothing with the event that brought it. */
function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (!isRecord(value)) return value;
  const copy: Record<string, unknown> = { ...value };
  for (const key in copy) {
    const item = copy[key];
    if (typeof item === 'object' && item !== null) copy[key] = copyOf(item);
  }
  return copy as T;
}

/** The action types of agreements. */
export const agreementActions = [
  defineAction({
    type: 'agreement.reach',
    actors: ['both'],
    touches: [],
    doc: 'The leaders agree: terms issue by issue, and the acts that each side pledges.',
    cites: CITES,
    fields: (z) => ({
      id: idOf(z, 'the new agreement'),
      scope: z.enum(['agenda', 'narrow']).describe('Whole agenda, or the extension alone'),
      terms: z.array(termSchema(z)).max(MOST_TERMS).describe('What is agreed, issue by issue'),
      pledges: z
        .array(pledgeSchema(z))
        .max(MOST_PLEDGES)
        .describe('Acts that the sides promise, each with a day'),
      weightedMean: share(z, 'Mean concession over the agenda, weighted by worth to the receiver'),
    }),
    subject: null,
    subjects: () => [''],
    rules: [
      {
        code: 'agreement/no-meeting',
        rule: 'Leaders agree at a meeting that is being held.',
        source: 'stylised',
        violated: (state) =>
          heldToday(state) === undefined ? { next: nextAhead(state)?.on ?? null, today: state.today } : null,
      },
      {
        code: 'agreement/already-reached',
        rule: 'A meeting ends in one agreement at most.',
        source: 'stylised',
        violated: (state) => {
          const held = heldToday(state);
          if (held === undefined) return null;
          for (const agreement of each(state.agreements)) {
            if (agreement.meeting === held.id) return { agreement: agreement.id };
          }
          return null;
        },
      },
    ],
    domains: {
      id: freshIn('agreement', (state) => state.agreements),
      scope: always(
        'agreement/unknown-scope',
        'An agreement is over the agenda or narrow.',
        oneOf('agenda', 'narrow'),
      ),
      terms: depends(
        'agreement/unlawful-terms',
        'Terms name issues of the agenda once each, by their giver, with a degree above 0 and up to 1, whole where indivisible, and relieve no more than is in force.',
        (state) =>
          sound(
            `terms on the agenda: ${heldToday(state)?.agenda.join(', ') || 'nothing'}`,
            (value) => termsFault(state, value),
            [],
            () => termsParts(state),
          ),
      ),
      pledges: depends(
        'agreement/unlawful-pledges',
        'Pledges have ids of their own, a day from today to four years ahead, a known issue and a well-formed act that is for its promisor to do.',
        (state, _actor, _subject, table) =>
          sound(
            'pledged acts, each for its party to do, with a day ahead',
            (value) => pledgesFault(state, value, table),
            [],
            () => pledgesParts(state, table),
          ),
      ),
      weightedMean: always(
        'agreement/mean-out-of-range',
        'A mean concession is from 0 to the largest of the terms: 0 without any.',
        given(numberFrom(0, 1), ({ terms }) => numberFrom(0, largestDegree(terms))),
      ),
    },
    effect: (draft, event) => {
      put(draft.agreements, event.id, {
        id: event.id,
        // The rules have found the meeting that is being held.
        meeting: heldToday(draft)!.id,
        reachedOn: draft.today,
        scope: event.scope,
        terms: event.terms.map((term) => ({ ...term })),
        weightedMean: event.weightedMean,
      });
      for (const { id, issue, act, dueOn } of event.pledges) {
        put(draft.pledges, id, { id, agreement: event.id, issue, act: copyOf(act), dueOn, status: 'open' });
        setDeadline(draft, { kind: 'pledge-due', on: addDays(dueOn, 1), subject: id });
      }
    },
    examples: [
      {
        type: 'agreement.reach',
        actor: 'both',
        on: '2025-10-30',
        id: 'example-deal',
        scope: 'narrow',
        terms: [],
        pledges: [],
        weightedMean: 0,
      },
    ],
  }),
  defineAction({
    type: 'agreement.default',
    actors: ['calendar'],
    touches: ['promises'],
    doc: 'The day of a pledge has passed and the act was not done: it lowers trust and breaks no truce.',
    cites: CITES,
    fields: (z) => ({ id: idOf(z, 'the pledge') }),
    subject: 'id',
    subjects: idsOf(pledges),
    rules: [
      mustExist('agreement', 'pledge', pledges),
      mustBe(
        pledges,
        { code: 'agreement/pledge-closed', rule: 'Only an open pledge can default.', source: 'stylised' },
        (pledge) => pledge.status === 'open',
        (pledge) => ({ status: pledge.status }),
      ),
      mustBeDue('agreement', 'pledge-due'),
    ],
    domains: {},
    effect: (draft, event) => {
      edit(draft.pledges, event.id).status = 'defaulted';
      clearDeadlines(draft, event.id);
    },
    examples: [{ type: 'agreement.default', actor: 'calendar', on: '2025-11-11', id: 'example-pledge' }],
  }),
];
