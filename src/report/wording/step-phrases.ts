/**
 * The difference of two histories in words: a step as a noun ("the purchase that was not made"), what is behind it,
 * and the whole of a comparison in sentences.
 */
import { formatDate } from '../../kit/calendar';
import type { PartyId } from '../../model/actor';
import type { State } from '../../model/state';
import type { Facts } from '../../facts/schema';
import { supposedSide, type Happening, type DifferingStep } from '../../analyses/comparison/differing-steps';
import type {
  ExplainedComparison,
  NeededDifference,
  StepGroup,
} from '../../analyses/comparison/explained-comparison';
import { isAtTable, type Trial } from '../../episode/trace';
import { capitalOf, counted, fixed, listed, percent, sentence } from './text';

/** What names things: the facts, and the labels of what the first days of both scenarios know. */
export interface Names {
  readonly facts: Facts;
  readonly label: (id: string) => string | null;
}

/** The names that two scenarios share. */
export function namesOf(facts: Facts, ...starts: readonly State[]): Names {
  const labelIn = (state: State, id: string): string | undefined =>
    (state.tariff[id] ?? state.control[id] ?? state.portFee[id] ?? state.listing[id])?.label ??
    state.probes[id]?.subject ??
    state.flows[id]?.product ??
    state.authorities[id]?.label ??
    state.issues[id]?.label ??
    state.rounds[id]?.place;
  return {
    facts,
    label: (id) => starts.map((state) => labelIn(state, id)).find((found) => found !== undefined) ?? null,
  };
}

const NOUNS: Readonly<Record<string, string>> = {
  tariff: 'duty',
  control: 'export control',
  'port-fee': 'port fee',
  listing: 'listing',
  licence: 'licence',
  probe: 'probe',
  purchase: 'purchase',
  undertaking: 'undertaking',
  truce: 'truce',
  issue: 'issue',
  talks: 'round of talks',
  meeting: 'meeting',
  agreement: 'agreement',
  statement: 'statement',
  'third-country': 'third country',
  court: 'authority',
  calendar: 'day',
  economy: 'account of the day',
  market: 'market',
};

/** What became of the thing, and what did not: `was …` and `was not …` where one word is given. */
type Fate = string | readonly [came: string, stayedAway: string];

/** Fates by type, and by verb for what is common to all kinds of measure. */
const FATES: Readonly<Record<string, Fate>> = {
  advance: ['passed', 'did not pass'],
  accrue: ['was drawn up', 'was not drawn up'],
  move: ['moved', 'did not move'],
  propose: 'considered',
  threaten: 'threatened',
  impose: 'imposed',
  'carry-out': 'ordered',
  postpone: 'put off',
  'put-off': 'put off',
  'set-deadline': 'given a date',
  withdraw: 'withdrawn',
  suspend: 'suspended',
  extend: 'prolonged',
  'schedule-return': 'set to return',
  resume: 'resumed',
  'enter-into-force': ['came into force', 'did not come into force'],
  snapback: ['snapped back', 'did not snap back'],
  lapse: ['lapsed', 'did not lapse'],
  'expire-threat': ['was threatened and never came', 'did not lapse as a threat'],
  raise: 'raised',
  cut: 'cut',
  'fold-in': 'folded into another',
  'set-by-statute': 'set by statute',
  tighten: 'tightened',
  ease: 'eased',
  grant: 'granted',
  'take-effect': ['took effect', 'did not take effect'],
  expire: ['ran out', 'did not run out'],
  withhold: 'withheld',
  open: 'opened',
  find: 'concluded with a finding',
  close: 'closed',
  'purchase.commit': 'promised',
  'purchase.deliver': 'made',
  'purchase.halt': 'halted',
  settle: ['fell due', 'did not fall due'],
  'undertaking.make': 'given',
  honour: 'honoured',
  default: ['was broken', 'was not broken'],
  'open-talks': ['was to be talked about', 'was not to be talked about'],
  conclude: 'concluded',
  confirm: 'confirmed',
  strain: 'strained',
  breach: 'broken',
  repair: 'repaired',
  terminate: 'declared over',
  'issue.raise': ['came up', 'did not come up'],
  drop: 'dropped',
  schedule: 'agreed',
  'name-delegation': 'given its delegation',
  'call-off': 'called off',
  'leaders-call': ['the leaders held by telephone', 'the leaders did not hold by telephone'],
  plan: 'planned',
  doubt: ['fell into doubt', 'did not fall into doubt'],
  reinstate: 'reinstated',
  'put-on-agenda': 'given another issue',
  'take-off-agenda': 'relieved of an issue',
  hold: 'held',
  reach: 'reached',
  'statement.make': 'made',
  align: ['took sides', 'did not take sides'],
  'take-up': 'challenged in court',
  stay: 'stayed by a court',
  uphold: 'upheld by a court',
  'strike-down': 'struck down',
};

function partsOf(type: string): readonly [noun: string, fate: readonly [string, string]] {
  const [prefix = '', verb = ''] = type.split('.');
  const fate = FATES[type] ?? FATES[verb] ?? verb;
  return [NOUNS[prefix] ?? prefix, typeof fate === 'string' ? [`was ${fate}`, `was not ${fate}`] : fate];
}

