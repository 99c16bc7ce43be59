/**
 * A trajectory as a text: dated sentences grouped by day, routine gathered by the quarter, and how it ends.
 *
 * The log is folded over the start state, so that each sentence knows what was before. Accruals and the calendar's
 * steps have no sentence there; a line now and then says how pain, magnets and markets stand.
 */
import type { Event } from '../../actions/index';
import { tableFor, type OwnRules } from '../../engine/own-table';
import { checkState } from '../../engine/parse-state';
import { transitionIn } from '../../engine/transition';
import { type AnswerForm, asGiven, checkAnswer } from '../../kit/answer-form';
import { formatDate } from '../../kit/calendar';
import { PARTY_IDS, type PartyId } from '../../model/actor';
import type { Agreement, Term } from '../../model/agreement';
import { averageTariffPct } from '../../model/tariff';
import type { State } from '../../model/state';
import type { BareFacts } from '../../facts/bare';
import type { Scenario } from '../../scenario/schema';
import type { RecordedEpisode } from '../../episode/recorded';
import { EPISODE, RECORDED, SCENARIO, checkEvents, checkPaint } from './answer-forms';
import { checkRules, checkView } from './view-checks';
import { sentenceOf, type EventSentence } from './event-sentences';
import type { Scene } from './scene';
import { inWords } from './labels';
import { tonsText, truceLabel } from './names';
import { promisesText } from './promises';
import { wordingOf } from './table';
import { checkTold, type EventLinesOptions } from './told-events';
import {
  capitalOf,
  counted,
  fixed,
  heading,
  listed,
  onScreen,
  type Paint,
  percent,
  screen,
  sentence,
  wrap,
} from './text';
import { areAlike, clauseText, namedText, quoted, type Clause, type Named } from './wording';
import { firstOf, itemAt, lastOf } from '../../kit/lists';
import { toldOf, whoMeets } from '../../facts/who-meets';

/** One moment as a text. */
export interface Moment {
  readonly on: string;
  /** The events that it tells of. */
  readonly events: Event[];
  /** The parts of its sentence, where like acts may share it, and what those are about; null for a text that stands. */
  readonly clause: Clause | null;
  readonly others: Named[];
  readonly text: string;
  readonly move: string;
  /** Whether it is a turn of events or a note aside. */
  readonly tone: 'turn' | 'plain' | 'aside';
}

/** What repeats and is gathered until the quarter is over. */
interface Routine {
  rounds: string[];
  readouts: Set<string>;
  shippedMmt: number;
  postponed: Map<string, { about: Named; times: number; to: string }>;
}

const newRoutine = (): Routine => ({ rounds: [], readouts: new Set(), shippedMmt: 0, postponed: new Map() });

const termText = (state: State, { issue, degree }: Term) =>
  `${quoted(state.issues[issue]?.label ?? issue)} (${percent(degree, 0)})`;

/** What each side grants, one sentence a side, weightiest concession first. */
function grants(agreement: Pick<Agreement, 'terms'>, state: State, facts: BareFacts): string[] {
  return PARTY_IDS.flatMap((giver: PartyId) => {
    const given = agreement.terms.filter((term) => term.giver === giver).sort((a, b) => b.degree - a.degree);
    return given.length === 0
      ? []
      : [`${capitalOf(facts, giver)} grants ${listed(given.map((term) => termText(state, term)))}.`];
  });
}

/** Months at whose end a note gathers the routine and says how the gauges stand: those that end a quarter. */
const NOTED_MONTHS: ReadonlySet<string> = new Set(['03', '06', '09', '12']);

/** Per cent of GDP times days, of which a whole year's GDP has so many. */
const PERCENT_DAYS_A_YEAR = 100 * 365;

function gaugeText({ gauges }: State, facts: BareFacts): string {
  const { pain, inventoryMonths, shortage, drawdownPct } = gauges;
  const hurt = PARTY_IDS.map((party, at) => {
    const part = percent(pain[party] / PERCENT_DAYS_A_YEAR, 2);
    return `${part}${at === 0 ? " of a year's GDP" : ''} in ${capitalOf(facts, party)}`;
  });
  const magnets =
    shortage > 0.005
      ? `${percent(shortage, 0)} of the magnets that plants need are missing`
      : `magnets for ${fixed(inventoryMonths, 1)} months`;
  const market =
    drawdownPct < 0.05 ? 'equities at their peak' : `equities ${fixed(drawdownPct, 1)}% below their peak`;
  return `What measures have cost and is not forgotten yet comes to ${listed(hurt)}; ${magnets}; ${market}.`;
}

