/** The families and fields of acts in words. */
import { FAMILY_NOUNS } from '../../actions/nouns';
import { sentence } from './text';

/** What a name ends with, where that is a unit. */
const UNITS: readonly (readonly [ending: RegExp, words: string])[] = [
  [/Pct$/, ', per cent'],
  [/UsdBn$/, ', billion dollars'],
  [/Bp$/, ', basis points'],
  [/Pp$/, ', percentage points'],
  [/Mmt$/, ', million tons'],
  [/Days$/, ', days'],
];

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

/**
 * The name of a field as a reader reads it, with its unit: `In force on` of `inForceOn`, `Rate, per cent` of `ratePct`.
 *
 * @example fieldLabel('quantityMmt')
 */
export function fieldLabel(name: string): string {
  const [ending, words] = UNITS.find(([unit]) => unit.test(name)) ?? [/$/, ''];
  return sentence(inWords(name.replace(ending, '')).concat(words));
}

/**
 * The family of an action type as a heading: `Export controls` of `control.ease`; of a type of one's own, what its name begins with.
 *
 * @example familyLabel('port-fee.impose')
 */
export function familyLabel(type: string): string {
  const [family = type] = type.split('.');
  const nouns: Readonly<Record<string, { readonly many: string }>> = FAMILY_NOUNS;
  return sentence(
    Object.hasOwn(nouns, family) ? (nouns[family]?.many ?? family) : family.replaceAll('-', ' '),
  );
}
