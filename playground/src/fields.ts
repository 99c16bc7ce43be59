/**
 * Inputs for the fields of an act: what the law leaves open, in words, as a form.
 *
 * Everything is read off the library’s own description: domains say what one value may be, parts how a value is put together. What one
 * field leaves to those behind it is asked again whenever something is typed; what stays open keeps what was typed.
 */
import { actionTypes, fieldsOpen, type State, type Template } from 'detente';
import type { Domain, PartField, Parts } from 'detente/own';
import { familyLabel, fieldLabel, nameIn } from 'detente/report';
import { button, element, redraw } from './element';
import { actorWords, dayWords, decimals, verbWords } from './words';

/** Fields by name. */
type Fields = Readonly<Record<string, unknown>>;
type Of<Kind extends Domain['kind']> = Domain & { readonly kind: Kind };
type Made<Kind extends Parts['kind']> = Parts & { readonly kind: Kind };

/** An input or several, and what they hold: undefined where the field is left out. */
interface Field {
  readonly shown: HTMLElement | null;
  readonly value: () => unknown;
  /** Takes what is open now, and keeps what was typed; false where it has to be made anew. */
  readonly follow: (parts: Parts) => boolean;
}

/** What all fields of a form share. */
interface Setting {
  readonly state: State;
  readonly template: Template;
  /** Ids that the form has made up: none is made up twice. */
  readonly madeUp: Set<string>;
  /** Lets every field follow what was typed. */
  readonly changed: () => void;
}

/** Where a field stands in the form: the end of its ids, its name in words, and what it holds at first, where that is known. */
interface Place {
  readonly id: string;
  readonly label: string;
  readonly usual: unknown;
}

const number = (value: number): string => decimals(value, 6).replace(/\.?0+$/, '');
const lower = (label: string): string => label.slice(0, 1).toLowerCase() + label.slice(1);
const upper = (label: string): string => label.slice(0, 1).toUpperCase() + label.slice(1);

/** A label with what it labels and a hint that is read with it. */
function labelled({ id, label }: Place, hint: string, input: HTMLElement): HTMLElement {
  input.id = `field-${id}`;
  const name = element('label', { htmlFor: input.id }, label);
  if (hint === '') return element('div', { className: 'field' }, name, input);
  const note = element('span', { className: 'hint', id: `hint-${id}` }, hint);
  input.setAttribute('aria-describedby', note.id);
  return element('div', { className: 'field' }, name, input, note);
}

/** A group of inputs under one name. */
const group = (className: string, label: string, ...children: readonly HTMLElement[]): HTMLElement =>
  element('fieldset', { className }, element('legend', {}, label), ...children);

/** Above this span a slider would leap over whatever is meant. */
const WIDEST_SLIDER = 1_000_000;

function numberHint({ min, max, above, whole }: Of<'number'>): string {
  if (above ? min >= max : min > max) return 'The law leaves no number today.';
  if (max - min > WIDEST_SLIDER) return 'Any number.';
  const share = min === 0 && max === 1 && !whole ? '; 1 is the whole' : '';
  return `The law leaves ${whole ? 'whole numbers ' : ''}${above ? 'above' : 'from'} ${number(min)} to ${number(max > 1 ? Math.floor(100 * max) / 100 : max)}${share}.`;
}

function numberField(place: Place, domain: Of<'number'>): HTMLInputElement {
  const { min, max, above, whole } = domain;
  const least = above && whole ? min + 1 : min;
  const middle = max - min > WIDEST_SLIDER ? 0 : Number(((least + max) / 2).toPrecision(2));
  const { usual } = place;
  const wished = typeof usual === 'number' ? usual : whole ? Math.round(middle) : middle;
  // No bounds here: what the law says of a number beyond them is worth reading.
  return element('input', { type: 'number', step: 'any', value: String(wished) });
}

function numberShown(place: Place, domain: Of<'number'>, input: HTMLInputElement): HTMLElement {
  const shown = labelled(place, numberHint(domain), input);
  const { min, max, above, whole } = domain;
  if (min >= max || max - min > WIDEST_SLIDER) return shown;
  const slider = element('input', {
    type: 'range',
    id: `slide-${place.id}`,
    min: String(above && whole ? min + 1 : min),
    max: String(max),
    step: whole ? '1' : 'any',
    value: input.value,
  });
  slider.setAttribute('aria-label', `${place.label}, within what the law leaves`);
  slider.addEventListener('input', () => {
    input.value = whole ? slider.value : String(Number(Number(slider.value).toPrecision(3)));
  });
  input.addEventListener('input', () => (slider.value = input.value));
  input.after(slider);
  return shown;
}

