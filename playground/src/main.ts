/** The page: what is chosen, what is lawful, why not, and the answer that moves with it. */
import {
  act,
  actionTypes,
  explain,
  InputError,
  legalActions,
  parseEvent,
  scenarios,
  type Event,
  type Play,
  type Projection,
  type Template,
} from 'detente';
import { inWorkers, projectProgressively } from 'detente/browser';
import { answerShown } from './answer';
import { byId, element, table } from './element';
import { formOf, inWords } from './fields';
import { doingNothing, fragmentOf, History, playOf, situationIn, type Situation } from './situation';

const RUNS = 2_000;

const page = {
  question: byId('question', HTMLParagraphElement),
  scenario: byId('scenario', HTMLSelectElement),
  day: byId('day', HTMLInputElement),
  timeline: byId('timeline', HTMLOListElement),
  undo: byId('undo', HTMLButtonElement),
  redo: byId('redo', HTMLButtonElement),
  shared: byId('shared', HTMLSpanElement),
  actor: byId('actor', HTMLSelectElement),
  type: byId('type', HTMLSelectElement),
  subject: byId('subject', HTMLSelectElement),
  doc: byId('doc', HTMLParagraphElement),
  fields: byId('fields', HTMLDivElement),
  act: byId('act', HTMLButtonElement),
  refusal: byId('refusal', HTMLDivElement),
  progress: byId('progress', HTMLParagraphElement),
  answer: byId('answer', HTMLDivElement),
  advise: byId('advise', HTMLButtonElement),
  advising: byId('advising', HTMLParagraphElement),
  advice: byId('advice', HTMLDivElement),
};

const FIRST: Situation = { scenario: 'kuala-lumpur-2025', acts: [], today: null };
const history = new History(FIRST);
let current: Play;
let templates: readonly Template[] = [];
let form: ReturnType<typeof formOf> | null = null;
let asked = new AbortController();
/** What doing nothing comes to, by scenario and day: asked once. */
const nothingKnown = new Map<string, Projection>();

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What is acted on, as the state calls it. */
function nameOf(id: string): string {
  const {
    tariff,
    'export-control': control,
    listing,
    authorities,
    issues,
    meetings,
  } = current.state as never as Record<
    string,
    Readonly<Record<string, { readonly label?: string; readonly place?: string } | undefined>> | undefined
  >;
  const found =
    tariff?.[id] ?? control?.[id] ?? listing?.[id] ?? authorities?.[id] ?? issues?.[id] ?? meetings?.[id];
  return found?.label ?? found?.place ?? id;
}

function eventText({ type, actor, on, ...fields }: Event): string {
  const told = Object.entries(fields).map(
    ([name, value]) =>
      `${inWords(name).toLowerCase()}: ${typeof value === 'string' ? nameOf(value) : JSON.stringify(value)}`,
  );
  return `${on}, ${actor}: ${type}${told.length === 0 ? '' : ` (${told.join('; ')})`}`;
}

/** Draws what changes with each act and each day, and asks for the answer. */
function show(): void {
  current = playOf(history.now);
  const { scenario, state } = current;
  page.scenario.value = scenario.id;
  page.question.textContent = scenario.question;
  page.day.min = state.today;
  page.day.max = scenario.horizon;
  page.day.value = state.today;
  const own = history.now.acts.map((event) => element('li', {}, eventText(event)));
  page.timeline.replaceChildren(
    element('li', {}, `${scenario.asOf}: the first day`),
    ...own,
    element('li', {}, `${state.today}: today`),
  );
  page.undo.disabled = !history.canUndo;
  page.redo.disabled = !history.canRedo;
  page.shared.textContent = '';
  page.advice.replaceChildren();
  page.advising.textContent = '';
  page.refusal.replaceChildren();
  globalThis.history.replaceState(null, '', fragmentOf(history.now));
  showTypes();
  void ask();
}

