#!/usr/bin/env bash
# The shards as jobs of a BullMQ queue on Redis, taken by JOBS worker processes; the job of the one that is killed stalls and is
# taken by another. A Redis of its own is started on a socket in WORK, and ended again.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need redis-server 'Debian: apt-get install redis-server'
if [ ! -d "$here/node_modules/bullmq" ]; then
  say "bullmq and ioredis are missing: npm install --prefix $here"
  exit 3
fi
begin
# The path of a socket may have some hundred characters at most.
sockets=$(mktemp -d)
export REDIS_SOCKET=$sockets/redis
redis-server --port 0 --unixsocket "$REDIS_SOCKET" --save '' --appendonly no --dir "$WORK" >"$WORK/redis.log" 2>&1 &
started=($!)
trap 'for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done; rm -rf "$sockets"' EXIT
while [ ! -S "$REDIS_SOCKET" ]; do sleep 0.05; done
for _ in $(seq "$JOBS"); do
  node "$here/bullmq-worker.mjs" &
  started+=($!)
done
kill_one &
started+=($!)
node "$here/bullmq-produce.mjs"
finish
