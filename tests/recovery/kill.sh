#!/usr/bin/env bash
# kill.sh EDITOR [TIMES]: kills a program that is edited in without a pause (recovery_editor) at random moments, and says how
# many milliseconds of edits were lost at most. Fails if that is more than two seconds, or if a saved file was damaged.
set -euo pipefail
editor=$1
times=${2:-100}
most=0
for ((i = 1; i <= times; ++i)); do
  folder=$(mktemp -d)
  "$editor" edit "$folder" "$i" 2>/dev/null &
  process=$!
  sleep "$((RANDOM % 5)).$((RANDOM % 900 + 100))"
  until [[ -s $folder/log ]]; do sleep 0.05; done
  killed=$(date +%s%3N)
  kill -9 "$process"
  wait "$process" 2>/dev/null || true
  if ! lost=$("$editor" check "$folder" "$killed" 2>/dev/null); then
    echo "run $i: $lost (left in $folder)"
    exit 1
  fi
  ((lost > most)) && most=$lost
  rm -r "$folder"
done
echo "$times kills: at most $most ms of edits lost, every saved file whole"
((most <= 2000))
