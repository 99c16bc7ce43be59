# What the three ways share. Sourced, not run.
#
# An ensemble is SHARDS shards of RUNS runs; each is left whole in a file of its own or not at all, so a file that is
# missing is all that a scheduler has to know. The merge must be byte for byte what one process prints.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export SCENARIO=${SCENARIO:-kuala-lumpur-2025} RUNS=${RUNS:-12000} SEED=${SEED:-cluster} SHARDS=${SHARDS:-24}
export DETENTE_CLI=${DETENTE_CLI:-$here/../../dist/cli.js}
# Jobs at the same time.
JOBS=${JOBS:-2}

say() { printf '%s\n' "$*"; }

# Ends with 3 and says what is missing; nothing is installed behind your back.
need() {
  if ! command -v "$1" >/dev/null; then
    say "$1 is missing: $2"
    exit 3
  fi
}

begin() {
  need node 'Node 20.19 or newer'
  if [ ! -f "$DETENTE_CLI" ]; then
    say "$DETENTE_CLI is missing: npm ci && npm run build"
    exit 3
  fi
  export WORK=${WORK:-$(mktemp -d)}
  mkdir -p "$WORK/shards" "$WORK/pids"
  say "$RUNS runs of $SCENARIO, seed $SEED, in $SHARDS shards; files in $WORK"
}

detente() { node "$DETENTE_CLI" "$@"; }

# Once a first shard is done, kills a worker that is in the middle of another one, as a machine does that goes down.
kill_one() {
  local pid shard
  while true; do
    if [ -n "$(find "$WORK/shards" -name '*.json' -print -quit)" ]; then
      for file in "$WORK"/pids/*; do
        shard=$(basename "$file")
        pid=$(cat "$file" 2>/dev/null) || continue
        if [ ! -e "$WORK/shards/$shard.json" ] && kill -KILL "$pid" 2>/dev/null; then
          say "killed process $pid with SIGKILL while it was on shard $shard of $SHARDS" | tee "$WORK/killed"
          return
        fi
      done
    fi
    sleep 0.05
  done
}

# Merges and compares with one process. Ends with 1 where a byte differs.
finish() {
  say "$(find "$WORK/shards" -name '*.json' | wc -l) shards, $(cat "$WORK/killed" 2>/dev/null || say 'nothing was killed')"
  detente merge "$WORK"/shards/*.json --json >"$WORK/merged.json"
  detente project "$SCENARIO" --runs "$RUNS" --seed "$SEED" --json >"$WORK/single.json"
  (cd "$WORK" && sha256sum merged.json single.json)
  if ! cmp "$WORK/merged.json" "$WORK/single.json"; then
    say 'NOT the bytes of one process.'
    exit 1
  fi
  say "The same bytes as one process; digest $(node -p 'JSON.parse(require("fs").readFileSync(0)).digest' <"$WORK/merged.json")"
}
