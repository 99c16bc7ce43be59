import type { ReplayedLog } from '../../../src/analyses/replayed-log';
import { describe, expect, it } from 'vitest';
import {
  compare,
  explain,
  explainDifference,
  loadScenario,
  project,
  start,
} from '../../../src/entries/index';
import { actionTypes } from '../../../src/actions/index';
import { facts } from '../../../src/facts/packaged';
import { actionReference, actionsText } from '../../../src/report/screens/actions';
import { checkText } from '../../../src/report/screens/check';
import { comparisonText } from '../../../src/report/screens/comparison';
import { namesOf } from '../../../src/report/wording/step-phrases';
import { explainText } from '../../../src/report/screens/explain';
import { recordSpan } from '../../../src/facts/record-span';
import { ledgerOf, ledgerOn, ledgerText } from '../../../src/report/screens/ledger';
import { listText } from '../../../src/report/screens/list';
import { projectionText } from '../../../src/report/screens/projection';
import { replayText } from '../../../src/report/screens/replay';
import { stateText } from '../../../src/report/screens/state';
import { PLAIN, type Paint } from '../../../src/report/wording/text';
import { scenarios } from '../../../src/scenario/library';

const BASE = 'kuala-lumpur-2025';
const scenario = loadScenario(BASE);
const first = start(scenario);
const projection = project(BASE, { runs: 40 });
const command = 'detente project kuala-lumpur-2025 --runs 40 --seed 1';
const long = (text: string) => text.split('\n').filter((line) => line.length > 80);
const mark = (text: string) => `<${text}>`;
const MARKS: Paint = { bold: mark, dim: mark, red: mark, green: mark, yellow: mark, cyan: mark };

