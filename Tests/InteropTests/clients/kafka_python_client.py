#!/usr/bin/env python3
"""Drives a broker through kafka-python: admin, codecs that it has, a group of two.

    kafka_python_client.py HOST:PORT
"""
import sys
import threading
import time
import uuid

from kafka import KafkaConsumer, KafkaProducer, TopicPartition
from kafka.admin import ConfigResource, ConfigResourceType, KafkaAdminClient, NewPartitions, NewTopic
from kafka.errors import KafkaError, TopicAlreadyExistsError

BOOTSTRAP = sys.argv[1]
RUN = uuid.uuid4().hex[:8]


def name(text):
    return f"kafka-python-{RUN}-{text}"


def check(condition, what):
    if not condition:
        raise AssertionError(what)
    print("ok:", what, flush=True)


def codecs():
    found = ["gzip"]
    for codec, module in [("snappy", "snappy"), ("lz4", "lz4"), ("zstd", "zstandard")]:
        try:
            __import__(module)
            found.append(codec)
        except ImportError:
            print(f"skipped: {codec} ({module} is not installed)")
    return [None] + found


def group_of_two(admin):
    topic, group = name("group"), name("group")
    admin.create_topics([NewTopic(topic, 4, 1)])
    producer = KafkaProducer(bootstrap_servers=BOOTSTRAP)
    for number in range(200):
        producer.send(topic, str(number).encode(), partition=number % 4)
    producer.flush(10)
    producer.close()
    seen, assigned, stop = set(), {}, threading.Event()

    def member(label):
        consumer = KafkaConsumer(
            topic, bootstrap_servers=BOOTSTRAP, group_id=group, auto_offset_reset="earliest",
            enable_auto_commit=False, client_id=label, session_timeout_ms=6000, heartbeat_interval_ms=500)
        while not stop.is_set():
            for records in consumer.poll(timeout_ms=200).values():
                seen.update(record.value for record in records)
                consumer.commit()
            assigned[label] = {p.partition for p in consumer.assignment()}
        consumer.close()

    threads = [threading.Thread(target=member, args=(label,)) for label in ["a", "b"]]
    for thread in threads:
        thread.start()
    end = time.time() + 40
    while time.time() < end and not (len(seen) == 200 and len(assigned.get("a", ())) == len(assigned.get("b", ())) == 2):
        time.sleep(0.05)
    check(len(seen) == 200, "a group of two reads all records")
    check(assigned["a"] | assigned["b"] == {0, 1, 2, 3}, f"the partitions are shared out: {assigned}")
    stop.set()
    for thread in threads:
        thread.join()
    offsets = admin.list_group_offsets(group) if hasattr(admin, "list_group_offsets") else admin.list_consumer_group_offsets(group)
    flat = str(offsets)
    check(flat.count("offset=50") == 4, "what the group committed is told")


def main():
    admin = KafkaAdminClient(bootstrap_servers=BOOTSTRAP)
    topic = name("admin")
    admin.create_topics([NewTopic(topic, 2, 1, topic_configs={"retention.ms": "3600000"})])
    try:
        admin.create_topics([NewTopic(topic, 2, 1)])
        raise AssertionError("a topic was made twice")
    except TopicAlreadyExistsError:
        check(True, "a topic is made once")
    described = str(admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)]))
    check("retention.ms" in described and "3600000" in described, "configs are told")
    admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, {"retention.ms": "60000"})])
    described = str(admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)]))
    check("60000" in described, "configs are altered")
    admin.create_partitions({topic: NewPartitions(3)})
    consumer = KafkaConsumer(bootstrap_servers=BOOTSTRAP)
    check(consumer.partitions_for_topic(topic) == {0, 1, 2}, "topics grow")
    consumer.close()
    check(topic in admin.list_topics(), "topics are listed")
    cluster = admin.describe_cluster()
    check(len(cluster["cluster_id"]) == 22, f"the cluster is described: {cluster['cluster_id']}")

    for codec in codecs():
        for idempotent in [False, True]:
            topic = name(f"records-{codec}-{idempotent}")
            admin.create_topics([NewTopic(topic, 1, 1)])
            producer = KafkaProducer(
                bootstrap_servers=BOOTSTRAP, compression_type=codec, enable_idempotence=idempotent, acks="all")
            futures = [producer.send(topic, f"value {n}".encode() * 10, key=b"k%d" % n, headers=[("n", b"%d" % n)])
                       for n in range(300)]
            producer.flush(10)
            check([f.get(10).offset for f in futures] == list(range(300)), f"{codec}, idempotent {idempotent}: offsets in order")
            producer.close()
            consumer = KafkaConsumer(bootstrap_servers=BOOTSTRAP, auto_offset_reset="earliest", consumer_timeout_ms=10000)
            partition = TopicPartition(topic, 0)
            consumer.assign([partition])
            check(consumer.beginning_offsets([partition])[partition] == 0, "the beginning is told")
            check(consumer.end_offsets([partition])[partition] == 300, "the end is told")
            records = []
            for record in consumer:
                records.append(record)
                if len(records) == 300:
                    break
            check([r.offset for r in records] == list(range(300)), f"{codec}: records come back once, in order")
            check(records[5].key == b"k5" and records[5].headers == [("n", b"5")], f"{codec}: keys and headers come back")
            consumer.close()
    group_of_two(admin)
    admin.delete_topics([topic])
    check(topic not in admin.list_topics(), "topics are deleted")
    admin.close()
    print("all checks held")


main()
