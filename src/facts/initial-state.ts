/**
 * From the facts to a state: what was in force, pending and agreed on a day, and nothing that came later.
 *
 * Each noun takes the latest row that is not later than the day; a row that comes later is as if it were not there.
 */
import type { PartyId } from '../model/actor';
import type { Authority } from '../model/authority';
import type { ExportControl } from '../model/export-control';
import type { Listing } from '../model/listing';
import { setDue } from '../model/lifecycle';
import { allMeasures, isLive, type MeasureLife, type MeasureStatus } from '../model/measure';
import { setDeadline } from '../model/deadline';
import type { PortFee } from '../model/port-fee';
import type { Probe } from '../model/probe';
import type { State } from '../model/state';
import type { Round } from '../model/talks';
import type { TariffDirection, TariffLayer } from '../model/tariff';
import { isBinding, setTruceExpiry, type Truce } from '../model/truce';
import type { Facts } from './schema';

/** What a state starts from beside the facts. */
export interface Opening {
  readonly asOf: string;
  /** Id of the meeting in the facts, or null where none is looked at. */
  readonly meeting: string | null;
  readonly agenda: readonly string[];
  readonly withoutAuthorities: readonly string[];
}

/** The latest of some dated rows that is not later than a day. */
export function latest<T extends { readonly from: string }>(rows: readonly T[], on: string): T | undefined {
  let found: T | undefined;
  for (const row of rows) if (row.from <= on) found = row;
  return found;
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Record<string, T> {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}

interface LifeRow {
  readonly from: string;
  readonly status: MeasureStatus;
  readonly dueOn?: string | undefined;
  readonly suspendedUntil?: string | undefined;
  readonly source: string | null;
}

interface LifeFact {
  readonly id: string;
  readonly label: string;
  readonly imposer: PartyId;
  readonly target: PartyId;
  readonly authority: string;
  readonly probe?: string | null | undefined;
}

function lifeOf(fact: LifeFact, row: LifeRow): MeasureLife {
  return {
    id: fact.id,
    label: fact.label,
    imposer: fact.imposer,
    target: fact.target,
    authority: fact.authority,
    basis: fact.probe ?? null,
    // A threat without a date is a proposal in the machine's words: nothing lapses on a day.
    status: row.status === 'threatened' && row.dueOn === undefined ? 'proposed' : row.status,
    since: row.from,
    dueOn: row.status === 'threatened' || row.status === 'scheduled' ? (row.dueOn ?? null) : null,
    suspendedUntil: row.status === 'suspended' ? (row.suspendedUntil ?? null) : null,
    endsOn: null,
    source: row.source ?? 'assumption',
  };
}

/** Measures of one kind on a day. Each fact becomes one where a row of its history has begun. */
function measuresOn<F extends LifeFact & { readonly history: readonly LifeRow[] }, M extends MeasureLife>(
  facts: readonly F[],
  on: string,
  make: (life: MeasureLife, fact: F, row: F['history'][number]) => M,
): Record<string, M> {
  const found: M[] = [];
  for (const fact of facts) {
    const row = latest(fact.history, on);
    if (row !== undefined) found.push(make(lifeOf(fact, row), fact, row));
  }
  return byId(found);
}

function tariffsOn(facts: Facts, on: string): Record<string, TariffLayer> {
  return measuresOn([...facts.tariffs.usOnCn, ...facts.tariffs.cnOnUs], on, (life, fact, row) => ({
    ...life,
    ratePct: row.ratePct,
    share: row.share ?? fact.coverage.share,
  }));
}

function controlsOn(facts: Facts, on: string): Record<string, ExportControl> {
  return measuresOn([...facts.controls.us, ...facts.controls.cn], on, (life, fact, row) => {
    const { severity, licensedShare } = row;
    const licences: ExportControl['licences'] =
      licensedShare === undefined || licensedShare === 0
        ? []
        : [
            {
              id: 'granted',
              share: licensedShare,
              grantedOn: row.from,
              effectiveOn: row.from,
              until: null,
              status: 'effective',
            },
          ];
    const { subject, reach, deMinimisPct, indivisible } = fact;
    return { ...life, subject, severity, licences, reach, deMinimisPct, indivisible };
  });
}

function portFeesOn(facts: Facts, on: string): Record<string, PortFee> {
  return measuresOn(facts.portFees, on, (life, { feePerNetTon, currency }) => ({
    ...life,
    feePerNetTon,
    currency,
  }));
}

function listingsOn(facts: Facts, on: string): Record<string, Listing> {
  return measuresOn(facts.listings, on, (life, { list, entities }) => ({ ...life, list, entities }));
}

function probesOn(facts: Facts, on: string): Record<string, Probe> {
  const found: Probe[] = [];
  for (const fact of facts.probes) {
    const row = latest(fact.history, on);
    if (row === undefined) continue;
    const { id, owner, target, authority, subject } = fact;
    const decisionDueOn =
      row.status === 'open' && fact.decisionDueOn !== null && fact.decisionDueOn > on
        ? fact.decisionDueOn
        : null;
    const suspendedUntil = row.status === 'suspended' ? (row.suspendedUntil ?? null) : null;
    found.push({
      id,
      owner,
      target,
      authority,
      subject,
      status: row.status,
      since: row.from,
      decisionDueOn,
      suspendedUntil,
    });
  }
  return byId(found);
}

function authoritiesOn(facts: Facts, on: string, without: readonly string[]): Record<string, Authority> {
  return byId(
    facts.authorities.map((fact) => {
      const { id, owner, label, instruments, ceilingPct, procedure, maximumDays, exposedToCourts } = fact;
      const standing = without.includes(id)
        ? 'struck-down'
        : (latest(fact.standing, on)?.value ?? 'available');
      const source = fact.source ?? 'assumption';
      return {
        id,
        owner,
        label,
        instruments,
        ceilingPct,
        procedure,
        maximumDays,
        exposedToCourts,
        standing,
        source,
      };
    }),
  );
}

function roundsOn(facts: Facts, on: string): Record<string, Round> {
  const found: Round[] = [];
  for (const fact of facts.rounds) {
    const over = fact.closesOn < on;
    if (!over && fact.level === 'leaders') continue;
    if (!over && !(fact.scheduledOn !== undefined && fact.scheduledOn <= on)) continue;
    const { id, level, place, opensOn, closesOn, agenda, delegations } = fact;
    found.push({
      id,
      level,
      place,
      opensOn,
      closesOn,
      status: over ? 'concluded' : opensOn < on ? 'under-way' : 'scheduled',
      concludedOn: over ? closesOn : null,
      agenda: [...agenda],
      delegations: { US: [...delegations.US], CN: [...delegations.CN] },
      readout: over ? (fact.readout ?? null) : null,
    });
  }
  return byId(found);
}

const NO_TRUCE: Truce = {
  id: 'no-truce',
  label: 'no truce',
  status: 'none',
  since: '',
  textOn: null,
  expiresOn: null,
  covered: [],
  conditions: [],
  extensions: [],
  breaches: [],
};

/** Whether a row of a truce is a new text: a first one, or a repair; a confirmation or an entry into force is none. */
function isNewText(status: Truce['status'], before: Truce['status'] | undefined): boolean {
  if (status === 'provisional') return true;
  return status === 'in-force' && before !== 'provisional' && before !== 'in-force';
}

/** Whether a measure was known on a day: the first row of its history has begun. */
function knownMeasure(facts: Facts, id: string, on: string): boolean {
  const { tariffs, controls, portFees, listings } = facts;
  const all = [
    ...tariffs.usOnCn,
    ...tariffs.cnOnUs,
    ...controls.us,
    ...controls.cn,
    ...portFees,
    ...listings,
  ];
  return all.some((fact) => fact.id === id && fact.history[0]!.from <= on);
}

function truceOn(facts: Facts, on: string): Truce {
  let found: Truce = { ...NO_TRUCE, since: on };
  for (const fact of facts.truces) {
    const row = latest(fact.history, on);
    if (row === undefined || (found.status !== 'none' && row.from < found.since)) continue;
    const extensions = fact.extensions
      .filter((extension) => extension.on <= on)
      .map(({ on: day, until }) => ({ on: day, until }));
    const texts = fact.history
      .filter((h, at) => h.from <= on && isNewText(h.status, fact.history[at - 1]?.status))
      .map((h) => h.from);
    found = {
      id: fact.id,
      label: fact.label,
      status: row.status,
      since: row.from,
      textOn: [...texts, ...extensions.map((extension) => extension.on)].sort().at(-1) ?? null,
      expiresOn:
        extensions.length > 0
          ? extensions.at(-1)!.until
          : (fact.history.filter((h) => h.from <= on && h.expiresOn !== undefined).at(-1)?.expiresOn ?? null),
      covered: fact.coveredMeasures.filter((id) => knownMeasure(facts, id, on)),
      conditions: fact.conditions.map(({ party, text }) => ({ party, text })),
      extensions,
      breaches: fact.breaches
        .filter((breach) => breach.on <= on)
        .map(({ on: day, by, through }) => ({ on: day, by, through })),
    };
  }
  return found;
}

function reconciliationsOn(facts: Facts, on: string): State['reconciliations'] {
  return (['usOnCn', 'cnOnUs'] as const satisfies readonly TariffDirection[]).flatMap((direction) => {
    const row = latest(
      facts.reconciliations.filter((item) => item.direction === direction),
      on,
    );
    return row === undefined || row.pp === 0
      ? []
      : [{ direction, pp: row.pp, source: row.source ?? 'assumption' }];
  });
}

function statementsOn(facts: Facts, on: string): State['statements'] {
  const found: State['statements'] = { US: null, CN: null };
  for (const fact of facts.statements) {
    if (fact.on > on || fact.party === null) continue;
    const { tone, topic, gist } = fact;
    const previous = found[fact.party];
    if (previous === null || previous.on <= fact.on)
      found[fact.party] = { on: fact.on, voice: 'leader', tone, topic, gist };
  }
  return found;
}

const NO_MEETING: State['meeting'] = {
  id: 'no-meeting',
  status: 'none',
  since: '',
  on: null,
  place: '',
  agenda: [],
};

function meetingOn(facts: Facts, opening: Opening): State['meeting'] {
  if (opening.meeting === null) return { ...NO_MEETING, since: opening.asOf, agenda: [...opening.agenda] };
  const fact = facts.meetings.find((meeting) => meeting.id === opening.meeting);
  if (fact === undefined) throw new Error(`no such meeting in the facts: ${opening.meeting}`);
  const row = latest(fact.history, opening.asOf);
  return {
    id: fact.id,
    status: row?.status ?? 'none',
    since: row?.from ?? opening.asOf,
    // Before it was planned nobody knew the day.
    on: row === undefined ? null : fact.on,
    place: row === undefined ? '' : fact.place,
    agenda: [...opening.agenda],
  };
}

/** Whether an issue was on the table on a day. */
export function isOnTheTable(issue: Facts['issues'][number], on: string): boolean {
  return issue.periods.some(
    (period) => period.from <= on && (period.until === undefined || on < period.until),
  );
}

function setMeasureDeadlines(state: State): void {
  for (const [kind, measure] of allMeasures(state)) {
    if (measure.dueOn !== null) setDue(state, measure, kind, measure.dueOn);
    if (measure.suspendedUntil !== null) {
      setDeadline(state, {
        kind: 'snapback',
        on: measure.suspendedUntil,
        subject: measure.id,
        measureKind: kind,
      });
    }
  }
}

function setDeadlines(state: State): void {
  setMeasureDeadlines(state);
  for (const probe of Object.values(state.probes)) {
    if (probe.decisionDueOn !== null)
      setDeadline(state, { kind: 'probe-decision', on: probe.decisionDueOn, subject: probe.id });
    if (probe.suspendedUntil !== null)
      setDeadline(state, { kind: 'probe-resumes', on: probe.suspendedUntil, subject: probe.id });
  }
  for (const commitment of Object.values(state.commitments)) {
    if (commitment.status === 'open')
      setDeadline(state, { kind: 'purchase-window', on: commitment.until, subject: commitment.id });
  }
  if (isBinding(state.truce) && state.truce.expiresOn !== null) setTruceExpiry(state, state.truce.expiresOn);
}

function openCommitments(facts: Facts, on: string): State['commitments'] {
  const found: State['commitments'] = {};
  for (const commitment of facts.purchases.commitments) {
    if (commitment.flow === null || commitment.agreedOn > on) continue;
    commitment.terms.forEach((term, index) => {
      if (term.unit !== 'Mmt' || term.until <= on) return;
      const id = `${commitment.id}/${index + 1}`;
      const { from, until } = term;
      found[id] = {
        id,
        flow: commitment.flow!,
        from,
        until,
        quantityMmt: term.value,
        deliveredMmt: 0,
        status: 'open',
      };
    });
  }
  return found;
}

/** Removes what stands on an authority that a scenario does without. */
function dropUnfounded(state: State): void {
  for (const [, measure] of allMeasures(state)) {
    if (state.authorities[measure.authority]?.standing !== 'struck-down' || !isLive(measure)) continue;
    measure.status = 'struck-down';
    measure.dueOn = null;
    measure.suspendedUntil = null;
  }
}

/**
 * The state on the morning of a day, derived from the facts by date. Mutable and unfrozen; the caller freezes it.
 * Throws where the opening names a meeting that the facts do not have: parsing has refused that before.
 */
export function stateOn(facts: Facts, opening: Opening): State {
  const { asOf } = opening;
  const party = (id: PartyId) => ({ id, label: facts.parties.find((fact) => fact.id === id)?.label ?? id });
  const state: State = {
    today: asOf,
    parties: { US: party('US'), CN: party('CN') },
    people: byId(
      facts.people.flatMap(({ id, name, party: of, role }) =>
        of === null ? [] : [{ id, name, party: of, role }],
      ),
    ),
    authorities: authoritiesOn(facts, asOf, opening.withoutAuthorities),
    tariff: tariffsOn(facts, asOf),
    control: controlsOn(facts, asOf),
    portFee: portFeesOn(facts, asOf),
    listing: listingsOn(facts, asOf),
    reconciliations: reconciliationsOn(facts, asOf),
    probes: probesOn(facts, asOf),
    flows: byId(
      facts.purchases.flows.map(({ id, product, buyer, seller, history }) => {
        const row = latest(history, asOf);
        return {
          id,
          product,
          buyer,
          seller,
          status: row?.status ?? ('market' as const),
          since: row?.from ?? asOf,
          deliveredMmt: 0,
        };
      }),
    ),
    commitments: openCommitments(facts, asOf),
    undertakings: {},
    truce: truceOn(facts, asOf),
    rounds: roundsOn(facts, asOf),
    issues: byId(
      facts.issues
        .filter((issue) => isOnTheTable(issue, asOf) || opening.agenda.includes(issue.id))
        .map(({ id, label, giver, indivisible }) => ({ id, label, giver, indivisible })),
    ),
    meeting: meetingOn(facts, opening),
    pastMeetings: [],
    agreements: {},
    pledges: {},
    statements: statementsOn(facts, asOf),
    alignments: [],
    coercion: [],
    market: null,
    gauges: {
      pain: { US: 0, CN: 0 },
      audience: { US: 0, CN: 0 },
      credibility: { US: 0, CN: 0 },
      inventoryMonths: 0,
      shortage: 0,
      farmPain: 0,
      drawdownPct: 0,
    },
    deadlines: [],
  };
  dropUnfounded(state);
  setDeadlines(state);
  return state;
}
