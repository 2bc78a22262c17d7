#!/bin/sh
# Drives a broker through kcat: metadata, keys and headers, every codec, offsets by time, a group.
#
#     kcat.sh HOST:PORT
#
# When KCAT_MAKE_TOPIC is set, it is a command (make_topic.py) that takes HOST:PORT, a name and a number of
# partitions, and makes the topic. Else the topic named by KCAT_TOPIC must exist, with two partitions and empty.
set -eu
bootstrap=$1
topic=${KCAT_TOPIC:-kcat-$$}
if [ -n "${KCAT_MAKE_TOPIC:-}" ]; then $KCAT_MAKE_TOPIC "$bootstrap" "$topic" 2; fi

fail() { echo "FAILED: $1" >&2; exit 1; }
same() { [ "$1" = "$2" ] || fail "$3: expected [$2], got [$1]"; echo "ok: $3"; }

same "$(kcat -L -b "$bootstrap" | grep -c '^  broker 1 at')" 1 "the broker is told"
same "$(kcat -L -b "$bootstrap" -t "$topic" | grep -c 'partition [01], leader 1, replicas: 1, isrs: 1')" 2 "the partitions are told"
kcat -L -b "$bootstrap" -t "never-made-$$" | grep -q 'Unknown topic' || fail "asking for a topic must not make it"
echo "ok: asking for a topic does not make it"

printf 'k1:v1\nk2:v2\n' | kcat -P -b "$bootstrap" -t "$topic" -p 0 -K : -H origin=kcat
same "$(kcat -C -b "$bootstrap" -t "$topic" -p 0 -o beginning -e -q -f '%o %k %s %h\n' | tr '\n' ';')" \
    "0 k1 v1 origin=kcat;1 k2 v2 origin=kcat;" "keys, values and headers come back"

count=2
for codec in gzip snappy lz4 zstd; do
    seq 100 | kcat -P -b "$bootstrap" -t "$topic" -p 0 -z "$codec"
    count=$((count + 100))
    same "$(kcat -C -b "$bootstrap" -t "$topic" -p 0 -o beginning -e -q | wc -l | tr -d ' ')" "$count" "$codec records come back"
done
same "$(kcat -C -b "$bootstrap" -t "$topic" -p 0 -o -3 -e -q | tr '\n' ' ')" "98 99 100 " "offsets from the end"
same "$(kcat -Q -b "$bootstrap" -t "$topic:0:-1" | grep -o 'offset [0-9]*')" "offset $count" "the end is told"
same "$(kcat -Q -b "$bootstrap" -t "$topic:0:1000" | grep -o 'offset [0-9]*')" "offset 0" "the offset at a time is told"

seq 5 | kcat -P -b "$bootstrap" -t "$topic" -p 1 -X enable.idempotence=true
same "$(kcat -C -b "$bootstrap" -t "$topic" -p 1 -o beginning -e -q | tr '\n' ' ')" "1 2 3 4 5 " "an idempotent producer's records come back"

total=$((count + 5))
same "$(timeout 30 kcat -b "$bootstrap" -G "group-$topic" -X auto.offset.reset=earliest -c "$total" -q "$topic" | wc -l | tr -d ' ')" \
    "$total" "a group reads all records"
echo "all checks held"
