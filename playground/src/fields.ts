/** Inputs for the fields of an act: what the law leaves open, in words, as a form. */
import { actionTypes, type Domain, type State, type Template } from 'detente';
import { fieldLabel, nameIn } from 'detente/report';
import { element } from './element';
import { dayWords, decimals } from './words';

/** An input, and what it holds: undefined where the field is left out. */
interface Field {
  readonly name: string;
  readonly shown: HTMLElement | null;
  readonly value: () => unknown;
}

type Of<Kind extends Domain['kind']> = Domain & { readonly kind: Kind };
type Fields = Readonly<Record<string, unknown>>;

/** Of what a field is: its template, and what it is usually. */
interface Setting {
  readonly state: State;
  readonly template: Template;
  readonly usual: unknown;
}

const number = (value: number): string => decimals(value, 6).replace(/\.?0+$/, '');

/** A label with what it labels and a hint that is read with it. */
function labelled(name: string, hint: string, input: HTMLElement): HTMLElement {
  input.id = `field-${name}`;
  const label = element('label', { htmlFor: input.id }, fieldLabel(name));
  if (hint === '') return element('div', { className: 'field' }, label, input);
  const note = element('span', { className: 'hint', id: `hint-${name}` }, hint);
  input.setAttribute('aria-describedby', note.id);
  return element('div', { className: 'field' }, label, input, note);
}

function numberField(name: string, domain: Of<'number'>, { usual }: Setting): Field {
  const { min, max, above, whole } = domain;
  const least = above && whole ? min + 1 : min;
  const middle = Number(((least + max) / 2).toPrecision(2));
  const wished = typeof usual === 'number' ? Math.min(max, Math.max(least, usual)) : middle;
  const start = String(whole ? Math.round(wished) : wished);
  const slider = element('input', {
    type: 'range',
    min: String(least),
    max: String(max),
    step: whole ? '1' : 'any',
    value: start,
  });
  slider.setAttribute('aria-label', `${fieldLabel(name)}, within what the law leaves`);
  // No bounds here: what the law says of a number beyond them is worth reading.
  const input = element('input', { type: 'number', step: 'any', value: start });
  slider.addEventListener('input', () => {
    input.value = whole ? slider.value : String(Number(Number(slider.value).toPrecision(3)));
  });
  input.addEventListener('input', () => (slider.value = input.value));
  const hint = `The law leaves ${whole ? 'whole numbers ' : ''}${above ? 'above' : 'from'} ${number(min)} to ${number(max)}.`;
  const shown = labelled(name, hint, input);
  slider.id = `slide-${name}`;
  input.after(slider);
  return { name, shown, value: () => (input.value === '' ? null : Number(input.value)) };
}

const choiceText = (value: unknown, state: State): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value === null) return 'none';
  return typeof value === 'string' ? (nameIn(state, value) ?? value.replaceAll('-', ' ')) : String(value);
};

function choiceField(name: string, values: readonly unknown[], { state, usual }: Setting): Field {
  const at = Math.max(0, values.indexOf(usual));
  const options = values.map((value, index) =>
    element('option', { value: String(index), selected: index === at }, choiceText(value, state)),
  );
  const select = element('select', {}, ...options);
  return {
    name,
    shown: values.length === 1 ? null : labelled(name, '', select),
    value: () => values[Number(select.value)],
  };
}

function subsetField(name: string, of: readonly string[], { state }: Setting): Field {
  const boxes = of.map((value, at) => {
    const box = element('input', { type: 'checkbox', id: `field-${name}-${at}` });
    return { value, box };
  });
  const shown = element(
    'fieldset',
    {},
    element('legend', {}, `${fieldLabel(name)}: any of these`),
    ...boxes.map(({ value, box }) => element('label', { className: 'tick' }, box, choiceText(value, state))),
  );
  return { name, shown, value: () => boxes.flatMap(({ value, box }) => (box.checked ? [value] : [])) };
}

function textField(name: string, start: string, hint: string): Field {
  const input = element('input', { type: 'text', value: start });
  return { name, shown: labelled(name, hint, input), value: () => input.value };
}

function dateField(name: string, { from, to, nullable }: Of<'date'>): Field {
  const input = element('input', { type: 'date', value: from });
  const until = to === null ? ' on' : ` to ${dayWords(to)}`;
  const hint = `The law leaves ${dayWords(from)}${until}${nullable ? ', or no day at all' : ''}.`;
  return { name, shown: labelled(name, hint, input), value: () => (input.value === '' ? null : input.value) };
}

