/**
 * Export controls: licensing regimes over chokepoint goods, with licences granted and withheld.
 *
 * Severity is the share of trade in the controlled goods that a regime denies when no licence is granted; licences
 * that have taken effect lower it. The regimes meant are China's licences for rare earths (Announcement 18 of April
 * 2025 and the October regime) and the American controls on chips, software and affiliates of listed firms.
 */
import { checkAnswer, checkAnswers, type AnswerForm } from '../kit/answer-form';
import { decimalSum } from '../kit/decimals';
import { each } from './column';
import type { MeasureLife } from './measure';

/** What a licence says of itself beside its share and its days. Nothing but its share of the trade changes what moves. */
export interface LicenceTerms {
  /** Whether it is general: whoever it names ships under it without asking again; else each shipment is licensed. */
  readonly general?: boolean;
  /** Who holds it: firms by name or a sector. */
  readonly holders?: string;
  /** Most that may be shipped under it, in per cent of what the exporter sells at home. */
  readonly capPct?: number;
  /** Part of the proceeds that goes to the treasury of the side that grants it, in per cent. */
  readonly revenueSharePct?: number;
}

/** A licence or a bundle of licences, as a share of the controlled trade. */
export interface Licence {
  /** Id of the licence within its control; elsewhere it is named by `control#licence`. */
  readonly id: string;
  /** Share of the controlled trade that it frees while it is effective, above 0 to 1. */
  readonly share: number;
  /** Day of the grant, `YYYY-MM-DD`. */
  readonly grantedOn: string;
  /** Day on which the goods can move: processing lags the grant. */
  readonly effectiveOn: string;
  /** First day no longer covered, or null for an open end. */
  readonly until: string | null;
  /** `pending` while processed, then `effective`; `expired` with its end or its control, or `withheld`. */
  readonly status: 'pending' | 'effective' | 'expired' | 'withheld';
  /** Its stated terms; absent where it has none. */
  readonly terms?: LicenceTerms;
}

/** How far a control reaches: the other party only, all destinations, or foreign-made goods as well. */
export type Reach = 'bilateral' | 'all-destinations' | 'extraterritorial';

/** One licensing regime or end-user rule. */
export interface ExportControl extends MeasureLife {
  /** What is controlled, in words, such as `software`. */
  readonly subject: string;
  /** Share of the controlled trade denied without a licence, 0 to 1. Untouched by a suspension. */
  readonly severity: number;
  /** All licences granted under it, in the order of their grants, those that are over included. */
  readonly licences: readonly Licence[];
  /** Whose trade it denies. */
  readonly reach: Reach;
  /** Value share of controlled content above which foreign-made goods are caught, in per cent; null without reach abroad. */
  readonly deMinimisPct: number | null;
  /** An all-or-nothing regime cannot be eased by degrees. */
  readonly indivisible: boolean;
}

/** The column of export controls. */
export interface ExportControls {
  readonly control: Readonly<Record<string, ExportControl>>;
}

/** Control and licence in one id: `control#licence`, since a licence lives inside its control. */
export function licenceKey(control: Pick<ExportControl, 'id'>, licence: Pick<Licence, 'id'>): string {
  return `${control.id}#${licence.id}`;
}

const CONTROL: AnswerForm<ExportControl> = {
  what: 'an export control out of a state',
  fields: { status: 'text', severity: 'number', licences: 'list of objects' },
};
const LICENCE: AnswerForm<Licence> = {
  what: 'a licence of an export control',
  fields: { status: 'text', share: 'number' },
};

/** Refuses what is no export control with an {@link InputError}. */
function checkControl(control: ExportControl): void {
  checkAnswer('control', control, CONTROL);
  checkAnswers('control.licences', control.licences, LICENCE);
}

