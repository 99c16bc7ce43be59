/** Duties over time: which layers were collected on a day, by the fold of the record. */
import { copyLayer } from '../model/copy-state';
import { each } from '../model/column';
import { directionOf, type TariffDirection, type TariffLayer } from '../model/tariff';
import { eachEvening } from './fold';
import { inOrderOf } from './initial-state';
import { recordSpan } from './record-span';
import type { BareFacts } from './bare';
import { itemAt } from '../kit/lists';

/** The layers in force from a day on, until the next step. */
export interface DutyStep {
  readonly on: string;
  readonly layers: readonly TariffLayer[];
}

const known = /* @__PURE__ */ new WeakMap<BareFacts, readonly DutyStep[]>();

const sameLayers = (a: readonly TariffLayer[], b: readonly TariffLayer[]) =>
  a.length === b.length &&
  a.every((layer, at) => {
    const other = itemAt(b, at);
    return layer.id === other.id && layer.ratePct === other.ratePct && layer.share === other.share;
  });

/** The days on which a duty began, ended or changed its rate or its coverage, with all that was in force from then on. */
export function dutySteps(facts: BareFacts): readonly DutyStep[] {
  const before = known.get(facts);
  if (before !== undefined) return before;
  const steps: DutyStep[] = [];
  eachEvening(facts, recordSpan(facts).last, (state) => {
    const layers = inOrderOf(
      facts,
      each(state.tariff).filter(({ status }) => status === 'in-force'),
    );
    if (!sameLayers(steps.at(-1)?.layers ?? [], layers))
      steps.push({ on: state.today, layers: layers.map(copyLayer) });
  });
  known.set(facts, steps);
  return steps;
}

/** The layers of one direction in force on a day. */
export function dutiesOn(facts: BareFacts, direction: TariffDirection, on: string): readonly TariffLayer[] {
  let found: readonly TariffLayer[] = [];
  for (const step of dutySteps(facts)) {
    if (step.on > on) break;
    found = step.layers;
  }
  return found.filter(({ imposer }) => directionOf(imposer) === direction);
}