const familyOf = new Map<string, string>(actionTypes.map(({ type }) => [type, familyLabel(type)]));

function choiceText(value: unknown, state: State): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value === null) return 'none';
  if (typeof value !== 'string') return String(value);
  const family = familyOf.get(value);
  // The heading of a group is not seen where a choice is closed.
  if (family !== undefined) return `${verbWords(value)} (${lower(family)})`;
  return nameIn(state, value) ?? actorWords(value) ?? value.replaceAll('-', ' ');
}

/** The options of a choice; acts stand by their families. */
function optionsOf(values: readonly unknown[], chosen: number, state: State): HTMLElement[] {
  const options = values.map((value, at) =>
    element('option', { value: String(at), selected: at === chosen }, choiceText(value, state)),
  );
  const families = new Map<string, HTMLElement[]>();
  values.forEach((value, at) => {
    const family = familyOf.get(String(value)) ?? '';
    families.set(family, [...(families.get(family) ?? []), ...options.slice(at, at + 1)]);
  });
  return [...families].flatMap(([label, those]) =>
    label === '' ? those : [element('optgroup', { label }, ...those)],
  );
}

type Leaf = Pick<Field, 'shown' | 'value'>;

function choiceField(place: Place, values: readonly unknown[], { state, template }: Setting): Leaf {
  const at = Math.max(0, values.indexOf(place.usual));
  const [only] = values;
  if (values.length === 1) {
    // What is acted on has been chosen above.
    const isSubject = actionTypes.some(({ type, subject }) => type === template.type && subject === place.id);
    const text = element(
      'p',
      { className: 'fixed' },
      element('b', {}, place.label),
      ` ${choiceText(only, state)}`,
    );
    return { shown: isSubject ? null : text, value: () => only };
  }
  const select = element('select', { disabled: values.length === 0 }, ...optionsOf(values, at, state));
  const hint = values.length === 0 ? 'Nothing is open today.' : '';
  return { shown: labelled(place, hint, select), value: () => values[Number(select.value || -1)] };
}

function subsetField({ id, label, usual }: Place, of: readonly string[], { state }: Setting): Leaf {
  const chosen: readonly unknown[] = Array.isArray(usual) ? usual : [];
  const boxes = of.map((value, at) => ({
    value,
    box: element('input', { type: 'checkbox', id: `field-${id}-${at}`, checked: chosen.includes(value) }),
  }));
  const ticks = boxes.map(({ value, box }) =>
    element('label', { className: 'tick', htmlFor: box.id }, box, choiceText(value, state)),
  );
  const none = of.length === 0 ? [element('p', { className: 'hint' }, 'There is none today.')] : [];
  return {
    shown: group('subset', `${label}: any of these`, ...ticks, ...none),
    value: () => boxes.flatMap(({ value, box }) => (box.checked ? [value] : [])),
  };
}

function textField(place: Place, start: string, hint: string, known: readonly string[] = []): Leaf {
  const { usual } = place;
  const input = element('input', { type: 'text', value: typeof usual === 'string' ? usual : start });
  const shown = labelled(place, hint, input);
  if (known.length > 0) {
    const list = element('datalist', { id: `known-${place.id}` });
    list.append(...known.map((value) => element('option', { value })));
    input.setAttribute('list', list.id);
    shown.append(list);
  }
  return { shown, value: () => input.value };
}

/** Days that are told as taken. */
const DAYS_TOLD = 3;

function dateField(place: Place, { from, to, nullable, but }: Of<'date'>): Leaf {
  const { usual } = place;
  const isOpen = to === null || from <= to;
  const first = isOpen ? from : '';
  const input = element('input', {
    type: 'date',
    value: typeof usual === 'string' ? usual : usual === null ? '' : first,
  });
  const until = to === null ? ' on' : ` to ${dayWords(to)}`;
  const taken = but.slice(0, DAYS_TOLD).map(dayWords).join(', ');
  const days = isOpen ? `${dayWords(from)}${until}${taken === '' ? '' : `, but for ${taken}`}` : 'no day';
  const none = nullable ? `${isOpen ? ', or' : ':'} no day at all, left empty` : '';
  const shown = labelled(place, `The law leaves ${days}${none}.`, input);
  return { shown, value: () => (input.value === '' ? null : input.value) };
}

