/** The entry `detente/data`: the facts on which the scenarios stand, and the record of acts. */
export { facts } from '../facts/packaged';
export { record } from '../facts/record';
export type { Facts } from '../facts/schema';
