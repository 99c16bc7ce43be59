/** The fields of action types in words: what may stand there, in which unit. */
import { EVENT_BOOK } from '../../actions/event-forms';
import type { Form, FormTest } from '../../kit/form';
import { same } from './text';

/** Units of fields by their names. */
const UNITS: Readonly<Record<string, string>> = {
  ratePct: 'per cent of customs value',
  equityPct: 'per cent',
  yieldBp: 'basis points',
  deMinimisPct: 'per cent of the value of a product',
  tariffReliefPp: 'percentage points',
  share: 'share of imports from the other side',
  severity: 'share of the controlled trade',
  degree: 'degree',
  controlRelief: 'share of the controlled trade',
  weightedMean: 'degree',
  quantityMmt: 'million metric tons',
  quantity: 'the unit of the flow',
  normalYear: 'the unit of the flow, in a year',
  amountUsdBn: 'billion dollars',
  windowDays: 'days',
  days: 'days',
  feePerNetTon: 'dollars or yuan, by `currency`, for each net ton',
  entities: 'firms',
};

/** Units of fields that are in another one in some type. */
const UNITS_OF_TYPES: Readonly<Record<string, string>> = {
  'licence.grant share': 'share of the controlled trade',
};

/** The unit of a field of an action type; null for one that has none. */
export const unitOf = (type: string, name: string): string | null =>
  UNITS_OF_TYPES[`${type} ${name}`] ?? UNITS[name] ?? null;

function bounds(tests: readonly FormTest[]): string {
  const words = tests.flatMap((test) => {
    switch (test.test) {
      case 'at-least':
        return [`from ${test.is}`];
      case 'above':
        return [`above ${test.is}`];
      case 'at-most':
        return [`to ${test.is}`];
      case 'longest':
        return [`of at most ${test.is} characters`];
      default:
        return [];
    }
  });
  return words.length === 0 ? '' : ` ${words.join(' ')}`;
}

/** What a form admits, in words; `quote` sets off a value that is named. */
export function formText(form: Form, quote: (value: string) => string = same): string {
  const tests = form.tests ?? [];
  if (tests.some((test) => test.test === 'holds' && test.name === 'isIsoDate')) return 'a day';
  switch (form.kind) {
    case 'text':
      return `a text${bounds(tests)}`;
    case 'number':
      return `${tests.some(({ test }) => test === 'whole') ? 'a whole number' : 'a number'}${bounds(tests)}`;
    case 'yes-no':
      return 'true or false';
    case 'null':
      return 'null';
    case 'one-of':
      return form.values.map((value) => quote(String(value))).join(', ');
    case 'list':
    case 'row':
      return 'a list';
    case 'optional':
      return `${formText(form.of, quote)}; may be left out`;
    case 'nullable':
      return `${formText(form.of, quote)}, or null`;
    case 'either':
      return form.of.map((one) => formText(one, quote)).join(', or ');
    case 'part': {
      const part = EVENT_BOOK.parts[form.part];
      return part === undefined ? 'a value' : formText(part, quote);
    }
    default:
      return 'an object';
  }
}

/** The form of a field where it is there, and whether it may be left out. */
export function requiredForm(form: Form): { readonly required: Form; readonly optional: boolean } {
  if (form.kind === 'optional') return { required: form.of, optional: true };
  const part = form.kind === 'part' ? EVENT_BOOK.parts[form.part] : undefined;
  if (part !== undefined && (part.kind === 'optional' || part.kind === 'nullable')) return requiredForm(part);
  if (form.kind !== 'nullable') return { required: form, optional: false };
  const { required, optional } = requiredForm(form.of);
  return { required: { ...form, of: required }, optional };
}
