/** Scenario files: their bytes are read within bounds, and their text is parsed with a place for every complaint. */
import type { BareFacts } from '../facts/bare';
import { bareFacts } from '../facts/packaged-bare';
import { parseScenarioText, type ReadScenario } from '../analyses/scenario-text';
import { decodeUtf8, readBounded } from './files';

/** Largest scenario file, bytes; a larger one is refused unread. */
export const LARGEST_FILE_BYTES = 1024 * 1024;

const nowhere = (code: string, message: string): ReadScenario => ({
  ok: false,
  issues: [{ path: '', line: null, column: null, code, message }],
});

/**
 * Reads a scenario file, YAML or JSON. What is wrong with it comes back with line and column: a file above 1 MiB
 * (unread), broken UTF-8, an empty file, broken YAML, keys given twice, aliases without measure, and everything that
 * does not fit the schema or the facts. Never throws for a bad file.
 * @param path - Path of the file, 1 MiB at most.
 * @param facts - Facts whose ids, days and parameters it may speak of; the packaged ones where left out.
 *
 * @example readScenarioFile('my-scenario.yaml').ok
 */
export function readScenarioFile(path: string, facts: BareFacts = bareFacts()): ReadScenario {
  const read = readBounded(path, LARGEST_FILE_BYTES);
  if (!read.ok) return nowhere(read.code, read.message);
  const decoded = decodeUtf8(read.bytes);
  if (!decoded.ok) {
    return {
      ok: false,
      issues: [{ path: '', ...decoded.place, code: 'file/not-utf8', message: 'the file is not UTF-8 text' }],
    };
  }
  return parseScenarioText(decoded.text, facts);
}
