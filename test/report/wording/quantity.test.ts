/** Quantities of interest in words: no screen or page has to fall back on an id. */
import { describe, expect, it } from 'vitest';
import { allQuantities } from '../../../src/ensemble/quantity-of-interest';
import { facts } from '../../../src/facts/packaged';
import { quantityValue } from '../../../src/report/wording/factor';
import { quantityLabel } from '../../../src/report/wording/quantity';
import { scenarios } from '../../../src/scenario/library';
import { specificationOf } from '../../../src/scenario/model-specification';

const quantities = scenarios.flatMap((scenario) => allQuantities(specificationOf(scenario, facts)));

describe('the label of a quantity of interest', () => {
  it('is words for every quantity of every shipped scenario: no id, and an issue by its name', () => {
    expect(quantities.length).toBeGreaterThan(500);
    const labels = new Map(facts.issues.map(({ id, label }) => [`issue:${id}`, label]));
    for (const quantity of quantities) {
      const label = quantityLabel(quantity);
      expect(label).toMatch(/^[A-Z][^…]+$/);
      expect(label).not.toMatch(/\b[a-z-]+:[a-zA-Z0-9]|\bCN\b|(?<!the )\bUS\b/);
      const issue = labels.get(quantity.id);
      expect(label).toBe(issue === undefined ? label : `Granted: ${issue}`);
      expect(quantity.id.startsWith('issue:')).toBe(issue !== undefined);
    }
  });

  it('tells two quantities of one scenario apart', () => {
    for (const scenario of scenarios) {
      const labels = allQuantities(specificationOf(scenario, facts)).map(quantityLabel);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});

describe('the value of a quantity of interest', () => {
  it('is in per cent whatever its unit, as its change is in points', () => {
    for (const quantity of quantities) expect(quantityValue(quantity, 0.25)).toMatch(/^(25\.0|0\.3|0\.25)%$/);
  });
});
