/**
 * The kinds of work that an ensemble is asked for, as one table. A kind is given its setting once, makes ready what all
 * units of it share, and then does any stretch of units, as often as it is asked.
 */
import type { Cooperative } from '../kit/cooperative';
import { measurer } from '../ensemble/design-point';
import { detailer } from './backtest/detail-scores';
import { explainer } from './comparison/divergence';
import { tallier, type TallySetting } from '../ensemble/ensemble';
import { witness } from './evidence';
import { classifier } from './comparison/outcome-series';
import { quantitySeries } from './comparison/quantity-series';
import { brancher } from './tree/branches';
import { answerer } from './forecast/answers';
import { sighter } from './watch/sightings';

function tally(setting: TallySetting) {
  const run = tallier(setting);
  return (from: number, to: number) => run(from, to);
}

/** All kinds of work that need nothing but the core. */
export const ENSEMBLE_KINDS = {
  /** Counts and histograms of episodes. */
  tally,
  /** Outcome classes, episode by episode, of several series side by side. */
  outcomes: classifier,
  /** Quantities of interest, episode by episode, under several scenarios side by side. */
  quantities: quantitySeries,
  /** Which way episodes go at each branch of a meeting. */
  branches: brancher,
  /** What episodes show in the days to come, beside what becomes of them. */
  sightings: sighter,
  /** How likely what was seen is under each parameter draw. */
  evidence: witness,
  /** Headlines at design points. */
  headlines: measurer,
  /** Why pairs of episodes differ. */
  divergences: explainer,
  /** What the episodes of past meetings say beside their class. */
  details: detailer,
  /** What episodes say to questions about days to come. */
  answers: answerer,
};

/** The kinds by name, with the types of their settings, inputs and results. */
export type EnsembleKinds = typeof ENSEMBLE_KINDS;

/** Does a stretch of units, handed their inputs where a number is not enough. */
export type Perform = (from: number, to: number, items: never) => Cooperative<unknown>;

/** Kinds of work by name. */
export type KindTable = Readonly<Record<string, (setting: never) => Perform>>;

/** A stretch of units of one kind, as whoever does it sees it. */
export interface Assignment {
  readonly kind: string;
  readonly setting: object;
  readonly from: number;
  readonly to: number;
  /** Inputs of these units, in their order, where the kind takes any. */
  readonly items?: readonly unknown[] | undefined;
}

/**
 * What does assignments of the kinds of a table. What a setting's units share is made once and kept as long as the
 * setting itself. Throws for a kind that is not in the table.
 */
export function performer(kinds: KindTable): (assignment: Assignment) => Cooperative<unknown> {
  const ready = new WeakMap<object, Perform>();
  return ({ kind, setting, from, to, items }) => {
    let perform = ready.get(setting);
    if (perform === undefined) {
      const make = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
      if (make === undefined) throw new Error(`no work is of the kind ${JSON.stringify(kind)}`);
      perform = make(setting as never);
      ready.set(setting, perform);
    }
    return perform(from, to, (items ?? []) as never);
  };
}
