#!/usr/bin/env python3
"""Follows the embedded broker's change stream with one client while others change things.

    change_stream.py HOST:PORT
"""
import json
import os
import subprocess
import sys
import time

from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import (
    AclBinding, AclBindingFilter, AclOperation, AclPermissionType, AdminClient, NewPartitions, ResourcePatternType, ResourceType)
from kafka import KafkaConsumer
from kafka import TopicPartition as KafkaPythonPartition
from kafka.admin import KafkaAdminClient, NewTopic as KafkaPythonTopic

BOOTSTRAP = sys.argv[1]
STREAM = "__heddle.changes"
HERE = os.path.dirname(os.path.abspath(__file__))


def check(condition, what):
    if not condition:
        raise AssertionError(what)
    print("ok:", what, flush=True)


def run(script, *arguments):
    subprocess.run([sys.executable, os.path.join(HERE, script), BOOTSTRAP, *arguments], check=True)


consumer = Consumer({"bootstrap.servers": BOOTSTRAP, "group.id": "watcher", "enable.auto.commit": False})
consumer.assign([TopicPartition(STREAM, 0, 0)])


def told(count):
    """The next records, as many as are awaited."""
    found, end = [], time.time() + 20
    while len(found) < count and time.time() < end:
        message = consumer.poll(0.2)
        if message is None:
            continue
        check(message.error() is None, f"no error: {message.error()}")
        found.append((message.key().decode(), json.loads(message.value()), message.timestamp()))
    check(len(found) == count, f"{count} record(s) awaited: {found}")
    return found


key, value, (kind, at) = told(1)[0]
check(key == "everything" and value["change"] == "start", "the start is told")
check(value["version"] == 1 and value["at"] == at and abs(at / 1000 - time.time()) < 600, "with the broker's time")

run("make_topic.py", "orders", "1")
check([(k, v["change"], v["topic"]) for k, v, _ in told(1)] == [("topic:orders", "created", "orders")], "a topic that librdkafka made")
run("alter_config.py", "orders", "retention.ms", "3600000")
check([(k, v["change"], v["topic"]) for k, v, _ in told(1)] == [("config:orders", "config", "orders")], "a config that librdkafka set")

admin = AdminClient({"bootstrap.servers": BOOTSTRAP})
admin.create_partitions([NewPartitions("orders", 3)])["orders"].result(10)
check([(k, v["change"]) for k, v, _ in told(1)] == [("topic:orders", "partitions")], "partitions that were added")
rules = [
    AclBinding(ResourceType.TOPIC, "orders", ResourcePatternType.LITERAL, f"User:{name}", "*", AclOperation.READ, AclPermissionType.ALLOW)
    for name in ["ada", "bob"]]
for future in admin.create_acls(rules).values():
    future.result(10)
check([(k, v["change"], v.get("topic")) for k, v, _ in told(1)] == [("acl", "access", None)], "two rules in one request are told once")
everything = AclBindingFilter(
    ResourceType.ANY, None, ResourcePatternType.ANY, None, None, AclOperation.ANY, AclPermissionType.ANY)
admin.delete_acls([everything])[everything].result(10)
check([(k, v["change"]) for k, v, _ in told(1)] == [("acl", "access")], "rules that went")

other = KafkaAdminClient(bootstrap_servers=BOOTSTRAP)
other.create_topics([KafkaPythonTopic("stock", 2, 1)])
other.delete_topics(["stock", "orders"])
check(
    [(k, v["change"]) for k, v, _ in told(3)] == [("topic:stock", "created"), ("topic:stock", "deleted"), ("topic:orders", "deleted")],
    "what kafka-python did")
other.close()

reader = KafkaConsumer(bootstrap_servers=BOOTSTRAP, auto_offset_reset="earliest", consumer_timeout_ms=3000)
reader.assign([KafkaPythonPartition(STREAM, 0)])
keys = [record.key.decode() for record in reader]
reader.close()
check(
    keys == ["everything", "topic:orders", "config:orders", "topic:orders", "acl", "acl", "topic:stock", "topic:stock", "topic:orders"],
    f"kafka-python reads the same: {keys}")
kcat = subprocess.run(
    ["kcat", "-C", "-b", BOOTSTRAP, "-t", STREAM, "-o", "beginning", "-e", "-q", "-f", "%k\n"], check=True, capture_output=True, text=True)
check(kcat.stdout.split() == keys, "kcat reads the same")

check(STREAM in admin.list_topics(timeout=10).topics, "the stream is listed")
for what, futures in [
    ("deleted", admin.delete_topics([STREAM])),
    ("given partitions", admin.create_partitions([NewPartitions(STREAM, 2)])),
    ("emptied", admin.delete_records([TopicPartition(STREAM, 0, -1)])),
]:
    try:
        for future in futures.values():
            future.result(10)
        raise AssertionError(f"the stream was {what}")
    except KafkaException as error:
        check(error.args[0].name() == "TOPIC_EXCEPTION", f"it cannot be {what}: {error.args[0].name()}")
failures = []
producer = Producer({"bootstrap.servers": BOOTSTRAP, "message.timeout.ms": 10000})
producer.produce(STREAM, b"x", on_delivery=lambda error, _: failures.append(error.name() if error else None))
producer.flush(15)
check(failures == ["TOPIC_EXCEPTION"], f"it cannot be written: {failures}")
consumer.close()
print("all checks held")
