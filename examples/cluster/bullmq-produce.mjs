/** Puts one job for each shard on the queue, and waits until all are done. */
import { Queue, QueueEvents } from 'bullmq';
import { Redis } from 'ioredis';

const { REDIS_SOCKET, SHARDS } = process.env;
const connect = () => new Redis(REDIS_SOCKET, { maxRetriesPerRequest: null });

const events = new QueueEvents('shards', { connection: connect() });
events.on('stalled', ({ jobId }) => console.log(`the job of shard ${jobId} stalled: its worker is gone`));
await events.waitUntilReady();

const queue = new Queue('shards', { connection: connect() });
// Each job that is waited for listens on both.
queue.setMaxListeners(0);
events.setMaxListeners(0);
const jobs = await queue.addBulk(
  Array.from({ length: Number(SHARDS) }, (_, at) => ({
    name: 'shard',
    data: { index: at + 1 },
    opts: { jobId: `shard-${at + 1}`, attempts: 3 },
  })),
);
const workers = await Promise.all(jobs.map((job) => job.waitUntilFinished(events)));
const shares = new Map();
for (const worker of workers) shares.set(worker, (shares.get(worker) ?? 0) + 1);
for (const [worker, shards] of [...shares].sort()) console.log(`worker ${worker} did ${shards} shards`);

await queue.close();
await events.close();
process.exit(0);
