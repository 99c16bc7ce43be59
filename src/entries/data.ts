/** The entry `detente/data`: the facts on which the scenarios stand, the acts of the record among them. */
export { facts } from '../facts/packaged';
export type { Facts } from '../facts/schema';
