/** The page: messages go in, the model is stepped, what changed is drawn, and what is wanted is asked. */
import type { Actor, PartyId } from 'detente';
import { loadActs } from './acts';
import { Asker } from './asker';
import { byId, element } from './element';
import { answerHere, nothingHere, OPENED, step, toldHere, wanted, type Message, type Model } from './model';
import type { Kind, Question } from './question';
import { fragmentOf } from './situation';
import type { TextFile } from './files';
import { drawAnswer } from './view-answer';
import { drawBeside } from './view-beside';
import {
  drawCites,
  drawDay,
  drawLawful,
  drawNote,
  drawScenarios,
  drawTimeline,
  refreshForm,
  typedEvent,
} from './view-play';
import { messageOf } from './words';

const BESIDE = ['why', 'advise', 'watch', 'story', 'report'] as const;

let model: Model = OPENED;

/** A part of the page: what it is drawn from, and how. It is drawn anew only where that changed. */
interface Part {
  readonly from: (model: Model) => readonly unknown[];
  readonly draw: (model: Model) => void;
  last?: readonly unknown[];
}

const PARTS: Part[] = [
  // With each note as well: what was chosen may not have been opened.
  { from: ({ now, note }) => [now, note], draw: drawScenarios },
  { from: ({ now, past, future }) => [now, past, future], draw: drawDay },
  { from: ({ now }) => [now], draw: drawTimeline },
  {
    from: ({ now, choice: { actor, search, type, subject } }) => [now, actor, search, type, subject],
    draw: drawLawful,
  },
  {
    from: ({ now, sources, choice: { actor, search, type } }) => [now, actor, search, type, sources],
    draw: drawCites,
  },
  { from: ({ note, sources }) => [note, sources], draw: (drawn) => drawNote(drawn, send) },
  { from: (drawn) => [drawn.now, toldHere(drawn, 'answer'), nothingHere(drawn)], draw: drawAnswer },
  ...BESIDE.map((kind) => ({
    from: (drawn: Model) => [drawn.now, toldHere(drawn, kind)],
    draw: (drawn: Model) => drawBeside(kind, drawn, send),
  })),
];

const isSame = (one: readonly unknown[], other: readonly unknown[]) =>
  one.every((value, at) => Object.is(value, other[at]));

function drawPart(part: Part): void {
  const from = part.from(model);
  if (part.last !== undefined && isSame(from, part.last)) return;
  part.last = from;
  part.draw(model);
}

function draw(): void {
  PARTS.forEach(drawPart);
  const fragment = fragmentOf(model.now);
  if (location.hash === fragment) return;
  history.replaceState(null, '', fragment);
  byId('share', HTMLElement).textContent = 'Copy a link';
}

const asker = new Asker(
  // What the workers need is loaded when the page has been drawn.
  async (asked, signal, tell) => (await import('./work')).work(asked, signal, tell),
  (key, told) => send({ do: 'told', key, told }),
);

/** Lets the page draw and hear its reader. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

let isRecordAsked = false;

/** Loads the acts and the sources of the record, once a first answer is drawn: nothing of that hangs on them. */
async function loadRecord(): Promise<void> {
  if (isRecordAsked || answerHere(model) === null) return;
  isRecordAsked = true;
  await turn();
  try {
    await loadActs();
    const { sources } = await import('./record');
    send({ do: 'know-sources', sources });
  } catch {
    // Without it the page names its sources by their ids; what comes next asks again.
    isRecordAsked = false;
  }
}

/** Takes a message: the page that it makes is drawn, and what it wants is asked. */
function send(message: Message): void {
  model = step(model, message);
  draw();
  asker.follow(wanted(model));
  void loadRecord();
}

/** Takes a message that opens a scenario, once the acts of the record are there: its first day may be one that nobody folded beforehand. */
async function open(message: Message): Promise<void> {
  try {
    await loadActs();
    send(message);
  } catch (error) {
    send({ do: 'fault', text: `The record cannot be loaded: ${messageOf(error)}.` });
  }
}

const on = (id: string, event: string, does: (event: Event) => void) =>
  byId(id, HTMLElement).addEventListener(event, does);
const valueOf = (id: string) => {
  const input = byId(id, HTMLElement);
  return input instanceof HTMLInputElement || input instanceof HTMLSelectElement ? input.value : '';
};

/** Asks beside the answer, and goes to where it will stand. */
function ask(question: Question): void {
  send({ do: 'ask', question });
  const kind: Kind = question.kind;
  document.getElementById(`${kind}-head`)?.scrollIntoView({ block: 'nearest' });
}

