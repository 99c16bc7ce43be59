/**
 * Compiles the types of scenarios and facts from their schemas. What people import is plain types with words on each field;
 * zod stays with the schemas.
 */
import { actSchema } from '../src/facts/act-schema';
import { controlSchema, factsSchema, tariffLayerSchema } from '../src/facts/schema';
import { outcomeSchema, scenarioFileSchema, scenarioSchema } from '../src/scenario/schema';
import { comment, typeText, type Schema } from './type-text';

const HEAD = 'Do not edit: run `npm run forms`.';

/** Schemas that stand in others under a name of their own. */
const NAMED: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [outcomeSchema, 'OutcomeClass'],
  [actSchema, 'RecordedAct'],
  [tariffLayerSchema, 'TariffFact'],
  [controlSchema, 'ControlFact'],
]);

/** The type of a schema under a name: an alias, which is taken where any fields are, as an interface is not. */
function namedText(name: string, words: string, schema: unknown): string {
  const named = new Map([...NAMED].filter(([one]) => one !== schema));
  const body = typeText(name, schema as Schema, '', { readonly: false, recursive: 'Condition', named });
  return `${comment('', words)}\nexport type ${name} = ${body};\n`;
}

/** The text of the typed module of scenarios. */
export function scenarioTypesText(): string {
  return [
    `/** The types of scenarios, compiled from their schemas. ${HEAD} */\nimport type { Condition } from '../model/condition';\n`,
    namedText('OutcomeClass', 'One outcome class: exclusive, exhaustive, resolvable.', outcomeSchema),
    namedText('Scenario', 'A scenario, complete.', scenarioSchema),
    namedText(
      'ScenarioFile',
      'What a scenario file holds: a scenario, or its difference from one that it extends.',
      scenarioFileSchema,
    ),
  ].join('\n');
}

/** The text of the typed module of facts. */
export function factsTypesText(): string {
  return [
    `/** The types of the facts, compiled from their schemas. ${HEAD} */\nimport type { Condition } from '../model/condition';\n`,
    namedText('RecordedAct', 'An act of the record, as it is written.', actSchema),
    namedText(
      'TariffFact',
      'A layer of duties as the facts have it, without what acts made of it.',
      tariffLayerSchema,
    ),
    namedText(
      'ControlFact',
      'An export control as the facts have it, without what acts made of it.',
      controlSchema,
    ),
    namedText('Facts', 'The facts as a value: what `detente/data` exports and `start` takes.', factsSchema),
  ].join('\n');
}
