#!/usr/bin/env bash
# One shard in one process, whose number stands in a file so that it can be killed: shard.sh INDEX
set -euo pipefail
echo $$ >"$WORK/pids/$1"
exec node "$DETENTE_CLI" project "$SCENARIO" --runs "$RUNS" --seed "$SEED" --workers 1 \
  --shard "$1/$SHARDS" --out "$WORK/shards/$1.json"
