import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { facts } from '../../src/facts/packaged';

const LEVERS = (
  'blowsOnMeeting gesturesOnMeeting unconfirmedOnMeeting doubtOnMeeting noTruceOnMeeting ' +
  'frameworkOnMeeting marketOnMeeting goodwillOnPrice readoutOnPrice chineseDutyLoss tradedThreat ' +
  'renewedThreat replacedDuty isolation goodwillOnQuarrel terminationOnQuarrel goodwillHalfLifeDays ' +
  'dutyScalePp controlScale listingScale licenceScale purchaseScale undertakingScale'
)
  .split(' ')
  .map((name) => `levers.${name}`)
  .join(' ');
const YEAR =
  'reversals reversalFollowed hurtOnReversal drawdownOnReversal replacedShare stopgapDays findingDays findsUs'
    .split(' ')
    .map((name) => `year.${name}`)
    .join(' ');
const DRAWN =
  'eps Lmax_us T0_us Lmax_cn T0_cn pt_retail25 phase1 dp_us season_amp ' +
  'kappa_ree I0_ree G80_us gam_ree HLsub_ree lic_days alpha rho K sigK kappa_prep H ' +
  'pi0 phi_forget w_traded q_CN q_US wb_k wb_s b_loop m_ret psi HL_P gDD a0 xi ' +
  'hold sigW pNotHeld P0 b_m court_monthly keep_act notheld_round p_extend breach_us ' +
  'terminate beta_mkt answer_again chip_loss tau_round t_text t_leaders s_select h_after prep0 ' +
  LEVERS +
  ' ' +
  YEAR +
  ' soybeans.yearlyLossUsdBn year.rounds year.calls year.summits year.summitNoticeDays chokepoint.newSources ' +
  'year.listings year.listingAnswered year.easings year.answeredByControl year.answeredByListing year.answeringSeverity ' +
  'year.probesDecided year.findsCn year.sectorSought year.sectorShare levers.calledOffOnQuarrel levers.calledOffOnStrain';

describe('parameters', () => {
  it('keep low, central and high in order wherever a range is given', () => {
    const wrong = facts.parameters.filter(
      (p) => (p.low !== null && p.low > p.central) || (p.high !== null && p.high < p.central),
    );
    expect(wrong.map((p) => p.name)).toEqual([]);
  });

  it('of the model that are drawn are these, each with a range and a triangular law', () => {
    const drawn = facts.parameters.filter((p) => p.drawn);
    const inPlace = drawn.sort((a, b) => a.place - b.place);
    expect(inPlace.map((p) => p.symbol ?? p.name)).toEqual(DRAWN.split(' '));
    expect(drawn.every((p) => p.law === 'triangular' && p.low !== null && p.high !== null)).toBe(true);
    expect(facts.parameters.every((p) => p.drawn === (p.law === 'triangular'))).toBe(true);
  });

  it('have symbols and names of their own', () => {
    const symbols = facts.parameters.flatMap((p) => p.symbol ?? []);
    expect(new Set(symbols).size).toBe(symbols.length);
    expect(new Set(facts.parameters.map((p) => p.name)).size).toBe(facts.parameters.length);
    expect(new Set(facts.parameters.map((p) => p.place)).size).toBe(facts.parameters.length);
  });

  it('are as many, and as many of them priors, as the README says', () => {
    const priors = facts.parameters.filter(({ basis }) => basis === 'prior').length;
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(/parameters are priors\*\*: (\d+ of \d+)/.exec(readme)?.[1]).toBe(
      `${priors} of ${facts.parameters.length}`,
    );
  });

  it('are called an assumption exactly where no document gives them', () => {
    for (const p of facts.parameters) expect(p.assumption, p.name).toBe(p.source === null);
  });
});

describe('the trade matrix', () => {
  const { flowsThousandUsd: flows, incomeThousandUsd: income } = facts.tradeWorld;

  it("splits each region's income into sales at home and abroad", () => {
    for (const [exporter, row] of flows.entries())
      expect(row.reduce((sum, flow) => sum + flow, 0)).toBeCloseTo(income[exporter] ?? NaN, -1);
  });

  it('gives deficits of 1 043.9, -1 299.7 and 255.8 billion dollars, which sum to nought', () => {
    const deficits = income.map((_, region) => {
      const imports = flows.reduce((sum, row) => sum + (row[region] ?? NaN), 0);
      return (imports - (income[region] ?? NaN)) / 1e6;
    });
    expect(deficits[0]).toBeCloseTo(1043.9, 1);
    expect(deficits[1]).toBeCloseTo(-1299.7, 1);
    expect(deficits[2]).toBeCloseTo(255.8, 1);
  });
});

describe('published numbers', () => {
  it('fifty-two threats have a fate and twenty-three claims a verdict', () => {
    expect(facts.threats.length).toBe(52);
    expect(facts.claims.length).toBe(23);
    expect(
      facts.claims.filter((claim) => claim.verdict === 'corrected').every((claim) => claim.correction),
    ).toBe(true);
  });

  it('a threat left out of calibration says why', () => {
    for (const threat of facts.threats) expect(threat.why !== undefined, threat.id).toBe(!threat.calibration);
  });
});
