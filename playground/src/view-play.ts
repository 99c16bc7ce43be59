/** What stands on the left: scenario, day, timeline, what is lawful, and what the last act came to. */
import { actionTypes, scenarios, start, type Event, type Template } from 'detente';
import { eventSentence, eventSentences, nameIn } from 'detente/report';
import { facts } from './facts';
import { button, byId, element, redraw } from './element';
import { formOf, type ActForm } from './fields';
import { chosen, lawful } from './lawful';
import type { Message, Model, Sources } from './model';
import { pastMeetings } from './past';
import { playOf } from './situation';
import { timelineOf, type Entry } from './timeline';
import { counted, dayWords } from './words';

/** Hands a message on. */
export type Send = (message: Message) => void;

/** The scenarios to choose from, by groups; one’s own stands first. */
export function drawScenarios({ now }: Model): void {
  const select = byId('scenario', HTMLSelectElement);
  const own = now.own === null ? [] : [{ id: '', title: `${playOf(now).scenario.title} (from a file)` }];
  const groups: readonly (readonly [string, readonly { readonly id: string; readonly title: string }[]])[] = [
    ['From a file', own],
    ['Ahead', scenarios],
    ['Past meetings, on their eve', pastMeetings()],
  ];
  redraw(
    select,
    groups
      .filter(([, those]) => those.length > 0)
      .map(([label, those]) =>
        element(
          'optgroup',
          { label },
          ...those.map(({ id, title }) => element('option', { value: id }, title)),
        ),
      ),
  );
  select.value = now.own === null ? now.scenario : '';
}

/** The day, within the bounds of the scenario. */
export function drawDay({ now, past, future }: Model): void {
  const { scenario, state } = playOf(now);
  byId('question', HTMLElement).textContent = scenario.question;
  const day = byId('day', HTMLInputElement);
  day.min = state.today;
  day.max = scenario.horizon;
  day.value = state.today;
  // A button that is disabled in earnest would lose the focus.
  byId('undo', HTMLElement).ariaDisabled = String(past.length === 0);
  byId('redo', HTMLElement).ariaDisabled = String(future.length === 0);
}

const KINDS: Readonly<Record<Entry['kind'], string>> = {
  first: 'first day',
  happened: 'happened',
  did: 'you did',
  today: 'today',
  due: 'falls due',
  meeting: 'meeting',
};

/** The timeline. */
export function drawTimeline({ now }: Model): void {
  const entries = timelineOf(playOf(now), now.acts).map(({ on, kind, text }) => {
    const day = element('time', { dateTime: on }, dayWords(on));
    const mark = element('span', { className: 'mark' }, KINDS[kind]);
    const entry = element('li', { className: kind }, day, ' ', mark, ' ', element('span', {}, text));
    if (kind === 'today') entry.setAttribute('aria-current', 'date');
    return entry;
  });
  redraw(byId('timeline', HTMLOListElement), entries);
}

/** The act that the form is of, with its inputs. */
let form: ActForm | null = null;
let formTemplate: Template | null = null;

/** What the form makes of what was typed. */
export const typedEvent = (): Readonly<Record<string, unknown>> => form?.event() ?? {};
/** Lets the form follow what was typed. */
export const refreshForm = (): void => form?.refresh();

/** What is lawful, as far as it is chosen, and the inputs of the act. */
export function drawLawful({ now, choice }: Model): void {
  const play = playOf(now);
  const families = lawful(play, choice.actor, choice.search);
  const found = chosen(families, choice);
  byId('actor', HTMLSelectElement).value = choice.actor;
  const typeSelect = byId('type', HTMLSelectElement);
  const groups = families.map(({ label, types }) =>
    element(
      'optgroup',
      { label },
      ...types.map(({ type, verb }) =>
        element('option', { value: type }, `${verb} (${label.slice(0, 1).toLowerCase()}${label.slice(1)})`),
      ),
    ),
  );
  redraw(typeSelect, groups);
  typeSelect.value = found?.type.type ?? '';
  const subjectSelect = byId('subject', HTMLSelectElement);
  const subjects = found?.type.subjects ?? [];
  redraw(
    subjectSelect,
    subjects.map(({ id, label }) => element('option', { value: id ?? '' }, label)),
  );
  subjectSelect.value = found?.subject.id ?? '';
  subjectSelect.disabled = subjects.length < 2;
  const count = families.reduce((sum, { types }) => sum + types.length, 0);
  const among = choice.search.trim() === '' ? '' : ` with “${choice.search.trim()}”`;
  byId('lawful', HTMLElement).textContent =
    count === 0
      ? `Nothing lawful${among} today.`
      : `${counted(count, 'kind')} of act${among} ${count === 1 ? 'is' : 'are'} lawful today.`;
  byId('doc', HTMLElement).textContent = found?.type.doc ?? '';
  const template = found?.subject.template ?? null;
  // What was typed stays as long as it is typed for the same act.
  if (template !== formTemplate || template === null) {
    form = template === null ? null : formOf(template, play.state);
    formTemplate = template;
    redraw(byId('fields', HTMLElement), form === null ? [] : [form.shown]);
  }
  byId('act', HTMLButtonElement).disabled = form === null;
}

