/** A lane of the page's own thread: works for a moment, then lets the page draw a frame and hear its reader. */
import type { Assignment } from '../analyses/kinds';
import { ownLane, type Lane } from '../analyses/runner/lanes';
import type { Cooperative } from '../kit/cooperative';

/** Milliseconds for which the page waits. */
const SLICE_MS = 12;

interface Host {
  readonly scheduler?: { readonly yield?: () => Promise<void> };
}

/** Milliseconds that have passed. */
export const clock = (): number => performance.now();

/** Lets everything else that waits have its turn. */
function turn(): Promise<void> {
  const { scheduler } = globalThis as Host;
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0));
}

/** A lane that works in slices of this thread, so that none of its waits is longer than a frame or two. */
export function sliceLane(perform: (assignment: Assignment) => Cooperative<unknown>): Lane {
  let looked = clock();
  return ownLane(perform, () => {
    if (clock() - looked < SLICE_MS) return undefined;
    return turn().then(() => {
      looked = clock();
    });
  });
}
