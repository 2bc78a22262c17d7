#!/usr/bin/env python3
"""Checks that what acked_producer.py printed (on standard input) is in the topic, each record once and in its place.

    acked_reader.py HOST:PORT TOPIC [--once] < printed

With --once, each value must also be greater than the one before it in its partition: an idempotent producer's records
are there once and in order, whatever was sent again.
"""
import sys
import time

from confluent_kafka import Consumer, TopicPartition, OFFSET_BEGINNING

expected = {}
for line in sys.stdin:
    fields = line.split()
    if len(fields) == 3 and line.endswith("\n"):
        expected[(int(fields[0]), int(fields[1]))] = fields[2].encode()
if not expected:
    sys.exit("nothing was acknowledged")
consumer = Consumer({"bootstrap.servers": sys.argv[1], "group.id": "acked-reader", "enable.auto.commit": False,
                     "enable.partition.eof": False, "log_level": 0})
consumer.assign([TopicPartition(sys.argv[2], p, OFFSET_BEGINNING) for p in sorted({p for p, _ in expected})])
once = "--once" in sys.argv[3:]
missing, seen, values, end = dict(expected), {}, {}, time.time() + 30
while missing and time.time() < end:
    for message in consumer.consume(1000, 0.5):
        if message.error():
            sys.exit(str(message.error()))
        place = (message.partition(), message.offset())
        if place[1] != seen.get(place[0], -1) + 1:
            sys.exit(f"offset {place[1]} follows {seen.get(place[0], -1)}")
        seen[place[0]] = place[1]
        value = int(message.value())
        if once and value <= values.get(place[0], -1):
            sys.exit(f"at {place} is {value}, after {values[place[0]]}")
        values[place[0]] = value
        if place in expected and missing.pop(place, None) != message.value():
            sys.exit(f"at {place} is {message.value()}, but {expected[place]} was acknowledged there")
consumer.close()
if missing:
    sys.exit(f"{len(missing)} of {len(expected)} acknowledged records are gone, the first at {min(missing)}")
print(f"all {len(expected)} acknowledged records are there")