/** Sources in a line, each a link; what is none in the record is a convention of the model. */
function sourcesLine(lead: string, ids: readonly string[], sources: Sources | null): Node[] {
  if (sources === null || ids.length === 0) return [];
  const links = ids.map((id) => {
    const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
    if (source === undefined) return 'a convention of the model';
    return source.href === null
      ? source.title
      : element('a', { href: source.href, target: '_blank', rel: 'noopener' }, source.title);
  });
  const text = links.flatMap((link, at) => (at === 0 ? [link] : ['; ', link]));
  return [element('span', { className: 'hint' }, `${lead} `, ...text, '.')];
}

/** On what the act that is chosen stands, once the sources are there. */
export function drawCites({ now, choice, sources }: Model): void {
  const found = chosen(lawful(playOf(now), choice.actor, choice.search), choice);
  redraw(byId('cites', HTMLElement), sourcesLine('It stands on', found?.type.cites ?? [], sources));
}

/** An event of today in a sentence. */
export const sentenceOfToday = ({ now }: Model, event: Event): string =>
  eventSentence(playOf(now).state, event, facts);

/** An act that was done, in the sentence of its day. */
export function sentenceOfDone({ now }: Model, event: Event): string {
  const { scenario, log } = playOf(now);
  const told = JSON.stringify(event);
  const isShown = (other: Event) => JSON.stringify(other) === told;
  const [found] = eventSentences(start(scenario), log, facts, { isShown });
  return found?.text ?? eventSentence(start(scenario), event, facts);
}

/** Events of today in sentences; those that would read the same tell on what they act, too. */
function sentencesApart(model: Model, events: readonly Event[]): string[] {
  const { state } = playOf(model.now);
  const sentences = events.map((event) => sentenceOfToday(model, event));
  return events.map((event, at) => {
    const text = sentences[at] ?? '';
    const isAlone = sentences.every((other, index) => index === at || other !== text);
    const subject = actionTypes.find(({ type }) => type === event.type)?.subject ?? '';
    const { [subject]: id } = { ...event } as Readonly<Record<string, unknown>>;
    return isAlone || typeof id !== 'string' ? text : `${text} (${nameIn(state, id) ?? id})`;
  });
}

/** What the last message came to: what cannot be done at all stands at the head of the page. */
export function drawNote(model: Model, send: Send): void {
  const { note, sources } = model;
  const place = byId('note', HTMLElement);
  const fault = byId('fault', HTMLElement);
  place.className = note?.kind === 'done' ? 'done' : 'refused';
  fault.textContent = note?.kind === 'fault' ? note.text : '';
  if (note === null || note.kind === 'fault') return redraw(place, []);
  if (note.kind === 'done') return redraw(place, [element('p', {}, note.text)]);
  const { event, refusals, nearest } = note;
  const offers = sentencesApart(model, nearest);
  redraw(place, [
    element('p', {}, 'That is not lawful today: ', element('q', {}, sentenceOfToday(model, event))),
    element(
      'ul',
      {},
      ...refusals.map(({ code, rule, source }) =>
        element(
          'li',
          {},
          `${rule} `,
          element('code', {}, code),
          ' ',
          ...sourcesLine('From', [source], sources),
        ),
      ),
    ),
    ...(nearest.length === 0 ? [] : [element('p', {}, 'Lawful, and nearest to it:')]),
    ...nearest.map((near, at) =>
      element(
        'p',
        {},
        button(`nearest-${at}`, offers[at] ?? '', () => {
          send({ do: 'act', event: { ...near } });
          // The button is gone with what it offered.
          byId('act', HTMLButtonElement).focus();
        }),
      ),
    ),
  ]);
}
