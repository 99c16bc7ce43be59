/** How an ensemble is cut into blocks: the cut is fixed, so that the bytes of an answer do not depend on workers. */

/** Episodes in a block: small enough that progress shows and a lost worker costs little. */
export const BLOCK_EPISODES = 250;

/** The blocks of an ensemble of so many runs, in order. */
export function blocksOf(runs: number): { readonly from: number; readonly to: number }[] {
  const blocks: { from: number; to: number }[] = [];
  for (let from = 0; from < runs; from += BLOCK_EPISODES)
    blocks.push({ from, to: Math.min(runs, from + BLOCK_EPISODES) });
  return blocks;
}
