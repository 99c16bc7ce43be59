/**
 * The parameter draw of an episode: every uncertain value drawn once, at the start, from named draws.
 *
 * Parameters follow a triangular distribution on low, central and high; issue weights are lognormal around their
 * central value with the draw's own spread; red lines spread triangularly around theirs, a full concession stays full.
 */
import { PARAMETER_SYMBOLS, type Parameters, type ParameterSymbol } from '../bargaining/parameters';
import type { Draws } from '../kit/keyed-draws';
import { exp } from '../kit/portable-math';
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
  /** Whether each side is of the type that gives nothing of its own in force, the United States first. */
  readonly holds: readonly [boolean, boolean];
}

/** A sampler of parameter draws for one specification: it prepares the names and the distributions once. */
export type ParameterSampler = (draws: Draws, episode: number) => ParameterDraw;

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
  const issueNames = specification.issues.map(({ id }) => ({
    benefit: `world/benefit/${id}`,
    cost: `world/cost/${id}`,
    cap: `world/cap/${id}`,
  }));

  const drawParameters = (draws: Draws, episode: number): Parameters => {
    const parameters: Parameters = { ...central };
    for (const distribution of drawn) {
      parameters[distribution.symbol as ParameterSymbol] = draws.triangular(
        distribution.low,
        distribution.central,
        distribution.high,
        episode,
        distribution.name,
      );
    }
    return parameters;
  };

  const drawIssue = (
    prior: IssuePrior,
    index: number,
    p: Parameters,
    draws: Draws,
    episode: number,
  ): IssueDraw => {
    const names = issueNames[index]!;
    // Economic pain counts more or less in Washington than in Beijing; symbols count as they are.
    const multiplier = prior.kind === 'tariff' || prior.kind === 'control' ? p.xi / central.xi : 1;
    const benefit = prior.benefit * exp(p.sigW * draws.normal(episode, names.benefit));
    const cost = prior.cost * exp(p.sigW * draws.normal(episode, names.cost));
    const lever = specification.hypotheses.leverKept && isLever(prior);
    const [low, high] = capRange(prior.cap, p.cap_spread);
    const cap = prior.cap >= 1 ? 1 : draws.triangular(low, prior.cap, high, episode, names.cap);
    return {
      prior,
      benefit: prior.giver === 'CN' ? benefit * multiplier : benefit,
      cost: prior.giver === 'US' ? cost * multiplier : cost,
      cap: lever ? Math.min(cap, p.cap_lever) : cap,
    };
  };

  return (draws, episode) => {
    const parameters = drawParameters(draws, episode);
    return {
      parameters,
      issues: specification.issues.map((prior, index) => drawIssue(prior, index, parameters, draws, episode)),
      holds: [
        draws.uniform(episode, 'US/type') < parameters.hold,
        draws.uniform(episode, 'CN/type') < parameters.hold,
      ],
    };
  };
}