function sayOfFiles(text: string, isFault: boolean): void {
  const place = byId('file-note', HTMLElement);
  place.className = isFault ? 'refused' : 'done';
  place.textContent = text;
}

async function save(kind: 'scenarioFile' | 'logFile'): Promise<void> {
  try {
    await loadActs();
    const { [kind]: fileOf } = await import('./files');
    const { name, text } = fileOf(model.now);
    const href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    element('a', { href, download: name }).click();
    URL.revokeObjectURL(href);
    sayOfFiles(`Saved as ${name}.`, false);
  } catch (error) {
    sayOfFiles(`Nothing is saved: ${messageOf(error)}.`, true);
  }
}

async function load(file: TextFile): Promise<void> {
  try {
    await loadActs();
    const { situationFrom } = await import('./files');
    const situation = await situationFrom(file, model.now);
    send({ do: 'open', situation, name: file.name });
    sayOfFiles(`${file.name} is open.`, false);
  } catch (error) {
    sayOfFiles(`${file.name} cannot be loaded: ${messageOf(error)}. Nothing is changed.`, true);
  }
}

function listen(): void {
  on('scenario', 'change', () => {
    if (valueOf('scenario') !== '') void open({ do: 'choose-scenario', id: valueOf('scenario') });
  });
  on('pass-form', 'submit', (event) => {
    event.preventDefault();
    send({ do: 'pass-to', day: valueOf('day') });
  });
  on('undo', 'click', () => send({ do: 'undo' }));
  on('redo', 'click', () => send({ do: 'redo' }));
  on('actor', 'change', () => send({ do: 'choose', choice: { actor: valueOf('actor') as Actor } }));
  on('search', 'input', () => send({ do: 'choose', choice: { search: valueOf('search') } }));
  on('type', 'change', () => send({ do: 'choose', choice: { type: valueOf('type'), subject: null } }));
  on('subject', 'change', () => send({ do: 'choose', choice: { subject: valueOf('subject') } }));
  on('form', 'input', refreshForm);
  on('form', 'submit', (event) => {
    event.preventDefault();
    try {
      const given = typedEvent();
      send({ do: 'choose', choice: { type: valueOf('type'), subject: valueOf('subject') || null } });
      send({ do: 'act', event: given });
    } catch (error) {
      send({ do: 'fault', text: `${messageOf(error)}.` });
    }
  });
  on('share', 'click', () => {
    const say = (text: string) => (byId('share', HTMLElement).textContent = text);
    void navigator.clipboard
      .writeText(location.href)
      .then(() => say('The link is copied'))
      .catch(() => say('The address of this page is the link'));
  });
  on('glance', 'click', () => byId('answer-title', HTMLElement).scrollIntoView());
  on('ask-why', 'click', () => ask({ kind: 'why' }));
  on('ask-watch', 'click', () => ask({ kind: 'watch' }));
  on('ask-report', 'click', () => ask({ kind: 'report' }));
  on('advise-form', 'submit', (event) => {
    event.preventDefault();
    ask({
      kind: 'advise',
      party: valueOf('party') as PartyId,
      objective: valueOf('objective') || null,
      family: valueOf('among') || null,
    });
  });
  on('story-form', 'submit', (event) => {
    event.preventDefault();
    ask({ kind: 'story', seed: valueOf('seed'), episode: Number(valueOf('episode')) });
  });
  on('save-scenario', 'click', () => void save('scenarioFile'));
  on('save-log', 'click', () => void save('logFile'));
  on('load', 'change', () => {
    const input = byId('load', HTMLInputElement);
    const [file] = input.files ?? [];
    if (file === undefined) return;
    void file.text().then((text) => load({ name: file.name, text }));
    // So that the same file can be loaded again.
    input.value = '';
  });
  globalThis.addEventListener('hashchange', () => {
    if (location.hash !== fragmentOf(model.now)) void open({ do: 'follow', fragment: location.hash });
  });
}

/** The page of its address; the one without an address needs nothing that is loaded later. */
async function first(): Promise<Model> {
  const follow = () => step(model, { do: 'follow', fragment: location.hash });
  if (location.hash === '') return follow();
  return loadActs().then(follow, (error: unknown) =>
    step(model, { do: 'fault', text: `The link cannot be followed: ${messageOf(error)}.` }),
  );
}

/** Begins the page part by part, so that it is never held up for as long as all of them take. */
async function begin(): Promise<void> {
  await turn();
  model = await first();
  for (const part of PARTS) {
    await turn();
    drawPart(part);
  }
  listen();
  draw();
  asker.follow(wanted(model));
  document.documentElement.dataset['ready'] = '';
}

void begin();
