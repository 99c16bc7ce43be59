/** Parameters that a scenario changes: what they may be called, and which values make sense. */
import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/analyses/prepared';
import { parseScenario } from '../../src/analyses/resolve';
import { contains, describeDomain } from '../../src/actions/domain';
import { runToHorizon } from '../../src/episode/episode';
import { gaugesOf } from '../../src/episode/latent-state';
import { parameterSampler, valueOf } from '../../src/episode/parameter-draw';
import { facts } from '../../src/facts/packaged';
import { parseFacts } from '../../src/facts/parse';
import { project } from '../../src/analyses/project';
import { loadScenario } from '../../src/scenario/library';
import { createDraws } from '../../src/kit/keyed-draws';
import { domainOf } from '../../src/facts/parameter-domain';
import { distributionOf } from '../../src/scenario/model-specification';
import type { ParameterName } from '../../src/model/parameters';
import { itLong } from '../long';
import { refusalOf } from '../refusal';

const BASE = { id: 'a-variant', extends: 'kuala-lumpur-2025' };
const withChanges = (parameters: Record<string, unknown>) => parseScenario({ ...BASE, parameters });
const said = (parameters: Record<string, unknown>): readonly string[] => {
  const parsed = withChanges(parameters);
  return parsed.ok ? [] : parsed.issues.map(({ path, message }) => `${path}: ${message}`);
};

type Parameter = (typeof facts.parameters)[number];

/** Values that lie just outside the domain of a parameter. */
function outside({ domain: { min, max, above, whole } }: Parameter): number[] {
  const step = whole === true ? 1 : Math.max(Math.abs(min), Math.abs(max)) * 1e-9;
  return [
    min - step,
    max + step,
    ...(above === true ? [min] : []),
    ...(whole === true ? [min + 0.5, max - 0.5] : []),
  ];
}

/** The least and the greatest value of a domain that a test can give. */
function ends({ domain: { min, max, above, whole } }: Parameter): number[] {
  const span = max - min;
  return [above === true ? (whole === true ? min + 1 : min + span * 1e-6) : min, max];
}

describe('every parameter', () => {
  it('lies within its domain at low, central and high', () => {
    for (const parameter of facts.parameters)
      for (const value of [parameter.low, parameter.central, parameter.high])
        if (value !== null) expect(contains(domainOf(parameter), value), parameter.name).toBe(true);
  });

  it('is refused just outside its domain, with its path, what was given and what is allowed', () => {
    for (const parameter of facts.parameters) {
      for (const value of outside(parameter)) {
        const complaints = said({ [parameter.name]: value });
        expect(complaints, `${parameter.name} ${value}`).toHaveLength(1);
        expect(complaints[0]).toMatch(`parameters.${parameter.name}: `);
        expect(complaints[0]).toMatch(describeDomain(domainOf(parameter)));
        expect(complaints[0]).toMatch(`given ${value}`);
      }
    }
  });

  it('is refused where only one end of a range lies outside, with the path of that end', () => {
    for (const parameter of facts.parameters) {
      const { name, central, domain } = parameter;
      const [under, over] = outside(parameter);
      expect(said({ [name]: { low: under, central, high: domain.max } })).toEqual([
        expect.stringMatching(`^parameters.${name}.low: `),
      ]);
      expect(said({ [name]: { low: central, central, high: over } })).toEqual([
        expect.stringMatching(`^parameters.${name}.high: `),
      ]);
    }
  });

  it('may be called by its symbol of version 0.1, and is then known by its dotted name', () => {
    for (const { symbol, name, central } of facts.parameters) {
      if (symbol === null) continue;
      const parsed = withChanges({ [symbol]: central });
      expect(parsed.ok && parsed.scenario.parameters).toEqual({ [name]: central });
    }
  });

  it('is refused where it is given by both', () => {
    for (const { symbol, name, central } of facts.parameters) {
      if (symbol === null) continue;
      for (const both of [
        { [symbol]: central, [name]: central },
        { [name]: central, [symbol]: central },
      ])
        expect(said(both)).toEqual([expect.stringMatching(/^parameters\.[\w.]+: .* are one parameter/)]);
    }
  });

  itLong('moves the draw to the value that it is set to, by either name', () => {
    for (const { symbol, name, domain } of facts.parameters) {
      for (const called of symbol === null ? [name] : [name, symbol]) {
        const parsed = withChanges({ [called]: domain.max });
        if (!parsed.ok) throw new Error(`${called} is refused at its most`);
        const { specification } = prepare(parsed.scenario);
        const { parameters } = parameterSampler(specification)(createDraws('1'), 0);
        expect(valueOf(parameters, name as ParameterName), called).toBe(domain.max);
      }
    }
  });

  itLong.each(['kuala-lumpur-2025', 'hundred-per-cent-executed'])(
    'keeps episodes of %s sound at either end of its domain',
    (base) => {
      const draws = createDraws('ends');
      for (const parameter of facts.parameters) {
        for (const value of ends(parameter)) {
          const parsed = parseScenario({
            id: 'a-variant',
            extends: base,
            parameters: { [parameter.name]: value },
          });
          if (!parsed.ok) throw new Error(`${parameter.name} is refused at ${value}`);
          const { initial, specification } = prepare(parsed.scenario);
          const { run } = runToHorizon(
            { initial, specification, draws },
            parameterSampler(specification)(draws, 0),
            0,
            false,
          );
          const numbers = JSON.stringify([gaugesOf(run.latent), run.latent.beta, run.latent.costDays]);
          // What is no number, or has no end, is null in JSON.
          expect(numbers, `${parameter.name} at ${value}`).not.toMatch('null');
        }
      }
    },
  );
});

