#!/usr/bin/env python3
"""Reads, as committed, what transactions_for_ever.py wrote; its output comes by standard input.

    transactions_judge.py HOST:PORT TOPIC
"""
import collections
import sys

from confluent_kafka import Consumer, KafkaError, Producer, TopicPartition

# Whoever was killed left a transaction open: its successor ends it.
Producer({"bootstrap.servers": sys.argv[1], "transactional.id": "for-ever"}).init_transactions(30)
said = collections.defaultdict(set)
for line in sys.stdin.read().splitlines():
    word, _, number = line.partition(" ")
    said[word].add(number)
consumer = Consumer({
    "bootstrap.servers": sys.argv[1], "group.id": "judge", "isolation.level": "read_committed", "enable.partition.eof": True,
    "enable.auto.commit": False})
consumer.assign([TopicPartition(sys.argv[2], p, 0) for p in range(3)])
seen, ended = collections.Counter(), set()
while len(ended) < 3:
    message = consumer.poll(20)
    if message is None:
        sys.exit("the reader does not get to the end")
    if message.error():
        if message.error().code() != KafkaError._PARTITION_EOF:
            sys.exit(str(message.error()))
        ended.add(message.partition())
    else:
        seen[message.value().decode()] += 1
halves = {number: count for number, count in seen.items() if count != 10}
lost = said["commit"] - seen.keys()
risen = said["abort"] & seen.keys()
if halves or lost or risen:
    sys.exit(f"half there: {halves}; lost: {sorted(lost)}; aborted and there: {sorted(risen)}")
print(f"{len(said['commit'])} committed, {len(said['abort'])} aborted, {len(said['begin'])} begun, {len(seen)} seen")
