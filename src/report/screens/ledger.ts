/**
 * The ledger of a day: which duties stood on which law, at which rate, on which share of trade, and what truce bound.
 *
 * Averages follow the fixed weights of the published ones; a remainder between them and the layers is shown, never
 * hidden in a rate.
 */
import { type AnswerForm, asGiven, checkAnswer } from '../../kit/answer-form';
import { formatDate } from '../../kit/calendar';
import { checkDayWithin } from '../../kit/checks';
import type { PartyId } from '../../model/actor';
import { freedShare } from '../../model/export-control';
import { LIVE_STATUSES, type MeasureStatus } from '../../model/measure';
import { averageTariffPct, directionOf } from '../../model/tariff';
import type { State } from '../../model/state';
import type { TruceStatus } from '../../model/truce';
import { checkState } from '../../engine/parse-state';
import { checkFacts } from '../../facts/bare';
import type { Facts } from '../../facts/schema';
import { stateOn } from '../../facts/initial-state';
import { checkPaint } from '../wording/answer-forms';
import { inWords } from '../wording/labels';
import {
  fixed,
  heading,
  partyName,
  percent,
  screen,
  sentence,
  signed,
  table,
  tableRows,
  wrap,
  type Paint,
} from '../wording/text';

/** A duty as the ledger shows it. */
export interface LedgerLayer {
  /** Id of the duty. */
  readonly id: string;
  /** What people call the duty. */
  readonly label: string;
  /** The party that collects it. */
  readonly imposer: PartyId;
  /** Id of the statute on which it stands. */
  readonly authority: string;
  /** Ad valorem rate in per cent; of a suspended or threatened duty, the rate that would apply. */
  readonly ratePct: number;
  /** How it stands: proposed, threatened, ordered for a day, in force or suspended. */
  readonly status: MeasureStatus;
  /** Share of bilateral trade that it covers, 0 to 1, on the weights of the published averages. */
  readonly share: number;
  /** What it adds to the average today, percentage points: nothing unless in force. */
  readonly contributionPp: number;
}

/** An export control as the ledger shows it. */
export interface LedgerControl {
  /** Id of the export control. */
  readonly id: string;
  /** What people call the control. */
  readonly label: string;
  /** The party that controls the export. */
  readonly imposer: PartyId;
  /** Id of the statute on which it stands. */
  readonly authority: string;
  /** What is controlled. */
  readonly subject: string;
  /** Share of the trade in its subject that is denied without a licence, 0 to 1. */
  readonly severity: number;
  /** Share of what would be denied that licences free, 0 to 1. */
  readonly licensedShare: number;
  /** How it stands: proposed, threatened, ordered for a day, in force or suspended. */
  readonly status: MeasureStatus;
}

/** What was in force, suspended or pending on a day. */
export interface Ledger {
  /** The day, YYYY-MM-DD. */
  readonly date: string;
  /** Average duties of both sides, per cent. */
  readonly averageTariffPct: {
    /** American duties on Chinese goods, per cent. */
    readonly usOnCn: number;
    /** Chinese duties on American goods, per cent. */
    readonly cnOnUs: number;
  };
  /** Duties that are in force, suspended or pending. */
  readonly layers: readonly LedgerLayer[];
  /** Remainders between the layers and the published averages, percentage points. */
  readonly reconciliations: readonly {
    /** The average to which it is added. */
    readonly direction: 'usOnCn' | 'cnOnUs';
    /** The remainder, percentage points. */
    readonly pp: number;
  }[];
  /** Export controls that are in force, suspended or pending. */
  readonly controls: readonly LedgerControl[];
  /** The truce, as it stands. */
  readonly truce: {
    /** Id of the truce. */
    readonly id: string;
    /** What people call the truce. */
    readonly label: string;
    /** How it stands; `none` where there is no truce. */
    readonly status: TruceStatus;
    /** First day that it no longer covers, YYYY-MM-DD; null where it has no end date. */
    readonly expiresOn: string | null;
  };
}

