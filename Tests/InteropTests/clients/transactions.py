#!/usr/bin/env python3
"""Transactional producers of three makes; what each did is read by another, as committed and as it is.

    transactions.py HOST:PORT confluent|kafka-python|aiokafka
"""
import asyncio
import sys
import uuid

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka import TopicPartition as AioPartition
from confluent_kafka import Consumer, KafkaError, KafkaException, Producer, TopicPartition, IsolationLevel
from confluent_kafka.admin import AdminClient, NewTopic, OffsetSpec
from kafka import KafkaConsumer, KafkaProducer
from kafka import TopicPartition as KafkaPartition
from kafka.structs import OffsetAndMetadata

BOOTSTRAP = sys.argv[1]
RUN = uuid.uuid4().hex[:8]


def name(text):
    return f"{sys.argv[2]}-{RUN}-{text}"


OUT, SOURCE, GROUP, ID = name("out"), name("in"), name("group"), name("id")


def check(condition, what):
    if not condition:
        raise AssertionError(what)
    print("ok:", what, flush=True)


def confluent_read(level):
    admin = AdminClient({"bootstrap.servers": BOOTSTRAP})
    isolation = IsolationLevel.READ_COMMITTED if level == "read_committed" else IsolationLevel.READ_UNCOMMITTED
    wanted = {TopicPartition(OUT, p): OffsetSpec.latest() for p in (0, 1)}
    ends = {p.partition: f.result(10).offset for p, f in admin.list_offsets(wanted, isolation_level=isolation).items()}
    consumer = Consumer({
        "bootstrap.servers": BOOTSTRAP, "group.id": name("judge"), "isolation.level": level, "enable.partition.eof": True,
        "enable.auto.commit": False})
    consumer.assign([TopicPartition(OUT, p, 0) for p in (0, 1)])
    values, ended = [], set()
    while len(ended) < 2:
        message = consumer.poll(15)
        check(message is not None, "the reader gets to the end")
        if message.error():
            if message.error().code() != KafkaError._PARTITION_EOF:
                raise AssertionError(message.error())
            ended.add(message.partition())
        else:
            check(message.offset() < ends[message.partition()], "no record behind the end that was told")
            values.append(message.value().decode())
    consumer.close()
    return sorted(values)


def kafka_python_read(level):
    consumer = KafkaConsumer(bootstrap_servers=BOOTSTRAP, isolation_level=level, enable_auto_commit=False)
    partitions = [KafkaPartition(OUT, p) for p in (0, 1)]
    consumer.assign(partitions)
    consumer.seek_to_beginning()
    ends = consumer.end_offsets(partitions)
    values = []
    for _ in range(100):
        for records in consumer.poll(timeout_ms=300).values():
            values += [record.value.decode() for record in records]
        if all(consumer.position(p) >= ends[p] for p in partitions):
            break
    else:
        raise AssertionError("the reader does not get to the end")
    consumer.close()
    return sorted(values)


async def aiokafka_read(level):
    consumer = AIOKafkaConsumer(bootstrap_servers=BOOTSTRAP, isolation_level=level, enable_auto_commit=False)
    await consumer.start()
    partitions = [AioPartition(OUT, p) for p in (0, 1)]
    consumer.assign(partitions)
    await consumer.seek_to_beginning()
    ends = await consumer.end_offsets(partitions)
    values = []
    for _ in range(100):
        for records in (await consumer.getmany(timeout_ms=300)).values():
            values += [record.value.decode() for record in records]
        if all([await consumer.position(p) >= ends[p] for p in partitions]):
            break
    else:
        raise AssertionError("the reader does not get to the end")
    await consumer.stop()
    return sorted(values)


def judge(readers, committed, aborted, what):
    for reader in readers:
        read = {"confluent": confluent_read, "kafka-python": kafka_python_read}.get(reader)
        for level, wanted in [("read_committed", committed), ("read_uncommitted", committed + aborted)]:
            found = read(level) if read else asyncio.run(aiokafka_read(level))
            check(found == sorted(wanted), f"{what}: {reader}, {level}" + ("" if found == sorted(wanted) else f": {found}"))


def committed_offset():
    consumer = Consumer({"bootstrap.servers": BOOTSTRAP, "group.id": GROUP})
    offset = consumer.committed([TopicPartition(SOURCE, 0)], timeout=10)[0].offset
    consumer.close()
    return offset


