#!/usr/bin/env python3
"""Drives a broker through aiokafka, which speaks old, non-flexible versions only.

    aiokafka_client.py HOST:PORT
"""
import asyncio
import sys
import time
import uuid

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewPartitions, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

BOOTSTRAP = sys.argv[1]
RUN = uuid.uuid4().hex[:8]


def name(text):
    return f"aiokafka-{RUN}-{text}"


def check(condition, what):
    if not condition:
        raise AssertionError(what)
    print("ok:", what, flush=True)


async def admin_checks(admin):
    topic = name("admin")
    await admin.create_topics([NewTopic(topic, 2, 1, topic_configs={"retention.ms": "3600000"})])
    check(topic in await admin.list_topics(), "topics are listed")
    described = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)])
    check("3600000" in str(described), "configs are told")
    await admin.create_partitions({topic: NewPartitions(3)})
    metadata = await admin.describe_topics([topic])
    check(len(metadata[0]["partitions"]) == 3, "topics grow")
    await admin.delete_topics([topic])
    check(topic not in await admin.list_topics(), "topics are deleted")


async def records(admin):
    for codec in [None, "gzip", "snappy", "lz4", "zstd"]:
        for idempotent in [False, True]:
            topic = name(f"records-{codec}-{idempotent}")
            await admin.create_topics([NewTopic(topic, 1, 1)])
            try:
                producer = AIOKafkaProducer(
                    bootstrap_servers=BOOTSTRAP, compression_type=codec, enable_idempotence=idempotent, acks="all")
            except RuntimeError as error:
                print(f"skipped: {error}")
                continue
            await producer.start()
            futures = [await producer.send(topic, f"value {n}".encode() * 10, key=b"k%d" % n, headers=[("n", b"%d" % n)])
                       for n in range(300)]
            offsets = [(await future).offset for future in futures]
            check(offsets == list(range(300)), f"{codec}, idempotent {idempotent}: offsets in order")
            await producer.stop()
            consumer = AIOKafkaConsumer(bootstrap_servers=BOOTSTRAP, auto_offset_reset="earliest")
            await consumer.start()
            partition = TopicPartition(topic, 0)
            consumer.assign([partition])
            check((await consumer.end_offsets([partition]))[partition] == 300, "the end is told")
            seen = [await asyncio.wait_for(consumer.getone(), 10) for _ in range(300)]
            check([record.offset for record in seen] == list(range(300)), f"{codec}: records come back once, in order")
            check(seen[5].key == b"k5" and seen[5].headers == (("n", b"5"),), f"{codec}: keys and headers come back")
            await consumer.stop()


async def group_of_two(admin):
    topic, group = name("group"), name("group")
    await admin.create_topics([NewTopic(topic, 4, 1)])
    async with AIOKafkaProducer(bootstrap_servers=BOOTSTRAP) as producer:
        for number in range(200):
            await producer.send(topic, str(number).encode(), partition=number % 4)
        await producer.flush()
    seen, assigned, stop = set(), {}, asyncio.Event()

    async def member(label):
        consumer = AIOKafkaConsumer(
            topic, bootstrap_servers=BOOTSTRAP, group_id=group, auto_offset_reset="earliest",
            enable_auto_commit=False, client_id=label, session_timeout_ms=6000, heartbeat_interval_ms=500)
        await consumer.start()
        while not stop.is_set():
            for found in (await consumer.getmany(timeout_ms=200)).values():
                seen.update(record.value for record in found)
            assigned[label] = {p.partition for p in consumer.assignment()}
        await consumer.commit()
        await consumer.stop()

    tasks = [asyncio.create_task(member(label)) for label in ["a", "b"]]
    end = time.time() + 40
    while time.time() < end and not (len(seen) == 200 and len(assigned.get("a", ())) == len(assigned.get("b", ())) == 2):
        await asyncio.sleep(0.05)
    check(len(seen) == 200, "a group of two reads all records")
    check(assigned["a"] | assigned["b"] == {0, 1, 2, 3}, f"the partitions are shared out: {assigned}")
    stop.set()
    await asyncio.gather(*tasks)
    offsets = await admin.list_consumer_group_offsets(group)
    check(sorted((p.partition, o.offset) for p, o in offsets.items()) == [(n, 50) for n in range(4)],
          "what the group committed is told")
    check(group in [g[0] for g in await admin.list_consumer_groups()], "the group is listed")


async def main():
    admin = AIOKafkaAdminClient(bootstrap_servers=BOOTSTRAP)
    await admin.start()
    await admin_checks(admin)
    await records(admin)
    await group_of_two(admin)
    await admin.close()
    print("all checks held")


asyncio.run(main())
