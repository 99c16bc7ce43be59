/**
 * The difference of two histories as text: a step as a noun ("the purchase that was not made"), what is behind it,
 * and the whole of a comparison in sentences.
 */
import { checkState } from '../../engine/parse-state';
import { type AnswerForm, asGiven, checkAnswer } from '../../kit/answer-form';
import { formatDate } from '../../kit/calendar';
import type { PartyId } from '../../model/actor';
import type { State } from '../../model/state';
import { checkFacts, type BareFacts } from '../../facts/bare';
import { supposedSide, type Happening, type DifferingStep } from '../../analyses/comparison/differing-steps';
import type {
  ExplainedComparison,
  NeededDifference,
  StepGroup,
} from '../../analyses/comparison/explained-comparison';
import { isAtTable, type Trial } from '../../episode/trace';
import { EXPLAINED_COMPARISON, STEP } from './answer-forms';
import { inPlace, nameIn } from './names';
import { supposedName } from './supposed';
import { wordingOf } from './table';
import { capitalOf, counted, fixed, listed, percent, sentence } from './text';
import { labelled, NOUNS, passive, quoted, type Family, type Phrase } from './wording';
import { existing } from '../../kit/lists';

/** What names things: the facts, and the labels of what the first days of both scenarios know. */
export interface Names {
  /** The facts, for labels of measures, issues and people. */
  readonly facts: BareFacts;
  /** What people call a thing by its id; null where nothing is known of it. */
  readonly label: (id: string) => string | null;
}

const NAMES: AnswerForm<Names> = {
  what: 'names, as namesOf gives them',
  fields: { facts: 'object', label: 'function' },
};

/** Refuses with an InputError what names nothing. */
export function checkNames(path: string, names: Names): void {
  checkAnswer(path, names, NAMES);
  checkFacts(`${path}.facts`, names.facts);
}

/**
 * The names that two scenarios share.
 * @param facts - Facts for labels of measures, issues and people.
 * @param starts - First states of the scenarios that are told of, the first that knows an id first; without one, ids have no labels.
 * @throws InputError when facts or a state are none.
 *
 * @example namesOf(facts, start('kuala-lumpur-2025')).label('us/ieepa-hundred')
 */
export function namesOf(facts: BareFacts, ...starts: readonly State[]): Names {
  checkFacts('facts', facts);
  for (const [at, state] of starts.entries()) checkState(`starts.${at}`, state);
  return {
    facts,
    label: (id) => starts.map((state) => nameIn(state, id)).find((found) => found !== undefined) ?? null,
  };
}

/** What names an act of a phrase: the label of what it is about, or who it is by. */
interface ActName {
  readonly label?: string;
  readonly by?: string;
}

/** The family of an action type: what its name begins with. */
const isFamily = (prefix: string): prefix is Family => Object.hasOwn(NOUNS, prefix);

const familyOf = (type: string): string => type.slice(0, type.indexOf('.'));

/** Nouns that are named by where they are held or by what is bought, and not by a label. */
const NAMED: Partial<Readonly<Record<Family, (label: string) => string>>> = {
  talks: inPlace,
  meeting: inPlace,
  purchase: (product) => `of ${product.charAt(0).toLowerCase()}${product.slice(1)}`,
};

/** The noun of a phrase with its name. */
function nounText(type: string, { noun }: Phrase, { label, by }: ActName): string {
  const family = familyOf(type);
  const own = isFamily(family) ? NOUNS[family].one : 'act';
  const author = by === undefined ? '' : ` by ${by}`;
  if (label === undefined) return `${noun ?? own}${author}`;
  const named = noun === null && isFamily(family) ? NAMED[family] : undefined;
  return named === undefined ? labelled(noun ?? own, label) : `${own} ${named(label)}`;
}

/** An act of a type of one's own, of which nothing else is known. */
const ownPhrase = (type: string): Phrase => passive('make', { noun: `move ${quoted(type)}` });

const phraseOf = (type: string): Phrase => wordingOf(type)?.phrase ?? ownPhrase(type);

