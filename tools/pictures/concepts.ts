/** The pictures of the concepts, each drawn from what the library answers. */
import {
  averageTariff,
  explain,
  loadScenario,
  passTo,
  act,
  play,
  project,
  runEpisode,
  start,
  transition,
  type Event,
  type EventOfToday,
  type PartyId,
  type State,
  recordedOn,
} from '../../src/entries/index';
import { contributionPp } from '../../src/entries/state';
import { uncertainty } from '../../src/entries/studies';
import { facts } from '../../src/facts/packaged';
import { addDays, daysBetween, formatDate } from '../../src/kit/calendar';
import { sentenceOf } from '../../src/report/wording/event-sentences';
import { arrow, box, dot, line, path, picture, rectangle, text, WIDTH } from './drawing';

const SCENARIO = 'kuala-lumpur-2025';
const RUNS = 400;
const SEED = 'pictures';
const first = start(SCENARIO);
const looks: Readonly<Record<string, string>> = { US: 'us', CN: 'cn', both: 'both' };
const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

function must<T>(found: T | undefined | null): T {
  if (found === undefined || found === null) throw new Error('what a picture shows is not there');
  return found;
}

/** Words broken into lines of at most so many letters. */
function inLines(words: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The averages of the year, from day to day, and the layers of one day. */
export function statePicture(): string {
  const from = '2025-01-01';
  const days = daysBetween(from, first.today);
  const x = (day: string) => 8 + (daysBetween(from, day) / days) * 300;
  const y = (average: number) => 156 - average * 0.84;
  const stateOn = (day: string): State => {
    const recorded = recordedOn(facts, day);
    if (!recorded.ok) throw new Error('the record cannot be');
    return recorded.state;
  };
  const dates = Array.from({ length: Math.floor(days / 2) + 1 }, (_, at) => addDays(from, 2 * at));
  const states = [...dates.map(stateOn), first];
  const line_ = (direction: 'usOnCn' | 'cnOnUs') => {
    const points: [number, number][] = [];
    for (const state of states) {
      const level = y(averageTariff(state, direction));
      const before = points.at(-1);
      if (before !== undefined && before[1] !== level) points.push([x(state.today), before[1]]);
      points.push([x(state.today), level]);
    }
    return points;
  };
  const layers = (party: PartyId) =>
    Object.values(first.tariff)
      .filter((layer) => layer.imposer === party && contributionPp(layer) > 0)
      .sort((a, b) => contributionPp(b) - contributionPp(a));
  const shown = layers('US').slice(0, 4);
  const rest = averageTariff(first, 'usOnCn') - shown.reduce((sum, layer) => sum + contributionPp(layer), 0);
  const rows = [
    ...shown.map((layer) => [layer.label, contributionPp(layer)] as const),
    ['all other layers', rest] as const,
  ];
  return picture(
    'Average tariffs from January to 25 October 2025, and the layers of which the American one of 57.6 per cent is made on that day',
    340,
    [
      text(8, 16, 'Average tariff, per cent', { look: 'bold' }),
      ...[0, 50, 100].flatMap((level) => [
        line(8, y(level), 308, y(level), 'faint'),
        text(312, y(level) + 4, String(level), { look: 'small dim' }),
      ]),
      path(line_('usOnCn'), 'us-line'),
      path(line_('cnOnUs'), 'cn-line'),
      text(345, y(averageTariff(first, 'usOnCn')) + 4, averageTariff(first, 'usOnCn').toFixed(1), {
        look: 'us bold',
      }),
      text(345, y(averageTariff(first, 'cnOnUs')) + 4, averageTariff(first, 'cnOnUs').toFixed(1), {
        look: 'cn bold',
      }),
      text(150, 50, 'United States on China', { look: 'small us' }),
      text(150, 66, 'China on United States', { look: 'small cn' }),
      text(8, 174, 'January 2025', { look: 'small dim' }),
      text(308, 174, '25 October', { look: 'small dim', anchor: 'end' }),
      text(8, 208, 'Points of the American one, that day', { look: 'bold' }),
      ...rows.flatMap(([label, points], at) => {
        const top = 218 + 23 * at;
        return [
          text(8, top + 13, label.length > 38 ? `${label.slice(0, 37)}…` : label, { look: 'small' }),
          rectangle(236, top, points * 5.4, 17, 'band'),
          text(WIDTH - 8, top + 13, points.toFixed(1), { look: 'small', anchor: 'end' }),
        ];
      }),
    ],
  );
}

/** One event between two states. */
export function eventPicture(): string {
  const event: Event = {
    type: 'tariff.carry-out',
    actor: 'US',
    on: first.today,
    id: 'us/ieepa-hundred',
    from: first.today,
  };
  const next = transition(first, event);
  if (!next.ok) throw new Error('refused');
  const words = (state: State) => [
    `average ${averageTariff(state, 'usOnCn').toFixed(1)} %`,
    `us/ieepa-hundred: ${must(state.tariff['us/ieepa-hundred']).status}`,
  ];
  return picture(
    'A state, an event, and the state after it: the average goes from 57.6 to 157.6 per cent',
    236,
    [
      box(60, 6, 280, 58, [`State of ${formatDate(first.today)}`, ...words(first)]),
      arrow(200, 64, 200, 90),
      rectangle(60, 92, 280, 56, 'pale', 5),
      text(69, 112, `Event: ${event.type}`, { look: 'bold us' }),
      text(69, 129, `actor ${event.actor}, on ${event.on}`, { look: 'small' }),
      text(69, 143, `id ${event.id}, from ${event.from}`, { look: 'small' }),
      arrow(200, 148, 200, 172),
      box(60, 174, 280, 58, ['New state', ...words(next.state)]),
    ],
  );
}

/** What a ceiling refuses, and what is nearest. */
export function refusalPicture(): string {
  const asked: Event = {
    type: 'tariff.impose',
    actor: 'US',
    on: first.today,
    id: 'us/new',
    label: 'A new duty',
    authority: 's122',
    basis: null,
    ratePct: 25,
    share: 1,
    from: first.today,
  };
  const { refusals, nearest } = explain(first, asked);
  const refusal = must(refusals[0]);
  const near = must(nearest[0]);
  if (near.type !== 'tariff.impose') throw new Error('another act is nearest');
  const x = (rate: number) => 20 + rate * 12;
  return picture(
    'A duty of 25 per cent under Section 122 is refused; the law allows up to 15, and 15 is nearest',
    206,
    [
      text(8, 18, 'A duty under Section 122, per cent', { look: 'bold' }),
      rectangle(x(0), 62, x(near.ratePct) - x(0), 14, 'band'),
      line(x(0), 76, x(30), 76),
      ...[0, 5, 10, 15, 20, 25, 30].map((rate) =>
        text(x(rate), 92, String(rate), { look: 'small dim', anchor: 'middle' }),
      ),
      text(x(near.ratePct / 2), 54, `legal: ${String(refusal.facts['allowed'])}`, {
        look: 'small good',
        anchor: 'middle',
      }),
      dot(x(asked.ratePct), 69, 6, 'bad'),
      text(x(asked.ratePct), 46, 'asked for', { look: 'small bad', anchor: 'middle' }),
      dot(x(near.ratePct), 69, 6, 'good'),
      text(x(near.ratePct) + 4, 112, 'nearest legal event', { look: 'small good', anchor: 'middle' }),
      text(8, 140, refusal.code, { look: 'bold bad' }),
      ...inLines(refusal.rule, 62).map((words, at) => text(8, 158 + 16 * at, words, { look: 'small' })),
      text(8, 191, `source: ${refusal.source}`, { look: 'small dim' }),
    ],
  );
}

/** A play with two acts, and the day on which it stands. */
export function playPicture(): string {
  let now = play(SCENARIO);
  const done = (event: EventOfToday) => {
    const answer = act(now, event);
    if (!answer.ok) throw new Error(answer.refusals.map(({ rule }) => rule).join());
    now = answer.play;
  };
  now = passTo(now, '2025-10-27');
  done({ type: 'purchase.resume', actor: 'CN', flow: 'soybeans' });
  now = passTo(now, '2025-10-28');
  done({ type: 'tariff.withdraw', actor: 'US', id: 'us/ieepa-hundred', traded: false });
  now = passTo(now, '2025-10-29');
  const acts = now.log.filter(({ actor }) => actor !== 'calendar');
  const days = ['2025-10-25', '2025-10-26', '2025-10-27', '2025-10-28', '2025-10-29', '2025-10-30'];
  const x = (day: string) => 30 + days.indexOf(day) * 66;
  return picture(
    'A play: days that pass, two acts on their days, and the day on which it stands, with the meeting still ahead',
    190,
    [
      text(8, 18, `play('${SCENARIO}')`, { look: 'bold' }),
      line(x('2025-10-25'), 90, x('2025-10-29'), 90),
      `<line x1="${x('2025-10-29')}" y1="90" x2="${x('2025-10-30') + 30}" y2="90" class="line" stroke-dasharray="4 4"/>`,
      ...days.map((day) => text(x(day), 116, day.slice(8), { look: 'small dim', anchor: 'middle' })),
      ...days.slice(0, 5).map((day) => dot(x(day), 90, 3.5, 'calendar')),
      ...acts.flatMap(({ actor, on, type }, at) => [
        dot(x(on), 90, 7, must(looks[actor])),
        line(x(on), 83, x(on), 62 - 22 * at + 4, 'faint'),
        text(x(on), 60 - 22 * at, type, { look: `small ${looks[actor]}`, anchor: 'middle' }),
      ]),
      text(x('2025-10-29'), 76, 'today', { look: 'small bold', anchor: 'middle' }),
      text(WIDTH - 6, 136, 'the meeting, not yet held', { look: 'small dim', anchor: 'end' }),
      text(8, 160, `log: ${now.log.length} events, ${acts.length} of them acts, the others the calendar's`, {
        look: 'small',
      }),
      text(8, 178, 'state: what the log makes of the first day', { look: 'small' }),
    ],
  );
}

/** What a scenario is a difference from. */
export function scenarioPicture(): string {
  const acts = facts.acts.filter(({ event }) => event.on <= first.today).length;
  const base = loadScenario(SCENARIO);
  const variant = loadScenario('soybeans-first');
  const own = Object.keys(variant.events ?? {}).length - Object.keys(base.events ?? {}).length;
  return picture(
    'Facts are folded to the first day; the base scenario adds a question; a variant says only what differs',
    236,
    [
      box(20, 6, 360, 58, [
        'Facts',
        `${acts} acts from 2018 to ${formatDate(first.today)},`,
        'each once, with its source',
      ]),
      arrow(200, 64, 200, 86),
      box(20, 88, 360, 58, [
        'kuala-lumpur-2025',
        `the state of ${formatDate(first.today)}, a question,`,
        `${base.outcomes.length} outcome classes, an agenda of ${base.agenda.length} issues`,
      ]),
      arrow(200, 146, 200, 168),
      box(20, 170, 360, 58, [
        'soybeans-first  extends: kuala-lumpur-2025',
        `${own} more events, on 28 October;`,
        'all else is that of the base',
      ]),
    ],
  );
}

/** One episode as a timeline with a lane for each actor. */
export function episodePicture(): string {
  const episode = runEpisode(SCENARIO, { seed: SEED, episode: 3 });
  const until = '2025-11-30';
  const acts = episode.events.filter(({ on, actor }) => on <= until && actor !== 'calendar');
  const due = episode.events.filter(
    ({ on, actor, type }) => on <= until && actor === 'calendar' && !/^(economy|calendar)\./.test(type),
  );
  const lanes = ['US', 'CN', 'both', 'calendar'];
  const names = ['Washington', 'Beijing', 'both sides', 'calendar'];
  const span = daysBetween(first.today, until);
  const x = (day: string) => 92 + (daysBetween(first.today, day) / span) * 296;
  const marks = [...acts, ...due]
    .map((event) => ({ event, lane: lanes.indexOf(event.actor) }))
    .filter(({ lane }) => lane >= 0);
  const told: string[] = [];
  let before = first;
  for (const event of episode.events) {
    if (event.on > until) break;
    const next = transition(before, event);
    if (!next.ok) break;
    if (/^(meeting|agreement)\./.test(event.type) && told.length < 3)
      told.push(
        `${event.on.slice(8)} ${event.on.slice(5, 7) === '10' ? 'Oct' : 'Nov'}: ${sentenceOf(event, { before, after: next.state, facts }).text}`,
      );
    before = next.state;
  }
  return picture(
    'One episode to the end of November 2025: what each side does on which day, and how it ends',
    226,
    [
      text(8, 18, 'One episode, to 30 November', { look: 'bold' }),
      ...lanes.flatMap((_, at) => [
        line(92, 44 + 28 * at, 388, 44 + 28 * at, 'faint'),
        text(86, 48 + 28 * at, must(names[at]), { look: 'small', anchor: 'end' }),
      ]),
      ...marks.map(({ event, lane }) =>
        dot(x(event.on), 44 + 28 * lane, 4.5, looks[event.actor] ?? 'calendar'),
      ),
      line(x('2025-10-30'), 34, x('2025-10-30'), 140),
      text(x('2025-10-30') + 4, 156, 'the meeting', { look: 'small dim' }),
      text(92, 156, '25 Oct', { look: 'small dim', anchor: 'end' }),
      text(388, 156, '30 Nov', { look: 'small dim', anchor: 'end' }),
      ...told.map((words, at) =>
        text(8, 180 + 16 * at, words.length > 62 ? `${words.slice(0, 61)}…` : words, { look: 'small' }),
      ),
      text(
        8,
        218,
        `Outcome: ${must(loadScenario(SCENARIO).outcomes.find(({ id }) => id === episode.outcome)).title}`,
        { look: 'bold' },
      ),
    ],
  );
}

/** Shares of many episodes, with intervals. */
export function projectionPicture(): string {
  const { outcomes, runs } = project(SCENARIO, { runs: RUNS, seed: SEED });
  const x = (share: number) => 160 + share * 240;
  return picture(
    `The outcome classes of ${RUNS} episodes: each share as a dot, with its 95 per cent interval`,
    222,
    [
      text(8, 18, `What ${runs} episodes come to`, { look: 'bold' }),
      ...[0, 0.25, 0.5, 0.75].flatMap((share) => [
        line(x(share), 30, x(share), 192, 'faint'),
        text(x(share), 208, percent(share), { look: 'small dim', anchor: 'middle' }),
      ]),
      ...must(outcomes).flatMap(({ title, p, low, high }, at) => {
        const y = 44 + 26 * at;
        return [
          text(8, y + 4, title, { look: 'small' }),
          rectangle(x(low), y - 5, Math.max(1.5, x(high) - x(low)), 10, 'band'),
          dot(x(p), y, 4, 'us'),
          text(x(high) + 8, y + 4, percent(p), { look: 'small' }),
        ];
      }),
    ],
  );
}

/** Three intervals of one share, and how runs narrow one of them. */
export function intervalPicture(): string {
  const { headlines } = uncertainty(SCENARIO, { runs: RUNS, seed: SEED });
  const rollback = must(headlines.find(({ id }) => id === 'class:rollback'));
  const x = (share: number) => 20 + Math.min(1, Math.max(0, share)) * 360;
  const shares = [0, 0.25, 0.5, 0.75, 1];
  const rows = [
    ['sampling: a limited number of runs', rollback.sampling.halfWidth],
    ['assumptions: what the parameters are', rollback.assumptions.halfWidth],
    ['decision rules: how the parties decide', rollback.actorModel.halfWidth],
  ] as const;
  return picture(
    'Three intervals of one share: sampling, assumptions and decision rules, each for what it does not know',
    216,
    [
      text(8, 18, 'Partial rollback, the model alone', { look: 'bold' }),
      ...shares.map((share) => text(x(share), 202, percent(share), { look: 'small dim', anchor: 'middle' })),
      ...rows.flatMap(([words, half], at) => {
        const y = 62 + 50 * at;
        // Beside the bars alone, so that no line goes through the words.
        const grid = shares.map((share) => line(x(share), y - 9, x(share), y + 9, 'faint'));
        const interval =
          half === null
            ? [text(x(rollback.mean) + 10, y + 4, 'not told from nought', { look: 'small' })]
            : [
                rectangle(
                  x(rollback.mean - half),
                  y - 7,
                  x(rollback.mean + half) - x(rollback.mean - half),
                  14,
                  'band',
                ),
              ];
        return [
          ...grid,
          text(20, y - 14, words, { look: 'small' }),
          ...interval,
          dot(x(rollback.mean), y, 5, 'us'),
        ];
      }),
    ],
  );
}
