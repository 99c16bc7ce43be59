/**
 * Export controls: licensing regimes over chokepoint goods, with licences granted and withheld.
 *
 * Severity is the share of trade in the controlled goods that a regime denies when no licence is granted; licences
 * that have taken effect lower it. The regimes meant are China's licences for rare earths (Announcement 18 of April
 * 2025 and the October regime) and the American controls on chips, software and affiliates of listed firms.
 */
import { each } from './column';
import type { MeasureLife } from './measure';

/** A licence or a bundle of licences, as a share of the controlled trade. */
export interface Licence {
  readonly id: string;
  readonly share: number;
  readonly grantedOn: string;
  /** Day on which the goods can move: processing lags the grant. */
  readonly effectiveOn: string;
  /** First day no longer covered, or null for an open end. */
  readonly until: string | null;
  status: 'pending' | 'effective' | 'expired' | 'withheld';
}

/** How far a control reaches: the other party only, all destinations, or foreign-made goods as well. */
export type Reach = 'bilateral' | 'all-destinations' | 'extraterritorial';

/** One licensing regime or end-user rule. */
export interface ExportControl extends MeasureLife {
  readonly subject: string;
  /** Share of the controlled trade denied without a licence, 0 to 1. Untouched by a suspension. */
  severity: number;
  licences: Licence[];
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
export function licenceKey({ id }: ExportControl, licence: Licence): string {
  return `${id}#${licence.id}`;
}

/** Share of the controlled trade that effective licences free, 0 to 1. */
export function licensedShare(control: ExportControl): number {
  let share = 0;
  for (const licence of control.licences) {
    if (licence.status === 'effective') share += licence.share;
  }
  return share < 1 ? share : 1;
}

/** Share of the controlled trade that is denied today: severity less licences while in force, else 0. */
export function effectiveSeverity(control: ExportControl): number {
  return control.status === 'in-force' ? control.severity * (1 - licensedShare(control)) : 0;
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
  let passes = 1;
  for (const control of each(controls)) {
    if (control.imposer !== imposer || control.subject !== subject || control.reach === 'extraterritorial')
      continue;
    passes *= 1 - effectiveSeverity(control);
  }
  return 1 - passes;
}

/** Severity with which an imposer's controls in force reach goods made in third countries, 0 to 1. */
export function foreignReach({ control: controls }: ExportControls, imposer: string): number {
  let passes = 1;
  for (const control of each(controls)) {
    if (control.imposer === imposer && control.reach === 'extraterritorial')
      passes *= 1 - effectiveSeverity(control);
  }
  return 1 - passes;
}
