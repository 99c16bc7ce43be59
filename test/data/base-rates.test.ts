import { describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { foldedTo } from '../../src/facts/fold';
import { readMeasures } from '../../src/episode/readings';
import { logScore, mean, multiClassBrier, rankedProbabilityScore } from '../../src/kit/statistics';
import { loadScenario } from '../../src/scenario/library';
import { specificationOf } from '../../src/scenario/model-specification';

const CLASSES = 5;
/** What was known of the record when the numbers of the literature and of the model were set. */
const KNOWN_BY = '2025-11-10';
const meetings = facts.codedMeetings
  .filter(({ on }) => on <= KNOWN_BY)
  .sort((a, b) => (a.on < b.on ? -1 : 1));

/** Dirichlet(0.5) base rate over the classes of some meetings. */
function baseRate(classes: readonly number[]): number[] {
  const counts = new Array<number>(CLASSES).fill(0.5);
  for (const outcome of classes) counts[outcome]! += 1;
  return counts.map((n) => n / (classes.length + CLASSES / 2));
}

interface Scores {
  readonly rps: number;
  readonly log: number;
  readonly brier: number;
}

function meanScores(cases: readonly { readonly p: readonly number[]; readonly outcome: number }[]): Scores {
  const mean = (score: (p: readonly number[], outcome: number) => number) =>
    cases.reduce((sum, { p, outcome }) => sum + score(p, outcome), 0) / cases.length;
  return {
    rps: mean((p, outcome) => rankedProbabilityScore(p, outcome)),
    log: mean((p, outcome) => logScore(p[outcome]!)),
    brier: mean((p, outcome) => multiClassBrier(p, outcome)),
  };
}

const classesOf = (list: typeof meetings) => list.map((meeting) => meeting.class);

describe('base rates of the nineteen meetings coded to November 2025 (validation row M4)', () => {
  it('there are nineteen, of which four escalated, three had no result, nine a truce and three a rollback', () => {
    const counts = [0, 1, 2, 3, 4].map(
      (outcome) => meetings.filter((meeting) => meeting.class === outcome).length,
    );
    expect(counts).toEqual([4, 3, 9, 3, 0]);
  });

  it('the prequential base rate scores .152, 1.54 and .78', () => {
    const all = classesOf(meetings);
    const scores = meanScores(all.map((outcome, index) => ({ p: baseRate(all.slice(0, index)), outcome })));
    expect(scores.rps).toBeCloseTo(0.152, 3);
    expect(scores.log).toBeCloseTo(1.54, 2);
    expect(scores.brier).toBeCloseTo(0.78, 2);
  });

  it('the leave-one-out base rate scores .147, 1.45 and .75', () => {
    const all = classesOf(meetings);
    const scores = meanScores(
      all.map((outcome, index) => ({ p: baseRate(all.filter((_, other) => other !== index)), outcome })),
    );
    expect(scores.rps).toBeCloseTo(0.147, 3);
    expect(scores.log).toBeCloseTo(1.45, 2);
    expect(scores.brier).toBeCloseTo(0.75, 2);
  });

  it('on Busan alone the base rate gives .22, .17, .46, .12, .02 and scores .232, the uniform forecast .150', () => {
    const before = baseRate(classesOf(meetings.filter((meeting) => meeting.on < '2025-10-30')));
    [0.22, 0.17, 0.46, 0.12, 0.02].forEach((p, index) => expect(before[index]).toBeCloseTo(p, 2));
    const busan = { p: before, outcome: 3 };
    expect(meanScores([busan]).rps).toBeCloseTo(0.232, 3);
    expect(meanScores([busan]).log).toBeCloseTo(2.1, 2);
    expect(meanScores([{ p: new Array<number>(CLASSES).fill(0.2), outcome: 3 }]).rps).toBeCloseTo(0.15, 3);
  });

  it('the projection of 25 October knows the seventeen meetings before that day and no later one', () => {
    const specification = specificationOf(loadScenario('kuala-lumpur-2025'), facts);
    expect(specification.baseRateMeetings).toBe(17);
    const known = baseRate(classesOf(meetings.filter((meeting) => meeting.on < '2025-10-25')));
    known.forEach((p, index) => expect(specification.baseRate[index]).toBeCloseTo(p, 12));
  });
});

describe('other published numbers that the data carry', () => {
  const spellsKnown = facts.truceSpells.filter(({ until }) => until <= KNOWN_BY);
  const central = (symbol: string) =>
    [...facts.parameters, ...facts.referenceFigures].find((figure) => figure.symbol === symbol)!.central;

  it('M1: the six truce spells known on 25 October 2025 are 10, 155, 33, 16 and 111 days, and 467 censored', () => {
    const spells = spellsKnown.map(({ days, censored }) => [days, censored]);
    expect(spells.sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
      [10, false],
      [16, false],
      [33, false],
      [111, false],
      [155, false],
      [467, true],
    ]);
  });

  it('the usual gap of a text is the mean over the six spells, each on the day of its text', () => {
    const gaps = spellsKnown.map(({ from }) => readMeasures(foldedTo(facts, from)).loophole);
    expect(mean(gaps)).toBeCloseTo(central('loop_usual'), 3);
  });

  it('three of the five breached spells ended by declaration, and three of three dated texts were prolonged', () => {
    const acts = (type: string) =>
      facts.acts.filter(({ event }) => event.type === type && event.on <= KNOWN_BY);
    expect(spellsKnown.filter(({ censored }) => !censored)).toHaveLength(5);
    expect(acts('truce.terminate')).toHaveLength(3);
    expect(acts('truce.extend')).toHaveLength(3);
  });

  it('H3: Phase One delivered .57 to .58 of the whole and .83 of agriculture', () => {
    expect(central('q_comp_all')).toBeGreaterThanOrEqual(0.57);
    expect(central('q_comp_all')).toBeLessThanOrEqual(0.58);
    expect(central('q_comp_ag')).toBeCloseTo(0.83, 2);
  });

  it('E1: the fall of targeted imports in 2018 implies an elasticity of 2.96', () => {
    expect(Math.log(1 - central('fgkk_imp') / 100) / Math.log(1.026 / 1.166)).toBeCloseTo(2.96, 2);
  });
});
