/** The screen of a replay: whether a log is what it says, what is not checked, and the first event that the rules refuse. */
import type { ReplayedLog } from '../../analyses/replayed-log';
import { asGiven, checkAnswer } from '../../kit/answer-form';
import { REPLAYED, checkPaint } from '../wording/answer-forms';
import { counted, screen, wrap, type Paint } from '../wording/text';
import { firstOf } from '../../kit/lists';

/** Verdict in a word or two, and what it rests on. */
function verdict({ ok, comparable, version, events, refused }: ReplayedLog, paint: Paint): string {
  const count = counted(events, 'event');
  if (refused !== undefined) {
    const { at, event } = refused;
    const by = comparable ? '' : `, by today's rules; the log was made by ${version}`;
    return `${paint.red('refused')}: event ${at} of ${events}, ${event.type} by ${event.actor} on ${event.on}${by}.`;
  }
  if (!comparable)
    return `${paint.yellow(`made by ${version}`)}: its digest is not comparable with those of this version; ${count} replay by today's rules.`;
  return ok
    ? `${paint.green('the same')}: ${count} lead to the digest of the log.`
    : `${paint.red('different')}: ${count} do not bear out what the log says.`;
}

/** Fields with the same reason, in the order of the reasons. */
function byReason<Field extends { readonly why: string }>(fields: readonly Field[]): Field[][] {
  const reasons = [...new Set(fields.map(({ why }) => why))];
  return reasons.map((why) => fields.filter((field) => field.why === why));
}

const names = (fields: readonly { readonly field: string }[]) => fields.map(({ field }) => field).join(', ');

function differingLines(differs: ReplayedLog['differs'], paint: Paint): string[] {
  return byReason(differs).flatMap((fields) => [
    ...wrap(paint, `${names(fields)}: ${firstOf(fields).why}`, '  ', '    '),
    ...fields.flatMap(({ found, given }) =>
      found === undefined ? [] : [`    found     ${found ?? 'none'}`, `    expected  ${given ?? 'none'}`],
    ),
  ]);
}

/**
 * The replay as a screen. Pure.
 * @param replayed - What a replay of a log found, as `replayLog` gives it under `replayed`.
 * @param paint - Colours and width of the screen; `PLAIN` for 80 characters without colours.
 * @throws InputError when the replay is none of `replayLog`, or the paint is none.
 *
 * @example
 * const replayed = replayLog(runEpisode('kuala-lumpur-2025'));
 * replayed.ok && replayText(replayed.replayed, PLAIN)
 */
export function replayText(replayed: ReplayedLog, paint: Paint): string {
  checkAnswer('replayed', replayed, REPLAYED);
  checkPaint('paint', paint);
  return asGiven('replayed', [replayed], () => {
    const { checked, differs, unchecked, adapted, refused, digest, comparable } = replayed;
    const isWhole = refused === undefined && comparable;
    return screen(paint, [
      ...wrap(paint, verdict(replayed, paint)),
      ...(refused?.refusals ?? []).flatMap(({ code, rule }) => wrap(paint, `${code}: ${rule}`, '  ', '    ')),
      ...(isWhole ? [`  ${digest}`] : []),
      ...differingLines(
        differs.filter(({ field }) => field !== 'events'),
        paint,
      ),
      ...(isWhole ? wrap(paint, `checked: ${checked.join(', ')}`, '  ', '    ') : []),
      ...adapted.flatMap(({ at, why }) =>
        wrap(paint, `event ${at} is read in today's form: ${why}`, '  ', '    '),
      ),
      ...byReason(unchecked).flatMap((fields) =>
        wrap(paint, `unchecked: ${names(fields)}: ${firstOf(fields).why}`, '  ', '    '),
      ),
    ]);
  });
}
