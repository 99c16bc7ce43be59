/** The scenarios of the library under the laws that hold for every scenario. */
import { describe, it } from 'vitest';
import { facts } from '../../src/data';
import { scenarios } from '../../src/index';
import { scenarioLaws } from '../../src/testing';

describe('the scenarios of the library', () => {
  for (const { name, check } of scenarioLaws(scenarios, { facts })) it(name, check);
});
