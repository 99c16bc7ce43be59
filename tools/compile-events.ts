/**
 * Compiles the types of all events from the table of action types: each field with what it is, its unit and the rule that bears
 * on it, so that an editor shows them, and each event with the parties that may act. It fails on a field without words.
 */
import * as z from 'zod';
import { actionTypes } from '../src/actions/index';
import type { ActionType } from '../src/actions/action-type';
import { comment, fieldText, wordsOf, type Schema } from './type-text';

function eventText({ type, doc, actors, subject, fieldRules, rules, schema }: ActionType): string {
  const { shape } = schema(z) as unknown as { readonly shape: Readonly<Record<string, Schema>> };
  const ruleOf = new Map(fieldRules.map(([name, { rule }]) => [name, rule]));
  const fields = Object.entries(shape).map(([name, field]) => {
    if (name !== 'type' && wordsOf(field) === undefined && name !== 'actor' && !ruleOf.has(name))
      throw new Error(`${type}.${name}: nothing says what the field is`);
    const asks = name === subject ? (rules[0]?.rule ?? null) : (ruleOf.get(name) ?? null);
    return fieldText(`${type}.${name}`, name, field, { readonly: true, rule: asks }, '    ');
  });
  const by = actors.length === 1 ? `Made by ${actors[0]!}.` : `Made by one of ${actors.join(', ')}.`;
  return `${comment('  ', `${doc} ${by}`)}\n  readonly '${type}': {\n${fields.join('\n')}\n  };`;
}

/** The text of the typed module: the event of each action type by its name, and the union of all. */
export function eventsText(): string {
  return `/**
 * The events of the library's own action types, compiled from the schemas and rules of \`src/actions\`. Do not edit: run
 * \`npm run forms\`.
 */

/** The event of each action type by the type's name: who may make it, and its fields with their units and rules. */
export interface EventByType {
${actionTypes.map(eventText).join('\n')}
}

/** The name of an action type. */
export type EventType = keyof EventByType;

/** One dated, attributed act: the union over all action types. */
export type Event = EventByType[EventType];
`;
}
