import { describe, expect, it } from 'vitest';

import { facts } from '../../src/facts/packaged';
import { factsSchema, issueSchema, parameterSchema, tariffLayerSchema } from '../../src/facts/schema';

const layer = facts.tariffs.usOnCn.find((candidate) => candidate.id === 'us/ieepa-fentanyl');
const row = layer?.history[0];

describe('the schema of the facts', () => {
  it('refuses a misspelt field instead of dropping it', () => {
    expect(tariffLayerSchema.safeParse({ ...layer, lable: 'Opioid duty' }).success).toBe(false);
  });

  it('refuses a day that does not exist', () => {
    const history = [{ ...row, from: '2025-02-30' }];
    expect(tariffLayerSchema.safeParse({ ...layer, history }).success).toBe(false);
  });

  it('refuses a status that is not one of the eight', () => {
    const history = [{ ...row, status: 'paused' }];
    expect(tariffLayerSchema.safeParse({ ...layer, history }).success).toBe(false);
  });

  it('refuses a negative rate and a share above one', () => {
    const history = [{ ...row, ratePct: -1 }];
    expect(tariffLayerSchema.safeParse({ ...layer, history }).success).toBe(false);
    const coverage = { ...layer?.coverage, share: 1.2 };
    expect(tariffLayerSchema.safeParse({ ...layer, coverage }).success).toBe(false);
  });

  it('refuses an issue weight that does not call itself an assumption', () => {
    const { assumption, ...issue } = facts.issues[0] ?? { assumption: true };
    expect(assumption).toBe(true);
    expect(issueSchema.safeParse(issue).success).toBe(false);
  });

  it('refuses a parameter without a basis', () => {
    const { basis, ...parameter } = facts.parameters[0] ?? { basis: 'prior' };
    expect(basis).toBeDefined();
    expect(parameterSchema.safeParse(parameter).success).toBe(false);
  });

  it('survives a round trip through JSON', () => {
    expect(factsSchema.parse(JSON.parse(JSON.stringify(facts)))).toEqual(facts);
  });
});