describe('a scenario that nobody parsed', () => {
  const base = loadScenario('kuala-lumpur-2025');
  const project20 = (parameters: Record<string, number>) => () =>
    project({ ...base, parameters }, { runs: 20 });

  it('is refused for a value outside the domain, with the path, before anything runs', () => {
    for (const parameter of facts.parameters) {
      const [under] = outside(parameter);
      const thrown = refusalOf(project20({ [parameter.name]: under! }));
      expect(thrown).toMatchObject({
        code: 'input/number',
        path: `scenario.parameters.${parameter.name}`,
        given: String(under),
      });
    }
  });

  it('is refused for a parameter that does not exist, with the one that was meant', () => {
    expect(refusalOf(project20({ 'meeting.notHold': 0.1 }))).toMatchObject({
      code: 'input/unknown-name',
      message: expect.stringContaining('did you mean "meeting.notHeld"') as string,
    });
  });
});

describe('facts of one’s own', () => {
  const complaints = (change: (parameters: Parameter[]) => void): string[] => {
    const own = structuredClone(facts) as { parameters: Parameter[] };
    change(own.parameters);
    const parsed = parseFacts(own);
    return parsed.ok ? [] : parsed.issues.map(({ path, message }) => `${path}: ${message}`);
  };

  itLong('are refused for a value outside its domain, at low, central and high', () => {
    facts.parameters.slice(0, 20).forEach((parameter, row) => {
      for (const end of ['low', 'central', 'high'] as const)
        expect(
          complaints((all) => {
            all[row] = { ...parameter, [end]: parameter.domain.max + 1 };
          }),
        ).toEqual([expect.stringMatching(`^parameters.${row}.${end}: ${parameter.name} must be`)]);
    });
  });

  it.each<[what: string, change: (parameters: Parameter[]) => void, said: RegExp]>([
    [
      'a missing row',
      (all) => all.splice(3, 1),
      /^parameters: the model reads answers\.controlLagDays, for which/,
    ],
    [
      'a row that nothing reads',
      (all) => all.push({ ...all[0]!, name: 'answers.probabilty', symbol: null, place: 9999 }),
      /\.name: the model reads no parameter "answers\.probabilty"; did you mean "answers\.probability"/,
    ],
    [
      'a place given twice',
      (all) => (all[1] = { ...all[1]!, place: all[0]!.place }),
      /^parameters\.1\.place: /,
    ],
    [
      'a low above its central value',
      (all) => (all[0] = { ...all[0]!, low: all[0]!.domain.max, central: all[0]!.domain.min }),
      /^parameters\.0: .* must have its low below/,
    ],
  ])('are refused for %s', (_what, change, said) => {
    expect(complaints(change)).toEqual([expect.stringMatching(said)]);
  });
});

describe('a whole number', () => {
  it('stays whole where a range is given', () => {
    const parsed = withChanges({ 'threats.postponedDays': { low: 10, central: 20, high: 33 } });
    if (!parsed.ok) throw new Error('refused');
    const { specification } = prepare(parsed.scenario);
    expect(distributionOf(specification, 'threats.postponedDays').drawn).toBe(true);
    const sampler = parameterSampler(specification);
    const draws = createDraws('1');
    const drawn = Array.from(
      { length: 40 },
      (_, episode) => sampler(draws, episode).parameters.threats.postponedDays,
    );
    expect(drawn.every(Number.isInteger)).toBe(true);
    expect(new Set(drawn).size).toBeGreaterThan(5);
  });
});

describe('a name that no parameter has', () => {
  it.each([
    ['meeting.notHold', 'meeting.notHeld'],
    ['privateCost', 'bargaining.privateCost'],
    ['privatecost', 'bargaining.privateCost'],
    ['bargainning.privateCost', 'bargaining.privateCost'],
    ['t_leeders', 'meeting.leadersDecide'],
  ])('%s is answered with %s', (given, meant) => {
    expect(said({ [given]: 0.5 })).toEqual([
      expect.stringMatching(`^parameters.${given}: no such parameter: "${given}"; did you mean "${meant}"`),
    ]);
  });

  it('is answered with what parameters there are where none is near', () => {
    expect(said({ 'a-very-long-name-of-nothing': 1 })[0]).toMatch(/known: answers\./);
  });

  it('of a published figure is told that no run reads it', () => {
    expect(said({ cpi25: 1 })).toEqual([expect.stringMatching(/^parameters\.cpi25: .*no run reads it/)]);
  });
});
