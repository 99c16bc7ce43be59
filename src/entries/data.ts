/**
 * The entry `detente/data`: the facts on which the scenarios stand, the acts of the record among them.
 *
 * @module detente/data
 */
export { bareFacts } from '../facts/packaged-bare';
export { facts } from '../facts/packaged';
export type { BareFacts } from '../facts/bare';
export type { ControlFact, Facts, TariffFact } from '../facts/types';
