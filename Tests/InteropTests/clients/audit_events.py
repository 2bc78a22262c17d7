"""Reads __heddle.audit as somebody who knows CloudEvents and docs/decisions/0010-audit-trail.md, and nothing of Heddle.

    audit_events.py HOST:PORT [SCHEMA]

Each record has to be a CloudEvent to the CloudEvents SDK, to keep to SCHEMA where one is named, and to state the digest of what
was before it. Prints OFFSET:DIGEST of the whole.
"""
import hashlib
import json
import struct
import sys

import jsonschema
from cloudevents.core.bindings.kafka import KafkaMessage, from_structured_event
from confluent_kafka import Consumer, TopicPartition

bootstrap = sys.argv[1]
schema = json.load(open(sys.argv[2])) if len(sys.argv) > 2 else None
consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": "audit-judge", "enable.auto.commit": False})
partition = TopicPartition("__heddle.audit", 0)
low, high = consumer.get_watermark_offsets(partition, timeout=20)
partition.offset = low
consumer.assign([partition])


def number(value):
    return struct.pack(">q", value)


def part(value):
    return number(len(value)) + value


def after(digest, message):
    record = hashlib.sha256()
    record.update(part(message.key() or b""))
    record.update(number(-1) if message.value() is None else part(message.value()))
    headers = message.headers() or []
    record.update(number(len(headers)))
    for name, value in headers:
        record.update(part(name.encode()) + part(value))
    return hashlib.sha256(digest + number(message.offset()) + record.digest()).digest()


assert low == 0, "the beginning is gone"
digests = {0: bytes(32)}
digest = bytes(32)
ids = set()
position = low
while position < high:
    message = consumer.poll(20)
    assert message is not None and message.error() is None, message and message.error()
    headers = dict(message.headers())
    assert headers["content-type"] == b"application/cloudevents+json; charset=UTF-8", headers
    event = from_structured_event(KafkaMessage(headers=headers, key=message.key(), value=message.value()))
    assert event.get_specversion() == "1.0" and event.get_type().startswith("dev.heddle.")
    assert event.get_source().startswith("/heddle/") and event.get_datacontenttype() == "application/json"
    assert event.get_time() is not None and event.get_data()["class_uid"] == 6003
    assert event.get_id() not in ids and message.key().decode() == event.get_id()
    ids.add(event.get_id())
    if schema:
        jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker()).validate(json.loads(message.value()))
    stated = int(event.get_extension("heddleoffset"))
    assert stated <= message.offset(), (stated, message.offset())
    assert digests[stated].hex() == event.get_extension("heddlechain"), f"event {message.offset()} states another digest"
    digest = after(digest, message)
    position = message.offset() + 1
    digests[position] = digest
consumer.close()
print(f"{position}:{digest.hex()}")
