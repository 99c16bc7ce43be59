/** Action types made for a test, of which no more is said than the test is about. */
import * as z from 'zod';
import { defineAction, type FieldRule, type Rule } from '../../src/actions/action-type';
import type { Domain } from '../../src/actions/domain';
import type { ActionType } from '../../src/actions/index';
import type { Actor } from '../../src/model/actor';

/** What may be told of a type; it has one field for its subject where it has subjects. */
interface Told {
  readonly actors?: readonly Actor[];
  readonly subjects?: readonly string[];
  readonly rules?: readonly Rule[];
  readonly fields?: Readonly<Record<string, Domain>>;
}

const asRule = (name: string, domain: Domain): FieldRule => ({
  code: `test/${name}`,
  rule: `The field "${name}" has a value of its domain.`,
  source: 'stylised',
  domain: () => domain,
});

/** An action type of one's own, whose subject, where it has any, is its field "id". */
export function ownType(
  type: string,
  { actors = ['US'], subjects, rules = [], fields = {} }: Told = {},
): ActionType {
  const names = [...(subjects === undefined ? [] : ['id']), ...Object.keys(fields)];
  return defineAction({
    type,
    actors,
    doc: 'Make a move of a test.',
    cites: ['stylised'],
    fields: Object.fromEntries(names.map((name) => [name, z.unknown().optional()])),
    subject: subjects === undefined ? null : 'id',
    subjects: () => subjects ?? [''],
    rules,
    domains: Object.fromEntries(Object.entries(fields).map(([name, domain]) => [name, asRule(name, domain)])),
    effect: () => undefined,
    examples: [{ type, actor: 'US', on: '2025-10-25' }],
  });
}

/** A rule that some subjects break. */
export const brokenBy = (
  code: string,
  subjects: readonly string[],
  more: Pick<Rule, 'stops' | 'instead'> = {},
): Rule => ({
  code,
  rule: 'Some subjects are out of reach.',
  source: 'stylised',
  violated: (_state, actor, subject) => (subjects.includes(subject) ? { actor, subject } : null),
  ...more,
});
