/** The borders of an ensemble: where a stop criterion looks, a checkpoint is kept and a shard may begin. */

/** Episodes from one border to the next: the places are fixed, so that no answer depends on how parts are cut. */
export const BLOCK_EPISODES = 250;
