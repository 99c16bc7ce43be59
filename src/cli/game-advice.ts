/** The adviser of a game: what the meeting brings from where it stands, and what the last act changed. */
import type { EventBase } from '../actions/index';
import { play, type Play } from '../analyses/play';
import { project, type Explained } from '../analyses/project';
import { formatDate } from '../kit/calendar';
import { InputError } from '../kit/input-error';
import { capitalOf, columns, counted, fixed, percent, signed, wrap } from '../report/wording/text';
import { ownPolicy, same, type Game, type Step } from './game-value';

/** The play that a game has come to, for whoever projects it. */
function playIn({ plan, log, state }: Game): Play<EventBase> {
  const { scenario, facts } = plan.prepared;
  return play(scenario, { ...plan.own, facts, after: [...log], today: state.today });
}

/** What was projected already, by the events that had led there. */
const projections = new WeakMap<Game['log'], Explained>();

function projected(game: Game): Explained {
  const { runs, seed } = game.plan;
  const known = projections.get(game.log);
  if (known !== undefined) return known;
  const answer = project(playIn(game), { runs, seed });
  projections.set(game.log, answer);
  return answer;
}

function projectionRows(now: Explained, before: Explained | null): string[][] {
  const row = (label: string, value: number, was: number | undefined, low: number, high: number) => [
    label,
    percent(value, 0),
    `${percent(low, 0)} to ${percent(high, 0)}`,
    was === undefined ? '' : signed(100 * (value - was), 0),
  ];
  const shares = [
    ...(now.meeting === null
      ? []
      : [['the meeting is held', now.meeting.held, before?.meeting?.held] as const]),
    ...(now.deal === null ? [] : [['a deal of some kind', now.deal, before?.deal ?? undefined] as const]),
    ...(now.outcomes ?? []).map(
      (one) => [`  ${one.title}`, one, before?.outcomes?.find(({ id }) => id === one.id)] as const,
    ),
    ['new coercion', now.newCoercion, before?.newCoercion] as const,
  ];
  return shares.map(([label, share, was]) => row(label, share.p, was?.p, share.low, share.high));
}

/** What the meeting brings from here, in the mean of some runs, beside what it brought before the last act. */
export function advice(game: Game): Step {
  const { plan, beforeAct, state } = game;
  const { runs, prepared, paint } = plan;
  try {
    const now = projected(game);
    const before = beforeAct === null ? null : projected(beforeAct);
    const change = before === null ? '' : 'points by last act';
    const rows = [['', 'p', '95% interval', change], ...projectionRows(now, before)];
    const averages = (['usOnCn', 'cnOnUs'] as const).map((side, at) => {
      const { today, end } = now.averageTariffPct[side];
      const was = before?.averageTariffPct[side].end.mean;
      const moved = was === undefined ? '' : ` (${signed(end.mean - was)} by your last act)`;
      const capital = capitalOf(prepared.facts, at === 0 ? 'US' : 'CN');
      return `${capital}’s average duty: ${fixed(today, 1)}% today, ${fixed(end.mean, 1)}% two weeks after${moved}`;
    });
    return same(game, [
      ...wrap(
        paint,
        `${counted(runs, 'run')} from ${formatDate(state.today)}, in which both sides go on by their policies (yours by ${ownPolicy(game)}): what the model expects, not how this episode ends.`,
      ),
      ...(now.noMeeting === null ? [] : wrap(paint, `No meeting: ${now.noMeeting}.`)),
      ...columns(paint, rows, { align: ['left', 'right', 'right', 'right'] }),
      ...averages.flatMap((text) => wrap(paint, text, '  ', '    ')),
    ]);
  } catch (error) {
    if (error instanceof InputError) return same(game, wrap(paint, `Cannot be projected: ${error.message}`));
    throw error;
  }
}
