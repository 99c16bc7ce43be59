/** The wording of acts on export controls and of the licences under them. */
import { formatDate } from '../../kit/calendar';
import type { ExportControl, LicenceTerms } from '../../model/export-control';
import { fromText, measureIn, rateText, shareText } from './names';
import { lifecycleWording, onMeasure } from './lifecycle';
import type { Scene } from './scene';
import { active, doer, passive, prefixed, type Clause, type WordingOf } from './wording';

/** From which share of the trade to which a control denies it. */
function denialText(control: ExportControl | undefined, severity: number, from?: string | null): string {
  const now = `${shareText(severity)} of the trade`;
  const instead = control === undefined ? '' : ` instead of ${shareText(control.severity)}`;
  return from === undefined
    ? `, which now denies ${now}${instead}`
    : `, which is to deny ${now}${instead}${fromText(from)}`;
}

/** The stated terms of a licence, with a comma before each. */
function termsText({ holders, capPct, revenueSharePct }: LicenceTerms): string {
  return [
    holders === undefined ? '' : `, for ${holders}`,
    capPct === undefined ? '' : `, capped at ${rateText(capPct)} of sales at home`,
    revenueSharePct === undefined
      ? ''
      : `, with ${rateText(revenueSharePct)} of the proceeds to the treasury`,
  ].join('');
}

const UNDER = 'under';

/** The control of a licence, by the key of the two. */
const controlOf = ({ after }: Scene, { key }: { readonly key: string }) =>
  measureIn(after, 'control', key.slice(0, key.includes('#') ? key.indexOf('#') : undefined));

const licences = (event: { readonly key: string }, scene: Scene, verb: 'move' | 'run out'): Clause => ({
  who: { text: verb === 'move' ? 'Licensed goods' : 'Licences', many: true },
  verb,
  lead: UNDER,
  about: controlOf(scene, event),
  rest: '',
});

/** What the phrases of licences say before their control. */
const LEAD = 'the licence under';
const NOUN = 'export control';

/** The rows of export controls and licences. */
export const exportControlWording: WordingOf<'control' | 'licence'> = {
  ...prefixed(
    'control',
    lifecycleWording<{ readonly severity: number }>({
      kind: 'control',
      size: ({ severity }) => ` that denies ${shareText(severity)} of the trade`,
      isTurn: true,
    }),
  ),
  'control.tighten': {
    sentence: (event, scene) =>
      onMeasure('control', event, scene, {
        verb: 'tighten',
        rest: denialText(scene.before.control[event.id], event.severity),
      }),
    phrase: passive('tighten'),
  },
  'control.ease': {
    sentence: (event, scene) =>
      onMeasure('control', event, scene, {
        verb: 'ease',
        rest: denialText(scene.before.control[event.id], event.severity, event.from),
      }),
    phrase: passive('ease'),
  },
  'licence.grant': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'grant',
      lead: event.general === true ? 'general licences under' : 'licences under',
      about: measureIn(scene.after, 'control', event.id),
      rest: `for ${shareText(event.share)} of the trade${termsText(event)}, goods to move from ${formatDate(event.effectiveOn)}${event.until === null ? '' : ` until ${formatDate(event.until)}`}`,
    }),
    phrase: passive('grant', { lead: LEAD, noun: NOUN }),
  },
  'licence.take-effect': {
    sentence: (event, scene) => licences(event, scene, 'move'),
    phrase: active('take', { lead: LEAD, noun: NOUN, with: 'effect' }),
  },
  'licence.expire': {
    sentence: (event, scene) => licences(event, scene, 'run out'),
    phrase: active('run out', { lead: LEAD, noun: NOUN }),
  },
  'licence.withhold': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'withhold',
      lead: 'granted licences under',
      about: controlOf(scene, event),
      rest: '',
    }),
    phrase: passive('withhold', { lead: LEAD, noun: NOUN }),
  },
};
