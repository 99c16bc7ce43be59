/** An issue of a reader as the one error that a caller gets: where, what was given there, what is allowed. */
import { InputError } from '../kit/input-error';
import { valueAt, type InputIssue } from './parse';

/** What is told of an issue beside what the issue says. */
interface Told {
  /** Stable code, `input/reason`. */
  readonly code: string;
  /** The place of the input among the caller's arguments. */
  readonly path: string;
  readonly input: unknown;
  /** What is allowed, where the issue does not say it. */
  readonly allowed: string;
}

/** The error for an issue: its own words, each said once. */
export function issueError(
  { path: at, message }: InputIssue,
  { code, path, input, allowed }: Told,
): InputError {
  const near = /; did you mean "(.*)"\?$/.exec(message);
  const said = message.slice(0, near?.index ?? message.length).replace(/; given .*$/, '');
  // What a complaint says beside "expected" goes first.
  const [, why, expected] = /^(?:(.*); )?expected (.*)$/.exec(said) ?? [said, said, allowed];
  return new InputError({
    code,
    path: [path, at].filter((part) => part !== '').join('.'),
    given: valueAt(input, at === '' ? [] : at.split('.')),
    allowed: expected ?? allowed,
    didYouMean: near?.[1],
    why,
  });
}
