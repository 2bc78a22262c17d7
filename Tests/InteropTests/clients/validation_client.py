#!/usr/bin/env python3
"""Produces good and bad records to topics that hold them against a schema, with librdkafka and with kafka-python.

    validation_client.py HOST:PORT SUBJECT (ID | http://REGISTRY)

ID is that of the schema below under SUBJECT; with a registry's address, it is registered there first.
"""
import json
import struct
import sys
import time
import urllib.request
import uuid

from confluent_kafka import Consumer, KafkaError, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic
from kafka import KafkaProducer
from kafka.errors import InvalidRecordError, KafkaError as PythonKafkaError

SCHEMA = {"type": "record", "name": "Order", "fields": [{"name": "id", "type": "string"}, {"name": "amount", "type": "long"}]}
BOOTSTRAP, SUBJECT, REGISTRY = sys.argv[1:4]
INVALID_RECORD = KafkaError.INVALID_RECORD
admin = AdminClient({"bootstrap.servers": BOOTSTRAP})


def check(condition, what):
    if not condition:
        raise AssertionError(what)
    print("ok:", what, flush=True)


def schema_id():
    if not REGISTRY.startswith("http"):
        return int(REGISTRY)
    request = urllib.request.Request(
        f"{REGISTRY}/subjects/{SUBJECT}/versions", json.dumps({"schema": json.dumps(SCHEMA)}).encode(),
        {"Content-Type": "application/vnd.schemaregistry.v1+json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)["id"]


ID = schema_id()


def order(number):
    text = b"o%d" % number
    return struct.pack(">bI", 0, ID) + bytes([len(text) * 2]) + text + bytes([number % 60 * 2])


PLAIN = b'{"id": "o1", "amount": 3}'
CUT = order(1)[:-1]


def make_topic(mode):
    name = f"validated-{uuid.uuid4().hex[:8]}"
    configs = {"heddle.value.validation": mode, "heddle.value.subjects": SUBJECT}
    admin.create_topics([NewTopic(name, 1, 1, config=configs)])[name].result(10)
    return name


def stored(topic):
    """The values that the topic holds, in order."""
    consumer = Consumer({
        "bootstrap.servers": BOOTSTRAP, "group.id": topic, "auto.offset.reset": "earliest", "enable.auto.commit": False})
    _, end = consumer.get_watermark_offsets(TopicPartition(topic, 0), timeout=10)
    consumer.assign([TopicPartition(topic, 0, 0)])
    values = []
    limit = time.time() + 20
    while len(values) < end and time.time() < limit:
        message = consumer.poll(1)
        if message is not None and not message.error():
            values.append(message.value())
    consumer.close()
    return values


def librdkafka(codec, idempotent):
    """One record a batch, so that each is refused or taken by itself, many batches under way at once."""
    what = f"librdkafka, {codec}, idempotent {idempotent}"
    topic = make_topic("enforce-payload")
    producer = Producer({
        "bootstrap.servers": BOOTSTRAP, "compression.type": codec, "enable.idempotence": idempotent, "linger.ms": 0,
        "batch.num.messages": 1, "message.timeout.ms": 20000})
    outcomes = {}

    def send(number, value):
        producer.produce(topic, value, on_delivery=lambda error, message: outcomes.__setitem__(number, error))

    bad = {7: PLAIN, 23: CUT}
    for number in range(40):
        send(number, bad.get(number) or order(number))
    check(producer.flush(20) == 0, f"{what}: every record has an outcome")
    check({n for n, error in outcomes.items() if error} == set(bad), f"{what}: the bad records are refused, and no other")
    check({error.code() for error in outcomes.values() if error} == {INVALID_RECORD}, f"{what}: with INVALID_RECORD")
    check(stored(topic) == [order(n) for n in range(40) if n not in bad], f"{what}: the good ones are stored once, in order")


def librdkafka_batch(codec):
    what = f"librdkafka, {codec}"
    topic = make_topic("enforce")
    producer = Producer({"bootstrap.servers": BOOTSTRAP, "compression.type": codec, "linger.ms": 500})
    errors = {}
    for number in range(5):
        producer.produce(
            topic, PLAIN if number == 3 else order(number),
            on_delivery=lambda error, message, number=number: errors.__setitem__(number, error))
    limit = time.time() + 20
    while len(errors) < 5 and time.time() < limit:
        # Not flush, which would not wait for the batch to fill.
        producer.poll(0.1)
    check(all(errors.get(n) for n in range(5)), f"{what}: a batch with a bad record is refused whole")
    check(errors[3].code() == INVALID_RECORD, f"{what}: the bad record is named: {errors[3]}")
    check(stored(topic) == [], f"{what}: nothing of it is stored")
    producer.produce(topic, order(5), on_delivery=lambda error, message: errors.__setitem__(5, error))
    producer.flush(20)
    check(errors[5] is None and stored(topic) == [order(5)], f"{what}: the producer goes on")


def kafka_python(codec, idempotent):
    what = f"kafka-python, {codec}, idempotent {idempotent}"
    topic = make_topic("enforce-payload")

    def connect():
        return KafkaProducer(
            bootstrap_servers=BOOTSTRAP, compression_type=None if codec == "none" else codec, acks="all",
            enable_idempotence=idempotent)

    producer = connect()
    expected = []
    for number in range(12):
        bad = {3: PLAIN, 8: CUT}.get(number)
        future = producer.send(topic, bad or order(number), partition=0)
        try:
            future.get(20)
            check(bad is None, f"{what}: record {number} is stored")
            expected.append(order(number))
        except PythonKafkaError as error:
            check(bad is not None and isinstance(error, InvalidRecordError), f"{what}: record {number} is refused: {error}")
            if idempotent:
                # kafka-python 3.0 takes every error that it cannot retry for the end of an idempotent producer.
                producer.close()
                producer = connect()
    producer.close()
    check(stored(topic) == expected, f"{what}: the good ones are stored once, in order")


def modes():
    producer = Producer({"bootstrap.servers": BOOTSTRAP, "linger.ms": 0})
    for mode, value, taken in [
        ("none", PLAIN, True), ("warn", PLAIN, True), ("enforce", PLAIN, False), ("enforce", CUT, True),
        ("enforce-payload", CUT, False), ("enforce-payload", None, True),
    ]:
        outcome = []
        producer.produce(make_topic(mode), value, on_delivery=lambda error, message: outcome.append(error))
        producer.flush(20)
        check((outcome[0] is None) == taken, f"{mode}: {value!r} is {'taken' if taken else 'refused'}")


def main():
    modes()
    for codec in ["none", "gzip", "snappy", "lz4", "zstd"]:
        librdkafka_batch(codec)
        for idempotent in [False, True]:
            librdkafka(codec, idempotent)
    for codec in ["none", "gzip"]:
        for idempotent in [False, True]:
            kafka_python(codec, idempotent)
    print("all checks held")


main()