const LEDGER: AnswerForm<Ledger> = {
  what: 'a ledger, as ledgerOf or ledgerOn gives it',
  fields: {
    date: 'text',
    averageTariffPct: 'object',
    layers: 'list of objects',
    reconciliations: 'list of objects',
    controls: 'list of objects',
    truce: 'object',
  },
};

const round = (value: number) => Number(value.toFixed(4));

/**
 * The ledger of a state: live measures only, those that ended are left out. Pure.
 * @param state - State whose duties, controls and truce are listed as of its day; it is not changed.
 * @throws InputError when the state is none.
 *
 * @example ledgerOf(start('kuala-lumpur-2025'))
 */
export function ledgerOf(state: State): Ledger {
  checkState('state', state);
  const live = <M extends { readonly status: MeasureStatus }>(column: Readonly<Record<string, M>>) =>
    Object.values(column).filter((measure) => LIVE_STATUSES.includes(measure.status));
  return {
    date: state.today,
    averageTariffPct: {
      usOnCn: round(averageTariffPct(state, 'usOnCn')),
      cnOnUs: round(averageTariffPct(state, 'cnOnUs')),
    },
    layers: live(state.tariff).map(({ id, label, imposer, authority, ratePct, status, share }) => ({
      id,
      label,
      imposer,
      authority,
      ratePct,
      status,
      share,
      contributionPp: status === 'in-force' ? round(ratePct * share) : 0,
    })),
    reconciliations: state.reconciliations.map(({ direction, pp }) => ({ direction, pp })),
    controls: live(state.control).map((control) => {
      const { id, label, imposer, authority, subject, severity, status } = control;
      return {
        id,
        label,
        imposer,
        authority,
        subject,
        severity,
        licensedShare: freedShare(control),
        status,
      };
    }),
    truce: {
      id: state.truce.id,
      label: state.truce.label,
      status: state.truce.status,
      expiresOn: state.truce.expiresOn,
    },
  };
}

/**
 * The ledger of a day of the record.
 * @param facts - Facts of whose acts the record is made.
 * @param date - Day, YYYY-MM-DD, from the first day of the record on. A day after its last act gives what the calendar alone makes of it.
 * @throws InputError when the facts are none, or the date is no day of their record.
 *
 * @example ledgerOn(facts, '2025-04-12')
 */
export function ledgerOn(facts: Facts, date: string): Ledger {
  checkFacts('facts', facts);
  checkDayWithin('date', date, facts.start.on);
  return ledgerOf(stateOn(facts, { asOf: date, meeting: null, agenda: [], withoutAuthorities: [] }));
}

/** Points of an average below which a duty in force has no row of its own: it would read 0.0. */
const LEAST_TOLD_PP = 0.05;

const isNegligible = ({ status, contributionPp }: LedgerLayer): boolean =>
  status === 'in-force' && contributionPp < LEAST_TOLD_PP;

