/**
 * The world of an episode: every uncertain value drawn once, at the start, from named draws.
 *
 * Parameters follow a triangular law on low, central and high; issue weights are lognormal around their central
 * value with the world's own spread; red lines spread triangularly around theirs, a full concession stays full.
 */
import { PARAMETER_SYMBOLS, type Parameters, type ParameterSymbol } from '../bargaining/parameters';
import type { Draws } from '../kit/keyed-draws';
import { exp } from '../kit/portable-math';
import type { IssuePrior, ParameterLaw, Theory } from '../scenario/model-specification';

/** An issue as one world has it. */
export interface WorldIssue {
  readonly prior: IssuePrior;
  readonly benefit: number;
  readonly cost: number;
  readonly cap: number;
}

/** One set of values for everything that is uncertain. */
export interface World {
  readonly parameters: Parameters;
  readonly issues: readonly WorldIssue[];
  /** Whether each side is of the type that gives nothing of its own in force, the United States first. */
  readonly holds: readonly [boolean, boolean];
}

/** A drawer of worlds for one theory: it prepares the names and the laws once. */
export type WorldDrawer = (draws: Draws, episode: number) => World;

interface NamedLaw extends ParameterLaw {
  readonly name: string;
}

function lawsBySymbol(theory: Theory): Map<string, NamedLaw> {
  const laws = new Map<string, NamedLaw>();
  for (const law of theory.parameters) laws.set(law.symbol, { name: `world/${law.symbol}`, ...law });
  for (const symbol of PARAMETER_SYMBOLS) {
    if (!laws.has(symbol)) throw new Error(`the facts have no parameter "${symbol}"`);
  }
  return laws;
}

/** Bounds of a red line that is below a full concession. */
function capRange(cap: number, spread: number): readonly [number, number] {
  return [cap * (1 - spread), Math.min(1, cap * (1 + spread))];
}

/** The rare-earth issues, whose red line the hypothesis of a lever kept lowers. */
function isLever(issue: IssuePrior): boolean {
  return issue.performance.some((act) => 'measure' in act && act.measure.includes('rare-earths'));
}

/** Symbols of the parameters that vary between the episodes of a theory, in the order of the table. */
export function drawnSymbols(theory: Theory): ParameterSymbol[] {
  return PARAMETER_SYMBOLS.filter((symbol) => {
    const law = theory.parameters.find((candidate) => candidate.symbol === symbol);
    return law !== undefined && law.drawn && law.low < law.high;
  });
}

/** Prepares the drawing of worlds. Throws where the facts lack a parameter that the model reads. */
export function worldDrawer(theory: Theory): WorldDrawer {
  const laws = lawsBySymbol(theory);
  const central = Object.fromEntries([...laws].map(([symbol, law]) => [symbol, law.central])) as Parameters;
  const drawn = [...laws.values()].filter((law) => law.drawn && law.low < law.high);
  const issueNames = theory.issues.map(({ id }) => ({
    benefit: `world/benefit/${id}`,
    cost: `world/cost/${id}`,
    cap: `world/cap/${id}`,
  }));

  const drawParameters = (draws: Draws, episode: number): Parameters => {
    const parameters: Parameters = { ...central };
    for (const law of drawn) {
      parameters[law.symbol as ParameterSymbol] = draws.triangular(
        law.low,
        law.central,
        law.high,
        episode,
        law.name,
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
  ): WorldIssue => {
    const names = issueNames[index]!;
    // Economic pain counts more or less in Washington than in Beijing; symbols count as they are.
    const multiplier = prior.kind === 'tariff' || prior.kind === 'control' ? p.xi / central.xi : 1;
    const benefit = prior.benefit * exp(p.sigW * draws.normal(episode, names.benefit));
    const cost = prior.cost * exp(p.sigW * draws.normal(episode, names.cost));
    const lever = theory.hypotheses.leverKept && isLever(prior);
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
      issues: theory.issues.map((prior, index) => drawIssue(prior, index, parameters, draws, episode)),
      holds: [
        draws.uniform(episode, 'US/type') < parameters.hold,
        draws.uniform(episode, 'CN/type') < parameters.hold,
      ],
    };
  };
}