/** An act as a noun, that came or stayed away: `the purchase that was not made`, `the duty “Farm goods” that was cut`. */
export function actPhrase(type: string, came: boolean, name: ActName = {}): string {
  const phrase = phraseOf(type);
  const lead = phrase.lead === '' ? '' : `${phrase.lead} `;
  return `${lead}the ${nounText(type, phrase, name)} that ${came ? phrase.came : phrase.stayedAway}`;
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

/** Something that is seen, as a clause: `the duty “Threatened extra 100 percent” was carried out`. */
export function signalClause(event: Pick<Happening, 'type' | 'actor' | 'subject'>, names: Names): string {
  const phrase = phraseOf(event.type);
  const lead = phrase.lead === '' ? '' : `${phrase.lead} `;
  const name = nameOf(event, names);
  const noun = nounText(event.type, phrase, name);
  // Of promises without a name there are several: which one it was is not told.
  const isOne = phrase.noun === null || name.label !== undefined || name.by !== undefined;
  return `${lead}${isOne ? 'the' : /^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun} ${phrase.came}`;
}

/** Name of what an act is about; new measures have no label, so they are named by their author. */
function nameOf(
  { subject, actor, type }: Pick<Happening, 'type' | 'actor' | 'subject'>,
  names: Names,
): ActName {
  const known = subject === null ? null : names.label(subject);
  if (known !== null) return { label: known };
  const author = whose(names, actor);
  if (author === '' || type.startsWith('meeting.')) return {};
  if (subject?.includes('/answer-') === true) return { by: `${author}, an answer,` };
  if (subject?.includes('/breach-') === true) return { by: `${author}, a breach of the truce,` };
  return { by: author };
}

/**
 * What an agreement became where it turned with whether a side accepts the exchange: without it both only hold still. Null where
 * the scope is the same, or turned with something else.
 */
function scopeTurned({ base, variant, fields, crossed }: DifferingStep): 'agenda' | 'narrow' | null {
  if (base?.type !== 'agreement.reach' || variant?.type !== base.type || !fields.includes('scope'))
    return null;
  if (crossed?.name.endsWith('/accepts') !== true || crossed.base?.happened === crossed.variant?.happened)
    return null;
  if (crossed.variant?.happened === false) return 'narrow';
  return crossed.base?.happened === false ? 'agenda' : null;
}

const TURNED = {
  narrow: 'a standstill in place of an exchange',
  agenda: 'an exchange in place of a standstill',
} as const;

/** Who turned at the table, behind an agreement that came, stayed away or changed. */
function turnedAtTable(step: DifferingStep, names: Names): string {
  const { base, variant, crossed } = step;
  if (crossed === null || !isAtTable(crossed.name) || crossed.variant === null) return '';
  // A draw that stands alone is the step itself, and is told there.
  if (base === null && variant === null) return '';
  const scope = scopeTurned(step);
  const accepts = scope === null ? 'accepts the exchange' : 'accepts it';
  const [who = '', verb = ''] = crossed.name.split('/');
  const now = crossed.variant.happened;
  if (verb === 'decides') return `, since the meeting ${now ? 'now' : 'no longer'} decides`;
  if (verb === 'text') return `, since a text is ${now ? 'now' : 'no longer'} agreed`;
  const does = verb === 'refuses' ? 'stands firm' : accepts;
  return `, since ${whose(names, who)} ${now ? 'now' : 'no longer'} ${does}`;
}

/** A step as a noun phrase, as seen from the variant: what came in it, stayed away, or came otherwise. */
export function stepPhrase(step: DifferingStep, names: Names): string {
  return `${bareStepPhrase(step, names)}${turnedAtTable(step, names)}`;
}

function bareStepPhrase(step: DifferingStep, names: Names): string {
  const { base, variant, crossed } = step;
  if (variant === null) {
    if (base !== null) return actPhrase(base.type, false, nameOf(base, names));
    return crossed === null
      ? 'a difference without a name'
      : drawPhrase(crossed.name, crossed.variant?.happened === true, names);
  }
  if (base === null) return actPhrase(variant.type, true, nameOf(variant, names));
  const came = actPhrase(variant.type, true, nameOf(variant, names));
  if (base.type === variant.type) {
    const scope = scopeTurned(step);
    if (scope !== null) return TURNED[scope];
    return variant.type === 'agreement.reach'
      ? 'the agreement that was reached on other terms'
      : `${came} otherwise`;
  }
  return `${came}, where it ${phraseOf(base.type).came} in the base`;
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
  const drawn = existing(variant ?? base);
  const value = drawn.value;
  const what = judgement
    ? `${whose(names, who)} asks ${number(value)} points for conceding and sees`
    : `chance draws ${number(value)} (${name}),`;
  if (base !== null && variant !== null) {
    return `${what} ${heldAgainst(base, judgement)} in the base, ${heldAgainst(variant, judgement)} in the variant`;
  }
  const side = base === null ? 'variant' : 'base';
  return `${what} ${heldAgainst(drawn, judgement)}; it is asked in the ${side} alone`;
}

/** What was conceded otherwise, issue by issue. */
const movedTexts = ({ moved }: DifferingStep, names: Names) =>
  moved.map(
    ({ issue, base, variant }) =>
      `${names.label(issue) ?? issue}: ${percent(base, 0)} in the base, ${percent(variant, 0)} in the variant`,
  );

/**
 * What is behind a step: supposition, refusal, turned draw, deadline or rule.
 * @param step - Step at which two runs part, as a chain or a turn of `explainDifference` has it.
 * @param names - What things are called, as `namesOf` gives it for both first days.
 * @throws InputError when step or names are none.
 *
 * @example
 * const { example } = explainDifference('kuala-lumpur-2025', 'soybeans-first', { runs: 50, histories: 5 });
 * example?.chain.map((step) => whyText(step, namesOf(facts)))
 */
export function whyText(step: DifferingStep, names: Names): string {
  checkAnswer('step', step, STEP);
  checkNames('names', names);
  return asGiven('step', [step, names], () => {
    const { base, variant, refused } = step;
    if (refused !== null) return `refused in the ${refused.side}: ${refused.codes.join(', ')}`;
    const supposed = supposedSide(step);
    if (supposed !== null) {
      const where = supposed === variant ? 'the variant' : 'the base alone';
      return `${where} supposes it: ${supposedName(supposed.cause.rule)}`;
    }
    const drawn = drawText(step, names);
    if (drawn !== null) return [drawn, ...movedTexts(step, names)].join('; ');
    if (step.moved.length > 0) return movedTexts(step, names).join('; ');
    const act = variant ?? base;
    if (act === null) return 'it follows from what went before';
    const { cause, actor } = act;
    if (cause.kind === 'calendar')
      return `a deadline falls due in the ${variant === null ? 'base' : 'variant'} alone`;
    if (cause.kind === 'decision') return `${whose(names, actor)} ${cause.rule} (policy ${cause.by})`;
    return cause.rule;
  });
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
      return supposedName(name);
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
  const named = needed.map(
    (difference, at) =>
      `${differencePhrase(difference, names)}${at === 0 ? ' would undo the change' : ''} in ${percent(difference.needed.share, 0)} of the changed runs`,
  );
  const several =
    overdetermined.pairs === 0
      ? ''
      : `${named.length === 0 ? 'In' : ' In'} ${percent(overdetermined.share, 0)} none of the differences was needed: any one of them could be taken back and the run would still change.`;
  return named.length === 0 ? several : `Taken back alone, ${listed(named)}.${several}`;
}

function turnSentence({ turns, starts, explained }: ExplainedComparison, names: Names): string {
  const [turn] = turns;
  if (turn === undefined || explained < 2 || (turn.key === starts[0]?.key && turn.pairs === starts[0].pairs))
    return '';
  return `What settles it most often is ${stepPhrase(turn.step, names)} (${percent(turn.share, 0)}).`;
}

function alikeSentence({ endingAlike: { looked, parted, beyond } }: ExplainedComparison): string {
  if (looked === 0) return '';
  const alike = `Of ${counted(looked, 'run')} that ${looked === 1 ? 'ends' : 'end'} in the same class under both`;
  if (parted.pairs === 0) return `${alike}, all take the same course.`;
  return `${alike}, ${beyond.pairs} still ${beyond.pairs === 1 ? 'differs' : 'differ'} on the way, beyond the supposed events.`;
}

/**
 * The comparison in sentences: how many runs change, with what it starts, which difference it needed, what settles it,
 * and how many part without changing. Pure.
 * @param found - The explained comparison, as `explainDifference` gives it.
 * @param names - What things are called, as `namesOf` gives it for both first days.
 * @throws InputError when the comparison is none of `explainDifference`, or the names are none.
 *
 * @example
 * const found = explainDifference('kuala-lumpur-2025', 'soybeans-first', { runs: 50, histories: 5 });
 * differenceSentences(found, namesOf(facts))
 */
export function differenceSentences(found: ExplainedComparison, names: Names): string[] {
  checkAnswer('found', found, EXPLAINED_COMPARISON);
  checkNames('names', names);
  return asGiven('found', [found, names], () => {
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
  });
}