function showTypes(): void {
  const actor = page.actor.value as Template['actor'];
  templates = [...legalActions(current.state, { actor })];
  const before = page.type.value;
  const types = [...new Set(templates.map(({ type }) => type))];
  const families = new Map<string, Template['type'][]>();
  for (const type of types) {
    const [family = type] = type.split('.');
    families.set(family, [...(families.get(family) ?? []), type]);
  }
  page.type.replaceChildren(
    ...[...families].map(([family, members]) =>
      element(
        'optgroup',
        { label: family.replaceAll('-', ' ') },
        ...members.map((type) =>
          element('option', { value: type }, (type.split('.')[1] ?? type).replaceAll('-', ' ')),
        ),
      ),
    ),
  );
  if (types.some((type) => type === before)) page.type.value = before;
  showSubjects();
}

const subjectOf = ({ type, fields }: Template): string | null => {
  const name = actionTypes.find((one) => one.type === type)?.subject ?? null;
  const domain = name === null ? undefined : fields[name];
  return domain?.kind === 'one-of' ? String(domain.values[0]) : null;
};

function showSubjects(): void {
  const those = templates.filter(({ type }) => type === page.type.value);
  const before = page.subject.value;
  page.subject.replaceChildren(
    ...those.map((template, at) => {
      const subject = subjectOf(template);
      return element('option', { value: String(at) }, subject === null ? '—' : nameOf(subject));
    }),
  );
  page.subject.disabled = those.length < 2;
  if (Number(before) < those.length && before !== '') page.subject.value = before;
  page.doc.textContent = actionTypes.find(({ type }) => type === page.type.value)?.doc ?? '';
  const template = those[Number(page.subject.value)];
  form = template === undefined ? null : formOf(template);
  page.fields.replaceChildren(...(form?.shown ?? []));
  page.act.disabled = form === null;
}

/** Acts, or says why that is not lawful and what comes nearest. */
function tryAct(given: Readonly<Record<string, unknown>>): void {
  const parsed = parseEvent(given);
  if (!parsed.ok) {
    page.refusal.replaceChildren(
      element(
        'ul',
        {},
        ...parsed.issues.map(({ path, message }) => element('li', {}, `${path}: ${message}`)),
      ),
    );
    return;
  }
  const { event } = parsed;
  const acted = act(current, event);
  if (acted.ok) {
    const { scenario, acts } = history.now;
    history.to({ scenario, acts: [...acts, event], today: current.state.today });
    show();
    return;
  }
  const { nearest } = explain(current.state, event);
  page.refusal.replaceChildren(
    element('p', {}, 'That is not lawful today:'),
    element('ul', {}, ...acted.refusals.map(({ code, rule }) => element('li', {}, `${rule} (${code})`))),
    ...(nearest.length === 0 ? [] : [element('p', {}, 'Lawful, and nearest to it:')]),
    ...nearest.map((near) => {
      const button = element('button', { type: 'button' }, eventText(near));
      button.addEventListener('click', () => tryAct({ ...near }));
      return element('p', {}, button);
    }),
  );
}

/** Asks for the answer, and for that of doing nothing where something was done. */
async function ask(): Promise<void> {
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  const { now } = history;
  const key = `${now.scenario} ${current.state.today}`;
  const begun = performance.now();
  try {
    for await (const soFar of projectProgressively(current, { runs: RUNS, signal })) {
      const nothing = now.acts.length === 0 ? null : (nothingKnown.get(key) ?? null);
      page.answer.replaceChildren(...answerShown(soFar, nothing));
      page.progress.textContent =
        soFar.partial === undefined ? `${soFar.runs} runs.` : `${soFar.runs} of ${RUNS} runs so far.`;
      page.answer.dataset['runs'] = String(soFar.runs);
      page.answer.dataset['ms'] ??= String(Math.round(performance.now() - begun));
      if (soFar.partial !== undefined) continue;
      if (now.acts.length === 0) nothingKnown.set(key, soFar);
      else if (nothing === null) {
        page.progress.textContent = `${soFar.runs} runs; doing nothing is asked beside it…`;
        for await (const other of projectProgressively(doingNothing(now, current.state.today), {
          runs: RUNS,
          signal,
        })) {
          if (other.partial === undefined) nothingKnown.set(key, other);
          page.answer.replaceChildren(...answerShown(soFar, other));
        }
        page.progress.textContent = `${soFar.runs} runs.`;
      }
    }
  } catch (error) {
    if (!signal.aborted) page.progress.textContent = messageOf(error);
  }
}

