/** The scenarios of the library under the properties that hold for every scenario. */
import { describe, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { scenarios } from '../../src/entries/index';
import { scenarioProperties } from '../../src/entries/testing';
import { FULL } from '../extent';

const SHORT = ['kuala-lumpur-2025', 'hawks-on-both-sides', 'next-leaders-meeting'];

describe('the scenarios of the library', () => {
  // In the short way those of a few, the base among them.
  const asked = FULL ? scenarios : scenarios.filter(({ id }) => SHORT.includes(id));
  for (const { name, check } of scenarioProperties(asked, { facts })) it(name, check);
});
