/**
 * The parameter draw of an episode: every uncertain value drawn once, at the start, from named draws.
 *
 * Parameters follow a triangular distribution on low, central and high; issue weights are lognormal around their
 * central value with the draw's own spread; red lines spread triangularly around theirs, a full concession stays full.
 */
import type { Draws, StreamKey } from '../kit/keyed-draws';
import { exp } from '../kit/portable-math';
import { triangularQuantile } from '../kit/statistics';
import { PARAMETER_NAMES, parametersFrom, type ParameterName, type Parameters } from '../model/parameters';
import {
  distributionOf,
  drawKeyOf,
  type IssuePrior,
  type ParameterDistribution,
  type ModelSpecification,
} from '../scenario/model-specification';

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

/** All parameters at their central values. Throws where the facts lack one that the model reads. */
export function centralParameters(specification: ModelSpecification): Parameters {
  const central = new Map(
    specification.parameters.map((distribution) => [distribution.name, distribution.central]),
  );
  return parametersFrom((name) => central.get(name) ?? distributionOf(specification, name).central);
}

/** What reads the value of a parameter off a draw. */
export function readerOf(name: ParameterName): (parameters: Parameters) => number {
  const [component, short] = name.split('.') as [keyof Parameters, string];
  // The names are those of the fields, both compiled from the same data.
  return (parameters) => (parameters[component] as Readonly<Record<string, number>>)[short]!;
}

/** The value of a parameter in a draw. */
export function valueOf(parameters: Parameters, name: ParameterName): number {
  return readerOf(name)(parameters);
}

const isDrawn = ({ drawn, low, high }: ParameterDistribution): boolean => drawn && low < high;

/** A drawn parameter with where its value goes. */
interface Place extends ParameterDistribution {
  readonly component: keyof Parameters;
  readonly short: string;
}

/** A copy of the central values that may be written to; components of which nothing is drawn are shared. */
function copier(central: Parameters, drawn: readonly Place[]): () => Record<keyof Parameters, object> {
  const copied = [...new Set(drawn.map(({ component }) => component))];
  return () => {
    const parameters: Record<keyof Parameters, object> = { ...central };
    for (const component of copied) parameters[component] = { ...central[component] };
    return parameters;
  };
}

/** Bounds of a red line that is below a full concession. */
function capRange(cap: number, spread: number): readonly [number, number] {
  return [cap * (1 - spread), Math.min(1, cap * (1 + spread))];
}

/** The rare-earth issues, whose red line the hypothesis of a lever kept lowers. */
function isLever(issue: IssuePrior): boolean {
  return issue.performance.some((act) => 'measure' in act && act.measure.includes('rare-earths'));
}

/** The parameters that vary between the episodes of a specification, in the order of their places. */
export function drawnDistributions(specification: ModelSpecification): ParameterDistribution[] {
  return PARAMETER_NAMES.map((name) => distributionOf(specification, name)).filter(isDrawn);
}

/** The central values of everything that is uncertain. Throws where the facts lack a parameter that the model reads. */
export function centralDraw(specification: ModelSpecification): ParameterDraw {
  const parameters = centralParameters(specification);
  return {
    parameters,
    issues: specification.issues.map((prior) => {
      const lever = specification.hypotheses.leverKept && isLever(prior);
      const { benefit, cost, cap } = prior;
      return { prior, benefit, cost, cap: lever ? Math.min(cap, parameters.bargaining.leverCap) : cap };
    }),
  };
}

/** Prepares the sampling of parameters, those of other episodes where what was seen says so. Throws where the facts lack a parameter that the model reads. */
export function parameterSampler(specification: ModelSpecification): ParameterSampler {
  const sampler = priorSampler(specification);
  const drawnAs = specification.observed?.drawnAs;
  return drawnAs === undefined ? sampler : (draws, episode) => sampler(draws, drawnAs[episode] ?? episode);
}

/** As {@link parameterSampler}, each episode with its own. */
function priorSampler(specification: ModelSpecification): ParameterSampler {
  const central = centralParameters(specification);
  const drawn = specification.parameters.filter(isDrawn).map((distribution): Place => {
    const [component, short] = distribution.name.split('.') as [keyof Parameters, string];
    return { component, short, ...distribution };
  });
  const copied = copier(central, drawn);
  const drawParameters = (draws: Draws, keys: readonly StreamKey[], episode: number): Parameters => {
    const parameters = copied();
    for (let at = 0; at < drawn.length; at += 1) {
      const { component, short, low, central: peak, high, whole } = drawn[at]!;
      const value = triangularQuantile(draws.uniformOf(keys[at]!, episode, 0), low, peak, high);
      (parameters[component] as Record<string, number>)[short] = whole ? Math.round(value) : value;
    }
    // Only values were written, each under a name that the copy has.
    return parameters as Parameters;
  };

  const drawIssue = (
    prior: IssuePrior,
    keys: IssueKeys,
    p: Parameters,
    draws: Draws,
    episode: number,
  ): IssueDraw => {
    // Economic pain counts more or less in Washington than in Beijing; symbols count as they are.
    const multiplier =
      prior.kind === 'tariff' || prior.kind === 'control'
        ? p.bargaining.politicalMultiplierUs / central.bargaining.politicalMultiplierUs
        : 1;
    const benefit = prior.benefit * exp(p.bargaining.issueLogSd * draws.normalOf(keys.benefit, episode, 0));
    const cost = prior.cost * exp(p.bargaining.issueLogSd * draws.normalOf(keys.cost, episode, 0));
    const lever = specification.hypotheses.leverKept && isLever(prior);
    const [low, high] = capRange(prior.cap, p.bargaining.redLineSpread);
    const cap =
      prior.cap >= 1 ? 1 : triangularQuantile(draws.uniformOf(keys.cap, episode, 0), low, prior.cap, high);
    return {
      prior,
      benefit: prior.giver === 'CN' ? benefit * multiplier : benefit,
      cost: prior.giver === 'US' ? cost * multiplier : cost,
      cap: lever ? Math.min(cap, p.bargaining.leverCap) : cap,
    };
  };

  let of: Draws | null = null;
  let keys = { parameters: [] as StreamKey[], issues: [] as IssueKeys[] };
  /** The keys of all names, looked up once for the draws that are asked again and again. */
  const keysOf = (draws: Draws): typeof keys => {
    if (draws === of) return keys;
    of = draws;
    keys = {
      parameters: drawn.map((distribution) => draws.keyOf(drawKeyOf(distribution))),
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