async function adviseNow(): Promise<void> {
  const { signal } = asked;
  const party = page.actor.value === 'CN' ? 'CN' : 'US';
  page.advise.disabled = true;
  page.advising.textContent = 'All lawful acts are tried…';
  try {
    const onProgress = (done: number, all: number) => {
      page.advising.textContent = `Lawful acts are tried: ${done} of ${all} runs.`;
    };
    const { acts, objective } = await inWorkers().advise(current, { party, runs: 3_000, signal, onProgress });
    page.advising.textContent = `What serves ${party} best, by ${objective}, beside doing nothing:`;
    page.advice.replaceChildren(
      table(
        'Acts, best first',
        ['Act', 'Change', 'Chance to be the best'],
        acts
          .slice(0, 8)
          .map(({ events, objective: { change, low, high }, pBest }) => [
            events.length === 0 ? 'do nothing' : events.map(eventText).join(' and '),
            `${change.toFixed(4)} (${low.toFixed(4)} to ${high.toFixed(4)})`,
            `${(100 * pBest).toFixed(0)} %`,
          ]),
      ),
    );
  } catch (error) {
    page.advising.textContent = signal.aborted ? '' : messageOf(error);
  } finally {
    page.advise.disabled = false;
  }
}

/** Takes the situation that an address holds; says so where it cannot. */
function fromAddress(): void {
  try {
    const told = situationIn(location.hash);
    if (told !== null && fragmentOf(told) !== fragmentOf(history.now)) history.to(told);
    show();
  } catch (error) {
    history.to(FIRST);
    show();
    page.refusal.textContent = `The link cannot be read: ${messageOf(error)}`;
  }
}

page.scenario.replaceChildren(...scenarios.map(({ id, title }) => element('option', { value: id }, title)));
page.scenario.addEventListener('change', () => {
  history.to({ scenario: page.scenario.value, acts: [], today: null });
  show();
});
byId('pass', HTMLButtonElement).addEventListener('click', () => {
  const { scenario, acts } = history.now;
  const before = history.now;
  history.to({ scenario, acts, today: page.day.value });
  try {
    show();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    history.undo();
    if (history.now !== before) throw error;
    show();
    page.refusal.textContent = messageOf(error);
  }
});
page.undo.addEventListener('click', () => {
  history.undo();
  show();
});
page.redo.addEventListener('click', () => {
  history.redo();
  show();
});
byId('share', HTMLButtonElement).addEventListener('click', () => {
  void navigator.clipboard
    .writeText(location.href)
    .then(() => (page.shared.textContent = 'The link is copied.'))
    .catch(() => (page.shared.textContent = 'The address of this page holds all of it.'));
});
page.actor.addEventListener('change', showTypes);
page.type.addEventListener('change', showSubjects);
page.subject.addEventListener('change', showSubjects);
byId('form', HTMLFormElement).addEventListener('submit', (submitted) => {
  submitted.preventDefault();
  try {
    tryAct(form?.event() ?? {});
  } catch (error) {
    page.refusal.textContent = messageOf(error);
  }
});
page.advise.addEventListener('click', () => void adviseNow());
globalThis.addEventListener('hashchange', () => {
  if (location.hash !== fragmentOf(history.now)) fromAddress();
});
fromAddress();
