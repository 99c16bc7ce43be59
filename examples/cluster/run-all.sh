#!/usr/bin/env bash
# All three ways, one after the other. A way whose tools are missing says so; ends with 1 where one that ran failed.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
failed=0
for way in parallel slurm bullmq; do
  printf '\n== %s ==\n' "$way"
  "$here/$way.sh"
  status=$?
  [ "$status" -eq 0 ] || [ "$status" -eq 3 ] || failed=1
done
exit "$failed"
