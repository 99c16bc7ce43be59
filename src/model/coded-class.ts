/** The ordered classes for which past meetings are coded. In a module of its own, since the schema of scenarios names them. */

/** The classes of a base rate, in order of escalation: not held stands outside. */
export const BASE_RATE_CLASSES = ['escalation', 'no-deal', 'truce', 'rollback', 'comprehensive'] as const;

/** One of the classes for which past meetings are coded. */
export type CodedClass = (typeof BASE_RATE_CLASSES)[number];

/** The classes of meetings that ended with a text: together they are a deal. */
export const CLASSES_WITH_TEXT: readonly CodedClass[] = ['truce', 'rollback', 'comprehensive'];
