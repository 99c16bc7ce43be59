/**
 * The parameter draw of an episode: every uncertain value drawn once, at the start, from named draws.
 *
 * Parameters follow a triangular distribution on low, central and high; issue weights are lognormal around their
 * central value with the draw's own spread; red lines spread triangularly around theirs, a full concession stays full.
 */
import { PARAMETER_SYMBOLS, type Parameters, type ParameterSymbol } from '../bargaining/parameters';
import type { Draws, StreamKey } from '../kit/keyed-draws';
import { exp } from '../kit/portable-math';
import { triangularQuantile } from '../kit/statistics';
import type { IssuePrior, ParameterDistribution, ModelSpecification } from '../scenario/model-specification';

/** An issue as one parameter draw has it. */
export interface IssueDraw {
  readonly prior: IssuePrior;
  readonly benefit: number;
  readonly cost: number;
  readonly cap: number;
}

/** One set of values for everything that is uncertain. */
export interface ParameterDraw {
  readonly parameters: Parameters;
  readonly issues: readonly IssueDraw[];
}

/** A sampler of parameter draws for one specification: it prepares the names and the distributions once. */
export type ParameterSampler = (draws: Draws, episode: number) => ParameterDraw;

/** Keys of what is drawn of an issue. */
interface IssueKeys {
  readonly benefit: StreamKey;
  readonly cost: StreamKey;
  readonly cap: StreamKey;
}

interface NamedDistribution extends ParameterDistribution {
  readonly name: string;
}

function distributionsBySymbol(specification: ModelSpecification): Map<string, NamedDistribution> {
  const distributions = new Map<string, NamedDistribution>();
  for (const distribution of specification.parameters)
    distributions.set(distribution.symbol, { name: `world/${distribution.symbol}`, ...distribution });
  for (const symbol of PARAMETER_SYMBOLS) {
    if (!distributions.has(symbol)) throw new Error(`the facts have no parameter "${symbol}"`);
  }
  return distributions;
}

/** Bounds of a red line that is below a full concession. */
function capRange(cap: number, spread: number): readonly [number, number] {
  return [cap * (1 - spread), Math.min(1, cap * (1 + spread))];
}

/** The rare-earth issues, whose red line the hypothesis of a lever kept lowers. */
function isLever(issue: IssuePrior): boolean {
  return issue.performance.some((act) => 'measure' in act && act.measure.includes('rare-earths'));
}

/** Symbols of the parameters that vary between the episodes of a specification, in the order of the table. */
export function drawnSymbols(specification: ModelSpecification): ParameterSymbol[] {
  return PARAMETER_SYMBOLS.filter((symbol) => {
    const distribution = specification.parameters.find((candidate) => candidate.symbol === symbol);
    return distribution !== undefined && distribution.drawn && distribution.low < distribution.high;
  });
}

/** Prepares the sampling of parameters. Throws where the facts lack a parameter that the model reads. */
export function parameterSampler(specification: ModelSpecification): ParameterSampler {
  const distributions = distributionsBySymbol(specification);
  const central = Object.fromEntries(
    [...distributions].map(([symbol, distribution]) => [symbol, distribution.central]),
  ) as Parameters;
  const drawn = [...distributions.values()].filter(
    (distribution) => distribution.drawn && distribution.low < distribution.high,
  );
  const drawParameters = (draws: Draws, keys: readonly StreamKey[], episode: number): Parameters => {
    const parameters: Parameters = { ...central };
    for (let at = 0; at < drawn.length; at += 1) {
      const { symbol, low, central: peak, high } = drawn[at]!;
      const u = draws.uniformOf(keys[at]!, episode, 0);
      parameters[symbol as ParameterSymbol] = triangularQuantile(u, low, peak, high);
    }
    return parameters;
  };

  const drawIssue = (
    prior: IssuePrior,
    keys: IssueKeys,
    p: Parameters,
    draws: Draws,
    episode: number,
  ): IssueDraw => {
    // Economic pain counts more or less in Washington than in Beijing; symbols count as they are.
    const multiplier = prior.kind === 'tariff' || prior.kind === 'control' ? p.xi / central.xi : 1;
    const benefit = prior.benefit * exp(p.sigW * draws.normalOf(keys.benefit, episode, 0));
    const cost = prior.cost * exp(p.sigW * draws.normalOf(keys.cost, episode, 0));
    const lever = specification.hypotheses.leverKept && isLever(prior);
    const [low, high] = capRange(prior.cap, p.cap_spread);
    const cap =
      prior.cap >= 1 ? 1 : triangularQuantile(draws.uniformOf(keys.cap, episode, 0), low, prior.cap, high);
    return {
      prior,
      benefit: prior.giver === 'CN' ? benefit * multiplier : benefit,
      cost: prior.giver === 'US' ? cost * multiplier : cost,
      cap: lever ? Math.min(cap, p.cap_lever) : cap,
    };
  };

  let of: Draws | null = null;
  let keys = { parameters: [] as StreamKey[], issues: [] as IssueKeys[] };
  /** The keys of all names, looked up once for the draws that are asked again and again. */
  const keysOf = (draws: Draws): typeof keys => {
    if (draws === of) return keys;
    of = draws;
    keys = {
      parameters: drawn.map(({ name }) => draws.keyOf(name)),
      issues: specification.issues.map(({ id }) => ({
        benefit: draws.keyOf(`world/benefit/${id}`),
        cost: draws.keyOf(`world/cost/${id}`),
        cap: draws.keyOf(`world/cap/${id}`),
      })),
    };
    return keys;
  };

  return (draws, episode) => {
    const { parameters: parameterKeys, issues: issueKeys } = keysOf(draws);
    const parameters = drawParameters(draws, parameterKeys, episode);
    return {
      parameters,
      issues: specification.issues.map((prior, at) =>
        drawIssue(prior, issueKeys[at]!, parameters, draws, episode),
      ),
    };
  };
}