/** An id that is not taken, as the party would name its acts. */
function freshId({ taken, beside }: Of<'fresh-id'>, { template, madeUp }: Setting): string {
  for (let n = 1; ; n += 1) {
    const id = `${template.actor.toLowerCase()}/act-${n}`;
    if (id === beside || madeUp.has(id) || taken.some((column) => Object.hasOwn(column, id))) continue;
    madeUp.add(id);
    return id;
  }
}

const ID_HINT = 'Of your own: small letters, digits, hyphens and slashes.';

/** The input of a domain that is one value. */
function leafOf(place: Place, domain: Domain, setting: Setting): Leaf {
  switch (domain.kind) {
    case 'one-of':
      return choiceField(place, domain.values, setting);
    case 'subset':
      return subsetField(place, domain.of, setting);
    case 'number': {
      const input = numberField(place, domain);
      return {
        shown: numberShown(place, domain, input),
        value: () => (input.value === '' ? null : Number(input.value)),
      };
    }
    case 'date':
      return dateField(place, domain);
    case 'fresh-id':
      return textField(place, typeof place.usual === 'string' ? '' : freshId(domain, setting), ID_HINT);
    case 'name':
      return textField(place, domain.known[0] ?? 'a-name', ID_HINT, domain.known);
    case 'text':
      return textField(
        place,
        place.label === 'Name'
          ? `An act of ${dayWords(setting.template.on)}`
          : `${lower(place.label)} not named`,
        `At most ${domain.maxLength} letters.`,
      );
    // A value of which nobody tells how it is put together is given as it is known; none of the library’s own is.
    case 'structure':
      return {
        shown: element('p', { className: 'fixed' }, place.label),
        value: () => place.usual ?? domain.example,
      };
    default:
      return { shown: null, value: () => undefined };
  }
}

/** What a domain comes to, as a text: where it stays the same, what was typed stays. */
const keyOf = (domain: Domain): string =>
  JSON.stringify(domain, (key, value: unknown) => (key === 'taken' ? undefined : value));

/** The parts of which a value is put together, where its domain tells them. */
function opened(parts: Parts): Parts {
  if (parts.kind !== 'value') return parts;
  const { of } = parts;
  if (of.kind === 'given') return opened({ kind: 'value', of: of.widest });
  return of.kind === 'structure' && of.parts !== null ? opened(of.parts()) : parts;
}

function valueField(place: Place, { of: domain }: Made<'value'>, setting: Setting): Field {
  if (domain.kind === 'optional') return optionalField(place, domain, setting);
  const key = keyOf(domain);
  const follow = (parts: Parts) => parts.kind === 'value' && keyOf(parts.of) === key;
  return { ...leafOf(place, domain, setting), follow };
}

function optionalField(place: Place, { of }: Of<'optional'>, setting: Setting): Field {
  const { id, label, usual } = place;
  const inner = fieldOf(place, { kind: 'value', of }, setting);
  const box = element('input', { type: 'checkbox', id: `say-${id}`, checked: usual !== undefined });
  const body = element('div', { hidden: usual === undefined });
  if (inner.shown !== null) body.append(inner.shown);
  box.addEventListener('change', () => {
    body.hidden = !box.checked;
    setting.changed();
  });
  const tick = element('label', { className: 'tick', htmlFor: box.id }, box, `Say also: ${lower(label)}`);
  return {
    shown: element('div', { className: 'field' }, tick, body),
    value: () => (box.checked ? inner.value() : undefined),
    follow: (parts) =>
      parts.kind === 'value' &&
      parts.of.kind === 'optional' &&
      inner.follow(opened({ kind: 'value', of: parts.of.of })),
  };
}

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields by name, each beside those before it. */
class NamedFields {
  readonly place = element('div', { className: 'fields' });
  readonly #id: (name: string) => string;
  readonly #usual: Fields;
  readonly #setting: Setting;
  #made: readonly { readonly name: string; readonly field: Field }[] = [];