/** An act as a noun, that came or stayed away: `the purchase that was not made`. */
export function actPhrase(type: string, came: boolean, name: string | null = null): string {
  const [noun, fate] = partsOf(type);
  return `the ${noun}${name === null ? '' : ` (${name})`} that ${fate[came ? 0 : 1]}`;
}

const isParty = (text: string): text is PartyId => text === 'US' || text === 'CN';

/** Who a draw or an act belongs to, as a capital; empty where it is nobody's. */
const whose = (names: Names, actor: string) => (isParty(actor) ? capitalOf(names.facts, actor) : '');

/** A turned draw as a noun, where no act shows it. */
function drawPhrase(name: string, now: boolean, names: Names): string {
  const [who = '', what = ''] = name.split('/');
  const not = now ? 'now' : 'no longer';
  if (name === 'meeting/decides') return `the meeting that ${now ? 'now decides' : 'no longer decides'}`;
  if (name === 'meeting/text') return `the text that is ${not} agreed`;
  if (what === 'type') return `${whose(names, who)}, which ${not} gives nothing of its own`;
  if (what === 'refuses')
    return `${whose(names, who)}, which ${now ? 'now stands firm' : 'no longer stands firm'} at the meeting`;
  if (what === 'accepts')
    return `the exchange that ${whose(names, who)} ${now ? 'now accepts' : 'no longer accepts'}`;
  if (what === 'answer')
    return `the answer that ${whose(names, who)} ${now ? 'now gives' : 'no longer gives'}`;
  return `the draw “${name}” that ${not} comes true`;
}

/** Label of what an act is about; new measures have none, so their author is told. */
function nameOf({ subject, actor, type }: Happening, names: Names): string | null {
  const known = subject === null ? null : names.label(subject);
  if (known !== null) return known;
  const author = whose(names, actor);
  if (author !== '' && subject?.includes('/answer-') === true) return `${author}’s answer`;
  if (author !== '' && subject?.includes('/breach-') === true) return `${author}’s breach of the truce`;
  return author === '' || type.startsWith('meeting.') ? null : `by ${author}`;
}

/** Who turned at the table, behind an agreement that came, stayed away or changed. */
function turnedAtTable({ crossed }: DifferingStep, names: Names): string {
  if (crossed === null || !isAtTable(crossed.name) || crossed.variant === null) return '';
  const [who = '', verb = ''] = crossed.name.split('/');
  const now = crossed.variant.happened;
  if (verb === 'decides') return `, since the meeting ${now ? 'now' : 'no longer'} decides`;
  if (verb === 'text') return `, since a text is ${now ? 'now' : 'no longer'} agreed`;
  const does = verb === 'refuses' ? 'stands firm' : 'accepts the exchange';
  return `, since ${whose(names, who)} ${now ? 'now' : 'no longer'} ${does}`;
}

/** A step as a noun phrase, as seen from the variant: what came in it, stayed away, or came otherwise. */
export function stepPhrase(step: DifferingStep, names: Names): string {
  return `${bareStepPhrase(step, names)}${turnedAtTable(step, names)}`;
}

function bareStepPhrase({ base, variant, crossed }: DifferingStep, names: Names): string {
  if (variant === null && base === null) {
    return crossed === null
      ? 'a difference without a name'
      : drawPhrase(crossed.name, crossed.variant?.happened === true, names);
  }
  if (variant === null) return actPhrase(base!.type, false, nameOf(base!, names));
  if (base === null) return actPhrase(variant.type, true, nameOf(variant, names));
  const came = actPhrase(variant.type, true, nameOf(variant, names));
  if (base.type === variant.type) {
    return variant.type === 'agreement.reach'
      ? 'the agreement that was reached on other terms'
      : `${came} otherwise`;
  }
  const [, [instead]] = partsOf(base.type);
  return `${came}, where it ${instead} in the base`;
}

const number = (value: number) => fixed(value, 3);

function heldAgainst({ happened, threshold }: Trial, judgement: boolean): string {
  if (judgement) return `a gain of ${number(threshold)}, ${happened ? 'enough' : 'not enough'}`;
  return `${happened ? 'below' : 'not below'} ${number(threshold)}`;
}

function drawText({ crossed }: DifferingStep, names: Names): string | null {
  if (crossed === null) return null;
  const { name, base, variant } = crossed;
  const judgement = name.endsWith('/accepts');
  const [who = ''] = name.split('/');
  const value = (variant ?? base)!.value;
  const what = judgement
    ? `${whose(names, who)} asks ${number(value)} points for conceding and sees`
    : `the draw ${name} of ${number(value)} is`;
  if (base !== null && variant !== null) {
    return `${what} ${heldAgainst(base, judgement)} in the base, ${heldAgainst(variant, judgement)} in the variant`;
  }
  const side = base === null ? 'variant' : 'base';
  return `${what} ${heldAgainst((base ?? variant)!, judgement)}, and only the ${side} came to ask`;
}

