/**
 * The acts of the record since 2018, loaded once a first answer is drawn, or when the first one is asked for a past meeting, a link
 * or a file: the first days of the scenarios were folded beforehand, so that neither acting nor projecting hangs on any act. This
 * module stands in the page where the file of the package stands that has them (`vite.config.js`).
 */
import type { BareFacts } from 'detente/data';

type Acts = BareFacts['acts'];

let acts: Acts | undefined;
let loading: Promise<void> | undefined;

/** The acts, as the package asks for them. Throws where it asks before they are loaded. */
export function packagedActs(): Acts {
  if (acts === undefined) throw new Error('the acts of the record are not loaded yet');
  return acts;
}

/** Loads the acts, once; when that fails, the next call tries again. */
export function loadActs(): Promise<void> {
  loading ??= import('detente/acts').then(
    (file) => void (acts = file.packagedActs()),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
