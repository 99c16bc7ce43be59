/** The screen of an explanation: whether an event is legal, each rule that it breaks with its source, what comes nearest. */
import type { EventBase } from '../../actions/index';
import type { Explanation } from '../../engine/explain';
import type { Refusal } from '../../engine/legality';
import type { Facts } from '../../facts/schema';
import { formatDate, isIsoDate } from '../../kit/calendar';
import { asGiven, checkAnswer, checkItems } from '../../kit/answer-form';
import { checkText } from '../../kit/checks';
import { EVENT, EXPLANATION, checkPaint } from '../wording/answer-forms';
import { checkWordedFacts } from '../wording/view-checks';
import { inWords } from '../wording/labels';
import { counted, screen, wrap, type Paint } from '../wording/text';

/** A source of the register in words: its title, or that the rule is a convention of the model. */
function sourceOf(facts: Facts, source: string): string {
  if (source === 'stylised') return 'a convention of this model';
  const entry = facts.sources[source];
  return entry === undefined ? source : `${entry.title}${entry.href === null ? '' : ` <${entry.href}>`}`;
}

/** Characters of the sentences that are told. */
const SENTENCE = { least: 0, most: 100_000 };

function checkSentences(path: string, sentences: readonly string[]): void {
  checkItems(path, sentences, 'sentences', (at, sentence) => checkText(at, sentence, SENTENCE));
}

/** The nearest numbers to a bound that does not itself belong: more decimals than anyone writes. */
const BESIDE_BOUND = /\d+\.\d{7,}/g;

function besideBound(digits: string): string {
  const bound = Number(Number(digits).toFixed(6));
  return `just ${Number(digits) < bound ? 'under' : 'over'} ${bound}`;
}

/** What was found where a rule is broken: days and bounds as they are written, all else as it is named. */
function foundText(value: unknown): string {
  if (Array.isArray(value)) return value.map(foundText).join(', ');
  const text = String(value);
  return isIsoDate(text) ? formatDate(text) : text.replace(BESIDE_BOUND, besideBound);
}

function refusalLines({ code, rule, source, facts: found }: Refusal, facts: Facts, paint: Paint): string[] {
  const details = Object.entries(found).map(([name, value]) => `${inWords(name)}: ${foundText(value)}`);
  return [
    ...wrap(paint, rule, '  ', '    '),
    ...details.flatMap((detail) => wrap(paint, detail, '    ', '      ')),
    ...wrap(paint, `source: ${sourceOf(facts, source)}`, '    ', '      ').map(paint.dim),
    `    ${paint.yellow(code)}`,
  ];
}

/**
 * The explanation as a screen. Events are printed as JSON too, so that they can be pasted. Pure.
 * @param event - Event that was asked about; beside its type, actor and day it need not be well formed.
 * @param explanation - Whether it is legal, which rules it breaks and what comes nearest, as `explain` gives it.
 * @param facts - Facts whose register names the sources of the rules.
 * @param paint - Colours and width of the screen; `PLAIN` for 80 characters without colours.
 * @param said - The event in sentences, with what would follow from it where it is legal, as `eventSentences` words them; none where left
 *   out.
 * @param nearestSaid - What comes nearest, a sentence each in the same order, as `eventSentence` words it; none where left out.
 * @throws InputError when the event lacks type, actor or day, or anything else is not what it should be.
 *
 * @example
 * const state = start('kuala-lumpur-2025');
 * const event: Event = { type: 'meeting.hold', actor: 'both', on: state.today, meeting: 'busan-2025' };
 * explainText(event, explain(state, event), facts, PLAIN, [eventSentence(state, event, facts)])
 */
export function explainText(
  event: EventBase,
  explanation: Omit<Explanation, 'nearest'> & { readonly nearest: readonly EventBase[] },
  facts: Facts,
  paint: Paint,
  said: readonly string[] = [],
  nearestSaid: readonly string[] = [],
): string {
  checkAnswer('event', event, EVENT);
  checkAnswer('explanation', explanation, EXPLANATION);
  checkWordedFacts('facts', facts);
  checkPaint('paint', paint);
  checkSentences('said', said);
  checkSentences('nearestSaid', nearestSaid);
  return asGiven('explanation', [explanation, event, facts, said, nearestSaid], () => {
    const { legal, refusals, nearest } = explanation;
    const named = `${event.type} by ${event.actor}`;
    const day = isIsoDate(event.on) ? formatDate(event.on) : event.on;
    const what = said.length === 0 ? `${named}.` : said.join(' ');
    const head = `${legal ? paint.green('legal') : paint.red('not legal')} on ${day}: ${what}`;
    if (legal) return screen(paint, wrap(paint, head, '', '  '));
    const lines = [
      ...wrap(paint, head, '', '  '),
      ...wrap(paint, `It breaks ${counted(refusals.length, 'rule')}.`, '  '),
    ];
    for (const refusal of refusals) lines.push('', ...refusalLines(refusal, facts, paint));
    if (nearest.length > 0) {
      lines.push('', 'What would be legal:');
      for (const [at, candidate] of nearest.entries()) {
        const sentence = nearestSaid[at];
        if (sentence !== undefined) lines.push(...wrap(paint, sentence, '  ', '    '));
        lines.push(`  ${paint.dim(JSON.stringify(candidate))}`);
      }
    }
    return screen(paint, lines);
  });
}
