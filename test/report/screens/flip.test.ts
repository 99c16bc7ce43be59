/** The screen of a flip: every change that is told stands there, in lines of a terminal. */
import { describe, expect, it } from 'vitest';
import { flip, type FlipOptions } from '../../../src/analyses/flip/flip';
import { facts } from '../../../src/facts/packaged';
import { flipText } from '../../../src/report/screens/flip';
import { levelClause } from '../../../src/report/wording/level';
import { PLAIN } from '../../../src/report/wording/text';
import { oneIssue } from '../../ensemble/one-issue';
import { beyondEdge } from '../../cli/run-cli';

const scenario = oneIssue();
const command = `detente flip ${scenario.id} --runs 24 --seed 1`;

function shown(options: FlipOptions) {
  const found = flip(scenario, { ...options, runs: 24 });
  const titled = { ...found, scenarioTitle: scenario.title, outcomes: scenario.outcomes };
  const at = (width: number) => flipText(titled, { facts, paint: { ...PLAIN, width }, command });
  return { found, at, text: at(80) };
}

describe('the screen of a flip', () => {
  it.each([
    ['a quantity that passes', { output: 'class:not-held', past: 0.07, only: ['meeting.notHeld'] }],
    ['a lead', { leads: 'truce', only: ['issues.extension.cost'] }],
    ['what nothing does', { output: 'class:not-held', past: 0.95, only: ['meeting.notHeld'] }],
  ] satisfies readonly (readonly [string, FlipOptions])[])(
    'tells every parameter with both values, on any terminal: %s',
    (_, options) => {
      const { found, at, text } = shown(options);
      for (const width of [60, 80, 120]) expect(beyondEdge(at(width), width)).toEqual([]);
      const lines = text.trimEnd().split('\n');
      expect(lines.at(-1)).toBe(`again: ${command}`);
      const words = text.replaceAll(/\s+/g, ' ');
      for (const { from, to } of [...found.changes, ...(found.nearest?.changes ?? [])])
        expect(words).toContain(`${to} in place of ${from}`);
      if (found.distance === null) expect(words).toContain('was found that surely does it');
    },
  );
});

describe('a level that is passed', () => {
  it('is a clause in the number of its subject, up to or down to its value', () => {
    expect(levelClause({ of: 'mean:US', way: 'falls', to: 54.6, basis: 'move' })).toBe(
      'average American duties on Chinese goods fall to 54.6% or less',
    );
    expect(levelClause({ of: 'magnet-shortage', way: 'rises', to: 0.12, basis: 'median' })).toBe(
      'the use of magnets that cannot be met rises to 12% or more',
    );
  });
});
