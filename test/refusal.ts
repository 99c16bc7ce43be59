import { InputError } from '../src/kit/input-error';

/** The refusal that a call throws. Throws what else the call throws, and where it refuses nothing. */
export function refusalOf(call: () => unknown): InputError {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
