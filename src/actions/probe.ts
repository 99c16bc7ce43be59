/**
 * Probes: opened, found, suspended, closed. Under Section 301 an affirmative finding opens the authority for new
 * duties; the statute asks for a determination within twelve months (19 U.S.C. 2414).
 */
import { addDays } from '../kit/calendar';
import type { Writable } from '../kit/writable';
import { otherParty, PARTY_IDS, type PartyId } from '../model/actor';
import { edit, put } from '../model/column';
import { clearDeadlines, setDeadline } from '../model/deadline';
import { allMeasures, isLive } from '../model/measure';
import { FEWEST_TARGETS, MOST_TARGETS, type Probe } from '../model/probe';
import { withTargets } from '../model/copy-state';
import type { Draft, State } from '../model/state';
import { defineAction, type Rule } from './action-type';
import { dateFrom, dateOrOpen, oneOf, optional, structure, valueOf, wholeFrom, type Parts } from './domain';
import { idOf, isoDate, text, type Zod } from './fields';
import {
  always,
  authoritiesFor,
  authorityRules,
  depends,
  FREE_TEXT,
  freshSubject,
  idsOf,
  mustBe,
  mustBeDue,
  mustExist,
  statusWords,
} from './rules';

const probes = (state: State): Readonly<Record<string, Probe>> => state.probes;
const EXISTS = mustExist('probe', 'probe', probes);
const OWN: Rule = mustBe(
  probes,
  {
    code: 'probe/not-the-owner',
    rule: 'Only the party that opened a probe decides on it.',
    source: 'stylised',
    lasting: true,
  },
  (probe, _state, actor) => probe.owner === actor,
  (probe) => ({ owner: probe.owner }),
);
const inStatus = (verb: string, ...allowed: readonly Probe['status'][]): Rule =>
  mustBe(
    probes,
    {
      code: 'probe/wrong-status',
      rule: `Only a probe that is ${statusWords(allowed)} can ${verb}.`,
      source: 'alston-2022',
    },
    (probe) => allowed.includes(probe.status),
    (probe) => ({ status: probe.status }),
  );

/** A finding carries the measures that rest on it as long as they may apply. */
const NOTHING_RESTS: Rule = {
  code: 'probe/carries-a-measure',
  rule: 'A finding stays as long as a live measure rests on it.',
  source: 'alston-2022',
  violated: (state, _actor, id) => {
    for (const [, measure] of allMeasures(state)) {
      if (measure.basis === id && isLive(measure)) return { measure: measure.id };
    }
    return null;
  },
};

function setProbeStatus(draft: Draft, id: string, status: Probe['status']): Writable<Probe> {
  const probe = edit(draft.probes, id);
  clearDeadlines(draft, id);
  probe.status = status;
  probe.since = draft.today;
  probe.suspendedUntil = null;
  return probe;
}

function reopen(draft: Draft, id: string): void {
  const probe = setProbeStatus(draft, id, 'open');
  if (probe.decisionDueOn === null) return;
  if (probe.decisionDueOn <= draft.today) probe.decisionDueOn = addDays(draft.today, 365);
  setDeadline(draft, { kind: 'probe-decision', on: probe.decisionDueOn, subject: id });
}

const DAY = '2025-10-25';
const PHASE_ONE = 'us/probe-s301-phase-one';

const targetsSchema = (z: Zod) =>
  z
    .union([z.number().int(), z.array(z.string().min(1).max(80)).max(MOST_TARGETS)])
    .describe('How many economies, or which; left out where it is into the other party alone');

/** Whether a value counts or names economies, the other party among them. */
function areTargets(value: unknown): boolean {
  const many = (count: number) => Number.isInteger(count) && count >= FEWEST_TARGETS && count <= MOST_TARGETS;
  if (typeof value === 'number') return many(value);
  return Array.isArray(value) && many(value.length) && new Set(value).size === value.length;
}

/** Economies by their names. */
const NAMED_TARGETS: Parts = /* @__PURE__ */ Object.freeze({
  kind: 'list',
  item: 'economy',
  of: () => valueOf({ kind: 'text', maxLength: 80 }),
  least: FEWEST_TARGETS,
  most: MOST_TARGETS,
});

/** Into whom a new probe is, beside the other party. */
const TARGETS = always(
  'probe/targets',
  'A probe into several economies counts from 2 to 250 of them, or names each once.',
  optional(
    structure('a count from 2 to 250, or a list of so many names', areTargets, 16, () => ({
      kind: 'either',
      ways: [
        { label: 'how many', of: valueOf(wholeFrom(FEWEST_TARGETS, MOST_TARGETS)) },
        { label: 'which', of: NAMED_TARGETS },
      ],
    })),
  ),
);

