#!/usr/bin/env python3
"""A member of a consumer group by another client, until its standard input ends.

    group_member.py confluent|kafka-python HOST:PORT TOPIC GROUP STRATEGY FILE

Appends each value's offset to FILE as PARTITION OFFSET.
"""
import os
import sys

client, bootstrap, topic, group, strategy, path = sys.argv[1:7]
stop = path + ".stop"
with open(path, "a", buffering=1) as seen:
    if client == "confluent":
        from confluent_kafka import Consumer

        consumer = Consumer({
            "bootstrap.servers": bootstrap, "group.id": group, "auto.offset.reset": "earliest",
            "partition.assignment.strategy": strategy, "heartbeat.interval.ms": 200})
        consumer.subscribe([topic])
        while not os.path.exists(stop):
            message = consumer.poll(0.1)
            if message is not None and message.error() is None:
                seen.write(f"{message.partition()} {message.offset()}\n")
        consumer.close()
    else:
        from kafka import KafkaConsumer
        from kafka.coordinator.assignors.range import RangePartitionAssignor
        from kafka.coordinator.assignors.roundrobin import RoundRobinPartitionAssignor

        assignor = RangePartitionAssignor if strategy == "range" else RoundRobinPartitionAssignor
        consumer = KafkaConsumer(
            topic, bootstrap_servers=bootstrap, group_id=group, auto_offset_reset="earliest", heartbeat_interval_ms=200,
            partition_assignment_strategy=[assignor])
        while not os.path.exists(stop):
            for records in consumer.poll(timeout_ms=100).values():
                for record in records:
                    seen.write(f"{record.partition} {record.offset}\n")
        consumer.close()
