/** The scenarios of the library under the properties that hold for every scenario. */
import { describe, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { scenarios } from '../../src/entries/index';
import { scenarioProperties } from '../../src/entries/testing';

describe('the scenarios of the library', () => {
  for (const { name, check } of scenarioProperties(scenarios, { facts })) it(name, check);
});
