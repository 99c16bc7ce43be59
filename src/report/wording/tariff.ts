/** The wording of acts on duties. */
import { changeText, fromText, measureIn, rateText, shareText, untilText } from './names';
import { formatDate } from '../../kit/calendar';
import { lifecycleWording, onMeasure } from './lifecycle';
import type { Scene } from './scene';
import { active, doer, namedText, passive, prefixed, quoted, type WordingOf } from './wording';

/** What the phrases of exclusions say before their duty. */
const EXCLUSION = 'the exclusion from';
const DUTY = 'duty';

/** What a new duty says of a rate that is still open. */
function openRateText(rateBy: string | null | undefined): string {
  if (rateBy === undefined) return '';
  return rateBy === null
    ? ', with a rate still to be set'
    : `, with a rate to be set by ${formatDate(rateBy)}`;
}

type OnExclusion = { readonly key: string };

/** The duty of an exclusion, by the key of the two. */
const dutyOf = ({ key }: OnExclusion, { before }: Scene) =>
  measureIn(before, 'tariff', key.slice(0, key.includes('#') ? key.indexOf('#') : undefined));

/** What an exclusion is called, by the key of duty and exclusion. */
function listOf({ key }: OnExclusion, { before }: Scene): string {
  const [duty = '', id] = key.split('#');
  return quoted(before.tariff[duty]?.exclusions?.find((one) => one.id === id)?.label ?? key);
}

/** The rows of the families of duties and of what is excluded from them. */
export const tariffWording: WordingOf<'tariff' | 'exclusion'> = {
  ...prefixed(
    'tariff',
    lifecycleWording<{ readonly ratePct: number; readonly rateBy?: string | null }>({
      kind: 'tariff',
      size: ({ ratePct, rateBy }) => ` of ${rateText(ratePct)}${openRateText(rateBy)}`,
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
        rest: `${changeText(scene.before.tariff[event.id]?.ratePct, event.ratePct)}${fromText(event.from)}`,
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
  'tariff.exclude': {
    sentence: (event, scene) =>
      onMeasure('tariff', event, scene, {
        verb: 'exclude',
        lead: `${quoted(event.label)} from`,
        rest: `${event.share === 0 ? '' : `, ${shareText(event.share)} of imports`}, ${untilText(event.until)}${fromText(event.from)}`,
      }),
    phrase: passive('narrow'),
  },
  'tariff.set-rate': {
    sentence: (event, scene) =>
      onMeasure('tariff', event, scene, {
        verb: 'set',
        lead: 'the open rate of',
        rest: `at ${rateText(event.ratePct)}`,
      }),
    phrase: passive('set', { lead: 'the open rate of' }),
  },
  'tariff.leave-rate': {
    sentence: (event, scene) => ({
      who: null,
      verb: 'stay',
      about: measureIn(scene.after, 'tariff', event.id),
      rest: 'as it is, since the day passed on which its rate was to be set',
    }),
    phrase: active('stay', { with: 'as it was' }),
  },
  'exclusion.extend': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'prolong',
      lead: `the exclusion of ${listOf(event, scene)} from`,
      about: dutyOf(event, scene),
      rest: untilText(event.until),
    }),
    phrase: passive('prolong', { lead: EXCLUSION, noun: DUTY }),
  },
  'exclusion.revoke': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'bring',
      lead: `${listOf(event, scene)} again under`,
      about: dutyOf(event, scene),
      rest: '',
    }),
    phrase: passive('end', { lead: EXCLUSION, noun: DUTY, with: 'early' }),
  },
  'exclusion.expire': {
    sentence: (event, scene) => ({
      who: { text: listOf(event, scene), many: false },
      verb: 'fall',
      lead: 'again under',
      about: dutyOf(event, scene),
      rest: '',
    }),
    phrase: active('run out', { lead: EXCLUSION, noun: DUTY }),
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
