/** The wording of acts on duties. */
import { changeText, measureIn, rateText } from './names';
import { lifecycleWording, onMeasure } from './lifecycle';
import { namedText, passive, prefixed, type WordingOf } from './wording';

/** The rows of the family of duties. */
export const tariffWording: WordingOf<'tariff'> = {
  ...prefixed(
    'tariff',
    lifecycleWording<{ readonly ratePct: number }>({
      kind: 'tariff',
      size: ({ ratePct }) => ` of ${rateText(ratePct)}`,
      isTurn: true,
    }),
  ),
  'tariff.raise': {
    sentence: (event, scene) =>
      onMeasure('tariff', event, scene, {
        verb: 'raise',
        rest: changeText(scene.before.tariff[event.id]?.ratePct, event.ratePct),
      }),
    phrase: passive('raise'),
  },
  'tariff.cut': {
    sentence: (event, scene) =>
      onMeasure('tariff', event, scene, {
        verb: 'cut',
        rest: changeText(scene.before.tariff[event.id]?.ratePct, event.ratePct),
      }),
    phrase: passive('cut'),
  },
  'tariff.widen': {
    sentence: (event, scene) => {
      const share = scene.before.tariff[event.id]?.share;
      const known = share === event.share ? undefined : share;
      return onMeasure('tariff', event, scene, {
        verb: 'widen',
        rest: `to further goods${known === undefined ? '' : `, ${changeText(100 * known, 100 * event.share)} of imports`}`,
      });
    },
    phrase: passive('widen'),
  },
  'tariff.fold-in': {
    sentence: (event, scene) => {
      const rate = scene.after.tariff[event.into]?.ratePct;
      return onMeasure('tariff', event, scene, {
        verb: 'fold',
        rest: `into ${namedText(measureIn(scene.after, 'tariff', event.into))}${rate === undefined ? '' : `, now of ${rateText(rate)}`}`,
      });
    },
    phrase: passive('fold', { with: 'into another' }),
  },
  'tariff.set-by-statute': {
    sentence: (event, scene) =>
      onMeasure('tariff', event, scene, {
        verb: 'set',
        rest: `by statute, ${changeText(scene.before.tariff[event.id]?.ratePct, event.ratePct)}`,
      }),
    phrase: passive('set', { with: 'by statute' }),
  },
};
