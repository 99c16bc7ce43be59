/**
 * The words of the record: the sources on which acts and rules stand. They weigh as much again as all that is reckoned with, so that
 * the page loads them once a first answer is there.
 */
import { facts } from 'detente/data';
import type { Sources } from './model';

/** The sources of the record by their ids. */
export const sources: Sources = facts.sources;
