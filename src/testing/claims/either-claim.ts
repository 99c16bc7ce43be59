/** Claims of either kind: which one it is, and the refusal of what is none. */
import { isObject, readOff } from '../../kit/checks';
import { InputError } from '../../kit/input-error';
import { checkClaim, type Claim } from './claim';
import { checkProjectionClaim, type ProjectionClaim } from './projection-claim';

/** A claim about legal plays, or one about projections. */
export type EitherClaim = Claim | ProjectionClaim;

/** Whether a claim is one about projections: only those have a change. */
export function isProjectionClaim(claim: EitherClaim): claim is ProjectionClaim {
  return 'change' in claim;
}

/** Refuses what is a claim of neither kind with an InputError. */
export function checkEitherClaim(path: string, given: unknown): void {
  const claim = given as EitherClaim;
  const has = (name: string) => isObject(given) && readOff(path, given, () => name in given);
  if (has('change')) checkProjectionClaim(path, claim as ProjectionClaim);
  else if (has('title') || has('breaks')) checkClaim(path, claim as Claim);
  else
    throw new InputError({
      code: 'input/claim',
      path,
      given,
      allowed: 'a claim, as `always`, `noPlay` or `projectionClaim` makes it',
    });
}
