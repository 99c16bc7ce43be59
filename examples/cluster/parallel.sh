#!/usr/bin/env bash
# The shards with GNU parallel, which does the one that is killed again.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need parallel 'Debian: apt-get install parallel'
begin
kill_one &
killer=$!
trap 'kill $killer 2>/dev/null || true' EXIT
parallel --no-notice --jobs "$JOBS" --retries 3 --joblog "$WORK/joblog" "$here/shard.sh" ::: $(seq "$SHARDS")
finish
