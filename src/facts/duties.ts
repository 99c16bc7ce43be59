/** Duties over time: which layers were collected on a day, by the fold of the record. */
import { copyLayer } from '../model/copy-state';
import { each } from '../model/column';
import { directionOf, type TariffDirection, type TariffLayer } from '../model/tariff';
import { eachEvening } from './fold';
import { inOrderOf } from './initial-state';
import type { Facts } from './schema';

/** The layers in force from a day on, until the next step. */
export interface DutyStep {
  readonly on: string;
  readonly layers: readonly TariffLayer[];
}

interface Index {
  readonly steps: readonly DutyStep[];
  /** First day on which each control was in force. */
  readonly controlsSince: ReadonlyMap<string, string>;
}

const known = /* @__PURE__ */ new WeakMap<Facts, Index>();

const sameLayers = (a: readonly TariffLayer[], b: readonly TariffLayer[]) =>
  a.length === b.length &&
  a.every((layer, at) => {
    const other = b[at]!;
    return layer.id === other.id && layer.ratePct === other.ratePct && layer.share === other.share;
  });

function indexOf(facts: Facts): Index {
  const before = known.get(facts);
  if (before !== undefined) return before;
  const steps: DutyStep[] = [];
  const controlsSince = new Map<string, string>();
  eachEvening(facts, facts.acts.at(-1)?.event.on ?? facts.start.on, (state) => {
    const layers = inOrderOf(
      facts,
      each(state.tariff).filter(({ status }) => status === 'in-force'),
    );
    if (!sameLayers(steps.at(-1)?.layers ?? [], layers))
      steps.push({ on: state.today, layers: layers.map(copyLayer) });
    for (const { id, status } of each(state.control))
      if (status === 'in-force' && !controlsSince.has(id)) controlsSince.set(id, state.today);
  });
  const index = { steps, controlsSince };
  known.set(facts, index);
  return index;
}

/** The days on which a duty began, ended or changed its rate or its coverage, with all that was in force from then on. */
export function dutySteps(facts: Facts): readonly DutyStep[] {
  return indexOf(facts).steps;
}

/** The layers of one direction in force on a day. */
export function dutiesOn(facts: Facts, direction: TariffDirection, on: string): readonly TariffLayer[] {
  let found: readonly TariffLayer[] = [];
  for (const step of dutySteps(facts)) {
    if (step.on > on) break;
    found = step.layers;
  }
  return found.filter(({ imposer }) => directionOf(imposer) === direction);
}

/** The first day on which a control was in force, or undefined where it never was. */
export function controlInForceSince(facts: Facts, id: string): string | undefined {
  return indexOf(facts).controlsSince.get(id);
}
