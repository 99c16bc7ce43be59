/** What is asked beside the answer: why, advice, what to watch, a story, a report. */
import { start, type Advice, type QuantityChange, type Watch } from 'detente';
import { namesOf, quantityLabel, signalQuestion, type EpisodeStory } from 'detente/report';
import { facts } from './facts';
import { button, byId, element, redraw, scrolled, table } from './element';
import { toldHere, type Model } from './model';
import type { Answers, Kind } from './question';
import { playOf } from './situation';
import { sentenceOfDone, sentenceOfToday, type Send } from './view-play';
import { counted, dayWords, decimals, percent, signed } from './words';

const HEADS: Readonly<Record<Exclude<Kind, 'answer'>, string>> = {
  why: 'Why: what each of your acts contributes',
  advise: 'Advice',
  watch: 'What to watch',
  story: 'The story of one episode',
  report: 'The report',
};

/** Quantities in per cent or points already; all others are shares. */
const isInPoints = (id: string): boolean => /^(mean|gdp|utility|own)(:|$)/.test(id);

/** A quantity in words; classes by their titles. */
function titleOf(model: Model, id: string): string {
  const outcome = playOf(model.now).scenario.outcomes.find((one) => `class:${one.id}` === id);
  if (outcome !== undefined) return outcome.title;
  const issue = playOf(model.now).state.issues[id.replace(/^issue:/, '')];
  if (issue !== undefined) return `Granted: ${issue.label}`;
  return id === 'own' || id.startsWith('utility')
    ? 'what it is worth to itself'
    : quantityLabel({ id, title: id });
}

/** A change of a quantity in points, with its sign. */
const pointsOf = (id: string, change: number): string =>
  signed(isInPoints(id) ? change : 100 * change, isInPoints(id) && !id.startsWith('mean:') ? 3 : 1);

/** Whether nothing is left of a change at the digits in which it is told. */
const isNought = (id: string, change: number): boolean => pointsOf(id, change) === pointsOf(id, 0);

const changeText = (id: string, { change, low, high }: QuantityChange): string =>
  `${pointsOf(id, change)} (${pointsOf(id, low)} to ${pointsOf(id, high)})`;

/** Changes that no chance explains, largest first. */
function clearChanges(
  model: Model,
  changes: Readonly<Record<string, QuantityChange>>,
  most: number,
): HTMLElement {
  const size = ([id, { change }]: readonly [string, QuantityChange]) =>
    Math.abs(change) * (isInPoints(id) ? 1 : 100);
  const clear = Object.entries(changes)
    .filter(([id, { change, low, high }]) => (low > 0 || high < 0) && !isNought(id, change))
    .sort((a, b) => size(b) - size(a))
    .slice(0, most)
    .map(([id, change]) => element('li', {}, `${titleOf(model, id)} ${changeText(id, change)}`));
  return clear.length === 0
    ? element('span', {}, 'nothing beyond chance')
    : element('ul', { className: 'plain' }, ...clear);
}

function whyShown(model: Model, { why = [] }: Answers['why']): HTMLElement[] {
  if (why.length === 0)
    return [element('p', {}, 'You have not acted yet: then each act says here what it changes.')];
  const rows = why.map(({ act, changes, undoneWithIt }) => [
    `${dayWords(act.on)}: ${sentenceOfDone(model, act)}${undoneWithIt.length === 0 ? '' : ` Without it ${counted(undoneWithIt.length, 'later act')} would be refused.`}`,
    clearChanges(model, changes, 6),
  ]);
  return [
    table(
      'With the act less without it, points, on common draws; the model alone',
      ['Act', 'What it changes'],
      rows,
    ),
  ];
}

/** Acts of the advice that are told. */
const ACTS_TOLD = 8;

/** An act that was tried: what it is, and what it changes. */
function adviceItem(model: Model, id: string, act: Advice['acts'][number]): HTMLElement {
  const { events, objective, changes, pBest } = act;
  const said = events.map((event) => sentenceOfToday(model, event)).join(' Then: ');
  const chance = `the best of these with a chance of ${percent(pBest, 0)}`;
  const head = element('p', {}, element('b', {}, said === '' ? 'Do nothing.' : said));
  if (events.length === 0) return element('li', {}, head, element('p', {}, `It is ${chance}.`));
  const others = Object.fromEntries(Object.entries(changes).filter(([other]) => other !== id));
  return element(
    'li',
    {},
    head,
    element(
      'p',
      {},
      `${changeText(id, objective)} against doing nothing; ${chance}. Beside that it changes:`,
    ),
    clearChanges(model, others, 3),
  );
}

function adviceShown(model: Model, advice: Advice): HTMLElement[] {
  const { acts, objective, avoid, party, tried, inert, runs } = advice;
  const who = party === 'US' ? 'the United States' : 'China';
  const notTried =
    inert === 0
      ? ''
      : ` ${counted(inert, 'lawful act')} more ${inert === 1 ? 'bears' : 'bear'} on nothing and ${inert === 1 ? 'was' : 'were'} not tried.`;
  return [
    element(
      'p',
      {},
      `Aim of ${who}: the ${avoid ? 'lowest' : 'highest'} “${titleOf(model, objective)}”. ${counted(tried, 'lawful act')} tried in ${counted(runs, 'run')}, best first; the model alone.${notTried}`,
    ),
    scrolled(
      'Acts, best first',
      element('ol', {}, ...acts.slice(0, ACTS_TOLD).map((act) => adviceItem(model, objective, act))),
    ),
  ];
}

