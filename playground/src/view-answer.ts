/** A projection on the page: in sentences, then classes, averages, truce and issues, each with its interval and what one’s acts change. */
import type { Projection } from 'detente';
import { answerSentences, wholePercents } from 'detente/report';
import { facts, whoMeets } from './facts';
import { byId, element, redraw, table } from './element';
import { answerHere, nothingHere, toldHere, type Model } from './model';
import { nothingOf } from './question';
import {
  chanceSentence,
  chanceWords,
  counted,
  dayWords,
  decimals,
  differsSurely,
  intervalWords,
  percent,
  signed,
  type Share,
} from './words';

/** A bar with its interval, and a stroke for doing nothing. */
function bar({ p, low, high }: Share, nothing: Share | undefined): HTMLElement {
  const at = (name: string, from: number, to: number) => {
    const part = element('span', { className: name });
    part.style.left = percent(from);
    part.style.width = percent(Math.max(0, to - from));
    return part;
  };
  const marks = nothing === undefined ? [] : [at('nothing', nothing.p, nothing.p)];
  const drawn = element('span', { className: 'bar' }, at('share', 0, p), at('range', low, high), ...marks);
  drawn.setAttribute('aria-hidden', 'true');
  return drawn;
}

/** What one’s acts change; what chance alone may explain says so. */
function changed(share: Share, nothing: Share | undefined): Node | string {
  if (nothing === undefined) return '';
  const text = `${signed(100 * (share.p - nothing.p))}`;
  return differsSurely(share, nothing)
    ? element('strong', { className: 'sure' }, text)
    : element('span', { className: 'unsure' }, text);
}

function shareRow(
  label: string,
  share: Share,
  nothing: Share | undefined,
  withNothing: boolean,
): (Node | string)[] {
  return [
    element('span', {}, label, bar(share, nothing)),
    element(
      'span',
      {},
      element('b', {}, percent(share.p)),
      element('small', {}, `${chanceWords(share.p)}; ${intervalWords(share)}`),
    ),
    ...(withNothing ? [changed(share, nothing)] : []),
  ];
}

const CHANGE = 'Points against doing nothing';

function sharesTable(
  caption: string,
  rows: readonly (readonly [label: string, share: Share, nothing: Share | undefined])[],
  withNothing: boolean,
): HTMLElement[] {
  if (rows.length === 0) return [];
  const heads = ['What may come', 'Chance, with its interval', ...(withNothing ? [CHANGE] : [])];
  return [
    table(
      caption,
      heads,
      rows.map(([label, share, nothing]) => shareRow(label, share, nothing, withNothing)),
    ),
  ];
}

const SIDES = [
  ['usOnCn', 'American duties on Chinese goods'],
  ['cnOnUs', 'Chinese duties on American goods'],
] as const;

function averages(answer: Projection, nothing: Projection | null): HTMLElement {
  const rows = SIDES.map(([side, label]) => {
    const { today, end } = answer.averageTariffPct[side];
    const before = nothing?.averageTariffPct[side].end.mean;
    const [up, same, down] = wholePercents([end.pUp, end.pSame, end.pDown]);
    return [
      label,
      `${decimals(today, 1)}%`,
      element(
        'span',
        {},
        element('b', {}, `${decimals(end.mean, 1)}%`),
        element('small', {}, `8 of 10 runs: ${decimals(end.p10, 1)} to ${decimals(end.p90, 1)}%`),
      ),
      element('small', {}, `up in ${up}, the same in ${same}, down in ${down} of the runs`),
      ...(before === undefined ? [] : [signed(end.mean - before)]),
    ];
  });
  const heads = [
    'Whose',
    'Today',
    'Mean two weeks after',
    'Which way',
    ...(nothing === null ? [] : [CHANGE]),
  ];
  return table('Average duties', heads, rows);
}

/** Issues that are told: those most likely to be granted. */
const ISSUES_TOLD = 10;

function issues({ issues: all }: Projection, nothing: Projection | null): HTMLElement[] {
  if (all === null || all.length === 0) return [];
  const told = [...all].sort((a, b) => b.pHalf - a.pHalf).slice(0, ISSUES_TOLD);
  const rows = told.map(({ id, giver, label, pHalf, mean }) => {
    const before = nothing?.issues?.find((issue) => issue.id === id)?.pHalf;
    return [
      label,
      giver === 'US' ? 'the United States' : 'China',
      element(
        'span',
        {},
        element('b', {}, percent(pHalf, 0)),
        element('small', {}, `${chanceWords(pHalf)}; ${percent(mean, 0)} of it on average`),
      ),
      ...(before === undefined ? [] : [signed(100 * (pHalf - before))]),
    ];
  });
  const heads = ['Issue', 'Granted by', 'At least half of it', ...(nothing === null ? [] : [CHANGE])];
  return [table('What is granted', heads, rows)];
}