  constructor(id: (name: string) => string, usual: unknown, setting: Setting) {
    this.#id = id;
    this.#usual = isRecord(usual) ? usual : {};
    this.#setting = setting;
  }

  readonly value = (): Fields =>
    Object.fromEntries(
      this.#made.flatMap(({ name, field }) => {
        const given = field.value();
        return given === undefined ? [] : [[name, given] as const];
      }),
    );

  #fieldOf({ name, label, of }: PartField): Field {
    const before = this.#made.find((one) => one.name === name)?.field;
    const parts = opened(of);
    if (before?.follow(parts) === true) return before;
    // What was typed is kept as far as it can be.
    const usual = before?.value() ?? this.#usual[name];
    return fieldOf({ id: this.#id(name), label: label ?? fieldLabel(name), usual }, parts, this.#setting);
  }

  /** Asks anew what is open, from the first field to the last. */
  readonly follow = (by: Made<'fields'>['by']): void => {
    const made: { name: string; field: Field }[] = [];
    const known: Record<string, unknown> = {};
    for (;;) {
      const { [made.length]: asked } = by(known);
      if (asked === undefined) break;
      const { name } = asked;
      const field = this.#fieldOf(asked);
      made.push({ name, field });
      const given = field.value();
      if (given !== undefined) known[name] = given;
    }
    this.#made = made;
    const shown = made.flatMap(({ field }) => field.shown ?? []);
    const { children } = this.place;
    if (shown.length !== children.length || shown.some((one, at) => one !== children[at]))
      redraw(this.place, shown);
  };
}

function fieldsField({ id, label, usual }: Place, { by }: Made<'fields'>, setting: Setting): Field {
  const fields = new NamedFields((name) => `${id}-${name}`, usual, setting);
  fields.follow(by);
  return {
    shown: group('part', label, fields.place),
    value: fields.value,
    follow: (parts) => {
      if (parts.kind !== 'fields') return false;
      fields.follow(parts.by);
      return true;
    },
  };
}

function listField(place: Place, first: Made<'list'>, setting: Setting): Field {
  const { id, label, usual } = place;
  let list = first;
  let begun = 0;
  let items: { readonly shown: HTMLElement; readonly name: HTMLElement; field: Field; readonly at: Place }[] =
    [];
  const body = element('div', { className: 'fields' });
  const values = () => items.map(({ field }) => field.value());
  const add = button(`add-${id}`, `Add ${withArticle(first.item)}`, () => {
    if (items.length >= list.most) return;
    const { field } = begin(undefined);
    setting.changed();
    field.shown?.querySelector<HTMLElement>('input, select, button')?.focus();
  });
  const count = element('p', { className: 'hint' });
  count.setAttribute('role', 'status');

  /** The next item, at the end. */
  function begin(given: unknown) {
    begun += 1;
    const at: Place = { id: `${id}-${begun}`, label: upper(list.item), usual: given };
    const field = fieldOf(at, opened(list.of(values())), setting);
    const name = element('h3', {});
    const remove = button(`remove-${at.id}`, 'Remove', () => {
      items = items.filter((item) => item !== made);
      made.shown.remove();
      setting.changed();
      add.focus();
    });
    const shown = element('div', { className: 'item' }, element('div', { className: 'row' }, name, remove));
    if (field.shown !== null) shown.append(field.shown);
    const made = { shown, name, field, at };
    items.push(made);
    body.append(shown);
    return made;
  }

  const number = (): void => {
    items.forEach(({ name, shown }, at) => {
      name.textContent = `${upper(list.item)} ${at + 1}`;
      shown.querySelector('button')?.setAttribute('aria-label', `Remove ${list.item} ${at + 1}`);
    });
    add.ariaDisabled = String(items.length >= list.most);
    const text = items.length === 0 ? `No ${list.item} yet.` : '';
    if (count.textContent !== text) count.textContent = text;
  };

  function follow(parts: Parts): boolean {
    if (parts.kind !== 'list' || parts.item !== list.item) return false;
    list = parts;
    items.forEach((item, at) => {
      const open = opened(list.of(values().slice(0, at)));
      if (item.field.follow(open)) return;
      const field = fieldOf({ ...item.at, usual: item.field.value() }, open, setting);
      item.field.shown?.replaceWith(...(field.shown === null ? [] : [field.shown]));
      item.field = field;
    });
    number();
    return true;
  }

  const given: readonly unknown[] = Array.isArray(usual) ? usual : [];
  for (let at = 0; at < Math.max(given.length, first.least); at += 1) begin(given[at]);
  number();
  return { shown: group('part', label, count, body, add), value: values, follow };
}

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** Whether a value may have been put together in a way. */
function fits(parts: Parts, value: unknown): boolean {
  if (parts.kind === 'list') return Array.isArray(value);
  if (parts.kind === 'fields') return isRecord(value);
  if (parts.kind === 'either') return parts.ways.some(({ of }) => fits(opened(of), value));
  return parts.of.kind === 'number' ? typeof value === 'number' : typeof value === 'string';
}

