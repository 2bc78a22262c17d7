#!/usr/bin/env python3
"""Classic groups: the first record soon, members of three makes in one group, static members, cooperative rebalances.

    classic_groups_client.py HOST:PORT

Exits 0 when every check held; names the check that did not otherwise.
"""
import asyncio
import sys
import threading
import time
import uuid

import aiokafka
import aiokafka.coordinator.assignors.range
import kafka
import kafka.coordinator.assignors.range
from confluent_kafka import Consumer, Producer
from confluent_kafka.admin import AdminClient, NewTopic

BOOTSTRAP = sys.argv[1]
RUN = uuid.uuid4().hex[:8]
admin = AdminClient({"bootstrap.servers": BOOTSTRAP})
producer = Producer({"bootstrap.servers": BOOTSTRAP, "linger.ms": 1})


def check(condition, what):
    if not condition:
        raise AssertionError(what)
    print("ok:", what, flush=True)


def make(topic, partitions, records):
    admin.create_topics([NewTopic(topic, partitions, 1)])[topic].result(10)
    produce(topic, partitions, 0, records)


def produce(topic, partitions, first, records):
    for number in range(first, first + records):
        producer.produce(topic, str(number), partition=number % partitions)
    assert producer.flush(30) == 0


def wait(condition, what, seconds=30):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError("in vain: " + what)
        time.sleep(0.02)
    print("ok:", what, flush=True)


# A new group's first record. The time is told, not judged: machines differ.
make(f"first-{RUN}", 1, 10)
for protocol in ("classic", "consumer"):
    times = []
    for run in range(5):
        consumer = Consumer({"bootstrap.servers": BOOTSTRAP, "group.id": f"t{protocol}{run}-{RUN}", "group.protocol": protocol,
                             "auto.offset.reset": "earliest"})
        began = time.monotonic()
        consumer.subscribe([f"first-{RUN}"])
        check(consumer.poll(20) is not None, "a new group reads")
        times.append(1000 * (time.monotonic() - began))
        consumer.close()
    print(f"   {protocol}: subscribe to first record {sorted(times)[2]:.0f} ms (median), {max(times):.0f} at most", flush=True)

# Three makes of clients in one group.
TOPIC, GROUP = f"mixed-{RUN}", f"mixed-{RUN}"
make(TOPIC, 6, 0)
read = {"librdkafka": [], "kafka-python": [], "aiokafka": []}
owned = {make: set() for make in read}
stop = threading.Event()
errors = []


def guarded(body):
    def run():
        try:
            body()
        except Exception as error:
            errors.append(repr(error))
    return threading.Thread(target=run)


def librdkafka():
    def assign(consumer, partitions):
        owned["librdkafka"] = {p.partition for p in partitions}
    consumer = Consumer({"bootstrap.servers": BOOTSTRAP, "group.id": GROUP, "auto.offset.reset": "earliest", "session.timeout.ms": 6000,
                         "heartbeat.interval.ms": 300, "partition.assignment.strategy": "range"})
    consumer.subscribe([TOPIC], on_assign=assign)
    while not stop.is_set():
        message = consumer.poll(0.05)
        if message is not None and not message.error():
            read["librdkafka"].append(int(message.value()))
    consumer.close()


def kafka_python():
    consumer = kafka.KafkaConsumer(
        TOPIC, bootstrap_servers=BOOTSTRAP, group_id=GROUP, auto_offset_reset="earliest", heartbeat_interval_ms=300,
        session_timeout_ms=6000, partition_assignment_strategy=[
            kafka.coordinator.assignors.range.RangePartitionAssignor])
    while not stop.is_set():
        for partition, records in consumer.poll(50).items():
            read["kafka-python"] += [int(r.value) for r in records]
        owned["kafka-python"] = {p.partition for p in consumer.assignment()}
    consumer.close()


def aio():
    async def run():
        consumer = aiokafka.AIOKafkaConsumer(
            TOPIC, bootstrap_servers=BOOTSTRAP, group_id=GROUP, auto_offset_reset="earliest", heartbeat_interval_ms=300,
            session_timeout_ms=6000,
            partition_assignment_strategy=[aiokafka.coordinator.assignors.range.RangePartitionAssignor])
        await consumer.start()
        while not stop.is_set():
            for partition, records in (await consumer.getmany(timeout_ms=50)).items():
                read["aiokafka"] += [int(r.value) for r in records]
            owned["aiokafka"] = {p.partition for p in consumer.assignment()}
        await consumer.stop()
    asyncio.run(run())


threads = [guarded(body) for body in (librdkafka, kafka_python, aio)]
for thread in threads:
    thread.start()
wait(lambda: errors or all(len(parts) == 2 for parts in owned.values()), "three makes of clients share six partitions")
check(not errors, f"without errors {errors}")
check(set().union(*owned.values()) == set(range(6)), "each partition has one of them")
produce(TOPIC, 6, 0, 600)
wait(lambda: sum(map(len, read.values())) >= 600, "all records come")
check(sorted(sum(read.values(), [])) == list(range(600)), "each once")
check(all(read.values()), "and every client had some")
stop.set()
for thread in threads:
    thread.join(30)
check(not errors, f"all left in peace {errors}")

# A static member that restarts has what it had, and nobody else is told to rebalance.
TOPIC, GROUP = f"static-{RUN}", f"static-{RUN}"
make(TOPIC, 4, 40)
assigned = {"one": [], "two": []}


def static(name):
    consumer = Consumer({"bootstrap.servers": BOOTSTRAP, "group.id": GROUP, "group.instance.id": name, "session.timeout.ms": 10000,
                         "heartbeat.interval.ms": 300, "auto.offset.reset": "earliest", "partition.assignment.strategy": "range"})
    consumer.subscribe([TOPIC], on_assign=lambda _, partitions: assigned[name].append({p.partition for p in partitions}))
    return consumer


def poll(members, condition, what):
    end = time.monotonic() + 30
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"in vain: {what}; {assigned}")
        for member in members:
            member.poll(0.02)
    print("ok:", what, flush=True)


one, two = static("one"), static("two")
poll([one, two], lambda: all(a and len(a[-1]) == 2 for a in assigned.values()), "two static members share four partitions")
had, rebalances = assigned["one"][-1], len(assigned["two"])
one.close()
again = static("one")
assigned["one"].clear()
poll([again, two], lambda: assigned["one"], "one of them restarts")
check(assigned["one"][-1] == had and len(assigned["two"]) == rebalances, "to what it had, and the other is not disturbed")

# Cooperative: what stays with its owner is never taken from it.
TOPIC, GROUP = f"cooperative-{RUN}", f"cooperative-{RUN}"
make(TOPIC, 6, 0)
revoked = []


def cooperative(name, on_revoke):
    consumer = Consumer({"bootstrap.servers": BOOTSTRAP, "group.id": GROUP, "session.timeout.ms": 6000, "heartbeat.interval.ms": 300,
                         "auto.offset.reset": "earliest", "partition.assignment.strategy": "cooperative-sticky"})
    consumer.subscribe([TOPIC], on_revoke=on_revoke)
    return consumer


first = cooperative("first", lambda _, partitions: revoked.extend(p.partition for p in partitions))
poll([first], lambda: len(first.assignment()) == 6, "a lone member has all")
second = cooperative("second", lambda *_: None)
poll([first, second], lambda: len(first.assignment()) == 3 and len(second.assignment()) == 3, "two have three each")
check(len(revoked) == 3 and set(revoked) == {p.partition for p in second.assignment()}, "only what moved was taken away")
for consumer in (again, two, first, second):
    consumer.close()
