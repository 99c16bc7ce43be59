import { describe, expect, it } from 'vitest';

import { facts } from '../../src/facts/packaged';
import { actSchema } from '../../src/facts/act-schema';
import { recordedOn } from '../../src/facts/fold';
import { start as startOf } from '../../src/entries/index';
import { parseFacts } from '../../src/facts/parse';
import {
  factsSchema,
  issueSchema,
  parameterSchema,
  startSchema,
  tariffLayerSchema,
} from '../../src/facts/schema';

const layer = facts.tariffs.usOnCn.find((candidate) => candidate.id === 'us/ieepa-fentanyl');
const at = facts.acts.findIndex(({ event }) => event['id'] === 'us/ieepa-fentanyl');
const act = facts.acts[at]!;

/** What parsing says of the facts with some fields of one act changed. */
function complaintsAbout(fields: Readonly<Record<string, unknown>>): readonly string[] {
  const acts = facts.acts.with(at, { ...act, event: { ...act.event, ...fields } });
  const parsed = parseFacts({ ...facts, acts });
  return parsed.ok ? [] : parsed.issues.map(({ path }) => path);
}

describe('the schema of the facts', () => {
  it('refuses a misspelt field instead of dropping it', () => {
    expect(tariffLayerSchema.safeParse({ ...layer, lable: 'Opioid duty' }).success).toBe(false);
  });

  it('refuses a field of an act that no act has, and a row in place of an act', () => {
    expect(actSchema.safeParse(act).success).toBe(true);
    expect(actSchema.safeParse({ ...act, sorce: 'eo-14195' }).success).toBe(false);
    expect(tariffLayerSchema.safeParse({ ...layer, history: [] }).success).toBe(false);
  });

  it('refuses a day that does not exist', () => {
    expect(startSchema.safeParse(facts.start).success).toBe(true);
    expect(startSchema.safeParse({ ...facts.start, on: '2018-02-30' }).success).toBe(false);
    expect(actSchema.safeParse({ ...act, announcedOn: '2025-02-30' }).success).toBe(false);
    expect(complaintsAbout({ on: '2025-02-30' })).toEqual([`acts.${at}.event.on`]);
    expect(complaintsAbout({ from: '2025-02-30' })).toEqual([`acts.${at}.event.from`]);
  });

  it('refuses an act of no known type, or with a field too many or too few', () => {
    expect(complaintsAbout({})).toEqual([]);
    expect(complaintsAbout({ type: 'tariff.pause' })).toEqual([`acts.${at}.event.type`]);
    expect(complaintsAbout({ rate: 10 })).toEqual([`acts.${at}.event.rate`]);
    expect(complaintsAbout({ ratePct: undefined })).toEqual([`acts.${at}.event.ratePct`]);
  });

  it('refuses a negative rate and a share above one', () => {
    const [first, ...others] = facts.start.measures;
    const start = (ratePct: number) => ({ ...facts.start, measures: [{ ...first, ratePct }, ...others] });
    expect(startSchema.safeParse(start(1)).success).toBe(true);
    expect(startSchema.safeParse(start(-1)).success).toBe(false);
    const coverage = { ...layer?.coverage, share: 1.2 };
    expect(tariffLayerSchema.safeParse({ ...layer, coverage }).success).toBe(false);
  });

  it('leaves a negative rate of an act to the law, which refuses it', () => {
    const acts = facts.acts.with(at, { ...act, event: { ...act.event, ratePct: -1 } });
    expect(recordedOn({ ...facts, acts }, act.event.on)).toMatchObject({ ok: false, event: { ratePct: -1 } });
  });

  it('refuses an act out of the order of days, and one that the law refuses, by their place', () => {
    const late = [...facts.acts.slice(0, at), ...facts.acts.slice(at + 1), act];
    const outOfOrder = parseFacts({ ...facts, acts: late });
    expect(outOfOrder.ok ? [] : outOfOrder.issues).toMatchObject([
      { path: `acts.${late.length - 1}.event.on`, message: expect.stringContaining('comes before') },
    ]);
    expect(() => startOf('kuala-lumpur-2025', { ...facts, acts: late })).toThrow(
      /expected a day from 2026-10-08 on, that of the act above/,
    );
    const acts = facts.acts.with(at, { ...act, event: { ...act.event, ratePct: -1 } });
    const unlawful = parseFacts({ ...facts, acts });
    expect(unlawful.ok ? [] : unlawful.issues).toMatchObject([
      { path: `acts.${at}.event`, message: expect.stringContaining(', is refused') },
    ]);
    expect(parseFacts(JSON.parse(JSON.stringify(facts))).ok).toBe(true);
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