/** Days of rounds as a text: each where they are few, else their number. */
function roundDays(days: readonly string[]): string {
  if (days.length <= 3) return `on ${listed(days.map(formatDate))}`;
  return `${days.length} times from ${formatDate(firstOf(days))} to ${formatDate(lastOf(days))}`;
}

/** The writer: it goes through the events once and keeps what repeats for the end of the quarter. */
class SentenceWriter {
  readonly moments: Moment[] = [];
  private routine = newRoutine();
  private readonly quickRounds = new Set<string>();
  private readonly putOff = new Set<string>();

  constructor(private readonly facts: BareFacts) {}

  take(event: Event, scene: Scene): void {
    if (event.type === 'calendar.advance') this.turnPage(event.on, event.to, scene.after);
    else if (event.type !== 'economy.accrue' && !this.isRoutine(event, scene)) this.say(event, scene);
  }

  /** The routine since the last note, when the quarter or the trajectory is over. */
  close(on: string, state: State, withGauges: boolean): void {
    const sentences = this.routineText();
    if (withGauges) sentences.push(gaugeText(state, this.facts));
    if (sentences.length > 0) this.note(on, sentences.join(' '), 'aside');
    this.routine = newRoutine();
  }

  /** A line of its own. */
  note(on: string, text: string, tone: Moment['tone']): void {
    this.moments.push({ on, events: [], clause: null, others: [], text, move: '', tone });
  }

  /** A sentence; a like one of the same day, of which no average moves, takes in what it is about. */
  private put(event: Event, { clause, text, move }: EventSentence, tone: Moment['tone']): void {
    const { on } = event;
    const like = this.moments
      .filter(
        (moment) =>
          moment.on === on &&
          moment.move === '' &&
          moment.clause !== null &&
          clause !== null &&
          areAlike(moment.clause, clause),
      )
      .at(-1);
    if (like !== undefined && clause?.about !== undefined && move === '') {
      like.others.push(clause.about);
      like.events.push(event);
    } else
      this.moments.push({ on, events: [event], clause, others: [], text: `${text}.${move}`, move, tone });
  }

  private turnPage(from: string, to: string, state: State): void {
    if (from.slice(0, 7) !== to.slice(0, 7) && NOTED_MONTHS.has(from.slice(5, 7)))
      this.close(from, state, true);
  }

  private say(event: Event, scene: Scene): void {
    const tone = wordingOf(event.type)?.isTurn === true ? 'turn' : 'plain';
    this.put(event, sentenceOf(event, scene), tone);
    if (event.type !== 'agreement.reach') return;
    for (const text of grants(event, scene.after, this.facts)) this.note(event.on, text, tone);
    if (event.pledges.length > 0) {
      const last = lastOf(event.pledges.map((pledge) => pledge.dueOn).sort());
      this.note(
        event.on,
        `${counted(event.pledges.length, 'act')} ${event.pledges.length === 1 ? 'is' : 'are'} pledged, the last by ${formatDate(last)}.`,
        'plain',
      );
    }
  }

  /** Whether an event is routine: it is then gathered and has no sentence of its own. */
  private isRoutine(event: Event, scene: Scene): boolean {
    switch (event.type) {
      case 'talks.schedule':
        if (event.opensOn !== event.on || event.days !== 1) return false;
        this.quickRounds.add(event.id);
        return true;
      case 'talks.open':
        return this.quickRounds.has(event.id);
      case 'talks.conclude':
        // A round that settles something is news.
        if (!this.quickRounds.has(event.id) || event.readout === 'framework' || event.readout === 'deal')
          return false;
        this.routine.rounds.push(event.on);
        this.routine.readouts.add(event.readout);
        return true;
      case 'purchase.deliver':
        this.routine.shippedMmt += event.quantityMmt ?? 0;
        return true;
      case 'tariff.postpone':
      case 'control.postpone':
      case 'port-fee.postpone':
      case 'listing.postpone':
        return this.isPutOffAgain(event, scene);
      default:
        return false;
    }
  }

  private isPutOffAgain(event: Event & { id: string; until: string }, scene: Scene): boolean {
    const { id, until } = event;
    if (!this.putOff.has(id)) {
      this.putOff.add(id);
      return false;
    }
    const about = sentenceOf(event, scene).clause?.about;
    if (about !== undefined)
      this.routine.postponed.set(id, {
        about,
        times: (this.routine.postponed.get(id)?.times ?? 0) + 1,
        to: until,
      });
    return true;
  }

