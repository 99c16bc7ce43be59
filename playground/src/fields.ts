/** Inputs for the fields of an act: what the law leaves open, as a form. */
import type { Domain, Template } from 'detente';
import { element } from './element';

/** An input, and what it holds: undefined where the field is left out. */
interface Field {
  readonly name: string;
  readonly shown: HTMLElement | null;
  readonly value: () => unknown;
}

/** `inForceOn` as a reader reads it. */
export const inWords = (name: string): string =>
  name
    .replace(/Pct$/, ', per cent')
    .replace(/Usd$/, ', dollars')
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/^./, (letter) => letter.toUpperCase());

function labelled(name: string, hint: string, ...inputs: readonly HTMLElement[]): HTMLElement {
  return element('label', {}, inWords(name), ...inputs, element('span', { className: 'hint' }, hint));
}

function numberField(name: string, { min, max, above, whole }: Domain & { readonly kind: 'number' }): Field {
  const step = whole ? 1 : (max - min) / 200;
  const least = above ? min + step : min;
  const start = String(whole ? Math.ceil((least + max) / 2) : Number(((least + max) / 2).toPrecision(3)));
  const range = { min: String(least), max: String(max), step: whole ? '1' : 'any' };
  const slider = element('input', { type: 'range', ...range, value: start });
  slider.setAttribute('aria-label', `${inWords(name)}, within the law`);
  const number = element('input', { type: 'number', step: 'any', value: start });
  slider.addEventListener('input', () => {
    number.value = whole ? slider.value : String(Number(Number(slider.value).toPrecision(3)));
  });
  number.addEventListener('input', () => (slider.value = number.value));
  const hint = `the law leaves ${above ? 'more than ' : ''}${min} to ${max}${whole ? ', whole' : ''}`;
  const shown = element('div', {}, labelled(name, hint, number), slider);
  return { name, shown, value: () => Number(number.value) };
}

function choiceField(name: string, values: readonly unknown[], multiple: boolean): Field {
  const options = values.map((value, at) =>
    element('option', { value: String(at), selected: at === 0 }, String(value)),
  );
  const select = element('select', { multiple }, ...options);
  const chosen = () => [...select.selectedOptions].map(({ value }) => values[Number(value)]);
  return {
    name,
    shown: values.length === 1 && !multiple ? null : labelled(name, multiple ? 'one or more' : '', select),
    value: () => (multiple ? chosen() : chosen()[0]),
  };
}

function textField(name: string, start: string, hint: string, type = 'text'): Field {
  const input = element('input', { type, value: start });
  return { name, shown: labelled(name, hint, input), value: () => input.value };
}

function dateField(name: string, { from, to, nullable }: Domain & { readonly kind: 'date' }): Field {
  const hint = `from ${from}${to === null ? '' : ` to ${to}`}${nullable ? ', or open' : ''}`;
  const input = element('input', { type: 'date', value: from });
  return { name, shown: labelled(name, hint, input), value: () => (input.value === '' ? null : input.value) };
}

function optionalField(name: string, of: Domain): Field {
  const inner = fieldOf(name, of);
  const box = element('input', { type: 'checkbox' });
  box.setAttribute('aria-label', `say ${inWords(name).toLowerCase()}`);
  const shown = element('details', {}, element('summary', {}, `${inWords(name)} (may be left out)`), box);
  if (inner.shown !== null) shown.append(inner.shown);
  return { name, shown, value: () => (box.checked ? inner.value() : undefined) };
}

function structureField(name: string, what: string, example: unknown): Field {
  const input = element('textarea', { value: JSON.stringify(example) });
  return { name, shown: labelled(name, what, input), value: () => JSON.parse(input.value) as unknown };
}

/** The input for a domain. */
function fieldOf(name: string, domain: Domain): Field {
  switch (domain.kind) {
    case 'one-of':
      return choiceField(name, domain.values, false);
    case 'subset':
      return choiceField(name, domain.of, true);
    case 'number':
      return numberField(name, domain);
    case 'date':
      return dateField(name, domain);
    case 'fresh-id':
      return textField(name, `mine-${Date.now().toString(36)}`, 'a name that is not taken');
    case 'name':
      return textField(name, domain.known[0] ?? 'mine', domain.known.slice(0, 8).join(', '));
    case 'text':
      return textField(name, 'my act', `at most ${domain.maxLength} letters`);
    case 'optional':
      return optionalField(name, domain.of);
    case 'absent':
      return { name, shown: null, value: () => undefined };
    case 'structure':
      return structureField(name, domain.what, domain.example);
    case 'given':
      return fieldOf(name, domain.widest);
  }
}

/** The inputs of a template, and what makes an event of them. */
export function formOf({ type, actor, on, fields }: Template): {
  readonly shown: readonly HTMLElement[];
  readonly event: () => Readonly<Record<string, unknown>>;
} {
  const made = Object.entries(fields).map(([name, domain]) => fieldOf(name, domain));
  return {
    shown: made.flatMap(({ shown }) => shown ?? []),
    event: () => ({
      type,
      actor,
      on,
      ...Object.fromEntries(
        made.flatMap(({ name, value }) => {
          const given = value();
          return given === undefined ? [] : [[name, given] as const];
        }),
      ),
    }),
  };
}
