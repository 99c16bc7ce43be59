/** What is no act: what held on the morning of 1 January 2018, before the first one, and the residuals of averages. */
import { startClock } from '../actions/course';
import type { PartyId } from '../model/actor';
import { USE_OF, type Authority } from '../model/authority';
import { each } from '../model/column';
import { ownDraft } from '../model/copy-state';
import type { MeasureLife } from '../model/measure';
import type { Draft, State } from '../model/state';
import type { TariffDirection } from '../model/tariff';
import type { BareFacts } from './bare';

/** The latest of some dated rows that is not later than a day. */
export function latest<T extends { readonly from: string }>(rows: readonly T[], on: string): T | undefined {
  let found: T | undefined;
  for (const row of rows) if (row.from <= on) found = row;
  return found;
}

/** The residual of each direction on a day. */
export function reconciliationsOn(facts: BareFacts, on: string): State['reconciliations'] {
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

function byId<T extends { readonly id: string }>(items: readonly T[]): Record<string, T> {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}

function tariffs(facts: BareFacts): State['tariff'] {
  const rows = [...facts.tariffs.usOnCn, ...facts.tariffs.cnOnUs];
  return byId(
    facts.start.measures.map(({ id, ratePct, source }) => {
      const row = rows.find((candidate) => candidate.id === id);
      if (row === undefined)
        throw new Error(`the record starts with a duty that the facts do not have: ${id}`);
      const life: MeasureLife = {
        id,
        label: row.label,
        imposer: row.imposer,
        target: row.target,
        authority: row.authority,
        basis: row.probe,
        status: 'in-force',
        since: facts.start.on,
        dueOn: null,
        suspendedUntil: null,
        endsOn: null,
        source: source ?? 'assumption',
      };
      return { ...life, ratePct, share: row.coverage.share };
    }),
  );
}

function probes(facts: BareFacts): State['probes'] {
  return byId(
    facts.start.probes.map(({ id, since, status }) => {
      const row = facts.probes.find((candidate) => candidate.id === id);
      if (row === undefined)
        throw new Error(`the record starts with a probe that the facts do not have: ${id}`);
      const { owner, target, authority, subject } = row;
      return {
        id,
        owner,
        target,
        authority,
        subject,
        status,
        since,
        decisionDueOn: null,
        suspendedUntil: null,
      };
    }),
  );
}

function flows(facts: BareFacts): State['flows'] {
  return byId(
    facts.purchases.flows.map(({ id, product, buyer, seller }) => {
      const status = facts.start.flows.find((flow) => flow.id === id)?.status ?? 'market';
      return { id, product, buyer, seller, status, since: facts.start.on, deliveredMmt: 0 };
    }),
  );
}

function authorityOf(fact: BareFacts['authorities'][number], all: BareFacts['lists']): Authority {
  const { id, owner, label, instruments, ceilingPct, procedure, maximumDays, exposedToCourts, source } = fact;
  const uses = fact.exposure?.map(({ use }) => use);
  const ofMeasures = instruments.filter((use) => Object.values<string>(USE_OF).includes(use));
  const authority: Authority = {
    id,
    owner,
    label,
    instruments,
    ceilingPct,
    procedure,
    maximumDays,
    exposedToCourts,
    standing: 'available',
    source: source ?? 'assumption',
    // What ends with every ruling against the whole needs no list.
    ...(uses === undefined || ofMeasures.every((use) => uses.includes(use)) ? {} : { exposure: uses }),
  };
  const lists = all
    .filter((list) => list.authority === id)
    .map((list) => ({
      id: list.id,
      effect: list.effect,
      ...(list.usual === true ? { usual: list.usual } : {}),
    }));
  return lists.length === 0 ? authority : { ...authority, lists };
}

/** The state on the morning of the record's first day, with the clocks that statutes set running. Mutable and unfrozen. */
export function firstState(facts: BareFacts): Draft {
  const state = ownDraft(morning(facts));
  for (const layer of each(state.tariff)) startClock(state, layer, 'tariff');
  return state;
}

function morning(facts: BareFacts): State {
  const { on } = facts.start;
  const party = (id: PartyId) => ({ id, label: facts.parties.find((fact) => fact.id === id)?.label ?? id });
  return {
    today: on,
    parties: { US: party('US'), CN: party('CN') },
    people: byId(
      facts.people.flatMap(({ id, name, party: of, role }) =>
        of === null ? [] : [{ id, name, party: of, role }],
      ),
    ),
    authorities: byId(facts.authorities.map((fact) => authorityOf(fact, facts.lists))),
    tariff: tariffs(facts),
    control: {},
    portFee: {},
    listing: {},
    reconciliations: [],
    probes: probes(facts),
    flows: flows(facts),
    commitments: {},
    undertakings: {},
    truce: {
      id: 'no-truce',
      label: 'no truce',
      status: 'none',
      since: on,
      textOn: null,
      expiresOn: null,
      covered: [],
      provisional: false,
      conditions: [],
      extensions: [],
      breaches: [],
    },
    rounds: {},
    issues: {},
    meetings: {},
    agreements: {},
    pledges: {},
    statements: { US: null, CN: null },
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
}