/** An id that is not taken, as the party would name its acts. */
function freshId({ taken, beside }: Of<'fresh-id'>, actor: string): string {
  for (let n = 1; ; n += 1) {
    const id = `${actor.toLowerCase()}/act-${n}`;
    if (id !== beside && !taken.some((column) => Object.hasOwn(column, id))) return id;
  }
}

function optionalField(name: string, of: Domain, setting: Setting): Field {
  const inner = fieldOf(`${name}`, of, setting);
  const box = element('input', { type: 'checkbox', id: `say-${name}` });
  const body = element('div', { hidden: true });
  if (inner.shown !== null) body.append(inner.shown);
  box.addEventListener('change', () => (body.hidden = !box.checked));
  const tick = element('label', { className: 'tick' }, box, `Say ${fieldLabel(name).toLowerCase()}`);
  return {
    name,
    shown: element('div', { className: 'field' }, tick, body),
    value: () => (box.checked ? inner.value() : undefined),
  };
}

function structureField(name: string, { what, example }: Of<'structure'>): Field {
  const input = element('textarea', { value: JSON.stringify(example) });
  return {
    name,
    shown: labelled(name, `As JSON: ${what}.`, input),
    value: () => {
      try {
        return JSON.parse(input.value) as unknown;
      } catch {
        throw new Error(`${fieldLabel(name)} is no JSON`);
      }
    },
  };
}

/** The input for a domain. */
function fieldOf(name: string, domain: Domain, setting: Setting): Field {
  const { actor, on } = setting.template;
  switch (domain.kind) {
    case 'one-of':
      return choiceField(name, domain.values, setting);
    case 'subset':
      return subsetField(name, domain.of, setting);
    case 'number':
      return numberField(name, domain, setting);
    case 'date':
      return dateField(name, domain);
    case 'fresh-id': {
      const id = freshId(domain, actor);
      return { name, shown: null, value: () => id };
    }
    case 'name':
      return textField(name, domain.known[0] ?? 'a-name', `Known: ${domain.known.slice(0, 6).join(', ')}.`);
    case 'text':
      return textField(name, `An act of ${dayWords(on)}`, `At most ${domain.maxLength} letters.`);
    case 'optional':
      return optionalField(name, domain.of, setting);
    case 'absent':
      return { name, shown: null, value: () => undefined };
    case 'structure':
      return structureField(name, domain);
    case 'given':
      return fieldOf(name, domain.widest, setting);
  }
}

/** A field that hangs on those before it: it is made anew when they leave something else. */
function hangingField(
  name: string,
  domain: Of<'given'>,
  setting: Setting,
  known: () => Fields,
): Field & { refresh(): void } {
  const place = element('div');
  const now = () => domain.by(known());
  let left = '';
  let field: Field;
  const refresh = () => {
    const found = now();
    const told = JSON.stringify(found);
    if (told === left) return;
    left = told;
    field = fieldOf(name, found, setting);
    place.replaceChildren(...(field.shown === null ? [] : [field.shown]));
  };
  refresh();
  return { name, shown: place, value: () => field.value(), refresh };
}

/** The inputs of a template, and what makes an event of them; `refresh` follows what was typed. */
export function formOf(
  template: Template,
  state: State,
): {
  readonly shown: readonly HTMLElement[];
  readonly event: () => Fields;
  readonly refresh: () => void;
} {
  const { type, actor, on, fields } = template;
  const example = actionTypes.find((one) => one.type === type)?.examples[0] as Fields | undefined;
  const made: (Field & { refresh?: () => void })[] = [];
  const known = () =>
    Object.fromEntries(
      made.flatMap(({ name, value }) => {
        const given = value();
        return given === undefined ? [] : [[name, given] as const];
      }),
    );
  for (const [name, domain] of Object.entries(fields)) {
    const setting = { state, template, usual: example?.[name] };
    made.push(
      domain.kind === 'given' ? hangingField(name, domain, setting, known) : fieldOf(name, domain, setting),
    );
  }
  return {
    shown: made.flatMap(({ shown }) => shown ?? []),
    event: () => ({ type, actor, on, ...known() }),
    refresh: () => made.forEach(({ refresh }) => refresh?.()),
  };
}