  private routineText(): string[] {
    const { rounds, readouts, shippedMmt, postponed } = this.routine;
    const sentences: string[] = [];
    if (rounds.length > 0) {
      const manner = readouts.has('breakdown') ? 'and it went badly' : 'with little to report';
      sentences.push(`Delegations met ${roundDays(rounds)}, ${manner}.`);
    }
    if (shippedMmt > 0) sentences.push(`China bought ${tonsText(shippedMmt)} of soybeans.`);
    for (const { about, times, to } of postponed.values()) {
      const often = times === 1 ? 'once more' : `${times} more times`;
      sentences.push(`${sentence(namedText(about))} was postponed ${often}, to ${formatDate(to)}.`);
    }
    return sentences;
  }
}

/** A moment as its whole sentence: only sentences that move no average are shared. */
export const momentText = ({ clause, others, text }: Moment): string =>
  clause === null || others.length === 0 ? text : `${clauseText(clause, others)}.`;

/** Width of the column of dates, with its gap. */
const DATE_WIDTH = 13;

function momentLines(moments: readonly Moment[], paint: Paint): string[] {
  const gap = ' '.repeat(DATE_WIDTH);
  let day = '';
  return moments.flatMap((moment) => {
    const { on, tone } = moment;
    const date = on === day ? gap : formatDate(on).padEnd(DATE_WIDTH);
    day = on;
    const lines = wrap(paint, momentText(moment), gap).map((line) => line.slice(DATE_WIDTH));
    const painted = tone === 'turn' ? lines.map(paint.bold) : tone === 'aside' ? lines.map(paint.dim) : lines;
    return painted.map((line, at) => `${at === 0 ? paint.cyan(date) : gap}${line}`);
  });
}

/** Events folded over a state: their moments, and the state that they lead to. */
export interface Folded {
  readonly moments: readonly Moment[];
  readonly final: State;
}

/** Folds events over a state into moments; with `gauges`, how the gauges stand at the end of each quarter. Pure. */
export function fold(
  start: State,
  events: readonly Event[],
  facts: BareFacts,
  gauges: boolean,
  { isShown = () => true, rules }: EventLinesOptions = {},
): Folded {
  const writer = new SentenceWriter(facts);
  const table = tableFor(rules);
  let state = start;
  for (const [at, event] of events.entries()) {
    const next = transitionIn(table, state, event);
    if (!next.ok) {
      const why = next.refusals.map((refusal) => refusal.code).join(', ');
      writer.note(event.on, `Here the log breaks: ${event.type} is refused (${why}).`, 'turn');
      return { moments: writer.moments, final: state };
    }
    if (isShown(event, at))
      writer.take(event, { before: state, after: next.state, facts, types: table.byType });
    state = next.state;
  }
  writer.close(state.today, state, gauges);
  return { moments: writer.moments, final: state };
}

/**
 * A list of events as dated sentences in the width of a paint, without an ending. Events of a type of one's own take the
 * sentence that it declares, or its meaning. Pure.
 * @param start - State before the first event, on which all of them replay; it is not changed.
 * @param events - Events in the order in which they happened, those of the calendar included.
 * @param facts - Facts for labels of measures, laws and people.
 * @param paint - Colours and width of the lines; `PLAIN` for 80 characters without colours.
 * @param options - Which events are left out, and rules with action types of one's own; all are told where left out.
 * @throws InputError when start, events, facts, paint or options are none.
 *
 * @example
 * const { events } = runEpisode('kuala-lumpur-2025', { episode: 7 });
 * eventLines(start('kuala-lumpur-2025'), events, facts, PLAIN).length > 0
 */
export function eventLines(
  start: State,
  events: readonly Event[],
  facts: BareFacts,
  paint: Paint,
  options: EventLinesOptions = {},
): string[] {
  checkTold(start, events, facts, options);
  checkPaint('paint', paint);
  return momentLines(fold(start, events, facts, false, options).moments, paint).map((line) =>
    onScreen(paint, line),
  );
}

function truceText(state: State, since: string): string {
  const { truce } = state;
  const fresh = truce.breaches.filter((breach) => breach.on >= since).length;
  const breaches =
    fresh === 0 ? 'without a new breach' : `after ${counted(fresh, 'new breach', 'new breaches')}`;
  if (truce.status === 'none' || truce.status === 'talks') return 'No truce stands.';
  return `${sentence(truceLabel(state, truce.label))}: ${inWords(truce.status)}, ${breaches}.`;
}