/** Signals that are told. */
const SIGNALS_TOLD = 8;
const SHIFTS_TOLD = 3;

function watchShown(model: Model, { signals, until, quantities }: Watch): HTMLElement[] {
  const names = namesOf(facts, start(playOf(model.now).scenario), playOf(model.now).state);
  const titles = new Map(quantities.map(({ id, title }) => [id, title]));
  const seen = new Set<string>();
  const telling = signals.filter(({ information, p, shifts }) => {
    // What the same runs show is told once.
    const key = JSON.stringify([p, shifts]);
    return information > 0 && !seen.has(key) && seen.add(key) !== undefined;
  });
  if (telling.length === 0) return [element('p', {}, 'Nothing that may be seen by then tells how it ends.')];
  const items = telling.slice(0, SIGNALS_TOLD).map((signal) => {
    const shifts = signal.shifts
      .flatMap(({ quantity, ifSo, ifNot }) =>
        ifSo === null || ifNot === null || quantity.startsWith('mean:') ? [] : [{ quantity, ifSo, ifNot }],
      )
      .sort((a, b) => Math.abs(b.ifSo - b.ifNot) - Math.abs(a.ifSo - a.ifNot))
      .slice(0, SHIFTS_TOLD)
      .map(({ quantity, ifSo, ifNot }) =>
        element(
          'li',
          {},
          `${titles.get(quantity) ?? quantity}: ${percent(ifSo, 0)} if so, ${percent(ifNot, 0)} if not`,
        ),
      );
    const { leadDays, on, p } = signal;
    const lead =
      leadDays !== null && leadDays > 0 ? `, ${counted(leadDays, 'day')} ahead of the meeting` : '';
    return element(
      'li',
      {},
      element('p', {}, element('b', {}, signalQuestion(signal, until, names))),
      element('p', {}, `Seen in ${percent(p, 0)} of the runs, usually by ${dayWords(on)}${lead}.`),
      element('ul', { className: 'plain' }, ...shifts),
    );
  });
  return [
    element('ol', {}, ...items),
    element(
      'p',
      { className: 'hint' },
      'What goes together is shown, not what brings about; the model alone.',
    ),
  ];
}

function storyShown({ sentences, ending, left }: EpisodeStory): HTMLElement[] {
  const items = sentences.map(({ on, text, tone }) =>
    element(
      'li',
      { className: tone },
      element('time', { dateTime: on }, dayWords(on)),
      ' ',
      element('span', {}, text),
    ),
  );
  return [
    element(
      'p',
      {},
      element('b', {}, `How it ends: ${ending?.title ?? 'in no class of outcomes, or in several'}. `),
      ending?.meaning ?? '',
    ),
    ...left.map((text) => element('p', {}, text)),
    scrolled('The story, day by day', element('ol', { className: 'story' }, ...items)),
    element('p', { className: 'hint' }, 'One of many episodes, not a forecast.'),
  ];
}

let page: { readonly html: string; readonly url: string } | null = null;

/** The address of a page that is kept in memory; the one before it is let go. */
function addressOf(html: string): string {
  if (page?.html === html) return page.url;
  if (page !== null) URL.revokeObjectURL(page.url);
  page = { html, url: URL.createObjectURL(new Blob([html], { type: 'text/html' })) };
  return page.url;
}

function reportShown(model: Model, html: string): HTMLElement[] {
  const href = addressOf(html);
  const { id } = playOf(model.now).scenario;
  return [
    element(
      'p',
      { className: 'row' },
      element('a', { id: 'report-open', href, target: '_blank', rel: 'noopener' }, 'Open the page'),
      element('a', { id: 'report-save', href, download: `${id}.html` }, 'Save the page'),
    ),
    element('p', { className: 'hint' }, 'One file, which needs no network and runs no script.'),
  ];
}

const SHOWN: {
  readonly [K in Exclude<Kind, 'answer'>]: (model: Model, value: Answers[K]) => HTMLElement[];
} = {
  why: whyShown,
  advise: adviceShown,
  watch: watchShown,
  story: (_, value) => storyShown(value),
  report: reportShown,
};

/** Draws what is known of a question beside the answer; nothing where it was asked of another situation. */
export function drawBeside<K extends Exclude<Kind, 'answer'>>(kind: K, model: Model, send: Send): void {
  const place = byId(kind, HTMLElement);
  const told = toldHere(model, kind);
  place.dataset['state'] = told?.state ?? 'none';
  if (told === undefined) return redraw(place, []);
  const head = element('h3', { id: `${kind}-head`, tabIndex: -1 }, HEADS[kind]);
  if (told.state === 'failed') {
    const text = element('p', { className: 'refused', role: 'status' }, `There is none: ${told.text}`);
    return redraw(place, [head, text]);
  }
  if (told.state === 'working') {
    const bar = element('progress', told.all === 0 ? {} : { value: told.done, max: told.all });
    bar.setAttribute('aria-label', HEADS[kind]);
    const stop = button(`stop-${kind}`, 'Stop', () => send({ do: 'stop', kind }));
    const much = told.all === 0 ? 'begins…' : `${decimals((100 * told.done) / told.all, 0)}%`;
    return redraw(place, [head, element('p', { className: 'row' }, bar, element('span', {}, much), stop)]);
  }
  redraw(place, [head, ...SHOWN[kind](model, told.value)]);
}
