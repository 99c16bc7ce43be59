/**
 * Agreements: what a meeting settles, and the pledges that carry it out.
 *
 * The terms are the payload of the event, as bargaining computed them; the machine checks that they are lawful
 * (known issues, the right giver, degrees in range), records them and sets a deadline for each pledge. A pledge is
 * performed when its promisor does the promised act, and the calendar notes the default when its day has passed.
 */
import { addDays, isIsoDate } from '../kit/calendar';
import { PARTY_IDS } from '../model/actor';
import type { Pledge, Term } from '../model/agreement';
import { each, edit, put } from '../model/column';
import { clearDeadlines, setDeadline } from '../model/deadline';
import { heldToday, nextPlanned } from '../model/meeting';
import type { State } from '../model/state';
import { defineAction } from './action-type';
import { contains, numberFrom, oneOf, structure } from './domain';
import { idOf, isoDate, share, text, type Zod } from './fields';
import { always, depends, freshIn, freshSubjectIds, idsOf, mustBe, mustBeDue, mustExist } from './rules';

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
    dueOn: isoDate(z),
  });

const PLEDGING: readonly unknown[] = [...PARTY_IDS, 'both'];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a list of terms is lawful: issues of the agenda, once each, by their giver, whole where indivisible. */
function lawfulTerms(state: State, value: unknown): boolean {
  if (!Array.isArray(value) || !value.every(isRecord)) return false;
  const seen = new Set<string>();
  const agenda = heldToday(state)?.agenda ?? [];
  for (const term of value as unknown as Term[]) {
    const issue = Object.hasOwn(state.issues, term.issue) ? state.issues[term.issue] : undefined;
    if (issue === undefined || seen.has(term.issue) || !agenda.includes(term.issue)) return false;
    seen.add(term.issue);
    if (term.giver !== issue.giver || !(term.degree > 0 && term.degree <= 1)) return false;
    if (issue.indivisible && term.degree !== 1) return false;
    if (!(term.tariffReliefPp >= 0 && term.tariffReliefPp < Infinity)) return false;
    if (!(term.controlRelief >= 0 && term.controlRelief <= 1)) return false;
  }
  return true;
}

/** Longest time that a pledge may take, in days: four years, a term of office. */
const LONGEST_PLEDGE_DAYS = 1461;

/** Whether a list of pledges is lawful: ids of their own, from today to four years ahead, an act by a party. */
function lawfulPledges(state: State, value: unknown): boolean {
  if (!Array.isArray(value) || !value.every(isRecord)) return false;
  const seen = new Set<string>();
  const fresh = freshSubjectIds(state);
  const last = addDays(state.today, LONGEST_PLEDGE_DAYS);
  for (const { id, issue, act, dueOn } of value as unknown as Pledge[]) {
    if (seen.has(id) || !contains(fresh, id)) return false;
    seen.add(id);
    if (typeof dueOn !== 'string' || dueOn < state.today || dueOn > last || !isIsoDate(dueOn)) return false;
    if (!Object.hasOwn(state.issues, issue)) return false;
    if (!isRecord(act) || typeof act.type !== 'string' || !PLEDGING.includes(act.actor)) return false;
  }
  return true;
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
      terms: z.array(termSchema(z)).max(50),
      pledges: z.array(pledgeSchema(z)).max(200),
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
          heldToday(state) === undefined
            ? { next: nextPlanned(state)?.on ?? null, today: state.today }
            : null,
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
        'Terms name issues of the agenda once each, by their giver, with a degree above 0 and up to 1, whole where indivisible.',
        (state) =>
          structure(
            `terms on the agenda: ${heldToday(state)?.agenda.join(', ') || 'nothing'}`,
            (value) => lawfulTerms(state, value),
            [],
          ),
      ),
      pledges: depends(
        'agreement/unlawful-pledges',
        'Pledges have ids of their own, a day from today to four years ahead, a known issue and an act by a party.',
        (state) =>
          structure(
            'pledged acts by a party, each with a day ahead',
            (value) => lawfulPledges(state, value),
            [],
          ),
      ),
      weightedMean: always(
        'agreement/mean-out-of-range',
        'A mean concession is from 0 to 1.',
        numberFrom(0, 1),
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