/** What a trajectory leaves, as sentences: what was conceded, what became of promises and truce, both averages. Pure. */
export function leftSentences(scenario: Scenario, start: State, final: State, facts: BareFacts): string[] {
  const agreement = Object.values(final.agreements).find(
    (candidate) => candidate.meeting === scenario.meeting,
  );
  const conceded =
    agreement === undefined
      ? ['Nothing was conceded.']
      : grants(agreement, final, facts).map((text) => text.replace(' grants ', ' granted '));
  const averages = (['usOnCn', 'cnOnUs'] as const)
    .map(
      (direction, at) =>
        `${capitalOf(facts, itemAt(PARTY_IDS, at))} ${fixed(averageTariffPct(start, direction), 1)}% at first, ${fixed(averageTariffPct(final, direction), 1)}% at last`,
    )
    .join('; ');
  return [
    ...conceded,
    ...promisesText(start, final),
    truceText(final, start.today),
    `Average duties: ${averages}.`,
  ];
}

/** What a trajectory leaves, as lines: the sentences of {@link leftSentences}. Pure. */
export function leftLines(
  scenario: Scenario,
  start: State,
  final: State,
  { facts, paint }: Pick<TrajectoryView, 'facts' | 'paint'>,
): string[] {
  return leftSentences(scenario, start, final, facts).flatMap((text) => wrap(paint, text, '  ', '    '));
}

/** In which class of outcomes a trajectory ends, as lines; null for none or several. Pure. */
export function classLines(
  { outcomes, meeting }: Scenario,
  outcome: string | null,
  paint: Paint,
  facts?: BareFacts,
): string[] {
  const found = outcomes.find((candidate) => candidate.id === outcome);
  const who = facts === undefined ? 'leaders' : whoMeets(facts, meeting);
  const meaning = found === undefined ? undefined : toldOf(who, found.meaning);
  return [
    `${paint.bold('How it ends:')} ${paint.green(found?.title ?? 'in no class of outcomes, or in several')}`,
    ...wrap(
      paint,
      meaning ?? 'The classes of the scenario leave a gap or overlap; `detente check` looks for such states.',
      '  ',
    ).map(paint.dim),
  ];
}

/** How a trajectory is shown. */
export interface TrajectoryView {
  /** The facts on which it rests, for labels. */
  readonly facts: BareFacts;
  /** How the screen is coloured, and how wide it is. */
  readonly paint: Paint;
  /** Seed of the draws of the episode. */
  readonly seed: string;
  /** The command that shows it again. */
  readonly command: string;
  /** The rules that its events obey, for action types of one's own; the library's where left out. */
  readonly rules?: OwnRules | undefined;
}

const VIEW: AnswerForm<TrajectoryView> = {
  what: 'an object with facts, paint, seed and command',
  fields: { facts: 'object', paint: 'object', seed: 'text', command: 'text', rules: 'object?' },
};

/**
 * One episode as a text. Pure.
 * @param scenario - Scenario of the episode, whose outcome classes name the end.
 * @param start - The scenario's first state, on which the events replay.
 * @param recorded - The episode with its events, outcome and digest, as `runEpisode` gives it.
 * @param view - Facts for labels, colours and width, the seed of the episode, and the command for the last line.
 * @throws InputError when scenario, start, episode or something of the view is none.
 *
 * @example
 * const [scenario, first] = [loadScenario('kuala-lumpur-2025'), start('kuala-lumpur-2025')];
 * trajectoryText(scenario, first, runEpisode(scenario), { facts, paint: PLAIN, seed: '1', command: 'detente run kuala-lumpur-2025' })
 */
export function trajectoryText(
  scenario: Scenario,
  start: State,
  recorded: RecordedEpisode,
  view: TrajectoryView,
): string {
  checkAnswer('scenario', scenario, SCENARIO);
  checkState('start', start);
  checkAnswer('recorded', recorded, EPISODE);
  checkAnswer('recorded', recorded, RECORDED);
  checkEvents('recorded.events', recorded.events);
  checkView(view, VIEW);
  const { facts, paint, seed, command, rules } = view;
  checkRules(rules);
  return asGiven('recorded', [recorded, scenario, start, view], () => {
    const { moments, final } = fold(start, recorded.events, facts, true, { rules });
    return screen(paint, [
      ...heading(
        paint,
        scenario.title,
        `episode ${recorded.episode} of seed ${JSON.stringify(seed)}: one of many, not a forecast`,
      ),
      '',
      ...momentLines(moments, paint),
      '',
      ...classLines(scenario, recorded.outcome, paint, facts),
      ...leftLines(scenario, start, final, view),
      '',
      paint.dim(`digest ${recorded.digest}`),
      paint.dim(`again: ${command}`),
    ]);
  });
}