def confluent():
    def make():
        producer = Producer({"bootstrap.servers": BOOTSTRAP, "transactional.id": ID, "linger.ms": 0})
        producer.init_transactions(15)
        return producer

    def write(producer, label):
        for n in range(20):
            producer.produce(OUT, f"{label}{n}", partition=n % 2)
        # To abort drops what has not been sent.
        check(producer.flush(15) == 0, f"records {label} are written")

    producer = make()
    consumer = Consumer({"bootstrap.servers": BOOTSTRAP, "group.id": GROUP, "auto.offset.reset": "earliest", "enable.auto.commit": False})
    consumer.subscribe([SOURCE])
    check(consumer.poll(20) is not None, "there is something to transform")
    producer.begin_transaction()
    write(producer, "a")
    producer.abort_transaction(15)
    producer.begin_transaction()
    write(producer, "b")
    producer.send_offsets_to_transaction(consumer.position(consumer.assignment()), consumer.consumer_group_metadata(), 15)
    producer.abort_transaction(15)
    check(committed_offset() < 0, "offsets of an aborted transaction are not committed")
    producer.begin_transaction()
    write(producer, "c")
    producer.send_offsets_to_transaction([TopicPartition(SOURCE, 0, 5)], consumer.consumer_group_metadata(), 15)
    producer.commit_transaction(15)
    check(committed_offset() == 5, "offsets are committed with the transaction")
    consumer.close()

    producer.begin_transaction()
    write(producer, "d")
    newer = make()
    try:
        producer.commit_transaction(15)
        raise AssertionError("a zombie commits")
    except KafkaException as error:
        check(error.args[0].code() in (KafkaError._FENCED, KafkaError.PRODUCER_FENCED), f"a zombie is fenced ({error.args[0].name()})")
    newer.begin_transaction()
    write(newer, "e")
    newer.commit_transaction(15)


def kafka_python():
    def make():
        producer = KafkaProducer(bootstrap_servers=BOOTSTRAP, transactional_id=ID, acks="all")
        producer.init_transactions()
        return producer

    def write(producer, label):
        futures = [producer.send(OUT, f"{label}{n}".encode(), partition=n % 2) for n in range(20)]
        producer.flush(15)
        return [future.get(15) for future in futures]

    producer = make()
    producer.begin_transaction()
    write(producer, "a")
    producer.abort_transaction()
    offsets = {KafkaPartition(SOURCE, 0): OffsetAndMetadata(4, "", -1)}
    producer.begin_transaction()
    write(producer, "b")
    producer.send_offsets_to_transaction(offsets, GROUP)
    producer.abort_transaction()
    check(committed_offset() < 0, "offsets of an aborted transaction are not committed")
    producer.begin_transaction()
    write(producer, "c")
    producer.send_offsets_to_transaction({KafkaPartition(SOURCE, 0): OffsetAndMetadata(5, "", -1)}, GROUP)
    producer.commit_transaction()
    check(committed_offset() == 5, "offsets are committed with the transaction")
    producer.begin_transaction()
    write(producer, "d")
    newer = make()
    try:
        producer.commit_transaction()
        raise AssertionError("a zombie commits")
    except Exception as error:
        check(not isinstance(error, AssertionError), f"a zombie is fenced ({type(error).__name__})")
    newer.begin_transaction()
    write(newer, "e")
    newer.commit_transaction()
    newer.close()
    producer.close(timeout=1)


async def aiokafka():
    async def make():
        producer = AIOKafkaProducer(bootstrap_servers=BOOTSTRAP, transactional_id=ID)
        await producer.start()
        return producer

    async def write(producer, label):
        for future in [await producer.send(OUT, f"{label}{n}".encode(), partition=n % 2) for n in range(20)]:
            await future

    producer = await make()
    await producer.begin_transaction()
    await write(producer, "a")
    await producer.abort_transaction()
    await producer.begin_transaction()
    await write(producer, "b")
    await producer.send_offsets_to_transaction({AioPartition(SOURCE, 0): 4}, GROUP)
    await producer.abort_transaction()
    check(committed_offset() < 0, "offsets of an aborted transaction are not committed")
    async with producer.transaction():
        await write(producer, "c")
        await producer.send_offsets_to_transaction({AioPartition(SOURCE, 0): 5}, GROUP)
    check(committed_offset() == 5, "offsets are committed with the transaction")
    await producer.begin_transaction()
    await write(producer, "d")
    newer = await make()
    try:
        await producer.commit_transaction()
        raise AssertionError("a zombie commits")
    except Exception as error:
        check(not isinstance(error, AssertionError), f"a zombie is fenced ({type(error).__name__})")
    async with newer.transaction():
        await write(newer, "e")
    await newer.stop()
    try:
        await asyncio.wait_for(producer.stop(), 5)
    except Exception:
        pass


def main():
    admin = AdminClient({"bootstrap.servers": BOOTSTRAP})
    for future in admin.create_topics([NewTopic(OUT, 2, 1), NewTopic(SOURCE, 1, 1)]).values():
        future.result(10)
    plain = Producer({"bootstrap.servers": BOOTSTRAP})
    for n in range(10):
        plain.produce(SOURCE, f"source {n}")
    check(plain.flush(10) == 0, "there are records to transform")
    makes = {"confluent": confluent, "kafka-python": kafka_python, "aiokafka": lambda: asyncio.run(aiokafka())}
    makes[sys.argv[2]]()
    all_of = lambda labels: [f"{label}{n}" for label in labels for n in range(20)]
    # Nobody judges himself.
    judge([make for make in makes if make != sys.argv[2]], all_of("ce"), all_of("abd"), "records")


main()
