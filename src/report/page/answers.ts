/** Pages of single answers: the tree of a meeting, and a tournament of policies. */
import type { Tournament } from '../../analyses/tournament/tournament';
import type { Tree } from '../../analyses/tree/tree';
import type { Facts } from '../../facts/schema';
import { formatDate } from '../../kit/calendar';
import { PARTY_IDS } from '../../model/actor';
import { treePicture } from '../charts/branches';
import { loadDrawing } from '../charts/library';
import type { Picture } from '../charts/picture';
import { matrixPicture } from '../charts/policy-matrix';
import { equilibriumText } from '../screens/tournament';
import { sentence, thousands } from '../wording/text';
import { figure } from './figure';
import { givenActs } from './foundations';
import { markup, quoted } from './markup';
import { page } from './shell';

/** With what a page of an answer is made. */
export interface AnswerView {
  /** Title of the scenario. */
  readonly title: string;
  /** The command that makes it again. */
  readonly command: string;
  /** What is taken as given of what a caller says has happened, in sentences with their days. */
  readonly given: readonly string[];
}

/** What both answers tell of how they were made. */
interface Made {
  readonly version: string;
  readonly scenario: string;
  readonly today: string;
  readonly seed: string;
  readonly digest: string;
  readonly runs: number;
  /** Of one that was stopped: what was asked for. */
  readonly partial?: { readonly asked: number };
}

/** A page of some pictures of one answer. */
async function answerPage(
  found: Made,
  view: AnswerView,
  told: {
    readonly question: string;
    /** Heading of the pictures. */
    readonly heading: string;
    readonly runs: string;
    readonly notes: readonly string[];
    readonly pictures: readonly Picture[];
  },
): Promise<string> {
  const drawing = await loadDrawing();
  const { question, heading, runs, notes, pictures } = told;
  const short =
    found.partial === undefined
      ? null
      : markup`<p class="answer">A partial answer: ${thousands(found.runs)} of ${thousands(found.partial.asked)} runs.</p>`;
  const made = markup`<p>detente ${found.version}, scenario ${quoted(found.scenario)}, ${runs}, seed ${quoted(found.seed)}, digest ${found.digest}.</p>
<p>Again: <code>${view.command}</code></p>`;
  return page({
    title: `${view.title}: ${question}`,
    description: `${question} ${view.title}, from ${formatDate(found.today)}.`,
    header: markup`<p class="meta">From ${formatDate(found.today)}</p><h1>${quoted(view.title)}</h1><p class="question">${question}</p>${short}${givenActs(view.given)}`,
    sections: [
      {
        id: 'pictures',
        name: heading,
        body: markup`${pictures.map((picture) => figure(drawing, picture))}`,
      },
      { id: 'read', name: 'How to read it', body: markup`${notes.map((note) => markup`<p>${note}</p>`)}` },
      { id: 'made', name: 'How it was made', body: made },
    ],
  });
}

/** The tree of a meeting as a page. Rejects with a MissingPeerError where the library of charts is not installed. */
export function treePage(found: Tree, view: AnswerView): Promise<string> {
  const { runs, days, lastLookOn } = found;
  return answerPage(found, view, {
    question: 'How does the meeting branch, and how often each way?',
    heading: 'Branch by branch',
    runs: `${thousands(runs)} runs`,
    pictures: [treePicture(found)],
    notes: [
      `Kept: by ${formatDate(lastLookOn)}, ${days} days after the planned day of the meeting, no breach is documented and no pledge of the agreement is left undone.`,
      'Shares of runs in the model, without the base rate. What goes together is shown, not what brings about.',
    ],
  });
}

/** A tournament as a page. Rejects as {@link treePage} does. */
export function tournamentPage(found: Tournament, view: AnswerView, facts: Facts): Promise<string> {
  return answerPage(found, view, {
    question: 'What is each policy worth against each other one?',
    heading: 'Side by side',
    runs: `${thousands(found.runs)} runs of each pair`,
    pictures: PARTY_IDS.map((party) => matrixPicture(found, party, facts)),
    notes: [
      found.equilibria.length === 0
        ? 'No equilibrium was found in the game of choosing a policy once.'
        : 'In the game of choosing a policy once neither side would change its choice here:',
      ...found.equilibria.map((equilibrium) => sentence(equilibriumText(equilibrium, facts))),
      "The model alone, without the base rate. Utilities are each side's own and are not to be added up.",
    ],
  });
}
