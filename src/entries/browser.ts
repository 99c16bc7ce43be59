/**
 * The entry for browsers: projections that are shown while they are made, and every other analysis, in workers of the page.
 *
 * A worker shares nothing with the page and does only what the page asks for; the bytes of an answer do not depend on
 * the number of workers, nor on whether there is any.
 *
 * @module detente/browser
 */
export { projectProgressively, type ProgressiveOptions } from '../browser/progressive';
export { inWorkers, type InWorkers } from '../browser/all-in-workers';
export { endWorkers, runInWorkers, type WorkerOptions } from '../browser/in-workers';
export { WorkerStartError, type WorkerLike } from '../browser/workers';
export { loadOwn } from '../browser/own-modules';
export type { PromisedAnalyses } from '../report/promised-analyses';