/** A law in few words: `Section 232`, `IEEPA`, `Export Control Law`; what it belongs to and what is in brackets left out. */
function shortLaw(facts: Facts, id: string): string {
  const label = facts.authorities.find((authority) => authority.id === id)?.label ?? id;
  const initials = (label.match(/\b[A-Z]/g) ?? []).join('');
  return initials.toLowerCase() === id ? initials : label.replace(/[,(].*$/, '').trim();
}

/** How a measure that applies is called. */
const IN_FORCE = inWords('in-force' satisfies MeasureStatus);

function dutyRows(ledger: Ledger, imposer: PartyId, facts: Facts): string[][] {
  const rows = ledger.layers
    .filter((layer) => layer.imposer === imposer && !isNegligible(layer))
    .map((layer) => [
      layer.label,
      shortLaw(facts, layer.authority),
      fixed(layer.ratePct, 1),
      fixed(100 * layer.share, 0),
      fixed(layer.contributionPp, 1),
      inWords(layer.status),
    ]);
  for (const { direction, pp } of ledger.reconciliations) {
    if (direction === directionOf(imposer))
      rows.push(['remainder to the published average', '', '', '', signed(pp, 1), '']);
  }
  return rows;
}

/** Duties of one party as a table. */
export function dutyLines(ledger: Ledger, imposer: PartyId, facts: Facts, paint: Paint): string[] {
  const [importer, exporter] = imposer === 'US' ? (['US', 'CN'] as const) : (['CN', 'US'] as const);
  const average = ledger.averageTariffPct[directionOf(imposer)];
  const title = `${sentence(partyName(facts, importer))} on ${partyName(facts, exporter)}: ${fixed(average, 1)}% on average`;
  const rows = dutyRows(ledger, imposer, facts);
  const small = ledger.layers.filter((layer) => layer.imposer === imposer && isNegligible(layer));
  const head = ['', 'law', 'rate%', 'on%', 'adds', 'status'];
  const [top = [], ...lines] = tableRows(paint, [head, ...rows], {
    align: ['left', 'left', 'right', 'right', 'right'],
    words: [0, 1],
  });
  return [
    ...heading(paint, title, 'adds: points of it'),
    ...top.map(paint.dim),
    ...lines.flatMap((row, at) => (rows[at]?.[5] === IN_FORCE ? row : row.map(paint.dim))),
    ...(small.length === 0
      ? []
      : wrap(
          paint,
          `Also in force, adding less than ${LEAST_TOLD_PP} points each: ${small.map(({ label, ratePct }) => `${label} (${fixed(ratePct, 1)}%)`).join('; ')}.`,
          '  ',
        ).map(paint.dim)),
  ];
}

/** Controls as a table. */
export function controlLines(ledger: Ledger, paint: Paint): string[] {
  if (ledger.controls.length === 0) return [];
  const rows = ledger.controls.map(({ label, imposer, severity, licensedShare: licensed, status }) => [
    label,
    imposer,
    percent(severity, 0),
    licensed > 0 ? percent(licensed, 0) : '',
    inWords(status),
  ]);
  const head = ['', 'by', 'denies', 'licensed', 'status'];
  return [
    ...heading(paint, 'Export controls', 'denies: share of its trade; licensed: of that'),
    ...table(paint, head, rows, { align: ['left', 'left', 'right', 'right'] }),
  ];
}

/** The truce in a sentence. */
export function truceLine({ truce }: Ledger): string {
  if (truce.status === 'none') return 'No truce.';
  const until =
    truce.expiresOn === null
      ? 'without an end date'
      : `to ${formatDate(truce.expiresOn)}, the first day no longer covered`;
  return `${sentence(truce.label)}: ${inWords(truce.status)}, ${until}.`;
}

/**
 * The ledger as a screen. Pure.
 * @param ledger - Duties, controls and truce, as `ledgerOf` or `ledgerOn` gives them.
 * @param facts - Facts whose authorities name the laws behind the duties.
 * @param paint - Colours and width of the screen; `PLAIN` for 80 characters without colours.
 * @throws InputError when ledger, facts or paint are none.
 *
 * @example ledgerText(ledgerOn(facts, '2025-04-12'), facts, PLAIN)
 */
export function ledgerText(ledger: Ledger, facts: Facts, paint: Paint): string {
  checkAnswer('ledger', ledger, LEDGER);
  checkFacts('facts', facts);
  checkPaint('paint', paint);
  return asGiven('ledger', [ledger, facts], () => {
    return screen(paint, [
      ...heading(paint, formatDate(ledger.date)),
      ...wrap(paint, truceLine(ledger)),
      '',
      ...dutyLines(ledger, 'US', facts, paint),
      '',
      ...dutyLines(ledger, 'CN', facts, paint),
      ...(ledger.controls.length === 0 ? [] : ['', ...controlLines(ledger, paint)]),
    ]);
  });
}
