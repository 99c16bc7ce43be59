import { describe, expect, it } from 'vitest';
import { actionTypes } from '../../../src/actions/index';
import { facts } from '../../../src/facts/packaged';
import { explainDifference } from '../../../src/report/wording/explained-difference';
import { start } from '../../../src/analyses/resolve';
import { differenceReport } from '../../../src/report/screens/difference-report';
import {
  actPhrase,
  chainLines,
  differenceSentences,
  namesOf,
  stepPhrase,
} from '../../../src/report/wording/step-phrases';
import type { DifferingStep, Happening } from '../../../src/analyses/comparison/differing-steps';
import type { Trial } from '../../../src/episode/trace';
import { shortScenario } from '../../episode/fixtures';

const MEASURES = ['tariff', 'control', 'port-fee', 'listing'];

describe('a step as a noun', () => {
  it('has a phrase for every action type, whether it came or stayed away, and no two kinds of measure share theirs', () => {
    const phrases = actionTypes.map(({ type }) => [actPhrase(type, true), actPhrase(type, false)]);
    for (const phrase of phrases.flat()) expect(phrase).toMatch(/^the [a-z’ ]+ that [a-z ]+$/);
    for (const [came, away] of phrases) expect(came).not.toBe(away);
    const [first] = actionTypes
      .filter(({ type }) => type.endsWith('.snapback'))
      .map(({ type }) => actPhrase(type, true));
    expect(first).toBe('the duty that snapped back');
    const imposed = MEASURES.map((kind) => actPhrase(`${kind}.impose`, true));
    expect(new Set(imposed).size).toBe(MEASURES.length);
  });

  it('says of a purchase that stayed away that it was not made, and of a duty that it was widened', () => {
    expect(actPhrase('purchase.deliver', false)).toBe('the purchase that was not made');
    expect(actPhrase('tariff.widen', true, { label: 'Farm goods' })).toBe(
      'the duty “Farm goods” that was widened',
    );
    expect(actPhrase('tariff.extend', true, { label: 'Synthetic-opioid duty' })).toBe(
      'the suspension of the “Synthetic-opioid duty” that was prolonged',
    );
    expect(actPhrase('control.impose', true, { by: 'Beijing' })).toBe(
      'the export control by Beijing that was imposed',
    );
  });
});

describe('a turn at the table', () => {
  const reached = {
    type: 'agreement.reach',
    actor: 'both',
    subject: 'agreement-of-busan-2025',
    cause: { kind: 'bargaining', rule: 'both accept' },
  } as unknown as Happening;
  const trial = (happened: boolean) => ({ value: 0.5, threshold: 0.4, happened }) as Trial;
  const step = (name: string, now: boolean, more: Partial<DifferingStep> = {}): DifferingStep => ({
    ...{ on: '2025-10-30', base: null, variant: null, fields: [], moved: [], refused: null },
    crossed: { name, base: trial(!now), variant: trial(now) },
    ...more,
  });
  const both = { base: reached, variant: reached };
  const told = (one: DifferingStep) => stepPhrase(one, namesOf(facts));

  it('is told once where it is the step itself', () => {
    expect(told(step('US/refuses', true))).toBe('Washington, which now stands firm at the meeting');
    expect(told(step('US/refuses', true, { base: reached }))).toBe(
      'the agreement that was not reached, since Washington now stands firm',
    );
  });

  it('is told by the scope of an agreement where that turned with it, and by its terms where not', () => {
    const turned = { ...both, fields: ['scope', 'terms'] };
    expect(told(step('US/accepts', false, turned))).toBe(
      'a standstill in place of an exchange, since Washington no longer accepts it',
    );
    expect(told(step('CN/accepts', true, turned))).toBe(
      'an exchange in place of a standstill, since Beijing now accepts it',
    );
    expect(told(step('US/accepts', false, { ...both, fields: ['terms'] }))).toBe(
      'the agreement that was reached on other terms, since Washington no longer accepts the exchange',
    );
  });
});

describe('an explained comparison in words', () => {
  const variant = shortScenario({
    id: 'signed',
    events: {
      'the-order': {
        on: '2025-10-27',
        actor: 'US',
        type: 'tariff.carry-out',
        id: 'us/ieepa-hundred',
        from: '2025-11-01',
      },
    },
  });
  const found = explainDifference(shortScenario(), variant, { runs: 60, histories: 60 });
  const names = namesOf(facts, start(shortScenario()), start(variant));

  it('speaks in whole sentences without ids of measures, kinds or code', () => {
    const sentences = differenceSentences(found, names);
    expect(sentences).toEqual(found.sentences);
    expect(sentences.length).toBeGreaterThanOrEqual(3);
    for (const text of sentences) {
      expect(text).toMatch(/^[A-Z0-9].*\.$/);
      expect(text).not.toMatch(/us\/|cn\/|undefined|null|NaN/);
    }
  });

  it('gives the example as a dated chain from the supposition to what settles it', () => {
    const lines = chainLines(found.example!.chain, names);
    expect(lines[0]!.on).toBe('27 Oct 2025');
    expect(lines[0]!.why).toContain('the-order');
    expect(lines.length).toBeGreaterThan(1);
    for (const { text, why } of lines) expect(`${text} ${why}`).not.toMatch(/undefined|null|NaN/);
  });

  it('is JSON for scripts: classes by id, groups with their shares, a chain with its causes', () => {
    const report = differenceReport(
      found,
      shortScenario().outcomes.map(({ id }) => id),
      names,
    );
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(report.example!.outcomes.base).not.toBe(report.example!.outcomes.variant);
    expect(report.starts[0]!.share).toBe(1);
    expect(report.example!.chain[0]!.variant!.cause).toMatchObject({
      kind: 'supposition',
      rule: 'the-order',
    });
  });
});
