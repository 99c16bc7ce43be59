/** The reference of all action types, read off their one table. */
import { actionTypes, type EventBase } from '../../actions/index';
import { compiledFields } from '../../actions/event-forms';
import { asGiven, checkAnswers, type AnswerForm } from '../../kit/answer-form';
import { nearestText } from '../../kit/nearest-text';
import { checkPaint } from '../wording/answer-forms';
import { checkLabel, familyLabel } from '../wording/labels';
import { heading, screen, widthOf, wrap, type Paint } from '../wording/text';
import { firstOf } from '../../kit/lists';
import { formText, requiredForm, unitOf } from '../wording/field';

/** A field of an action type. */
export interface ActionField {
  /** Name of the field, as an event has it. */
  readonly name: string;
  /** What may stand there, in words: `number from 0 to 1`. */
  readonly allows: string;
  /** Its unit, where it has one. */
  readonly unit: string | null;
  /** Whether it may be left out. */
  readonly optional: boolean;
  /** The rule that it obeys in a state, in words; for what is acted on, that of the type. */
  readonly rule: string;
}

/** An action type as the reference shows it. */
export interface ActionEntry {
  /** Name of the action type, `family.verb`. */
  readonly type: string;
  /** Who may make the move. */
  readonly actors: readonly string[];
  /** What the move is: one sentence. */
  readonly doc: string;
  /** Its fields beside type, actor and day, in their order. */
  readonly fields: readonly ActionField[];
  /** Ids of sources in the register, or `stylised`. */
  readonly cites: readonly string[];
  /** An event of the type that is well formed. */
  readonly example: EventBase;
}

const ENTRY: AnswerForm<ActionEntry> = {
  what: 'an entry, as actionReference gives it',
  fields: { type: 'text', actors: 'list', doc: 'text', fields: 'list of objects', example: 'object' },
};

/** Who decides for itself. */
const PARTIES: ReadonlySet<string> = new Set(['US', 'CN', 'both']);

/** Characters that a meaning has beside the name of its type; with fewer it stands beneath. */
const LEAST_DOC = 24;

/**
 * The action types whose name begins with a prefix, in the order of the table.
 * @param prefix - Beginning of the names that are wanted, as `tariff.` or `meeting.hold`; empty for all of them.
 * @throws InputError when the prefix is no text.
 *
 * @example actionReference('tariff.').length > 5
 */
export function actionReference(prefix: string): ActionEntry[] {
  checkLabel('prefix', prefix);
  return actionTypes
    .filter((action) => action.type.startsWith(prefix))
    .map(({ type, actors, doc, cites, subject, fieldRules, rules, examples }) => {
      const ruled = new Map(fieldRules.map(([name, { rule }]) => [name, rule]));
      const about = rules[0]?.rule ?? '';
      const fields = Object.entries(compiledFields(type)).map(([name, form]) => {
        const { required, optional } = requiredForm(form);
        const rule = name === subject ? about : (ruled.get(name) ?? '');
        return { name, allows: formText(required), unit: unitOf(type, name), optional, rule };
      });
      return { type, actors: [...actors], doc, fields, cites: [...cites], example: firstOf(examples) };
    });
}

/** Why no action type has a prefix, with what was probably meant. */
export function refuseNoAction(prefix: string): string {
  const families = [...new Set(actionTypes.map((action) => firstOf(action.type.split('.'))))];
  const near = nearestText(prefix, [...families, ...actionTypes.map((action) => action.type)]);
  const hint = near === null ? `families: ${families.join(', ')}` : `did you mean "${near}"?`;
  return `no action type begins with ${JSON.stringify(prefix.slice(0, 60))}; ${hint}`;
}

/**
 * All types by family, each with its meaning alone, as a screen. Pure.
 * @param entries - Entries as `actionReference` gives them; those of one family may stand apart.
 * @param paint - Colours and width of the screen; `PLAIN` for 80 characters without colours.
 * @throws InputError when an entry or the paint is none.
 *
 * @example actionsOverview(actionReference(''), PLAIN).length > 0
 */
export function actionsOverview(entries: readonly ActionEntry[], paint: Paint): string {
  checkAnswers('entries', entries, ENTRY);
  checkPaint('paint', paint);
  return asGiven('entries', [entries], () => {
    const familyOf = ({ type }: ActionEntry) => firstOf(type.split('.'));
    const width = Math.max(...entries.map(({ type }) => type.length)) + 4;
    const beside = widthOf(paint) - width >= LEAST_DOC;
    const isOfParties = (family: string) =>
      entries.some((entry) => familyOf(entry) === family && entry.actors.some((actor) => PARTIES.has(actor)));
    const all = [...new Set(entries.map(familyOf))];
    // What nobody decides comes last.
    const families = [...all.filter(isOfParties), ...all.filter((family) => !isOfParties(family))];
    return screen(paint, [
      ...wrap(
        paint,
        'All kinds of move. Who may make one, its fields and an example: detente actions with the beginning of its name, such as tariff or tariff.threaten.',
      ),
      ...families.flatMap((family) => [
        '',
        ...heading(paint, familyLabel(family), family),
        ...entries
          .filter((entry) => familyOf(entry) === family)
          .flatMap(({ type, doc }) =>
            beside
              ? wrap(paint, doc, `  ${type}`.padEnd(width), ' '.repeat(width))
              : [`  ${type}`, ...wrap(paint, doc, '      ')],
          ),
      ]),
    ]);
  });
}

/** A field in a line: its name, what may stand there in which unit, and its rule. */
function fieldText({ name, allows, unit, optional, rule }: ActionField): string {
  const said = [allows, ...(unit === null ? [] : [unit]), ...(optional ? ['may be left out'] : [])].join(
    ', ',
  );
  return `${name} (${said})${rule === '' ? '' : `: ${rule}`}`;
}

/**
 * The reference as a screen. Pure.
 * @param entries - Entries as `actionReference` gives them, in the order in which they are told.
 * @param paint - Colours and width of the screen; `PLAIN` for 80 characters without colours.
 * @throws InputError when an entry or the paint is none.
 *
 * @example actionsText(actionReference('tariff.raise'), PLAIN)
 */
export function actionsText(entries: readonly ActionEntry[], paint: Paint): string {
  checkAnswers('entries', entries, ENTRY);
  checkPaint('paint', paint);
  return asGiven('entries', [entries], () => {
    const lines = entries.flatMap(({ type, actors, doc, fields, example }, at) => [
      ...(at === 0 ? [] : ['']),
      `${paint.bold(type)}  ${paint.dim(`by ${actors.join(', ')}`)}`,
      ...wrap(paint, doc, '  '),
      ...fields.flatMap((field) => wrap(paint, fieldText(field), '    ', '      ')),
      paint.dim(`    ${JSON.stringify(example)}`),
    ]);
    return screen(paint, lines);
  });
}
