/** The kinds of work that lanes of Node do: those of the core, and the rows of an export. */
import { ENSEMBLE_KINDS, performer } from '../analyses/kinds';
import { rowTaker } from './export/rows';

const NODE_KINDS = { ...ENSEMBLE_KINDS, rows: rowTaker };

/** The kinds by name, with the types of their settings and results. */
export type NodeKinds = typeof NODE_KINDS;

/** Does assignments of all kinds, in whatever thread it is. */
export const perform = performer(NODE_KINDS);
