"""Produces and consumes through librdkafka while rules come and go.

    access_client.py HOST:PORT
"""
import sys
import time

from confluent_kafka import Consumer, KafkaError, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, ConfigResource, NewPartitions, NewTopic
from confluent_kafka.admin import ConfigResource as Resource

from access_rules import deny, lift

bootstrap = sys.argv[1]
admin = AdminClient({"bootstrap.servers": bootstrap})
topic, other = "guarded", "free"
for future in admin.create_topics([NewTopic(topic, 1, 1), NewTopic(other, 1, 1)]).values():
    future.result(10)


def produce(name, value, **settings):
    outcome = []
    producer = Producer({"bootstrap.servers": bootstrap, "message.timeout.ms": 5000, **settings})
    producer.produce(name, value, partition=0, on_delivery=lambda error, _: outcome.append(error))
    producer.flush(10)
    assert outcome, "no report came"
    return outcome[0]


def refused(error):
    return error is not None and error.code() == KafkaError.TOPIC_AUTHORIZATION_FAILED


def expect_refusal(futures):
    for future in futures.values():
        try:
            future.result(10)
        except KafkaException as failure:
            assert refused(failure.args[0]), failure
        else:
            raise AssertionError("it was let through")


consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": "readers", "auto.offset.reset": "earliest",
                     "fetch.wait.max.ms": 20000, "enable.auto.commit": False})
consumer.assign([TopicPartition(topic, 0, 0)])


def consume(seconds=15):
    """The next value, or the next error's code."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        message = consumer.poll(0.2)
        if message is not None:
            return message.error().code() if message.error() else message.value()
    return None


assert produce(topic, b"1") is None
assert consume() == b"1"

deny(admin, "write", topic)
assert refused(produce(topic, b"2")), "a denied write"
assert produce(topic, b"2", **{"enable.idempotence": True}) is not None, "a denied write of an idempotent producer"
assert produce(other, b"2") is None, "another topic"
assert consume(1) is None

# The consumer waits in a fetch of twenty seconds: it is told at once.
began = time.monotonic()
deny(admin, "read", topic)
assert consume() == KafkaError.TOPIC_AUTHORIZATION_FAILED
assert time.monotonic() - began < 15, "the refusal came only when the wait was over"
try:
    consumer.commit(offsets=[TopicPartition(topic, 0, 1)], asynchronous=False)
    raise AssertionError("a commit was let through")
except KafkaException as failure:
    assert refused(failure.args[0]), failure

for operation in ["delete", "alter", "alter_configs", "describe_configs"]:
    deny(admin, operation, topic)
expect_refusal(admin.delete_topics([topic]))
expect_refusal(admin.create_partitions([NewPartitions(topic, 3)]))
expect_refusal(admin.describe_configs([Resource(ConfigResource.Type.TOPIC, topic)]))
deny(admin, "describe", topic)
assert topic not in admin.list_topics(timeout=10).topics
assert other in admin.list_topics(timeout=10).topics

lift(admin, topic)
assert produce(topic, b"3", **{"enable.idempotence": True}) is None
while (value := consume()) == KafkaError.TOPIC_AUTHORIZATION_FAILED:
    pass
assert value == b"3", value
consumer.close()
print("all checks held")
