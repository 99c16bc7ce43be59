/**
 * Any text, in a union with the known ones: an editor then offers those as one types, and every other is taken, too.
 *
 * @example type ScenarioId = 'kuala-lumpur-2025' | 'trade-only' | OpenText
 */
export type OpenText = string & Record<never, never>;