/** The action types of probes. */
export const probeActions = [
  defineAction({
    type: 'probe.open',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Open an investigation under a statute.',
    cites: ['alston-2022', 'clark-hill'],
    fields: (z) => ({
      id: idOf(z, 'the new probe'),
      authority: idOf(z, 'the statute'),
      subject: text(z, 'What is investigated'),
      decisionDueOn: isoDate(z, 'Day by which it is to be decided, null for none').nullable(),
      targets: targetsSchema(z).exactOptional(),
    }),
    subject: 'authority',
    subjects: authoritiesFor('probe'),
    rules: authorityRules('probe'),
    domains: {
      id: freshSubject('probe'),
      subject: FREE_TEXT,
      decisionDueOn: depends(
        'probe/decision-date',
        'A decision is due within 12 months of opening, or the statute sets no date.',
        (state) => dateOrOpen(addDays(state.today, 1), addDays(state.today, 366)),
        'alston-2022',
      ),
      targets: TARGETS,
    },
    effect: (draft, event) => {
      const owner = event.actor as PartyId;
      const { targets } = event;
      const probe: Writable<Probe> = {
        id: event.id,
        owner,
        target: otherParty(owner),
        authority: event.authority,
        subject: event.subject,
        status: 'open',
        since: draft.today,
        decisionDueOn: event.decisionDueOn,
        suspendedUntil: null,
      };
      put(draft.probes, event.id, targets === undefined ? probe : withTargets(probe, targets));
      if (event.decisionDueOn !== null) {
        setDeadline(draft, { kind: 'probe-decision', on: event.decisionDueOn, subject: event.id });
      }
    },
    examples: [
      {
        type: 'probe.open',
        actor: 'US',
        on: DAY,
        id: 'us/example-probe',
        authority: 's301',
        subject: 'An example',
        decisionDueOn: '2026-10-24',
      },
    ],
  }),
  defineAction({
    type: 'probe.find',
    actors: PARTY_IDS,
    touches: [],
    doc: 'End an investigation with a finding; an affirmative one opens its authority for measures.',
    cites: ['alston-2022'],
    fields: (z) => ({
      id: idOf(z, 'the probe'),
      affirmative: z.boolean().describe('Whether the finding opens its authority for measures'),
    }),
    subject: 'id',
    subjects: idsOf(probes),
    rules: [EXISTS, OWN, inStatus('be decided', 'open')],
    domains: {
      affirmative: always('probe/not-a-finding', 'A finding is affirmative or negative.', oneOf(true, false)),
    },
    effect: (draft, event) => {
      setProbeStatus(draft, event.id, event.affirmative ? 'affirmative' : 'closed');
    },
    examples: [{ type: 'probe.find', actor: 'US', on: DAY, id: PHASE_ONE, affirmative: true }],
  }),
  defineAction({
    type: 'probe.close',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Close an investigation, or drop a finding on which nothing rests.',
    cites: ['alston-2022'],
    fields: (z) => ({ id: idOf(z, 'the probe') }),
    subject: 'id',
    subjects: idsOf(probes),
    rules: [EXISTS, OWN, inStatus('be closed', 'open', 'suspended', 'affirmative'), NOTHING_RESTS],
    domains: {},
    effect: (draft, event) => {
      setProbeStatus(draft, event.id, 'closed');
    },
    examples: [{ type: 'probe.close', actor: 'US', on: DAY, id: PHASE_ONE }],
  }),
  defineAction({
    type: 'probe.suspend',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Suspend an investigation until a date, when it resumes.',
    cites: ['alston-2022'],
    fields: (z) => ({ id: idOf(z, 'the probe'), until: isoDate(z, 'Day on which the suspension ends') }),
    subject: 'id',
    subjects: idsOf(probes),
    rules: [EXISTS, OWN, inStatus('be suspended', 'open')],
    domains: {
      until: depends(
        'probe/suspension-not-ahead',
        'A suspension ends on a later day, at most two years ahead.',
        (state) => dateFrom(addDays(state.today, 1), addDays(state.today, 730)),
      ),
    },
    effect: (draft, event) => {
      setProbeStatus(draft, event.id, 'suspended').suspendedUntil = event.until;
      setDeadline(draft, { kind: 'probe-resumes', on: event.until, subject: event.id });
    },
    examples: [{ type: 'probe.suspend', actor: 'US', on: DAY, id: PHASE_ONE, until: '2026-10-25' }],
  }),
  defineAction({
    type: 'probe.extend',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Prolong the suspension of an investigation to a later date.',
    cites: ['alston-2022'],
    fields: (z) => ({
      id: idOf(z, 'the probe'),
      until: isoDate(z, 'Later day on which the suspension ends'),
    }),
    subject: 'id',
    subjects: idsOf(probes),
    rules: [EXISTS, OWN, inStatus('have its suspension extended', 'suspended')],
    domains: {
      until: depends(
        'probe/extension-not-later',
        'An extension ends later than the suspension did, at most two years ahead.',
        (state, _actor, id) => {
          const end = state.probes[id]?.suspendedUntil ?? state.today;
          return dateFrom(addDays(end, 1), addDays(state.today, 730));
        },
      ),
    },
    effect: (draft, event) => {
      edit(draft.probes, event.id).suspendedUntil = event.until;
      setDeadline(draft, { kind: 'probe-resumes', on: event.until, subject: event.id });
    },
    examples: [{ type: 'probe.extend', actor: 'US', on: DAY, id: PHASE_ONE, until: '2026-11-10' }],
  }),
  defineAction({
    type: 'probe.resume',
    actors: ['calendar'],
    touches: [],
    doc: 'The suspension of an investigation is over and it goes on.',
    cites: ['alston-2022'],
    fields: (z) => ({ id: idOf(z, 'the probe') }),
    subject: 'id',
    subjects: idsOf(probes),
    rules: [EXISTS, inStatus('resume', 'suspended'), mustBeDue('probe', 'probe-resumes')],
    domains: {},
    effect: (draft, event) => reopen(draft, event.id),
    examples: [{ type: 'probe.resume', actor: 'calendar', on: DAY, id: PHASE_ONE }],
  }),
  defineAction({
    type: 'probe.lapse',
    actors: ['calendar'],
    touches: [],
    doc: 'The day by which the statute asks for a decision has passed without one: the investigation lapses.',
    cites: ['alston-2022'],
    fields: (z) => ({ id: idOf(z, 'the probe') }),
    subject: 'id',
    subjects: idsOf(probes),
    rules: [EXISTS, inStatus('lapse', 'open'), mustBeDue('probe', 'probe-decision')],
    domains: {},
    effect: (draft, event) => {
      setProbeStatus(draft, event.id, 'closed');
    },
    examples: [{ type: 'probe.lapse', actor: 'calendar', on: DAY, id: PHASE_ONE }],
  }),
];
