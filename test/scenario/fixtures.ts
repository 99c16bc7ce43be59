/** What the tests of scenarios share: a parser against the packaged facts, and a way to read its complaints. */
import { parseScenario } from '../../src/entries/index';

/** The smallest variant: it extends the base scenario and changes nothing. */
export const VARIANT = { id: 'a-variant', extends: 'kuala-lumpur-2025' } as const;

/** The complaints about an input, `path: message`; empty where it parses. */
export function complaints(input: unknown): string[] {
  const parsed = parseScenario(input);
  return parsed.ok ? [] : parsed.issues.map(({ path, message }) => `${path}: ${message}`);
}
