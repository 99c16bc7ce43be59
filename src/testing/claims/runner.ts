/**
 * Claims under a test runner, whichever it is: the runner's own `test` and `expect` come as arguments, so that nothing
 * of a runner is imported here.
 */
import { visible } from '../../report/wording/visible';
import type { Counterexample, Finding } from './falsify';
import type { ProjectionCounterexample, ProjectionFinding } from './projection-falsify';

/** Thrown where a claim that was expected to hold is broken. Its message has the story, the token and the test. */
export class ClaimBrokenError extends Error {
  /** Name of the class, for logs and for where `instanceof` cannot tell. */
  override readonly name = 'ClaimBrokenError';
  constructor(
    /** The smallest play that was found to break the claim. */
    readonly counterexample: Counterexample | ProjectionCounterexample,
  ) {
    super(brokenMessage(counterexample));
  }
}

/** What a failing test prints. */
export function brokenMessage({
  title,
  moves,
  story,
  token,
  test,
}: Counterexample | ProjectionCounterexample): string {
  const count = moves === 0 ? 'without any move' : moves === 1 ? 'by one move' : `by ${moves} moves`;
  return [
    `a claim is broken ${count}: ${visible(title)}`,
    '',
    story,
    '',
    ...(token === null ? [] : [`play it again: replayToken('${token}')`, '']),
    'as a test:',
    test,
  ].join('\n');
}

/**
 * The `test` or `it` of a runner.
 * @param title - Title of the test, by which its runner reports it.
 * @param body - What the test does: it throws where the test fails.
 */
export type TestFunction = (title: string, body: () => void) => unknown;

/** What a matcher answers, in the form that Vitest and Jest share. */
export interface MatcherAnswer {
  /** Whether the claim stood. */
  readonly pass: boolean;
  /** Says why the expectation failed: the story where the claim is broken. */
  readonly message: () => string;
}

/** The answer of a matcher to a finding. */
export function matcherAnswer(finding: Finding | ProjectionFinding): MatcherAnswer {
  if (finding.falsified) return { pass: false, message: () => brokenMessage(finding) };
  return {
    pass: true,
    message: () => `expected the claim to be broken, but it stood: ${finding.title}\n${finding.note}`,
  };
}

/** What `expect` learns from `detenteMatchers`, for a declaration that tells a compiler of it. */
export interface ClaimMatchers<Options, Result = unknown> {
  /** Expects that a claim stands against the legal plays of a scenario. */
  readonly toHold: (options: Options) => Result;
}
