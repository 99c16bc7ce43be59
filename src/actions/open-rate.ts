/** Duties that are ordered with their rate still open: until when it is to be set, and what waits for that day. */
import { addDays, dayAfter } from '../kit/calendar';
import type { Writable } from '../kit/writable';
import { put } from '../model/column';
import { layerOf } from '../model/copy-state';
import { clearDeadline, setDeadline } from '../model/deadline';
import type { MeasureLife } from '../model/measure';
import type { Draft } from '../model/state';
import { rateKey, type TariffLayer } from '../model/tariff';
import type { FieldRule, Rule } from './action-type';
import { dateOrOpen, optionalUnless } from './domain';
import { depends, mayBeLeftOut, mustBe } from './rules';

/** Longest notice of a rate that is still to be set, in days: five years. */
const LONGEST_RATE_NOTICE_DAYS = 1826;

/** When a rate that is left open is to be set. */
export const rateByRule: FieldRule = mayBeLeftOut(
  depends(
    'tariff/rate-day-not-ahead',
    'A rate that is still open is set by a day that lies ahead, at most five years, or by none that was named; a new duty at 0 leaves its rate open.',
    (state) =>
      optionalUnless(
        dateOrOpen(dayAfter(state.today), addDays(state.today, LONGEST_RATE_NOTICE_DAYS)),
        ({ ratePct }) => ratePct === 0,
      ),
  ),
);

/** Enters a new layer, and waits for its rate where that is still to be set by a day. */
export function enterLayer(
  draft: Draft,
  life: MeasureLife,
  size: Omit<TariffLayer, keyof MeasureLife>,
): Writable<TariffLayer> {
  const layer = put(draft.tariff, life.id, layerOf(life, size));
  if (typeof layer.rateBy === 'string')
    // It may still be set on its last day.
    setDeadline(draft, {
      kind: 'rate-due',
      on: dayAfter(layer.rateBy),
      subject: rateKey(layer),
      layer: layer.id,
    });
  return layer;
}

/** Only a rate that was left open is set. */
export const RATE_IS_OPEN: Rule = {
  ...mustBe(
    (state) => state.tariff,
    {
      code: 'tariff/no-rate-to-set',
      rule: 'Only a rate that was left open is set; another is raised or cut.',
      source: 'stylised',
    },
    ({ rateBy }) => rateBy !== undefined,
    ({ ratePct }) => ({ ratePct }),
  ),
  instead: ['tariff.raise', 'tariff.cut'],
};

/** The rate of a layer is no longer open. */
export function closeRate(draft: Draft, layer: Writable<TariffLayer>): void {
  delete layer.rateBy;
  clearDeadline(draft, 'rate-due', rateKey(layer));
}
