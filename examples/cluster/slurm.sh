#!/usr/bin/env bash
# The shards as a Slurm job array. What is missing afterwards, since its job was killed, is submitted again.
#
# On a cluster: WORK on a file system that all nodes see, then this script. Where no controller answers and it is run as root on
# a machine with Debian's slurm-wlm and munge, it sets up a cluster of this one node in WORK and takes it down again.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need sbatch 'Debian: apt-get install slurm-wlm munge'
begin

started=()
stop_daemons() { for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done; }

one_node() {
  need munged 'Debian: apt-get install munge'
  need slurmctld 'Debian: apt-get install slurm-wlm'
  local etc=$WORK/slurm name
  name=$(hostname -s)
  mkdir -p "$etc/state" "$etc/spool"
  head -c 1024 /dev/urandom >"$etc/munge.key"
  chmod 600 "$etc/munge.key"
  chmod 755 "$WORK" "$etc"
  munged --force --foreground --key-file="$etc/munge.key" --socket="$etc/munge.socket" --pid-file="$etc/munge.pid" \
    --log-file="$etc/munge.log" --seed-file="$etc/munge.seed" >/dev/null 2>&1 &
  started+=($!)
  cat >"$etc/slurm.conf" <<CONF
ClusterName=one
SlurmctldHost=$name(127.0.0.1)
SlurmctldPort=16817
SlurmdPort=16818
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$etc/munge.socket
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
StateSaveLocation=$etc/state
SlurmdSpoolDir=$etc/spool
SlurmctldPidFile=$etc/slurmctld.pid
SlurmdPidFile=$etc/slurmd.pid
SlurmctldLogFile=$etc/slurmctld.log
SlurmdLogFile=$etc/slurmd.log
SchedulerParameters=sched_interval=1,sched_min_interval=0,batch_sched_delay=0
MessageTimeout=60
NodeName=$name NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$name Default=YES MaxTime=INFINITE State=UP
CONF
  export SLURM_CONF=$etc/slurm.conf
  slurmctld -D -c >"$etc/slurmctld.out" 2>&1 &
  started+=($!)
  slurmd -D -c >"$etc/slurmd.out" 2>&1 &
  started+=($!)
  for _ in $(seq 300); do
    if [ "$(sinfo --noheader --format=%T 2>/dev/null)" = idle ]; then
      say "Slurm $(sinfo --version | cut -d' ' -f2) on one node, $name, set up in $etc"
      return
    fi
    sleep 0.2
  done
  say "the Slurm of one node did not come up; see $etc/*.log"
  exit 1
}

trap stop_daemons EXIT
scontrol ping 2>/dev/null | grep -q 'is UP' || one_node

missing() {
  for shard in $(seq "$SHARDS"); do [ -e "$WORK/shards/$shard.json" ] || echo "$shard"; done | paste -sd,
}

kill_one &
started+=($!)
for attempt in 1 2 3; do
  array=$(missing)
  [ -n "$array" ] || break
  say "attempt $attempt: sbatch --array=$array"
  sbatch --quiet --wait --array="$array" --ntasks=1 --cpus-per-task=1 --output="$WORK/%a.log" --export=ALL \
    --wrap "$here/shard.sh \$SLURM_ARRAY_TASK_ID" || say 'a job of the array failed'
done
finish
