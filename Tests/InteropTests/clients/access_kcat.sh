#!/bin/bash
# Writes and reads through kcat while rules come and go.
#
#     access_kcat.sh HOST:PORT
#
# KCAT_MAKE_TOPIC is a command (make_topic.py) that takes HOST:PORT, a name and a number of partitions.
set -eu
bootstrap=$1
topic=guarded-$$
rules="$(dirname "${KCAT_MAKE_TOPIC##* }")/access_rules.py"
python=${KCAT_MAKE_TOPIC%% *}
$KCAT_MAKE_TOPIC "$bootstrap" "$topic" 1

fail() { echo "FAILED: $1" >&2; exit 1; }
write() { echo "$1" | kcat -P -b "$bootstrap" -t "$topic" -p 0 -X message.timeout.ms=4000 2>&1; }
read_all() { timeout 20 kcat -C -b "$bootstrap" -t "$topic" -p 0 -o beginning -e -q 2>&1; }

write one || fail "a write without rules"
"$python" "$rules" "$bootstrap" deny write "$topic"
write two | grep -qi 'authorization failed' || fail "a denied write is told"
[ "$(read_all)" = one ] || fail "reading goes on while writing is denied: $(read_all)"
"$python" "$rules" "$bootstrap" deny read "$topic"
read_all | grep -qi 'authorization failed' || fail "a denied read is told"
"$python" "$rules" "$bootstrap" lift "$topic"
write three || fail "a write after the rules went"
[ "$(read_all | tr '\n' ' ')" = "one three " ] || fail "all that was acknowledged is there, and no more: $(read_all)"
"$python" "$rules" "$bootstrap" deny describe "$topic"
kcat -L -b "$bootstrap" | grep -q "$topic" && fail "a hidden topic is listed"
kcat -L -b "$bootstrap" -t "$topic" | grep -qi 'authorization failed' || fail "a hidden topic that is named is refused"
echo "ok: refused what is denied"
