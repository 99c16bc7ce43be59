/** Code of a caller's own, asked for an answer: what it throws is told by its name. */
import { InputError, shownText } from './input-error';

/** Longest reason that is repeated, in UTF-16 units: it may be a stranger's. */
const LONGEST_REASON = 300;

/** What was thrown, as text. Anything may be thrown: also what has no message, or cannot be read. */
function thrownText(thrown: unknown): string {
  try {
    const told: unknown = thrown instanceof Error ? thrown.message : thrown;
    return typeof told === 'object' && told !== null ? 'an object that is no error' : String(told);
  } catch {
    return 'something that cannot be read';
  }
}

/** Why code of one's own failed, in one line that a terminal may show. */
export const reasonOf = (thrown: unknown) =>
  shownText(thrownText(thrown).replace(/\s+/g, ' '), LONGEST_REASON);

/** What code of one's own answers; what it throws is told by an InputError that names it, with the error itself as its cause. */
export function askOwn<T>(path: string, ask: () => T): T {
  try {
    return ask();
  } catch (cause) {
    throw new InputError(
      {
        code: 'own/threw',
        path,
        given: cause,
        allowed: 'a function that answers',
        why: `it threw: ${reasonOf(cause)}`,
      },
      { cause },
    );
  }
}