describe('the screen of a projection', () => {
  const text = projectionText(projection, { facts, paint: PLAIN, command });

  it('names every outcome with its interval and what it would mean', () => {
    const flat = text.replace(/\s+/g, ' ');
    for (const { title, meaning, p } of projection.outcomes!) {
      expect(text).toContain(title);
      expect(flat).toContain(meaning);
      expect(text).toContain(`${(100 * p).toFixed(1)}%`);
    }
  });

  it('names every issue, its seed, its digest and the command that makes it again', () => {
    for (const { label } of projection.issues!) expect(text).toContain(label.slice(0, 30));
    expect(text).toContain(projection.digest);
    expect(text).toContain(command);
    expect(text).toContain('seed "1"');
  });

  it('says how much of it is a prior and how much is base rate', () => {
    expect(text).toMatch(/\d+ of the model's \d+ parameters are priors/);
    expect(text.replace(/\s+/g, ' ')).toContain(
      `base rate of ${projection.baseRate.meetings} coded meetings`,
    );
  });

  it('stays within 80 columns', () => {
    expect(long(text)).toEqual([]);
  });

  it('says the same with colour as without', () => {
    const painted = projectionText(projection, { facts, paint: MARKS, command });
    expect(painted.replace(/[<>]/g, '')).toBe(text.replace(/[<>]/g, ''));
  });

  it('leaves out what a scenario has not: drivers without a correlation, a base rate without weight', () => {
    const bare = { ...projection, drivers: [], baseRate: { weight: 0, meetings: 0 } };
    const said = projectionText(bare, { facts, paint: PLAIN, command });
    expect(said).not.toContain('What moves');
    expect(said.replace(/\s+/g, ' ')).toContain('the model alone');
  });
});

/** An id of a quantity of interest, as an option of a command takes it. */
const QUANTITY_ID = /\b(class|issue|mean|up|same|down|text|unbroken|gdp|utility):[a-zA-Z0-9-]+/;

describe('what each act contributes', () => {
  it('is told in words: the titles of the classes, and no id of a quantity', () => {
    const on = '2025-10-26';
    const acts = [
      { type: 'tariff.carry-out', actor: 'US', on, id: 'us/ieepa-hundred', from: on } as const,
      { type: 'purchase.resume', actor: 'CN', on, flow: 'soybeans' } as const,
    ];
    const answer = project(BASE, { after: acts, today: on, runs: 60, why: true });
    const text = projectionText(answer, { facts, paint: PLAIN, command: 'detente' }).replace(/\s+/g, ' ');
    const told = /What each act contributes.*?What /.exec(text)![0];
    expect(told).toContain(
      '26 Oct 2025, Washington carries out the threatened duty “Threatened extra 100 percent”, in force at once: New coercion in two weeks +',
    );
    expect(told).toContain('; Partial rollback -');
    expect(told).not.toMatch(QUANTITY_ID);
  });
});

describe('a comparison', () => {
  it('names issues as people do, and tells what is granted in the unit of its change', () => {
    const variant = loadScenario('soybeans-first');
    const comparison = compare(scenario, variant, { runs: 20 });
    const wide = { ...PLAIN, width: 120 };
    const text = comparisonText({ scenario, variant, seed: '1', runs: 20, comparison }, wide);
    expect(text).not.toMatch(QUANTITY_ID);
    const granted = text.split('\n').filter((line) => line.includes('Granted: '));
    expect(granted.length).toBe(projection.issues!.length);
    for (const { label } of projection.issues!) expect(text).toContain(`Granted: ${label}`.slice(0, 34));
    for (const line of granted) expect(line).toMatch(/ \d+\.\d% +\d+\.\d% +[-+]?\d+\.\d /);
  });
});

describe('the other screens', () => {
  it('stay within 80 columns', () => {
    const comparison = compare(BASE, BASE, { runs: 3 });
    const variant = { ...loadScenario('hundred-per-cent-executed'), horizon: '2025-11-14' };
    const found = explainDifference({ ...scenario, horizon: variant.horizon }, variant, { runs: 40 });
    const names = namesOf(facts, first);
    const screens = [
      listText(scenarios, PLAIN),
      stateText(scenario, first, facts, PLAIN),
      comparisonText({ scenario, variant: scenario, seed: '1', runs: 3, comparison }, PLAIN),
      comparisonText(
        { scenario, variant, seed: '1', runs: 40, comparison: found, why: { found, names } },
        PLAIN,
      ),
      checkText([], { file: 'a.yaml', scenario, start: first, facts, paint: PLAIN }),
    ];
    for (const screen of screens) expect(long(screen)).toEqual([]);
  });

  it('the first day is shown for every scenario', () => {
    for (const each of scenarios) expect(stateText(each, start(each), facts, PLAIN)).toContain(each.title);
  });

  it('the layers of a ledger and its remainder add up to its average', () => {
    const { first: from, last } = recordSpan(facts);
    for (const date of [from, '2019-06-15', '2025-04-12', '2025-10-25', last]) {
      const { layers, reconciliations, averageTariffPct } = ledgerOn(facts, date);
      const sum = (imposer: 'US' | 'CN', direction: 'usOnCn' | 'cnOnUs') =>
        layers
          .filter((layer) => layer.imposer === imposer)
          .reduce((total, layer) => total + layer.contributionPp, 0) +
        reconciliations
          .filter((row) => row.direction === direction)
          .reduce((total, row) => total + row.pp, 0);
      expect(sum('US', 'usOnCn')).toBeCloseTo(averageTariffPct.usOnCn, 2);
      expect(sum('CN', 'cnOnUs')).toBeCloseTo(averageTariffPct.cnOnUs, 2);
    }
  });

  it('a ledger shows no measure that has ended', () => {
    const statuses = new Set(ledgerOf(first).layers.map((layer) => layer.status));
    for (const gone of ['lapsed', 'withdrawn', 'struck-down'] as const) expect(statuses).not.toContain(gone);
    expect(ledgerText(ledgerOf(first), facts, PLAIN)).toContain('57.6% on average');
  });

  it('an explanation names the code, the rule, its source and what would be legal', () => {
    const event = {
      type: 'tariff.cut',
      actor: 'US',
      on: first.today,
      id: 'us/ieepa-fentanyl',
      ratePct: 90,
    } as const;
    const text = explainText(event, explain(first, event), facts, PLAIN);
    for (const part of [
      'not legal',
      'tariff/not-a-cut',
      'source:',
      'What would be legal',
      '"type":"tariff.cut"',
    ])
      expect(text).toContain(part);
    const lawful = { ...event, ratePct: 10 };
    expect(explainText(lawful, explain(first, lawful), facts, PLAIN)).toMatch(
      /^legal on 25 Oct 2025: tariff\.cut by US\./,
    );
  });

  it('the reference names each field that an example of a move has, those that may be left out, and their units', () => {
    const common = ['type', 'actor', 'on', 'source'];
    for (const { type, examples } of actionTypes) {
      const [entry] = actionReference(type).filter((one) => one.type === type);
      const told = entry!.fields.map(({ name }) => name);
      for (const example of examples)
        for (const name of Object.keys(example).filter((key) => !common.includes(key)))
          expect(told, type).toContain(name);
    }
    const optional = actionReference('').flatMap(({ fields }) => fields.filter((field) => field.optional));
    expect(optional.length).toBeGreaterThan(10);
    const text = actionsText(actionReference('tariff.threaten'), { ...PLAIN, width: 120 });
    expect(text).toContain('rateBy (a day, or null, may be left out)');
    expect(text).toContain('ratePct (a number, per cent of customs value)');
  });

  it('a duty in force that adds nothing worth a row is named in a line, and a law by its name', () => {
    const ledger = ledgerOf(first);
    const text = ledgerText(ledger, facts, { ...PLAIN, width: 120 });
    const flat = text.replace(/\s+/g, ' ');
    for (const { label, authority } of ledger.layers) {
      expect(flat).toContain(label);
      expect(text).not.toMatch(new RegExp(`\\b${authority}\\b`));
    }
    expect(text).not.toMatch(/ 0\.0 {2}in-force/);
  });

  it('the reference names each field of each move with a rule', () => {
    const entries = actionReference('');
    for (const { fields } of entries) for (const { rule } of fields) expect(rule.length).toBeGreaterThan(3);
    expect(actionsText(entries.slice(0, 3), PLAIN)).toContain(entries[0]!.doc);
  });

  it('a replay says whether it is the same, different or refused', () => {
    const view: ReplayedLog = {
      ok: true,
      version: '0.2.0',
      comparable: true,
      scenario: 'x',
      events: 1,
      digest: 'a',
      expected: 'a',
      checked: ['events', 'digest'],
      differs: [],
      unchecked: [],
      adapted: [],
    };
    expect(replayText(view, PLAIN)).toMatch(/^the same: 1 event lead/);
    const differs = [{ field: 'outcome', given: 'truce', found: 'rollback', why: 'another' }];
    const different = replayText({ ...view, ok: false, differs }, PLAIN);
    expect(different).toMatch(/^different[^]*outcome: another\n {4}found {5}rollback\n {4}expected {2}truce/);
    const unchecked = [{ field: 'digest', why: 'made by 0.1.0' }];
    const older = replayText({ ...view, comparable: false, version: '0.1.0', unchecked }, PLAIN);
    expect(older).toMatch(/^made by 0\.1\.0[^]*unchecked: digest: made by 0\.1\.0/);
    const event = { type: 'meeting.hold', actor: 'both', meeting: 'busan-2025', on: first.today } as const;
    const { refusals } = explain(first, event);
    const refused = replayText({ ...view, ok: false, refused: { at: 0, event, refusals } }, PLAIN);
    expect(refused).toMatch(/^refused: event 0 of 1[^]*meeting\/not-today/);
  });
});
