/** The screen of a replay: whether a log gives the state that it claims, and the first event that the rules refuse. */
import type { Replay } from '../../engine/replay';
import { counted, screen, wrap, type Paint } from '../wording/text';

/** A replayed log. */
export interface ReplayView {
  readonly file: string;
  readonly events: number;
  readonly replayed: Replay;
  readonly digest: string;
  readonly expected: string;
}

/** The replay as a screen. Pure. */
export function replayText({ file, events, replayed, digest, expected }: ReplayView, paint: Paint): string {
  if (!replayed.ok) {
    const { at, event, refusals } = replayed;
    return screen([
      ...wrap(
        `${paint.red('refused')}: event ${at} of ${file}, ${event.type} by ${event.actor} on ${event.on}.`,
      ),
      ...refusals.flatMap(({ code, rule }) => wrap(`${code}: ${rule}`, '  ', '    ')),
    ]);
  }
  if (digest === expected)
    return screen([
      `${paint.green('the same')}: ${counted(events, 'event')} lead to the digest of the log.`,
      `  ${digest}`,
    ]);
  return screen([
    `${paint.red('different')}: ${counted(events, 'event')} lead to another state than the log claims.`,
    `  found     ${digest}`,
    `  expected  ${expected}`,
  ]);
}
