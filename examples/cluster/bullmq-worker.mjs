/** A worker of the queue: takes jobs and leaves the counting to a thread, so that its own loop renews the lock of the job. */
import { Worker } from 'bullmq';
import { Redis } from 'ioredis';

const worker = new Worker('shards', new URL('./bullmq-shard.mjs', import.meta.url), {
  connection: new Redis(process.env.REDIS_SOCKET, { maxRetriesPerRequest: null }),
  useWorkerThreads: true,
  // A job whose worker is gone is missed after these milliseconds.
  lockDuration: 10_000,
  stalledInterval: 3_000,
  maxStalledCount: 2,
});
// A job that was thought lost and is not is done twice, to the same bytes.
worker.on('error', (error) => console.error(`worker ${process.pid}: ${error.message}`));
