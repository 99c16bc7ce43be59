/** The screen of an explanation: whether an event is legal, each rule that it breaks with its source, what comes nearest. */
import type { EventBase } from '../../actions/index';
import type { Explanation } from '../../engine/explain';
import type { Refusal } from '../../engine/legality';
import type { Facts } from '../../facts/schema';
import { counted, screen, wrap, type Paint } from '../wording/text';

/** A source of the register in words: its title, or that the rule is a convention of the model. */
function sourceOf(facts: Facts, source: string): string {
  if (source === 'stylised') return 'a convention of this model';
  const entry = facts.sources[source];
  return entry === undefined ? source : `${entry.title}${entry.href === null ? '' : ` <${entry.href}>`}`;
}

function refusalLines({ code, rule, source, facts: found }: Refusal, facts: Facts, paint: Paint): string[] {
  const details = Object.entries(found).map(([name, value]) => {
    const text = Array.isArray(value) ? value.join(', ') : String(value);
    return `${name}: ${text}`;
  });
  return [
    `  ${paint.yellow(code)}`,
    ...wrap(paint, rule, '    '),
    ...details.flatMap((detail) => wrap(paint, detail, '    ', '      ')),
    ...wrap(paint, `source: ${sourceOf(facts, source)}`, '    ', '      ').map(paint.dim),
  ];
}

/**
 * The explanation as a screen; events are printed as JSON, so that they can be pasted. `follows` is what would follow where the event is
 * legal, a sentence each (`eventSentences`). Pure.
 *
 * @example
 * const state = start('kuala-lumpur-2025');
 * const event: Event = { type: 'meeting.hold', actor: 'both', on: state.today, meeting: 'busan-2025' };
 * explainText(event, explain(state, event), facts, PLAIN)
 */
export function explainText(
  event: EventBase,
  explanation: Omit<Explanation, 'nearest'> & { readonly nearest: readonly EventBase[] },
  facts: Facts,
  paint: Paint,
  follows: readonly string[] = [],
): string {
  const { legal, refusals, nearest } = explanation;
  if (legal)
    return screen([
      ...wrap(paint, `${paint.green('legal')}: ${event.type} by ${event.actor} may happen on ${event.on}.`),
      ...follows.flatMap((sentence) => wrap(paint, sentence, '  ')),
    ]);
  const lines = wrap(
    paint,
    `${paint.red('not legal')}: ${event.type} by ${event.actor} breaks ${counted(refusals.length, 'rule')}.`,
  );
  for (const refusal of refusals) lines.push('', ...refusalLines(refusal, facts, paint));
  if (nearest.length > 0) {
    lines.push('', 'What would be legal:', ...nearest.map((candidate) => `  ${JSON.stringify(candidate)}`));
  }
  return screen(lines);
}
