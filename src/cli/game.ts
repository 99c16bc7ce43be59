/**
 * The game behind `detente play`: one party of an episode, line by line. A line takes a game to another one with a text; nothing here
 * reads, writes or waits.
 */
import { contains } from '../actions/domain';
import { fieldsOf } from '../actions/event-fields';
import { actionTypeOf, actionTypes, type Event } from '../actions/index';
import { FAMILY_NOUNS } from '../actions/nouns';
import { lastEvening, daysOfSeat, seated, stateAfter, type Seated, type Stance } from '../analyses/seat';
import { explain } from '../engine/explain';
import { legalActions, sampleMember, type Template } from '../engine/legal-actions';
import { parseEvent } from '../engine/parse';
import { transition } from '../engine/transition';
import { addDays, formatDate, isIsoDate } from '../kit/calendar';
import { nearestText } from '../kit/nearest-text';
import type { Pledge } from '../model/agreement';
import type { State } from '../model/state';
import { dated } from '../policies/promises';
import { stateText } from '../report/screens/state';
import { wholeFacts } from '../report/whole-facts';
import { nameIn } from '../report/wording/names';
import { capitalOf, columns, counted, wrap } from '../report/wording/text';
import { eventLines } from '../report/wording/trajectory';
import { toldActOf, type ToldAct } from './act-text';
import { advice } from './game-advice';
import {
  answered,
  askedEvent,
  asking,
  questionLines,
  questionOf,
  valueText,
  type Asking,
} from './game-fields';
import { help } from './game-help';
import { endLines, storyLines, whys } from './game-story';
import { dayLine, factsOf, ownPolicy, same, type Game, type Step } from './game-value';
import { BadInput, quoted, sentence } from './terminal';

const STANCES: Readonly<Record<Stance, string>> = {
  bargains: 'weighs an exchange as the model does, and accepts one that pays',
  withholds: 'gives none of its own measures in force',
  yields: 'concedes without a price',
};

/** Longest line that is read, in characters. */
const LONGEST_LINE = 10_000;
/** Most acts that are listed at once. */
const MOST_LISTED = 20;

const templatesOf = ({ plan: { party }, state }: Game): Template[] => [
  ...legalActions(state, { actor: party }),
];

function nounOf(type: string): string {
  const family = type.split('.')[0] ?? type;
  const noun = Object.entries(FAMILY_NOUNS).find(([name]) => name === family)?.[1];
  return noun?.one ?? family;
}

/** What an act is about, by its name where the state has one. */
function aboutText({ type, fields }: Template, state: State): string {
  const subject = actionTypeOf(type)?.subject ?? null;
  const domain = subject === null ? undefined : fields[subject];
  if (domain?.kind !== 'one-of') return '';
  const id = String(domain.values[0]);
  const name = nameIn(state, id);
  return name === undefined || name === id ? id : `${name} (${id})`;
}

/** An act as the list shows it: `duty, raise: Duty on synthetic opioids (us/ieepa-fentanyl)`. */
function actTitle(template: Template, state: State): string {
  const verb = (template.type.split('.')[1] ?? '').replaceAll('-', ' ');
  const about = aboutText(template, state);
  return `${nounOf(template.type)}, ${verb}${about === '' ? '' : `: ${about}`}`;
}

function families(game: Game): Step {
  const counts = new Map<string, number>();
  for (const { type } of templatesOf(game)) counts.set(nounOf(type), (counts.get(nounOf(type)) ?? 0) + 1);
  const rows = [...counts].map(([noun, count]) => [noun, String(count)]);
  return same(game, [
    `Lawful today for ${capitalOf(factsOf(game), game.plan.party)}, by what the acts are about:`,
    ...columns(game.plan.paint, rows, { align: ['left', 'right'] }),
    ...wrap(game.plan.paint, 'Type letters of one, and more to narrow it down: duty suspend.'),
  ]);
}

/** Acts as a numbered list, of which the numbers do one. */
function numbered(game: Game, listed: readonly Template[]): Step {
  const width = String(Math.min(listed.length, MOST_LISTED)).length + 4;
  const lines = listed.slice(0, MOST_LISTED).flatMap((template, at) => {
    const number = `${String(at + 1).padStart(width - 2)}  `;
    return wrap(game.plan.paint, actTitle(template, game.state), number, ' '.repeat(width));
  });
  const more = listed.length - MOST_LISTED;
  const rest = more > 0 ? [`and ${more} more: type more letters`] : [];
  const shown = listed.slice(0, MOST_LISTED).map((template) => ({ template }));
  return same({ ...game, listed: shown }, [...lines, ...rest]);
}