/** What was conceded otherwise, issue by issue. */
const movedTexts = ({ moved }: DifferingStep, names: Names) =>
  moved.map(
    ({ issue, base, variant }) =>
      `${names.label(issue) ?? issue}: ${percent(base, 0)} in the base, ${percent(variant, 0)} in the variant`,
  );

/** What is behind a step: supposition, refusal, turned draw, deadline or rule. */
export function whyText(step: DifferingStep, names: Names): string {
  const { base, variant, refused } = step;
  if (refused !== null) return `refused in the ${refused.side}: ${refused.codes.join(', ')}`;
  const supposed = supposedSide(step);
  if (supposed !== null) {
    const where = supposed === variant ? 'the variant' : 'the base alone';
    return `${where} supposes it, as “${supposed.cause.rule}”`;
  }
  const drawn = drawText(step, names);
  if (drawn !== null) return [drawn, ...movedTexts(step, names)].join('; ');
  if (step.moved.length > 0) return movedTexts(step, names).join('; ');
  const cause = (variant ?? base)?.cause;
  if (cause === undefined) return 'it follows from what went before';
  if (cause.kind === 'calendar')
    return `a deadline falls due in the ${variant === null ? 'base' : 'variant'} alone`;
  if (cause.kind === 'decision')
    return `${whose(names, (variant ?? base)!.actor)} ${cause.rule} (policy ${cause.by})`;
  return cause.rule;
}

/** A chain as dated lines: the step, and what is behind it. */
export function chainLines(
  chain: readonly DifferingStep[],
  names: Names,
): { on: string; text: string; why: string }[] {
  return chain.map((step) => ({
    on: formatDate(step.on),
    text: sentence(stepPhrase(step, names)),
    why: whyText(step, names),
  }));
}

/** A difference of the scenarios as a noun. */
export function differencePhrase(
  { kind, name }: Pick<NeededDifference, 'kind' | 'name'>,
  names: Names,
): string {
  switch (kind) {
    case 'event':
      return `the supposed event “${name}”`;
    case 'parameter':
      return `the parameter ${name}`;
    case 'issue':
      return `the weights and red line of the issue “${names.label(name) ?? name}”`;
    case 'policy':
      return `the policy of ${whose(names, name)}`;
    case 'hypothesis':
      return `the hypothesis ${name}`;
    case 'opening':
      return 'the opening: first day, agenda or facts';
  }
}

function inShare({ share, pairs }: StepGroup, all: number): string {
  if (all === 1) return 'In the one changed run';
  return pairs === all ? 'In every changed run' : `In ${percent(share, 0)} of the changed runs`;
}

/** Where it starts, as one sentence on the changed pairs that were looked into. */
function startSentence({ starts, explained }: ExplainedComparison, names: Names): string {
  const [first, second] = starts;
  if (first === undefined) return '';
  const more =
    second === undefined ? '' : `, in ${percent(second.share, 0)} with ${stepPhrase(second.step, names)}`;
  return `${inShare(first, explained)} it starts with ${stepPhrase(first.step, names)}${more}.`;
}

function needSentence({ differences, explained, overdetermined }: ExplainedComparison, names: Names): string {
  if (differences.length < 2 || explained === 0) return '';
  const needed = differences
    .filter((difference) => difference.needed.pairs > 0)
    .sort((a, b) => b.needed.pairs - a.needed.pairs)
    .slice(0, 3);
  const told = needed.map(
    (difference) => `${differencePhrase(difference, names)} (${percent(difference.needed.share, 0)})`,
  );
  const several =
    overdetermined.pairs === 0
      ? ''
      : `${told.length === 0 ? 'In' : ' In'} ${percent(overdetermined.share, 0)} no difference was needed by itself: others would have done without it.`;
  return told.length === 0 ? several : `It took ${listed(told)}.${several}`;
}

function turnSentence({ turns, starts, explained }: ExplainedComparison, names: Names): string {
  const [turn] = turns;
  if (turn === undefined || explained < 2 || (turn.key === starts[0]?.key && turn.pairs === starts[0].pairs))
    return '';
  return `What settles it most often is ${stepPhrase(turn.step, names)} (${percent(turn.share, 0)}).`;
}

function alikeSentence({ endingAlike: { looked, parted, beyond } }: ExplainedComparison): string {
  if (looked === 0) return '';
  if (parted.pairs === 0)
    return `Of ${counted(looked, 'run')} looked into that ended alike, none parted at all.`;
  return `Of ${counted(looked, 'run')} looked into that ended alike, ${beyond.pairs} parted all the same, in more than what is supposed.`;
}

/**
 * The comparison in sentences: how many runs change, with what it starts, which difference it took, what settles it,
 * and how many part without changing. Pure.
 */
export function differenceSentences(found: ExplainedComparison, names: Names): string[] {
  const { changed } = found;
  const head =
    changed.pairs === 0
      ? 'No run of the sample ends in another class.'
      : `${percent(changed.share)} of the runs (${percent(changed.low)} to ${percent(changed.high)}) end in another class.`;
  return [
    head,
    startSentence(found, names),
    needSentence(found, names),
    turnSentence(found, names),
    alikeSentence(found),
  ].filter((text) => text !== '');
}
