/** The acts of the record come late: what a page begins with hangs on none of them. */
import { describe, expect, it } from 'vitest';
import { play, project } from '../../src/entries/index';
import { scenarios } from '../../src/entries/index';
import { packagedWith, withLateActs } from '../../src/facts/bare';
import { bareFacts } from '../../src/facts/packaged-bare';
import { facts } from '../../src/facts/packaged';
import { wholeFrom, wordsOf } from '../../src/facts/words';
import { existing } from '../../src/kit/lists';
import { eventsOf } from '../../src/facts/acts';

const never = () => {
  throw new Error('the acts were asked for');
};
/** The facts of the package, of which the acts have not come yet. */
const withoutActs = packagedWith(withLateActs(bareFacts(), never));

describe('the acts of the record', () => {
  it('are made when they are first asked for, once, and are frozen as the rest', () => {
    let made = 0;
    const facts = withLateActs(bareFacts(), () => {
      made += 1;
      return structuredClone(bareFacts().acts);
    });
    expect(made).toBe(0);
    expect(facts.acts).toBe(facts.acts);
    expect(made).toBe(1);
    expect(
      Object.isFrozen(facts) && Object.isFrozen(facts.acts) && Object.isFrozen(facts.acts[0]?.event),
    ).toBe(true);
    expect(JSON.stringify(facts)).toBe(JSON.stringify(bareFacts()));
    expect(Object.keys(facts)).toEqual(Object.keys(bareFacts()));
  });

  it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
    'are asked for by nobody who opens %s and projects it',
    (_, scenario) => {
      const late = play(scenario, { facts: withoutActs });
      const whole = play(scenario);
      expect(late.state).toEqual(whole.state);
      expect(late.latent).toEqual(whole.latent);
      const how = { runs: 20, seed: 'late' };
      expect(project(late, how)).toEqual(project(whole, how));
    },
  );

  it('come with their words where those are put back', () => {
    const words = existing(wordsOf(facts));
    expect(() => wholeFrom(withoutActs, words).acts).toThrow('the acts were asked for');
    expect(wholeFrom(withoutActs, words).sources).toEqual(facts.sources);
    const whole = wholeFrom(bareFacts(), words);
    expect(JSON.stringify(whole)).toBe(JSON.stringify(facts));
    expect(Object.isFrozen(whole) && Object.isFrozen(whole.sources) && Object.isFrozen(whole.acts[0])).toBe(
      true,
    );
  });

  it('are asked for by a day that was not folded beforehand', () => {
    expect(() => eventsOf(withoutActs)).toThrow('the acts were asked for');
    expect(() => play('past-stockholm-2025', { facts: withoutActs })).toThrow('the acts were asked for');
  });
});
