/** The families and fields of acts in words. */
import { FAMILY_NOUNS } from '../../actions/nouns';
import { checkText } from '../../kit/checks';
import { sentence } from './text';
import { visible } from './visible';

/** What a name ends with, where that is a unit. */
const UNITS: readonly (readonly [ending: RegExp, words: string])[] = [
  [/Pct$/, ', per cent'],
  [/UsdBn$/, ', billion dollars'],
  [/Bp$/, ', basis points'],
  [/Pp$/, ', percentage points'],
  [/Mmt$/, ', million metric tons'],
  [/Days$/, ', days'],
];

/** Fields whose names are no nouns that a reader would know, in words. */
const WORDS: Readonly<Record<string, string>> = {
  affirmative: 'Whether the finding is affirmative',
  answers: 'Measure that is answered',
  authority: 'Legal authority',
  basis: 'Investigation on which it rests',
  by: 'Party in breach',
  capPct: 'Cap on sales, per cent of those at home',
  counts: 'What is counted',
  covered: 'Measures that are covered',
  days: 'Number of days',
  deMinimisPct: 'De minimis share, per cent',
  decisionDueOn: 'Day on which a decision is due',
  degree: 'Degree of what was asked',
  dueOn: 'Day on which it is due',
  effect: 'What the listing denies',
  effectiveOn: 'Day on which it takes effect',
  entities: 'Number of firms',
  equityPct: 'Move of equities, per cent',
  exclusion: 'Id of the exclusion',
  flow: 'Product that is traded',
  from: 'First day on which it holds',
  general: 'Whether the licence is general',
  gist: 'Gist of what is said',
  giver: 'Party that would give',
  holders: 'Holders of the licence',
  honoured: 'Whether it was kept',
  indivisible: 'Whether it is all or nothing',
  into: 'Duty into which it goes',
  judge: 'Who judges',
  key: 'Exclusion or licence',
  label: 'Name',
  level: 'Level of the talks',
  licence: 'Id of the licence',
  monitors: 'Whether it monitors',
  normalYear: 'Trade of a normal year',
  opensOn: 'First day of the round',
  people: 'People of the delegation',
  provisional: 'Whether the text is provisional',
  rateBy: 'Day by which the rate is set',
  reach: 'Whom the control reaches',
  revenueSharePct: 'Share of the revenue, per cent',
  scope: 'Scope of the agreement',
  severity: 'Share of the trade that is denied',
  share: 'Share of the trade that is covered',
  side: 'Side that is taken',
  targets: 'Economies that are probed',
  through: 'What the strain or breach is',
  to: 'Next day',
  traded: 'Whether it is given for something',
  unit: 'Unit of the trade',
  until: 'Day until which it holds',
  voice: 'Who says it',
  weightedMean: 'Mean degree of what is granted',
  windowDays: 'Length of the window, days',
  years: 'Number of years',
  yieldBp: 'Move of yields, basis points',
};

/**
 * A name of code as words: `planned for` of `plannedFor`, `in force` of `in-force`.
 *
 * @example inWords('plannedFor')
 */
export function inWords(name: string): string {
  return name
    .replaceAll('-', ' ')
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
}

/** Characters of a name or a beginning of one. */
const NAME = { least: 0, most: 1_000 };

/** Refuses what is no text that may be a name with an InputError. */
export const checkLabel = (path: string, value: unknown): string => checkText(path, value, NAME);

/**
 * The name of a field as a reader reads it, with its unit: `Rate, per cent` of `ratePct`, `Day on which it is due` of `dueOn`; of a field of
 * a type of one's own, what its name says.
 * @param name - Name of a field of an event as the code has it, `ratePct`.
 * @throws InputError when the name is no text.
 *
 * @example fieldLabel('quantityMmt')
 */
export function fieldLabel(name: string): string {
  checkLabel('name', name);
  if (Object.hasOwn(WORDS, name)) return WORDS[name] ?? name;
  const [ending, words] = UNITS.find(([unit]) => unit.test(name)) ?? [/$/, ''];
  return sentence(visible(inWords(name.replace(ending, ''))).concat(words));
}

/**
 * The family of an action type as a heading: `Export controls` of `control.ease`; of a type of one's own, what its name begins with.
 * @param type - Name of an action type, `tariff.raise`, or its beginning up to the dot.
 * @throws InputError when the type is no text.
 *
 * @example familyLabel('port-fee.impose')
 */
export function familyLabel(type: string): string {
  checkLabel('type', type);
  const [family = type] = type.split('.');
  const nouns: Readonly<Record<string, { readonly many: string }>> = FAMILY_NOUNS;
  return sentence(
    Object.hasOwn(nouns, family) ? (nouns[family]?.many ?? family) : visible(family.replaceAll('-', ' ')),
  );
}