/** The share of some licences together, 0 to 1: nine tenths and one tenth are the whole. */
function shareOf({ licences }: ExportControl, counts: (licence: Licence) => boolean): number {
  if (licences.length === 0) return 0;
  const shares: number[] = [];
  for (const licence of licences) if (counts(licence)) shares.push(licence.share);
  const share = decimalSum(shares);
  return share < 1 ? share : 1;
}

const isEffective = ({ status }: Licence): boolean => status === 'effective';

/** Share of the controlled trade that effective licences free, 0 to 1. */
export function freedShare(control: ExportControl): number {
  return shareOf(control, isEffective);
}

/**
 * Share of the controlled trade that effective licences free, 0 to 1. Throws an InputError for what is no export control.
 * @param control - Export control out of a state, whatever its status; its licences count as long as they are effective.
 *
 * @example Object.values(start('kuala-lumpur-2025').control).map(licensedShare).every((share) => share >= 0)
 */
export function licensedShare(control: ExportControl): number {
  checkControl(control);
  return freedShare(control);
}

/** Share of the controlled trade that no licence in effect or pending takes up, 0 to 1: exactly what can still be granted. */
export function unlicensedShare({ licences }: ExportControl): number {
  const taken = [1];
  for (const { status, share } of licences)
    if (status === 'effective' || status === 'pending') taken.push(-share);
  const left = decimalSum(taken);
  return left > 0 ? left : 0;
}

/** The share of a control's trade that its licences free on a day, as they stand, 0 to 1. */
export function freedOn(control: ExportControl, day: string): number {
  return shareOf(
    control,
    ({ status, effectiveOn, until }) =>
      (status === 'effective' || (status === 'pending' && effectiveOn <= day)) &&
      (until === null || day < until),
  );
}

/**
 * What some regimes deny together, 0 to 1: regimes overlap, so what passes one must pass the next. The same in whatever order
 * they are named.
 */
export function deniedTogether(severities: readonly number[]): number {
  let passes = 1;
  for (const severity of [...severities].sort((a, b) => a - b)) passes *= 1 - severity;
  return 1 - passes;
}

/** Share of the controlled trade that is denied today, 0 to 1. */
export function deniedShare(control: ExportControl): number {
  return control.status === 'in-force' ? control.severity * (1 - freedShare(control)) : 0;
}

/**
 * Share of the controlled trade that is denied today: severity less licences while in force, else 0. Throws an InputError for what is
 * no export control.
 * @param control - Export control out of a state; one that is not in force denies nothing.
 *
 * @example Object.values(start('kuala-lumpur-2025').control).map(effectiveSeverity).every((severity) => severity <= 1)
 */
export function effectiveSeverity(control: ExportControl): number {
  checkControl(control);
  return deniedShare(control);
}

/** Effective severity of the severest control that a party has in force; 0 where it has none. */
export function severestOf({ control: controls }: ExportControls, imposer: string): number {
  let most = 0;
  for (const control of each(controls))
    if (control.imposer === imposer) most = Math.max(most, deniedShare(control));
  return most;
}

/**
 * Effective severity of the controls in force on direct exports of one subject by one imposer: regimes overlap, so
 * what passes one must pass the next. Rules that reach foreign-made goods deny third countries, not direct exports,
 * and are counted by {@link foreignReach}.
 */
export function subjectSeverity(
  { control: controls }: ExportControls,
  imposer: string,
  subject: string,
): number {
  const severities: number[] = [];
  for (const control of each(controls)) {
    if (control.imposer !== imposer || control.subject !== subject || control.reach === 'extraterritorial')
      continue;
    severities.push(deniedShare(control));
  }
  return deniedTogether(severities);
}

/** Severity with which an imposer's controls in force reach goods made in third countries, 0 to 1. */
export function foreignReach({ control: controls }: ExportControls, imposer: string): number {
  const severities: number[] = [];
  for (const control of each(controls)) {
    if (control.imposer === imposer && control.reach === 'extraterritorial')
      severities.push(deniedShare(control));
  }
  return deniedTogether(severities);
}
