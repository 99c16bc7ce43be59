/** The scenarios of the library under the laws that hold for every scenario. */
import { describe, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { scenarios } from '../../src/entries/index';
import { scenarioLaws } from '../../src/entries/testing';

describe('the scenarios of the library', () => {
  for (const { name, check } of scenarioLaws(scenarios, { facts })) it(name, check);
});