/** The answer, beside that of doing nothing where that is known. */
export function answerShown(answer: Projection, nothing: Projection | null): HTMLElement[] {
  const withNothing = nothing !== null;
  const main = [
    ...(answer.meeting === null
      ? []
      : [[`The ${whoMeets(answer.meeting.id)} meet`, answer.meeting.held, nothing?.meeting?.held] as const]),
    ...(answer.deal === null
      ? []
      : [['A deal of some kind', answer.deal, nothing?.deal ?? undefined] as const]),
    ['New coercion in two weeks', answer.newCoercion, nothing?.newCoercion] as const,
  ];
  const classes = (answer.outcomes ?? []).map(
    (one) => [one.title, one, nothing?.outcomes?.find(({ id }) => id === one.id)] as const,
  );
  const truce = (answer.truce.text ?? []).flatMap((point, at) =>
    point === null ? [] : [[`${point.days} days on`, point, nothing?.truce.text?.[at] ?? undefined] as const],
  );
  return [
    element(
      'div',
      { className: 'short' },
      ...answerSentences(answer, facts).map((text) => element('p', {}, text)),
    ),
    ...sharesTable('In short', main, withNothing),
    ...sharesTable('How the meeting ends', classes, withNothing),
    averages(answer, nothing),
    ...sharesTable('The text of a truce is still in force', truce, withNothing),
    ...issues(answer, nothing),
    element(
      'p',
      { className: 'hint' },
      `Intervals tell the error of sampling alone, at 95 %; the model may be wrong in ways that no interval shows.${withNothing ? ' A stroke in a bar is where doing nothing stands; a change in bold is more than chance explains.' : ''}`,
    ),
  ];
}

/** The likeliest of the outcome classes; undefined where there are none. */
const likeliestOf = (outcomes: NonNullable<Projection['outcomes']>) =>
  [...outcomes].sort((a, b) => b.p - a.p)[0];

/** The answer in one clause. */
function inOneClause({ deal, outcomes, noMeeting }: Projection): string {
  if (outcomes === null) return `${noMeeting ?? 'no meeting lies ahead'}`;
  const likeliest = likeliestOf(outcomes);
  const most = likeliest === undefined ? '' : `likeliest “${likeliest.title}”, ${chanceWords(likeliest.p)}`;
  return deal === null ? most : `a deal of some kind ${chanceSentence(deal)}; ${most}`;
}

/** What is said of how far the answer is: little while it grows, the whole of it at its end. */
function progressText(model: Model, answer: Projection | null): string {
  const told = toldHere(model, 'answer');
  if (told?.state === 'failed') return `There is no answer: ${told.text}`;
  if (answer === null) return 'The first runs are under way…';
  if (answer.partial !== undefined) return 'A first rough answer is there; it grows sharper…';
  const acted = nothingOf(model.now) !== null;
  const beside = !acted
    ? ''
    : nothingHere(model)?.partial === undefined && nothingHere(model) !== null
      ? ' Beside it stands what doing nothing would bring.'
      : ' What doing nothing would bring is being asked…';
  return `${counted(answer.runs, 'run')} from ${dayWords(answer.today)}: ${inOneClause(answer)}.${beside}`;
}

/** The answer at a glance, for a page too narrow to show it beside the acts: the deal and the likeliest class, with what the acts change. */
function glanceText(answer: Projection, nothing: Projection | null): string {
  const { deal, outcomes, noMeeting } = answer;
  if (outcomes === null) return noMeeting ?? 'no meeting lies ahead';
  const against = (p: number, before: number | undefined) =>
    before === undefined ? '' : ` (${signed(100 * (p - before))})`;
  const likeliest = likeliestOf(outcomes);
  const before = nothing?.outcomes?.find(({ id }) => id === likeliest?.id)?.p;
  return [
    ...(deal === null ? [] : [`A deal ${percent(deal.p)}${against(deal.p, nothing?.deal?.p)}`]),
    ...(likeliest === undefined
      ? []
      : [`${likeliest.title} ${percent(likeliest.p)}${against(likeliest.p, before)}`]),
  ].join(' · ');
}

function drawGlance(answer: Projection | null, nothing: Projection | null): void {
  const glance = byId('glance', HTMLButtonElement);
  glance.hidden = answer === null;
  if (answer !== null) glance.textContent = glanceText(answer, nothing);
}

/** Draws the answer as far as it is known; an older one is marked as such until the next is there. */
export function drawAnswer(model: Model): void {
  const answer = answerHere(model);
  const nothing = nothingHere(model);
  const progress = byId('progress', HTMLElement);
  const text = progressText(model, answer);
  // What is told again would be read again.
  if (progress.textContent !== text) progress.textContent = text;
  const place = byId('answer', HTMLElement);
  place.dataset['state'] = answer === null ? 'none' : answer.partial === undefined ? 'whole' : 'rough';
  place.dataset['nothing'] = nothing === null ? 'none' : nothing.partial === undefined ? 'whole' : 'rough';
  place.dataset['runs'] = String(answer?.runs ?? 0);
  redraw(place, answer === null ? [] : answerShown(answer, nothing));
  drawGlance(answer, nothing);
}
