/** Files of JSON that commands read: logs, and lists of events. */
import { issueLine } from './scenario-argument';
import { BadInput } from './terminal';

/** Largest log that is read, bytes. */
const LARGEST_LOG_BYTES = 64 * 1024 * 1024;

/** Offset at which parsing broke, as far as the engine's message tells it. */
function brokenAt(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Math.min(text.length, Number(position));
  return message.includes('end of JSON') ? text.length : 0;
}

/** Reads a file of JSON; refuses what is none with the place where it breaks, and says what is meant. */
export async function readLog(file: string, meant: string, hint?: string): Promise<unknown> {
  const { decodeUtf8, readBounded } = await import('../node/files');
  const refuse = (
    message: string,
    place: { line: number; column: number } | null = null,
    code = 'log/unreadable',
  ) =>
    new BadInput(
      issueLine(file, { path: '', line: place?.line ?? null, column: place?.column ?? null, code, message }),
    );
  const read = readBounded(file, LARGEST_LOG_BYTES);
  if (!read.ok) throw refuse(hint === undefined ? read.message : `${read.message}; ${hint}`);
  const decoded = decodeUtf8(read.bytes);
  if (!decoded.ok) throw refuse('the file is not UTF-8 text', decoded.place);
  if (decoded.text.trim() === '') throw refuse(`the file is empty; ${meant}`);
  const { placeIn, readJsonText } = await import('../kit/json-text');
  const parsed = readJsonText(decoded.text);
  if (parsed.ok) return parsed.value;
  if (parsed.place !== null) throw refuse(`${parsed.message}; ${meant}`, parsed.place);
  const at = brokenAt(decoded.text, parsed.message);
  const whole =
    at >= decoded.text.trimEnd().length - 1 || /Unterminated/.test(parsed.message)
      ? 'the file is cut off'
      : 'this is not JSON';
  throw refuse(`${whole}; ${meant}`, placeIn(decoded.text, at));
}
