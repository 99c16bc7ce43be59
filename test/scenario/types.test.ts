/** The compiled types of scenarios and facts are those of their schemas: held by the compiler. */
import type * as z from 'zod';
import { describe, expectTypeOf, it } from 'vitest';
import type { actSchema } from '../../src/facts/act-schema';
import type { factsSchema } from '../../src/facts/schema';
import type { Facts, RecordedAct } from '../../src/facts/types';
import type { outcomeSchema, scenarioFileSchema, scenarioSchema } from '../../src/scenario/schema';
import type { OutcomeClass, Scenario, ScenarioFile } from '../../src/scenario/types';

/** Whether each of two types takes the other. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

describe('the compiled types', () => {
  it('of scenarios take what their schemas give, and nothing more', () => {
    expectTypeOf<Same<z.infer<typeof scenarioSchema>, Scenario>>().toEqualTypeOf<true>();
    expectTypeOf<Same<z.infer<typeof outcomeSchema>, OutcomeClass>>().toEqualTypeOf<true>();
    expectTypeOf<Same<z.infer<typeof scenarioFileSchema>, ScenarioFile>>().toEqualTypeOf<true>();
    expectTypeOf<Same<z.infer<typeof scenarioSchema>, Scenario & { more: string }>>().toEqualTypeOf<false>();
  });

  it('of facts take what their schemas give, key by key', () => {
    type Given = z.infer<typeof factsSchema>;
    type Strangers = { [K in keyof Given]: Same<Given[K], Facts[K]> extends true ? never : K }[keyof Given];
    expectTypeOf<keyof Facts>().toEqualTypeOf<keyof Given>();
    expectTypeOf<Strangers>().toEqualTypeOf<never>();
    expectTypeOf<Same<z.infer<typeof actSchema>, RecordedAct>>().toEqualTypeOf<true>();
  });
});