function eitherField(place: Place, { ways }: Made<'either'>, setting: Setting): Field {
  const { id, label, usual } = place;
  let now = Math.max(
    0,
    ways.findIndex(({ of }) => fits(opened(of), usual)),
  );
  const made = new Map<number, Field>();
  const body = element('div');
  const field = (): Field => {
    const parts = opened(ways[now]?.of ?? { kind: 'value', of: { kind: 'absent' } });
    const found =
      made.get(now) ??
      fieldOf({ id: `${id}-${now}`, label, usual: fits(parts, usual) ? usual : undefined }, parts, setting);
    made.set(now, found);
    return found;
  };
  const draw = () => {
    const { shown } = field();
    body.replaceChildren(...(shown === null ? [] : [shown]));
  };
  const choices = ways.map((way, at) => {
    const input = element('input', {
      type: 'radio',
      name: `way-${id}`,
      id: `way-${id}-${at}`,
      checked: at === now,
    });
    input.addEventListener('change', () => {
      now = at;
      draw();
      setting.changed();
    });
    return element('label', { className: 'tick', htmlFor: input.id }, input, way.label);
  });
  draw();
  return {
    shown: group('part', label, ...choices, body),
    value: () => field().value(),
    follow: (parts) => {
      if (parts.kind !== 'either' || parts.ways.length !== ways.length) return false;
      const way = parts.ways[now];
      return way !== undefined && field().follow(opened(way.of));
    },
  };
}

/** The inputs of parts that are opened. */
function fieldOf(place: Place, given: Parts, setting: Setting): Field {
  const parts = opened(given);
  switch (parts.kind) {
    case 'value':
      return valueField(place, parts, setting);
    case 'fields':
      return fieldsField(place, parts, setting);
    case 'list':
      return listField(place, parts, setting);
    case 'either':
      return eitherField(place, parts, setting);
  }
}

/** The fields of a template, each as those before it leave it. */
const fieldsOf =
  (template: Template): Made<'fields'>['by'] =>
  (known) =>
    Object.entries(fieldsOpen(template, known)).map(([name, of]) => ({
      name,
      label: null,
      of: { kind: 'value', of },
    }));

/** What a form holds at first: the numbers and choices of the type’s example, which are usual. */
function usualOf({ type, fields }: Template): Fields {
  const example: Fields = { ...actionTypes.find((one) => one.type === type)?.examples[0] };
  const kept = Object.entries(fields).filter(([, { kind }]) => kind === 'number' || kind === 'one-of');
  return Object.fromEntries(kept.map(([name]) => [name, example[name]]));
}

/** The inputs of an act, and what they make of it. */
export interface ActForm {
  readonly shown: HTMLElement;
  /** The act as it was typed. */
  readonly event: () => Fields;
  /** Follows what was typed. */
  readonly refresh: () => void;
}

/** The inputs of a template; they hold an act where one is given, and what is usual otherwise. */
export function formOf(template: Template, state: State, given?: Fields): ActForm {
  const { type, actor, on } = template;
  const by = fieldsOf(template);
  const refresh = () => fields.follow(by);
  const setting: Setting = { state, template, madeUp: new Set(), changed: refresh };
  const fields = new NamedFields((name) => name, given ?? usualOf(template), setting);
  refresh();
  return { shown: fields.place, event: () => ({ type, actor, on, ...fields.value() }), refresh };
}