/** Lists the lawful acts in which all of some words stand. */
function found(game: Game, line: string): Step {
  const words = line.toLowerCase().split(/\s+/);
  const all = templatesOf(game);
  const listed = all.filter((template) => {
    const text = `${template.type} ${actTitle(template, game.state)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (listed.length === 0) {
    const first = words[0] ?? '';
    const near = nearestText(first, [...Object.keys(COMMANDS), ...actionTypes.map(({ type }) => type)]);
    const hint =
      near === null ? 'type acts for their families, help for the commands' : `did you mean ${near}?`;
    return same(
      game,
      wrap(game.plan.paint, `No lawful act of yours has ${quoted(line)} in it today; ${hint}`),
    );
  }
  return numbered(game, listed);
}

/** An act as it is typed to be done at once. */
function actWords(event: Event): string {
  const { type, actor, on, ...fields } = event;
  void actor;
  void on;
  const told = Object.entries(fields).map(([name, value]) => {
    const text = valueText(value);
    return `${name}=${/[\s"]/.test(text) && typeof value === 'string' ? `"${text}"` : text}`;
  });
  return [type, ...told].join(' ');
}

/** Does an act where the law allows it, else says why not and what comes nearest. */
function done(game: Game, input: unknown): Step {
  const { plan, state } = game;
  const free = { ...game, asking: null };
  const parsed = parseEvent(input);
  if (!parsed.ok)
    return same(
      free,
      parsed.issues.flatMap(({ path, message }) =>
        wrap(game.plan.paint, sentence(`${path === '' ? '' : `${path}: `}${message}`)),
      ),
    );
  const { event } = parsed;
  const next = transition(state, event);
  if (!next.ok) {
    const nearest = explain(state, event).nearest.filter(({ actor }) => actor === plan.party);
    return same(free, [
      ...next.refusals.flatMap(({ code, rule }) =>
        wrap(game.plan.paint, `Refused: ${rule} (${code})`, '', '  '),
      ),
      ...nearest
        .slice(0, 1)
        .flatMap((near) => wrap(game.plan.paint, actWords(near), 'Lawful and near: ', '  ')),
    ]);
  }
  const after: Game = {
    ...free,
    acts: [...game.acts, event],
    log: [...game.log, event],
    state: next.state,
    before: game,
    beforeAct: game,
    listed: [],
  };
  return same(after, eventLines(state, [event], factsOf(game), plan.paint));
}

/** Asks on, or does the act when nothing is left to ask. */
function ask(game: Game, open: Asking): Step {
  const question = questionOf(open);
  if (question === null) return done(game, askedEvent(open));
  return same({ ...game, asking: open }, questionLines(question, open.template, game.state, game.plan.paint));
}

function chosen(game: Game, number: number): Step {
  const listed = game.listed[number - 1];
  if (listed === undefined) {
    const there = game.listed.length;
    const hint = there === 0 ? 'type a few letters to list some' : `the list has 1 to ${there}`;
    return same(game, [`No act has the number ${number}; ${hint}.`]);
  }
  if ('event' in listed) return done(game, listed.event);
  const { template } = listed;
  const { paint } = game.plan;
  const step = ask(game, asking(template));
  if (step.game.asking === null) return step;
  const doc = actionTypeOf(template.type)?.doc ?? '';
  return same(step.game, [
    paint.bold(actTitle(template, game.state)),
    ...wrap(game.plan.paint, doc).map(paint.dim),
    ...step.lines,
  ]);
}

/** What the party has promised and not done yet, the first due first. */
function openPledges({ plan: { party }, state }: Game): Pledge[] {
  return Object.values(state.pledges)
    .filter(({ status, act }) => status === 'open' && act.actor === party)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** A promised act, and what it is about. */
function pledgeTitle({ act, dueOn }: Pledge, state: State): string {
  const subject = actionTypeOf(act.type)?.subject ?? null;
  const id = subject === null ? undefined : act[subject];
  const about = typeof id === 'string' ? `: ${nameIn(state, id) ?? id}` : '';
  const verb = (act.type.split('.')[1] ?? '').replaceAll('-', ' ');
  return `${nounOf(act.type)}, ${verb}${about}; by ${formatDate(dueOn)}`;
}

function promises(game: Game): Step {
  const open = openPledges(game);
  if (open.length === 0) return same(game, ['No promise of yours is open.']);
  const listed = open.map(({ act }) => ({ event: dated(act, game.state.today) }));
  const width = String(open.length).length + 4;
  const lines = open.flatMap((pledge, at) =>
    wrap(
      game.plan.paint,
      pledgeTitle(pledge, game.state),
      `${String(at + 1).padStart(width - 2)}  `,
      ' '.repeat(width),
    ),
  );
  return same({ ...game, listed }, [
    ...lines,
    'Type a number to do it, or keep to do all that are lawful today.',
  ]);
}

/** Does all promised acts that are lawful today, as one step back for undo. */
function kept(game: Game): Step {
  let now = game;
  for (const { act } of openPledges(game)) {
    const step = done(now, dated(act, game.state.today));
    if (step.game.acts.length > now.acts.length) now = step.game;
  }
  if (now === game) return same(game, ['No promise of yours is open that the law lets you keep today.']);
  const told = eventLines(game.state, now.log.slice(game.log.length), factsOf(game), game.plan.paint);
  return same({ ...now, before: game, beforeAct: game }, told);
}

/** What is to be said of promises when days have passed. */
function promiseLines(game: Game): string[] {
  const open = openPledges(game).length;
  return open === 0
    ? []
    : wrap(
        game.plan.paint,
        `${counted(open, 'promise')} of yours ${open === 1 ? 'is' : 'are'} open: promises, keep.`,
      );
}

function answer(game: Game, open: Asking, line: string): Step {
  const question = questionOf(open);
  if (question === null) return done(game, askedEvent(open));
  const got = answered(open, question, line, game.plan.paint);
  return got.ok ? ask(game, got.asking) : same(game, got.why);
}

/** The lawful acts of a type that have the fields of an act. */
function fitting({ plan, state }: Game, { type, fields }: ToldAct): Template[] {
  return [...legalActions(state, { actor: plan.party, type })].filter((template) =>
    Object.entries(fields).every(([name, value]) => {
      const domain = Object.hasOwn(template.fields, name) ? template.fields[name] : undefined;
      return domain !== undefined && contains(domain, value);
    }),
  );
}

/** The act that is meant by a type and some fields: what is left out is that of a lawful one that has them, if there is one. */
function meant({ plan, state }: Game, { type, fields }: ToldAct, fit: Template | undefined): unknown {
  const template = fit ?? [...legalActions(state, { actor: plan.party, type })][0];
  const example = actionTypeOf(type)?.examples[0];
  const base = template === undefined ? example : sampleMember(template, () => 0);
  return {
    ...(base === undefined ? {} : fieldsOf(base)),
    ...fields,
    type,
    actor: plan.party,
    on: state.today,
  };
}

/** Does the act that is told, or asks what it acts on where several may be meant: nothing is done to what nobody named. */
function doneAsTold(game: Game, told: ToldAct): Step {
  const fit = fitting(game, told);
  const subject = actionTypeOf(told.type)?.subject ?? null;
  if (fit.length < 2 || subject === null || Object.hasOwn(told.fields, subject))
    return done(game, meant(game, told, fit[0]));
  const { game: listing, lines } = numbered(game, fit);
  return same(listing, [`Which one? Say ${subject}=…, or the number of one of these:`, ...lines]);
}

function typed(game: Game, line: string): Step {
  try {
    const told = toldActOf(game.plan.party, line, 'an act');
    const { today } = game.state;
    if (told.on !== undefined && told.on !== today) {
      const isLater = isIsoDate(told.on) && told.on > today;
      const how = isLater ? `: pass ${told.on} comes first.` : `; given ${quoted(told.on)}.`;
      return same(game, wrap(game.plan.paint, `You act today, on ${today}${how}`));
    }
    return doneAsTold(game, told);
  } catch (error) {
    if (error instanceof BadInput) return same(game, wrap(game.plan.paint, error.message));
    throw error;
  }
}

/** The day to which days shall pass: of a number, a day, or nothing for tomorrow; null for what is neither. */
function dayAsked(word: string | undefined, today: string): string | null {
  if (word === undefined) return addDays(today, 1);
  if (/^\d{1,4}$/.test(word)) return addDays(today, Number(word));
  return isIsoDate(word) ? word : null;
}

function passed(game: Game, [word]: readonly string[]): Step {
  const { plan, state } = game;
  const { last } = daysOfSeat(plan);
  const asked = dayAsked(word, state.today);
  if (asked === null || asked <= state.today)
    return same(
      game,
      wrap(
        game.plan.paint,
        `pass takes a number of days from 1, or a day after ${state.today}; given ${quoted(word ?? '')}.`,
      ),
    );
  const episode = seated(plan, game.acts, game.stance);
  if (asked > last) return ended(game, episode);
  const log = episode.log.slice(0, episode.turns.get(asked) ?? 0);
  const happened = log.slice(game.log.length);
  const after = movedOn(game, episode, log);
  const told = eventLines(state, happened, factsOf(game), plan.paint);
  return same(after, [
    ...(told.length === 0 ? ['Nothing of note happens.'] : told),
    '',
    dayLine(after),
    ...promiseLines(after),
  ]);
}

/** A game in which days have passed: the log to where it stands now. */
const movedOn = (game: Game, episode: Seated, log: readonly Event[]): Game => ({
  ...game,
  episode,
  log,
  state: stateAfter(game.plan, log),
  since: game.log.length,
  before: game,
  listed: [],
  asking: null,
});

/** The events of a day and of those before it, without the step to the next day. */
function throughDay(events: readonly Event[], day: string): Event[] {
  return events.filter((event) => event.on < day || (event.on === day && event.type !== 'calendar.advance'));
}

/** Lets the days pass on which outcome classes look, and tells the whole. */
function ended(game: Game, episode: Seated): Step {
  const { plan } = game;
  const until = lastEvening(plan);
  const log = throughDay(episode.log, until);
  const over: Game = { ...movedOn(game, episode, log), over: true };
  return same(over, [
    ...wrap(
      game.plan.paint,
      `Your part ends here: to ${formatDate(until)} your side goes on by the policy ${ownPolicy(game)}.`,
    ),
    '',
    ...storyLines(over),
    '',
    ...endLines(over),
  ]);
}

function seatedAs(game: Game, [word]: readonly string[]): Step {
  const stance = (Object.keys(STANCES) as Stance[]).find((name) => name === word);
  if (stance === undefined)
    return same(game, [
      `At the table you are one who ${game.stance}.`,
      ...Object.entries(STANCES).flatMap(([name, about]) =>
        wrap(game.plan.paint, `${name}: ${about}`, '  ', '    '),
      ),
    ]);
  return same({ ...game, stance, before: game }, [
    `At the table you are one who ${stance}: ${STANCES[stance]}.`,
  ]);
}

function undone(game: Game): Step {
  const { before } = game;
  if (before === null) return same(game, ['There is nothing to undo.']);
  return same({ ...before, asking: null }, [`Undone. ${dayLine(before)}`]);
}

/** What a command does with the words behind its name. */
type Doing = (game: Game, words: readonly string[]) => Step;

const ONLY_WHILE_IT_LASTS: readonly string[] = ['acts', 'promises', 'keep', 'pass', 'project', 'table'];

const COMMANDS: Readonly<Record<string, Doing>> = {
  help: (game) => same(game, help(game)),
  acts: families,
  promises,
  keep: kept,
  pass: passed,
  project: advice,
  why: whys,
  look: (game) =>
    same(
      game,
      stateText(game.plan.prepared.scenario, game.state, wholeFacts(factsOf(game)), game.plan.paint)
        .trimEnd()
        .split('\n'),
    ),
  story: (game) => same(game, storyLines(game)),
  table: seatedAs,
  undo: undone,
  save: (game, words) => ({ game, lines: [], save: words.length === 0 ? null : words.join(' ') }),
  cancel: (game) => same(game, ['There is nothing to cancel.']),
  quit: (game) => ({ game, lines: [], quit: true }),
};

/** The names of all commands. */
export const GAME_COMMANDS: readonly string[] = Object.keys(COMMANDS);

/** Takes a game one line further. Pure and total: any line of any text has an answer, and none leaves the game unlawful. */
export function stepGame(game: Game, input: string): Step {
  if (input.length > LONGEST_LINE)
    return same(game, [`A line has at most ${LONGEST_LINE} characters; given ${input.length}.`]);
  const line = input.trim();
  const [name = '', ...words] = line.split(/\s+/);
  if (game.asking !== null) {
    if (line === 'quit') return { game, lines: [], quit: true };
    if (line === 'cancel') return same({ ...game, asking: null }, ['Nothing is done.']);
    return answer(game, game.asking, line);
  }
  if (line === '') return same(game, []);
  const doing = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (doing !== undefined) {
    if (game.over && ONLY_WHILE_IT_LASTS.includes(name)) return same(game, [dayLine(game)]);
    return doing(game, words);
  }
  if (game.over) return same(game, [dayLine(game)]);
  if (/^\d{1,9}$/.test(line)) return chosen(game, Number(line));
  return actionTypeOf(name) === undefined ? found(game, line) : typed(game, line);
}
