/** States with many measures: what is asked of each of them does not walk through all the others. */
import { expect, it } from 'vitest';
import { MEASURE_KINDS } from '../../src/model/measure';
import type { State } from '../../src/model/state';
import { legalActions, start } from '../../src/entries/index';

const first = start('kuala-lumpur-2025');

/** The first day with so many more of what it has of a kind, and a count of how often the ids of a column of measures are walked through. */
function crowd(kind: string, more: number): { readonly state: State; readonly walks: () => number } {
  let walks = 0;
  const state = structuredClone(first) as unknown as Record<string, Record<string, object>>;
  const column = state[kind]!;
  const one = Object.values(column).at(-1);
  for (let at = 0; at < more; at += 1) column[`copy-${at}`] = { ...structuredClone(one), id: `copy-${at}` };
  for (const measures of MEASURE_KINDS)
    state[measures] = new Proxy(state[measures]!, {
      ownKeys: (ids) => {
        walks += 1;
        return Reflect.ownKeys(ids);
      },
    });
  return { state: state as unknown as State, walks: () => walks };
}

it.each([...MEASURE_KINDS, 'flows'])(
  'lawful acts are listed with as many walks through the measures, however many of %s there are',
  (kind) => {
    const [few, many] = [crowd(kind, 0), crowd(kind, 200)].map(({ state, walks }) => ({
      templates: [...legalActions(state)].length,
      walks: walks(),
    }));
    expect(few!.walks).toBeGreaterThan(100);
    expect(many!.walks).toBe(few!.walks);
    // A copy of the last duty is lawfully touched by nobody.
    expect(many!.templates).toBeGreaterThanOrEqual(few!.templates + (kind === 'tariff' ? 0 : 200));
  },
);
